"""What holds in one round, and how the whole moves."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.rulebook import windows
from hoithi.core.rulebook.document import (
    ChoiceRecord,
    GroupPaper,
    PaperOverride,
    PlanReference,
    Round,
    Window,
)
from hoithi.core.rulebook.entry import EntryRules, Group, TeamRules
from hoithi.core.rulebook.moments import MovedTooFar
from hoithi.core.rulebook.parts import (
    AttemptRules,
    Draw,
    JuryPart,
    Prediction,
    PredictionScope,
    PredictionTarget,
)
from tests.core.rulebook.make import PAPER, POINTS, SECONDS, TRIAL, rulebook, week
from tests.strategies import rulebooks

JURY = JuryPart(key="skit", title="Tiểu phẩm")
GROUPS = (Group(key="g", title="Công chức"), Group(key="h", title="Người dân"))
OPEN = Round(key="week-3", title="Tuần 3")


def utc(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=UTC)


def test_round_window_counts_24h00_as_the_next_midnight() -> None:
    assert windows.round_window(rulebook(), "week-1") == (
        utc(2026, 10, 5, 1),
        utc(2026, 10, 11, 17),
        utc(2026, 10, 12, 3),
    )


def test_round_window_is_open_while_the_plan_names_no_time() -> None:
    assert windows.round_window(rulebook(rounds=(OPEN,)), "week-3") is None


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param({}, (utc(2026, 10, 5, 1), utc(2026, 10, 18, 17)), id="spans the rounds"),
        pytest.param(
            {"window": Window(opens="2026-10-01T00:00", closes="2026-10-31T24:00")},
            (utc(2026, 9, 30, 17), utc(2026, 10, 31, 17)),
            id="as stated",
        ),
        pytest.param(
            {"rounds": (TRIAL, week(1))},
            (utc(2026, 10, 5, 1), utc(2026, 10, 11, 17)),
            id="a trial is not part of it",
        ),
        pytest.param({"rounds": (week(1), OPEN)}, None, id="open while a round is"),
        pytest.param({"rounds": ()}, None, id="no rounds"),
    ],
)
def test_contest_window(rules, expected) -> None:
    assert windows.contest_window(rulebook(**rules)) == expected


def test_unknown_keys_are_refused_by_name() -> None:
    with pytest.raises(windows.UnknownKey) as refusal:
        windows.round_window(rulebook(), "week-9")
    assert (refusal.value.what, refusal.value.key) == ("round", "week-9")


def test_a_jury_part_has_no_paper() -> None:
    book = rulebook(parts=(JuryPart(key="skit", title="Tiểu phẩm"),))
    with pytest.raises(windows.UnknownKey):
        windows.paper_for(book, "week-1", None, "skit")


FIELD = (Draw(field="procedures", count=5),)
PUPILS = (Draw(field="one-stop", count=7, audience="pupil"),)
GUESS = Prediction(target=PredictionTarget.CONTESTANTS)


def changed(*changes: PaperOverride, **rules):
    return rulebook(rounds=(week(1, papers=changes), week(2)), **rules)


@pytest.mark.parametrize(
    ("book", "group", "minutes", "blueprint"),
    [
        pytest.param(rulebook(), None, 15, PAPER.blueprint, id="as it stands"),
        pytest.param(
            changed(PaperOverride(part="paper", minutes=20)),
            "pupils",
            20,
            PAPER.blueprint,
            id="the round's minutes for all",
        ),
        pytest.param(
            changed(PaperOverride(part="paper", minutes=20, group="officials")),
            "pupils",
            15,
            PAPER.blueprint,
            id="a change for another group",
        ),
        pytest.param(
            changed(
                PaperOverride(part="paper", minutes=30, group="pupils"),
                PaperOverride(part="paper", minutes=20, blueprint=FIELD),
            ),
            "pupils",
            30,
            FIELD,
            id="the group's change comes last whatever the order",
        ),
        pytest.param(
            changed(
                PaperOverride(part="paper", minutes=20),
                group_papers=(
                    GroupPaper(group="pupils", part="paper", blueprint=PUPILS, minutes=10),
                ),
            ),
            "pupils",
            20,
            PUPILS,
            id="the round over the group's own paper",
        ),
    ],
)
def test_paper_for(book, group, minutes, blueprint) -> None:
    expected = msgspec.structs.replace(PAPER, minutes=minutes, blueprint=blueprint)
    assert windows.paper_for(book, "week-1", group, "paper") == expected


def test_a_round_may_add_a_prediction() -> None:
    book = changed(PaperOverride(part="paper", prediction=GUESS))
    assert windows.paper_for(book, "week-1", None, "paper").prediction == GUESS
    assert windows.paper_for(book, "week-2", None, "paper").prediction is None


def test_a_round_s_own_rules_come_before_the_contest_s() -> None:
    own = AttemptRules(a_day=1, a_round=None)
    book = rulebook(rounds=(week(1, attempts=own, ranking=(POINTS,)), week(2)))
    assert windows.attempts_for(book, "week-1") == own
    assert windows.attempts_for(book, "week-2") == AttemptRules()
    assert windows.ranking_for(book, "week-1") == (POINTS,)
    assert windows.ranking_for(book, "week-2") == (POINTS, SECONDS)


def test_parts_in_a_round() -> None:
    skit = JuryPart(key="skit", title="Tiểu phẩm")
    book = rulebook(parts=(PAPER, skit), rounds=(week(1, parts=("skit",)), week(2)))
    assert windows.parts_in(book, "week-1") == (skit,)
    assert windows.parts_in(book, "week-2") == (PAPER, skit)


def test_shifted_moves_what_is_to_come_and_keeps_history() -> None:
    plan = PlanReference(title="Kế hoạch", issued_on="2026-09-01")
    choice = ChoiceRecord(about="window", found="…", chosen="…", decided_on="2026-09-02")
    entry = EntryRules(team=TeamRules(register_by="2026-09-30"))
    book = rulebook(plan=plan, choices=(choice,), entry=entry, rounds=(week(1), OPEN))
    assert windows.shifted(book, -7) == rulebook(
        plan=plan,
        choices=(choice,),
        entry=EntryRules(team=TeamRules(register_by="2026-09-23")),
        rounds=(
            week(
                1,
                window=Window(opens="2026-09-28T08:00", closes="2026-10-04T24:00"),
                publishes="2026-10-05T10:00",
            ),
            OPEN,
        ),
    )


@given(rulebooks(), st.integers(-1000, 1000))
def test_shifting_there_and_back_changes_nothing(book, days) -> None:
    assert windows.shifted(windows.shifted(book, days), -days) == book


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(windows.UnknownKey) as refused:
        windows.part_of(rulebook(), "essay")
    assert (refused.value.what, refused.value.key) == ("part", "essay")
    assert windows.part_of(rulebook(parts=(JURY, PAPER)), "paper") == PAPER


def test_a_stated_end() -> None:
    assert windows.stated_end(rulebook()) is None
    until = Window(opens="2026-10-01T00:00", closes="2026-10-31T24:00")
    assert windows.stated_end(rulebook(window=until)) == utc(2026, 10, 31, 17)


def test_papers_in_a_round_are_those_of_everybody_and_of_each_group() -> None:
    own = GroupPaper(group="h", part="paper", blueprint=(Draw(field="b", count=5),), minutes=9)
    book = rulebook(parts=(JURY, PAPER), groups=GROUPS, group_papers=(own,))
    found = [(one.key, one.minutes) for one in windows.papers_in(book, "week-1")]
    assert found == [("paper", 15), ("paper", 15), ("paper", 9)]


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        (PredictionTarget.CONTESTANTS, {PredictionScope.ROUND}),
        (PredictionTarget.SITTINGS, {PredictionScope.ROUND}),
        (PredictionTarget.ALL_RIGHT, set()),
        (None, set()),
    ],
)
def test_numbers_asked(target, asked) -> None:
    prediction = None if target is None else Prediction(target=target)
    paper = msgspec.structs.replace(PAPER, prediction=prediction)
    assert windows.numbers_asked(rulebook(parts=(paper,)), "week-1") == asked


@pytest.mark.parametrize("days", [-20_000, 70_000, -1_000_000, 3_000_000, 10**9])
def test_nothing_is_moved_out_of_the_years_of_rulebooks(days) -> None:
    with pytest.raises(MovedTooFar):
        windows.shifted(rulebook(rounds=(week(1),)), days)
