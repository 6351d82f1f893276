"""What lists change reaches results prepared later, and makes those prepared before stale."""

import pytest

from hoithi.entries import actions, queries
from hoithi.entries.actions.corrections import ask_correction, decide_correction
from hoithi.entries.models import ListedExclusion
from hoithi.entries.queries.states import entries_state
from hoithi.people.models import UnitVersion
from hoithi.results.queries import sources
from tests import make
from tests.web_lists.conftest import RULES
from tests.web_lists.steps import enter

pytestmark = pytest.mark.django_db
AN = [actions.Named("Nguyễn Thị An", birth_year="1985")]


def listed(here, rule):
    """An is put on the list under the rule."""
    by = make.person()
    return actions.exclude(here, rule, AN, source="QĐ 12", by=by, at=make.AT)


@pytest.mark.parametrize("rule", RULES, ids=["barred", "unranked"])
def test_who_is_listed_after_entering_is_not_ranked(here, rule):
    an, other = enter(here), enter(here, full_name="Lê Bảo", phone="0912345670")
    listed(here, rule)
    facts, _known = sources.entrants(here, frozenset())
    assert (facts[an.pk].ranked, facts[other.pk].ranked) == (False, True)


def test_each_change_of_the_list_makes_drafts_stale(here):
    before = entries_state(here)
    listed(here, RULES[0])
    after = entries_state(here)
    row = ListedExclusion.objects.get()
    actions.readmit(row, reason="Nhầm tên", by=make.person(), at=make.AT)
    assert before != after != entries_state(here)


def test_an_accepted_correction_makes_drafts_stale_and_a_declined_one_does_not(here):
    door, wanted = queries.current_door(here, at=make.AT), UnitVersion.objects.get(name="Thôn Tây")
    entrant, states = enter(here), [entries_state(here)]
    for accept in (False, True):
        asked = ask_correction(entrant, door, wanted.unit_id, reason="Nhầm", at=make.AT)
        facts = {"by": make.person(), "at": make.AT, "answer": "Đã xem"}
        decide_correction(asked, door, accept=accept, **facts)
        states.append(entries_state(here))
    assert states[0] == states[1] != states[2]
