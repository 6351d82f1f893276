"""Signs of irregularity are shown for a person to judge; nothing follows from them alone."""

from datetime import timedelta

import pytest

from hoithi.people.models import RoleName
from hoithi.results import actions
from hoithi.results.queries import stored
from hoithi.results.queries.desk import desk
from hoithi.sittings.models import Sitting
from tests import make
from tests.results.boards import CLOSES, contest, entrant
from tests.results.rows import Sat, sit

pytestmark = pytest.mark.django_db
AT = CLOSES + timedelta(minutes=1)


@pytest.fixture
def online():
    return contest()


@pytest.fixture
def draft(online):
    """Six ordinary people, one of them far too quick; five share a device."""
    week = online.rounds.get(key="week-1")
    for number in range(6):
        who = entrant(online, f"Người {number}")
        sit(who, week, Sat(90, 5 if number == 5 else 300 + number))
    Sitting.objects.exclude(entrant__name="Người 5").update(device_hash="cùng-máy")
    return actions.prepare(week, at=AT)


def test_signs_are_found_beside_the_draft_and_change_nothing_in_it(draft):
    assert actions.look_for_signs(draft, at=AT) == 2
    kinds = [(sign.kind, sign.count) for sign in stored.signs(draft.pk)]
    assert kinds == [("impossible_speed", 1), ("shared_device", 5)]
    assert stored.sha256(draft.pk) == draft.sha256
    assert actions.look_for_signs(draft, at=AT) == 0


def test_a_finding_is_recorded_and_nothing_else_happens(online, draft):
    actions.look_for_signs(draft, at=AT)
    official = make.holder(RoleName.ORGANISER, over=online.body)
    found = desk(official, online.slug, "week-1", at=make.AT).signs[1]
    sign, finding = found.sign, found.finding
    assert finding is None
    word = actions.SignWord(
        sign=sign.kind, subject=sign.subject, finding="Phòng máy của trường", serious=False
    )
    actions.judge_sign(online, draft.round, word, by=official, at=AT)
    shown = desk(official, online.slug, "week-1", at=make.AT)
    assert shown.signs[1].finding.finding == "Phòng máy của trường"
    assert shown.draft == draft
    assert "fresh_draft" not in shown.missing


def test_a_finding_needs_words(online, draft):
    word = actions.SignWord(sign="shared_device", subject="x", finding=" ", serious=True)
    with pytest.raises(actions.refusals.ReasonMissing):
        actions.judge_sign(online, draft.round, word, by=make.person(), at=AT)
