"""Signs of irregularity are shown for a person to judge; nothing follows from them alone."""

from datetime import timedelta

import pytest

from hoithi.people.models import RoleName
from hoithi.results import actions, jobs
from hoithi.results.actions import watching
from hoithi.results.models import Result, Verdict
from hoithi.results.queries import stored
from hoithi.results.queries.desk import Missing, desk
from hoithi.results.queries.watched import has_signs, known_signs
from hoithi.sittings.models import Sitting, Submission
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


def kinds_of(draft):
    return [(sign.kind, sign.count) for sign in known_signs(draft)]


def struck(online, week, name):
    """A new draft, in which somebody is not recognised; in a round too large to look at once."""
    official = make.holder(RoleName.ORGANISER, over=online.body)
    no = actions.Finding(verdict=Verdict.NOT_RECOGNISED, reason="Thi hộ")
    who = online.entrants.get(name=name)
    actions.verify(online, week, who, no, by=official, at=AT)
    return actions.prepare(week, at=AT)


def test_signs_are_found_beside_the_draft_and_change_nothing_in_it(draft):
    assert kinds_of(draft) == [("impossible_speed", 1), ("shared_device", 5)]
    assert stored.sha256(draft.pk) == draft.sha256
    assert actions.look_for_signs(draft, at=AT) == 0


def test_a_finding_is_recorded_and_nothing_else_happens(online, draft):
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


def test_a_new_list_shows_the_signs_of_the_one_before_until_it_has_its_own(
    online, draft, monkeypatch
):
    monkeypatch.setattr(watching, "AT_ONCE", 0)
    again = struck(online, draft.round, "Người 1")
    assert (has_signs(again), kinds_of(again)) == (False, kinds_of(draft))
    official = make.holder(RoleName.ORGANISER, over=online.body)
    assert desk(official, online.slug, "week-1", at=make.AT).missing[0] is Missing.SIGNS
    for deed in list(jobs.due(AT)):
        deed()
    assert (has_signs(again), kinds_of(again)) == (True, kinds_of(draft))


def test_a_correction_after_publication_has_its_signs_too(online, draft, monkeypatch):
    monkeypatch.setattr(watching, "AT_ONCE", 0)
    facts = {"number": 1, "sha256": draft.sha256, "visible_from": AT, "published_at": AT}
    Result.objects.create(contest=online, round=draft.round, draft=draft, **facts)
    again = struck(online, draft.round, "Người 1")
    for deed in list(jobs.due(AT)):
        deed()
    assert (has_signs(again), kinds_of(again)) == (True, kinds_of(draft))


def test_nobody_approves_before_the_signs_were_looked_for(online, draft, monkeypatch):
    monkeypatch.setattr(watching, "AT_ONCE", 0)
    again = struck(online, draft.round, "Người 1")
    chief = make.holder(RoleName.APPROVER, over=online.body)
    with pytest.raises(actions.refusals.SignsUnsought):
        actions.approve(again, by=chief, at=AT)


def test_a_conclusion_stays_where_its_sign_is_noticed_no_more(online, draft, monkeypatch):
    monkeypatch.setattr(watching, "AT_ONCE", 0)
    (quick, _) = known_signs(draft)
    word = actions.SignWord(
        sign=quick.kind, subject=quick.subject, finding="Máy chủ chậm", serious=False
    )
    official = make.holder(RoleName.ORGANISER, over=online.body)
    actions.judge_sign(online, draft.round, word, by=official, at=AT)
    Submission.objects.filter(sitting__entrant__name="Người 5").update(
        submitted_at=CLOSES - timedelta(seconds=1)
    )
    again = struck(online, draft.round, "Người 1")
    actions.look_for_signs(again, at=AT)
    assert [sign.kind for sign in known_signs(again)] == ["shared_device", "impossible_speed"]
