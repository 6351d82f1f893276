"""Findings about keys, times and rounds."""

from hoithi.core.rulebook.checks import FindingCode as Code
from hoithi.core.rulebook.document import (
    Advance,
    ChoiceRecord,
    GroupSeats,
    PlanReference,
    Round,
    RoundScope,
    Rulebook,
    Window,
)
from hoithi.core.rulebook.entry import EntryRules, Group, TeamRules, UnitChoice
from hoithi.core.rulebook.ranking import GroupsRanked
from tests.core.rulebook.cases import left_open, odd, wrong
from tests.core.rulebook.make import TRIAL, rulebook, table, week

OLD = "Danh sách gửi chậm nhất ngày 30/5/2024."
OCTOBER = Window(opens="2026-10-05T08:00", closes="2026-10-18T24:00")
PUPILS = GroupSeats(group="pupils", first=5)
GROUPS = (Group(key="pupils", title="Học sinh"), Group(key="citizens", title="Người dân"))
BACKWARDS = week(1, window=None, publishes=None, first_day="2026-10-07", last_day="2026-10-05")
CHOICE = ChoiceRecord(about="window", found="Kế hoạch chưa nêu.", chosen="Hai tuần.")


def twice(**rules):
    """Two weeks, the second with these rules."""
    return rulebook(rounds=(week(1), week(2, **rules)))


def twice_titled(title: str):
    """Two weeks, the second called so."""
    return rulebook(rounds=(week(1), Round(key="week-2", title=title)))


def groups_go_on(advance: Advance, ranked: GroupsRanked = GroupsRanked.APART) -> Rulebook:
    """Two weeks, of which the first sends on so many of single groups."""
    rounds = (week(1, advance=advance), week(2))
    return rulebook(rounds=rounds, groups=GROUPS, groups_ranked=ranked)


CASES = [
    wrong(Code.KEY_REPEATED, "rounds[1].key", rulebook(rounds=(week(1), week(1)))),
    wrong(
        Code.UNKNOWN_REFERENCE,
        "prizes[0].rounds[0]",
        rulebook(prizes=(table(rounds=("week-9",)),)),
    ),
    wrong(
        Code.REFERENCE_TWICE,
        "prizes[0].rounds",
        rulebook(prizes=(table(rounds=("week-1", "week-1")),)),
    ),
    wrong(
        Code.UNKNOWN_KIND_OF_UNIT,
        "entry.unit.kinds[0]",
        rulebook(entry=EntryRules(unit=UnitChoice(kinds=("hamlets",)))),
    ),
    left_open(Code.BLANK_LEFT, "rounds[1].title", twice_titled("…")),
    wrong(Code.NO_ROUNDS, "rounds", rulebook(rounds=())),
    wrong(
        Code.WINDOW_EMPTY,
        "window",
        rulebook(window=Window(opens="2026-10-05T08:00", closes="2026-10-05T08:00")),
    ),
    wrong(
        Code.ROUND_OUTSIDE_CONTEST,
        "rounds[1].window.closes",
        rulebook(window=Window(opens="2026-10-05T08:00", closes="2026-10-18T16:30")),
    ),
    wrong(
        Code.ROUNDS_OVERLAP,
        "rounds[1].window",
        twice(window=Window(opens="2026-10-11T23:59", closes="2026-10-18T24:00")),
    ),
    odd(Code.ROUNDS_OUT_OF_ORDER, "rounds[1].window", rulebook(rounds=(week(2), week(1)))),
    wrong(Code.PUBLISHES_BEFORE_CLOSE, "rounds[1].publishes", twice(publishes="2026-10-18T23:59")),
    wrong(
        Code.WEEKS_DIFFER,
        "window",
        rulebook(weeks=2, window=Window(opens="2026-10-05T08:00", closes="2026-11-18T24:00")),
    ),
    wrong(Code.WEEK_ROUNDS_DIFFER, "rounds", rulebook(weeks=3)),
    odd(
        Code.WINDOW_BEYOND_ROUNDS,
        "window.closes",
        rulebook(window=Window(opens="2026-10-05T08:00", closes="2026-10-20T24:00")),
    ),
    left_open(Code.ROUND_TIME_OPEN, "rounds[1].window", twice(window=None)),
    left_open(Code.PUBLICATION_OPEN, "rounds[1].publishes", twice(publishes=None)),
    odd(
        Code.TRIAL_AFTER_START,
        "rounds[1].window",
        rulebook(
            rounds=(
                week(1),
                Round(key="trial", title="Thi thử", scope=RoundScope.TRIAL, window=OCTOBER),
            )
        ),
    ),
    odd(
        Code.PLAN_AFTER_START,
        "plan.issued_on",
        rulebook(plan=PlanReference(title="Kế hoạch", issued_on="2026-10-06")),
    ),
    wrong(
        Code.REGISTRATION_AFTER_START,
        "entry.team.register_by",
        rulebook(entry=EntryRules(team=TeamRules(register_by="2026-10-06"))),
    ),
    wrong(
        Code.ADVANCE_NOT_LATER,
        "rounds[1].advance.to",
        twice(advance=Advance(to="week-1", first=2)),
    ),
    wrong(
        Code.ADVANCE_EMPTY,
        "rounds[0].advance",
        rulebook(rounds=(week(1, advance=Advance(to="week-2")), week(2))),
    ),
    wrong(
        Code.ADVANCE_DIFFERS,
        "rounds[1].advance.best_overall",
        rulebook(
            rounds=(
                week(1, advance=Advance(to="week-3", best_overall=6)),
                week(2, advance=Advance(to="week-3", best_overall=5)),
                week(3),
            )
        ),
    ),
    wrong(
        Code.ADVANCE_FROM_TRIAL,
        "rounds[0].advance",
        rulebook(
            rounds=(
                Round(
                    key="trial",
                    title="Thi thử",
                    scope=RoundScope.TRIAL,
                    window=TRIAL.window,
                    advance=Advance(to="week-1", first=2),
                ),
                week(1),
            )
        ),
    ),
    wrong(
        Code.ADVANCE_OVERLAPS,
        "rounds[0].advance.to",
        rulebook(
            rounds=(
                week(1, advance=Advance(to="week-2", first=2)),
                week(2, window=Window(opens="2026-10-11T20:00", closes="2026-10-18T24:00")),
            )
        ),
    ),
    wrong(
        Code.ADVANCE_GROUPS_TOGETHER,
        "rounds[0].advance.groups",
        groups_go_on(Advance(to="week-2", groups=(PUPILS,)), GroupsRanked.TOGETHER),
    ),
    wrong(
        Code.REFERENCE_TWICE,
        "rounds[0].advance.groups[1].group",
        groups_go_on(Advance(to="week-2", first=1, groups=(PUPILS, PUPILS))),
    ),
    wrong(
        Code.UNKNOWN_REFERENCE,
        "rounds[0].advance.groups[0].group",
        groups_go_on(Advance(to="week-2", first=1, groups=(GroupSeats(group="nobody", first=5),))),
    ),
    odd(
        Code.ADVANCE_GROUP_LEFT_OUT,
        "rounds[0].advance.groups",
        groups_go_on(Advance(to="week-2", groups=(PUPILS,))),
    ),
    left_open(
        Code.CHOICE_OPEN,
        "choices[0].chosen",
        rulebook(choices=(ChoiceRecord(about="window", found="Kế hoạch chưa nêu."),)),
    ),
    left_open(Code.CHOICE_WITHOUT_DECIDER, "choices[0]", rulebook(choices=(CHOICE,))),
    odd(
        Code.CHOICE_ABOUT_NOTHING,
        "choices[0].about",
        rulebook(choices=(ChoiceRecord(about="rounds[7].window", found="…", chosen="…"),)),
    ),
    wrong(Code.WINDOW_EMPTY, "rounds[0].last_day", rulebook(rounds=(BACKWARDS, week(2)))),
    odd(Code.YEAR_BEFORE, "notes[1]", rulebook(notes=("Theo Nghị định số 61/2018/NĐ-CP.", OLD))),
    odd(Code.YEAR_BEFORE, "title", rulebook(title="Cuộc thi năm 2025")),
]
