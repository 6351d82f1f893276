"""The outcome of the rules as the records of a draft: masked names, texts, nothing to compute."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from hoithi.core.collective.statistics import rounded, score_bands
from hoithi.core.counting import exact_share
from hoithi.core.points import Result
from hoithi.core.prizes.records import Allotment
from hoithi.core.ranking.groups import as_shares
from hoithi.core.ranking.placings import Placing
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.prizes import PrizeTable
from hoithi.results.facts import snapshot
from hoithi.results.facts.names import name_shown, was_minor
from hoithi.results.facts.reckoning import Gathered, Reckoned
from hoithi.results.facts.values import written

Prizes = Mapping[int, str]
"""The title of the first prize of each entrant, or of each unit."""


@dataclass(frozen=True)
class Faces:
    """How entrants and units are shown."""

    names: Mapping[int, str]
    unit_of: Mapping[int, int | None]
    units: tuple[snapshot.UnitName, ...]

    def unit_index(self) -> dict[int, int]:
        """The place of each unit in the list of the head."""
        return {unit.id: place for place, unit in enumerate(self.units)}

    @cached_property
    def unit_names(self) -> dict[int | None, str]:
        """Names by number."""
        return {unit.id: unit.name for unit in self.units}

    def unit_name(self, unit: int | None) -> str:
        """The unit's name; empty for none."""
        return self.unit_names.get(unit, "")


def names_shown(
    known: Mapping[int, tuple[str, int | None]], on: date, rulebook: Rulebook
) -> dict[int, str]:
    """Masked names by entrant, those of minors further; from masked names and birth years."""
    under = rulebook.entry.consent_under
    minors = {
        year: was_minor(year, on, under=under) for year in {year for _, year in known.values()}
    }
    return {
        entrant: name_shown(name, minor=minors[year]) for entrant, (name, year) in known.items()
    }


def lines(
    outcome: Reckoned, faces: Faces, groups: Mapping[int, str], prizes: Prizes
) -> Iterator[snapshot.Line]:
    """The ranking, line by line."""
    results = {result.entrant_id: result for result in outcome.results}
    index = faces.unit_index()
    shared = Counter(_place(placing, outcome, groups) for placing in outcome.placings)
    for placing in outcome.placings:
        result = results[placing.entrant_id]
        unit = faces.unit_of.get(placing.entrant_id)
        yield snapshot.Line(
            place=placing.place,
            tied=shared[_place(placing, outcome, groups)] > 1,
            entrant=placing.entrant_id,
            name=faces.names[placing.entrant_id],
            group=groups[placing.entrant_id],
            unit=-1 if unit is None else index.get(unit, -1),
            points=result.points,
            most=result.most,
            seconds=int(result.seconds or 0),
            sittings=result.sittings,
            values=tuple(written(value) for value in placing.values),
            prize=prizes.get(placing.entrant_id, ""),
        )


def _place(placing: Placing, outcome: Reckoned, groups: Mapping[int, str]) -> tuple[str, int]:
    """The place with the ranking it is one of; who has no group of the rules stands apart."""
    group = groups[placing.entrant_id]
    return group if group in outcome.apart else "", placing.place


def sections(outcome: Reckoned, groups: Mapping[int, str]) -> tuple[snapshot.Section, ...]:
    """The rankings of the groups inside the lines; none where all stand together."""
    if not outcome.apart:
        return ()
    counts = Counter(_place(placing, outcome, groups)[0] for placing in outcome.placings)
    found, first = [], 0
    for group in (*outcome.apart, ""):
        if counts[group]:
            found.append(snapshot.Section(group, first, counts[group]))
            first += counts[group]
    return tuple(found)


def prize_titles(outcome: Reckoned) -> tuple[Prizes, Prizes]:
    """The first prize of each entrant and of each unit, by title."""
    people: dict[int, str] = {}
    units: dict[int, str] = {}
    for table, allotment in outcome.allotments:
        titles = {prize.key: prize.title for prize in table.prizes}
        for winner in allotment.winners:
            of = units if is_of_units(table) else people
            of.setdefault(winner.entrant_id, titles[winner.prize_key])
    return people, units


def is_of_units(table: PrizeTable) -> bool:
    """Whether the winners of a table are units."""
    return table.scope == "collective" or table.special == "most_people_unit"


def table_shown(
    table: PrizeTable, allotment: Allotment, faces: Faces, reasons: Mapping[int, str]
) -> snapshot.TableShown:
    """A prize table with its winners; `reasons` are the committee's words on those it named."""
    of_units = is_of_units(table)
    prizes = [_prize(prize.key, table, allotment, faces, reasons) for prize in table.prizes]
    ties = allotment.undecided
    return snapshot.TableShown(
        key=table.key,
        title=table.title,
        scope=table.scope,
        group=table.group or "",
        authority=table.authority or "",
        prizes=tuple(prizes),
        undecided=tuple(entrant for tie in ties for entrant in tie.entrants),
        undecided_by=ties[0].policy if ties else "",
        reserves=() if of_units else tuple(one.entrant_id for one in allotment.reserves),
        passed_over=tuple(
            snapshot.PassedShown(
                entrant=one.entrant_id,
                name=_name(one.entrant_id, faces, of_units=of_units),
                place=one.place,
                reason=one.reason,
            )
            for one in allotment.passed_over
        ),
        given_up=_given_up(allotment, faces),
    )


def _name(number: int, faces: Faces, *, of_units: bool) -> str:
    return faces.unit_name(number) if of_units else faces.names.get(number, "")


def _given_up(allotment: Allotment, faces: Faces) -> tuple[snapshot.GivenUpShown, ...]:
    return tuple(
        snapshot.GivenUpShown(
            entrant=one.entrant_id,
            name=faces.names.get(one.entrant_id, ""),
            table=one.won.table_key,
            prize=one.won.prize_key,
            round_key=one.won.round_key or "",
        )
        for one in allotment.given_up
    )


def _prize(
    key: str, table: PrizeTable, allotment: Allotment, faces: Faces, reasons: Mapping[int, str]
) -> snapshot.PrizeShown:
    prize = next(prize for prize in table.prizes if prize.key == key)
    of_units = is_of_units(table)
    winners = [one for one in allotment.winners if one.prize_key == key]
    return snapshot.PrizeShown(
        key=key,
        title=prize.title,
        count=prize.count,
        amount=prize.amount,
        gift=prize.gift or "",
        award=prize.award,
        winners=tuple(
            snapshot.Winner(
                place=one.place,
                name=_name(one.entrant_id, faces, of_units=of_units),
                unit="" if of_units else faces.unit_name(faces.unit_of.get(one.entrant_id)),
                entrant=0 if of_units else one.entrant_id,
                unit_id=one.entrant_id if of_units else 0,
                shared=one.shared,
                why=reasons.get(one.entrant_id, ""),
            )
            for one in winners
        ),
        empty=tuple(one.reason for one in allotment.empty if one.prize_key == key),
    )


@dataclass(frozen=True)
class HandedIn:
    """When papers were handed in: by day, and by hour of the day in Vietnam."""

    days: Mapping[str, int]
    hours: Sequence[int]


def statistics_shown(
    given: Gathered, outcome: Reckoned, faces: Faces, handed_in: HandedIn
) -> snapshot.Statistics:
    """Figures of the round or of the whole: people and sittings are kept apart."""
    results = given.results
    people = {result.entrant_id for result in results}
    counted = outcome.results or results
    bands = score_bands(counted)
    return snapshot.Statistics(
        people=len(people),
        sittings=sum(result.sittings for result in results),
        ranked=len(outcome.placings),
        full_marks=len({result.entrant_id for result in results if result.all_right}),
        bands=(bands.full, bands.high, bands.middle, bands.low, bands.zero),
        by_unit=_by_unit(as_shares(results) if outcome.in_shares else results, faces),
        by_day=tuple(sorted(handed_in.days.items())),
        by_hour=tuple(handed_in.hours),
        by_group=_by_group(given, results),
    )


class _Sum:
    """What is known so far of one unit."""

    __slots__ = ("full", "people", "points", "results", "sittings")

    def __init__(self) -> None:
        self.people: set[int] = set()
        self.full: set[int] = set()
        self.sittings = 0
        self.results = 0
        self.points = Decimal(0)

    def add(self, result: Result) -> None:
        """Counts one result."""
        self.people.add(result.entrant_id)
        if result.all_right:
            self.full.add(result.entrant_id)
        self.sittings += result.sittings
        self.results += 1
        self.points += result.points


def _by_unit(results: Sequence[Result], faces: Faces) -> tuple[snapshot.UnitCount, ...]:
    """Units with the most people first; those who stand for none last."""
    index = faces.unit_index()
    sums: dict[int, _Sum] = {}
    for result in results:
        unit = faces.unit_of.get(result.entrant_id)
        place = -1 if unit is None else index.get(unit, -1)
        sums.setdefault(place, _Sum()).add(result)
    rows = [
        snapshot.UnitCount(
            place,
            len(one.people),
            one.sittings,
            len(one.full),
            rounded(exact_share(one.points, one.results)),
        )
        for place, one in sums.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.unit < 0, -row.people, row.unit)))


def _by_group(given: Gathered, results: Sequence[Result]) -> tuple[tuple[str, int, int], ...]:
    rows = []
    for group in given.rulebook.groups:
        mine = [one for one in results if given.entrants[one.entrant_id].group == group.key]
        people = len({one.entrant_id for one in mine})
        rows.append((group.title, people, sum(one.sittings for one in mine)))
    return tuple(rows)
