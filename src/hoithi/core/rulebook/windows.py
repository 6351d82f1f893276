"""What holds in one round: its times, paper, attempts, ranking and prizes; and what all costs."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import msgspec

from hoithi.core.rulebook.document import PaperOverride, Round, RoundScope, Rulebook, Window
from hoithi.core.rulebook.moments import day_moved, instant, moment_moved
from hoithi.core.rulebook.parts import (
    AttemptRules,
    PaperPart,
    Part,
    PredictionScope,
    PredictionTarget,
)
from hoithi.core.rulebook.prizes import PrizeScope, PrizeTable
from hoithi.core.rulebook.ranking import RankingKey
from hoithi.kit.refusals import Refusal


class UnknownKey(Refusal):
    """A key that the rulebook does not have; `what` is the noun (`round`, `part`, `paper`)."""

    def __init__(self, what: str, key: str) -> None:
        super().__init__(what=what, key=key)
        self.what = what
        self.key = key


class RoundTimes(NamedTuple):
    """The half-open window of a round and the moment of its publication, in UTC."""

    opens: datetime
    closes: datetime
    publishes: datetime | None


def round_of(rulebook: Rulebook, key: str) -> Round:
    """The round of this key. Refuses an unknown one."""
    for round_ in rulebook.rounds:
        if round_.key == key:
            return round_
    raise UnknownKey("round", key)


def part_of(rulebook: Rulebook, key: str) -> Part:
    """The part of this key. Refuses an unknown one."""
    for part in rulebook.parts:
        if part.key == key:
            return part
    raise UnknownKey("part", key)


def parts_in(rulebook: Rulebook, round_key: str) -> tuple[Part, ...]:
    """The parts held in a round, in the order of the rulebook."""
    held = round_of(rulebook, round_key).parts
    return tuple(part for part in rulebook.parts if not held or part.key in held)


def round_window(rulebook: Rulebook, key: str) -> RoundTimes | None:
    """Opening (included), closing (not included) and publication; None while the time is open."""
    round_ = round_of(rulebook, key)
    if round_.window is None:
        return None
    publishes = None if round_.publishes is None else instant(round_.publishes)
    return RoundTimes(instant(round_.window.opens), instant(round_.window.closes), publishes)


def contest_window(rulebook: Rulebook) -> tuple[datetime, datetime] | None:
    """The window stated for the contest; else from the first opening of a round to the last close.

    None while neither is known: some round without its time leaves the whole open.
    """
    if rulebook.window is not None:
        return instant(rulebook.window.opens), instant(rulebook.window.closes)
    windows = [round_.window for round_ in rulebook.rounds if not is_trial(round_)]
    known = [window for window in windows if window is not None]
    if not known or len(known) < len(windows):
        return None
    return (
        min(instant(window.opens) for window in known),
        max(instant(window.closes) for window in known),
    )


def stated_end(rulebook: Rulebook) -> datetime | None:
    """The end stated for the whole contest, over and above its rounds; None where none is."""
    return instant(rulebook.window.closes) if rulebook.window is not None else None


def is_trial(round_: Round) -> bool:
    """A trial (thi thử) never counts for anything."""
    return round_.scope is RoundScope.TRIAL


def counted_rounds(rulebook: Rulebook) -> tuple[Round, ...]:
    """The rounds that are no trial, in the order of the rulebook."""
    return tuple(round_ for round_ in rulebook.rounds if not is_trial(round_))


def shifted(rulebook: Rulebook, days: int) -> Rulebook:
    """The same contest so many whole days later (earlier, if negative), for copies and rehearsals.

    Windows, publications and days by which one acts move; the days of the plan, of the reading
    list and of the recorded choices are history and stay.
    """
    team = rulebook.entry.team
    if team is not None and team.register_by is not None:
        team = msgspec.structs.replace(team, register_by=day_moved(team.register_by, days))
    return msgspec.structs.replace(
        rulebook,
        window=_window_moved(rulebook.window, days),
        rounds=tuple(_round_moved(round_, days) for round_ in rulebook.rounds),
        entry=msgspec.structs.replace(rulebook.entry, team=team),
    )


def _window_moved(window: Window | None, days: int) -> Window | None:
    if window is None:
        return None
    return Window(opens=moment_moved(window.opens, days), closes=moment_moved(window.closes, days))


def _round_moved(round_: Round, days: int) -> Round:
    publishes = None if round_.publishes is None else moment_moved(round_.publishes, days)
    window = _window_moved(round_.window, days)
    first, last = _day_moved(round_.first_day, days), _day_moved(round_.last_day, days)
    return msgspec.structs.replace(
        round_, window=window, first_day=first, last_day=last, publishes=publishes
    )


def _day_moved(day: str | None, days: int) -> str | None:
    return None if day is None else day_moved(day, days)


def paper_for(
    rulebook: Rulebook, round_key: str, group_key: str | None, part_key: str
) -> PaperPart:
    """The paper as a person of this group sits it in this round.

    The group's own paper replaces the common one; what the round changes for everybody comes
    over that, and what it changes for this group comes last. Refuses a part that is no paper.
    """
    # In a draft two parts may still have one key; the paper is meant.
    papers = (one for one in rulebook.parts if isinstance(one, PaperPart))
    part = next((one for one in papers if one.key == part_key), None)
    if part is None:
        raise UnknownKey("paper", part_key)
    for own in rulebook.group_papers:
        if own.part == part_key and own.group == group_key:
            minutes = part.minutes if own.minutes is None else own.minutes
            part = msgspec.structs.replace(part, blueprint=own.blueprint, minutes=minutes)
    changes = [
        change
        for change in round_of(rulebook, round_key).papers
        if change.part == part_key and change.group in (None, group_key)
    ]
    for change in sorted(changes, key=lambda change: change.group is not None):
        part = _changed(part, change)
    return part


def papers_in(rulebook: Rulebook, round_key: str) -> list[PaperPart]:
    """Every paper of a round, as everybody and as each group sits it."""
    keys = [part.key for part in parts_in(rulebook, round_key) if isinstance(part, PaperPart)]
    groups = [None, *(group.key for group in rulebook.groups)]
    return [paper_for(rulebook, round_key, group, key) for key in keys for group in groups]


def numbers_asked(rulebook: Rulebook, round_key: str) -> set[PredictionScope]:
    """Over what contestants of a round predict a number of people or attempts (lượt)."""
    counted = {PredictionTarget.CONTESTANTS, PredictionTarget.SITTINGS}
    asked = (paper.prediction for paper in papers_in(rulebook, round_key))
    return {one.scope for one in asked if one is not None and one.target in counted}


def _changed(part: PaperPart, change: PaperOverride) -> PaperPart:
    return msgspec.structs.replace(
        part,
        minutes=part.minutes if change.minutes is None else change.minutes,
        blueprint=change.blueprint or part.blueprint,
        points=part.points if change.points is None else change.points,
        prediction=part.prediction if change.prediction is None else change.prediction,
    )


def attempts_for(rulebook: Rulebook, round_key: str) -> AttemptRules:
    """The rules of attempts of a round: its own, or the contest's."""
    return round_of(rulebook, round_key).attempts or rulebook.attempts


def ranking_for(rulebook: Rulebook, round_key: str) -> tuple[RankingKey, ...]:
    """The ranking keys of a round: its own, or the contest's."""
    return round_of(rulebook, round_key).ranking or rulebook.ranking


def joint_keys(rulebook: Rulebook, to: str) -> tuple[RankingKey, ...]:
    """By what the best over all rounds that lead to one are found.

    The keys of the whole contest; else those of these rounds, where they have the same ones.
    """
    leading = [one.key for one in rulebook.rounds if one.advance and one.advance.to == to]
    own = {ranking_for(rulebook, key) for key in leading}
    return rulebook.overall.keys or (own.pop() if len(own) == 1 else rulebook.ranking)


def awarded_once(table: PrizeTable) -> bool:
    """Whether a table is awarded once in the contest, not once in each of its rounds."""
    return table.scope is not PrizeScope.ROUND and not table.rounds


def rounds_of_table(rulebook: Rulebook, table: PrizeTable) -> tuple[Round, ...]:
    """The rounds in each of which a table is awarded; none when it is awarded once."""
    if awarded_once(table):
        return ()
    rounds = counted_rounds(rulebook)
    return tuple(round_ for round_ in rounds if not table.rounds or round_.key in table.rounds)


def prize_tables_for(
    rulebook: Rulebook,
    scope: PrizeScope,
    *,
    round_key: str | None = None,
    group: str | None = None,
) -> tuple[PrizeTable, ...]:
    """The tables of a scope, in the order of the rulebook.

    With `round_key` those awarded in that round; without it those awarded once in the contest.
    With `group` also those for this group; without it only those common to all.
    """
    found = []
    for table in rulebook.prizes:
        held = [round_.key for round_ in rounds_of_table(rulebook, table)]
        right_time = awarded_once(table) if round_key is None else round_key in held
        if table.scope is scope and right_time and table.group in {None, group}:
            found.append(table)
    return tuple(found)


@dataclass(frozen=True)
class BudgetLine:
    """What one row of a prize table costs: prizes × times awarded × đồng each."""

    table: str
    prize: str
    title: str
    count: int
    times: int
    amount: int

    @property
    def total(self) -> int:
        """Đồng for the row."""
        return self.count * self.times * self.amount


@dataclass(frozen=True)
class Budget:
    """The money of all prizes in đồng, with its lines."""

    lines: tuple[BudgetLine, ...]

    @property
    def total(self) -> int:
        """Đồng for everything."""
        return sum(line.total for line in self.lines)


def budget(rulebook: Rulebook) -> Budget:
    """What all prizes cost if every one of them is awarded.

    A table counts once for each round in which it is awarded; a table awarded once in the
    contest counts once.
    """
    lines = []
    for table in rulebook.prizes:
        times = 1 if awarded_once(table) else len(rounds_of_table(rulebook, table))
        lines += [
            BudgetLine(table.key, prize.key, prize.title, prize.count, times, prize.amount)
            for prize in table.prizes
        ]
    return Budget(tuple(lines))
