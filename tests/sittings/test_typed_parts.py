"""Papers of a hall in a round of several: each part has its own sheet, typed twice."""

from datetime import timedelta

import pytest

from hoithi.sittings.actions import typing
from hoithi.sittings.actions.typing import Typed, type_sheet
from hoithi.sittings.models import Paper, Sitting, TypedSheet
from hoithi.sittings.queries.typed import (
    own_typing,
    papers_to_print,
    typed_entrants,
    waiting_of,
)
from tests import make
from tests.live import scene
from tests.live.scene import AT, SECOND

pytestmark = pytest.mark.django_db
SHEET = Typed(answers={"1": 2}, seconds=600, began_at=AT)
ONCE = {"a_round": 1, "a_day": None}


@pytest.fixture
def week():
    return scene.contest(scene.two_papers(attempts=ONCE)).rounds.get()


@pytest.fixture
def who(week):
    return scene.entrant(week.contest, channel="paper")


def paper_of(week, part):
    return Paper.objects.select_related("pool").get(
        pool__round=week, pool__part_key=part, ordinal=1
    )


def typed(who, week, part, *people, at=AT):
    """Each of the people types the sheet of the part; the last outcome."""
    found = None
    for number, by in enumerate(people):
        later = at + timedelta(hours=1, minutes=number)
        found = type_sheet(who, week, paper_of(week, part), SHEET, by=by, at=later)
    return found


def test_each_part_counts_by_itself_and_once(week, who):
    first, second = make.person(), make.person()
    assert typed(who, week, "paper", first, second).submission is not None
    with pytest.raises(typing.AlreadyCounted):
        typed(who, week, "paper", first)
    assert typed(who, week, SECOND, second, first).submission is not None
    sat = Sitting.objects.order_by("ordinal").values_list("ordinal", "part_key")
    assert list(sat) == [(1, "paper"), (2, SECOND)]
    assert TypedSheet.objects.filter(counted_at=None).count() == 0


def test_a_second_typing_of_another_part_is_no_second_typing(week, who):
    first, second = make.person(), make.person()
    typed(who, week, "paper", first)
    assert typed(who, week, SECOND, second).submission is None
    assert [(one.part_key, one.typed_by) for one in waiting_of(week)] == [
        ("paper", first),
        (SECOND, second),
    ]
    states = [(one.part_key, one.state, len(one.sheets)) for one in typed_entrants(week)]
    assert states == [("paper", "waiting", 1), (SECOND, "waiting", 1)]


def test_the_own_typing_is_that_of_the_part(week, who):
    by = make.person()
    typed(who, week, "paper", by)
    typed(who, week, SECOND, by, at=AT + timedelta(hours=1))
    own = [own_typing(who, week, by, part).part_key for part in ("paper", SECOND, None)]
    assert own == ["paper", SECOND, SECOND]


@pytest.mark.parametrize("part", ["paper", SECOND])
def test_papers_are_printed_part_by_part(week, part):
    printed = papers_to_print(week, part, "", 2)
    pool = week.pools.get(part_key=part)
    assert [one.code for one in printed] == [f"{pool.pk}-4", f"{pool.pk}-3"]


def test_an_annulled_sheet_of_a_part_leaves_the_attempt_of_the_other(week, who):
    who.sittings.create(
        ordinal=1, round=week, part_key="paper", paper=paper_of(week, "paper"),
        version=week.contest.versions.get(), started_at=AT, deadline_at=AT,
    )  # fmt: skip
    with pytest.raises(typing.AttemptsUsedUp):
        typed(who, week, "paper", make.person())
    assert typed(who, week, SECOND, make.person()).submission is None
