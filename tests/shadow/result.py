"""A whole result of a round: who stands where, who takes what, how units stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from msgspec.structs import replace as with_fields

from hoithi.core.points import Result
from hoithi.core.prizes.records import Won
from hoithi.core.rulebook.prizes import PrizeTable
from hoithi.core.rulebook.ranking import (
    Aggregate,
    By,
    Collective,
    Direction,
    InOrder,
    RankingKey,
    UnitKey,
)
from hoithi.results.facts.reckoning import Gathered
from tests.shadow import prizes, shown, units
from tests.shadow.people import Place, World, ranked
from tests.shadow.writing import table as as_table
from tests.shadow.writing import text

_MORE, _LESS = Direction.MORE, Direction.LESS
_SPECIAL = {
    "closest_prediction": (By.PREDICTION_DISTANCE, _LESS),
    "oldest": (By.AGE, _MORE),
    "youngest": (By.AGE, _LESS),
    "most_sittings": (By.SITTINGS, _MORE),
    "best_part": (By.PART_POINTS, _MORE),
}
_MOST_PEOPLE = Collective(
    key="most", title="-", method=InOrder(keys=(UnitKey(by=Aggregate.PEOPLE),))
)


@dataclass(frozen=True)
class Tables:
    """The tables of a draft as bytes."""

    lines: bytes
    prizes: bytes
    units: bytes


class Scorer:
    """Works out the result of one round from what was gathered for it."""

    def __init__(self, given: Gathered, names: dict[int, str], unit_names: dict[int, str]) -> None:
        self.given, self.names, self.unit_names = given, names, unit_names
        self.rules = given.rulebook
        grounds = given.grounds
        lots = [one for one in given.records if hasattr(one, "witnesses")]
        self.world = World(given.entrants, grounds.judged, lots, grounds.precision_seconds)
        struck = given.not_recognised.get(given.round_key or "", frozenset())
        self.results = [one for one in given.results if one.entrant_id not in struck]
        self.apart = self._groups_apart()

    def tables(self) -> Tables:
        places = self._by_group()
        joint = self._ranked(self.results)
        people = self._prizes_of_people(places, joint)
        standings = self._units(people)
        of_units = self._prizes_of_units(standings)
        order = [one.key for one in self.rules.prizes]
        given = sorted([*people, *of_units], key=lambda one: order.index(one.table.key))
        titles = [_titles(given, of_units=False), _titles(given, of_units=True)]
        piles = [shown.prize_table(one, self._names_for(one.table)) for one in given]
        ranked_units = [
            shown.ranking(one, found, self.unit_names, titles[1]) for one, found in standings
        ]
        return Tables(
            as_table(self._lines(places, titles[0])), as_table(piles), as_table(ranked_units)
        )

    def _groups_apart(self) -> list[str]:
        rules = self.rules
        own = any(table.group for table in rules.prizes)
        if rules.groups_ranked == "together" or not (rules.groups_ranked == "apart" or own):
            return []
        return [group.key for group in rules.groups]

    def _ranked(self, results: Sequence[Result]) -> list[Place]:
        return ranked(results, self.rules.ranking, self.world) if self.rules.ranking else []

    def _group(self, who: int) -> str | None:
        group = self.given.entrants[who].group
        return group if group in self.apart else None

    def _by_group(self) -> list[Place]:
        found: list[Place] = []
        for group in [*self.apart, None]:
            mine = [one for one in self.results if self._group(one.entrant_id) == group]
            found += self._ranked(mine)
        return found

    def _lines(self, places: Sequence[Place], prizes_: dict[int, str]) -> list[list[Any]]:
        results = {one.entrant_id: one for one in self.results}
        stand = [(self._group(one.who), one.place) for one in places]
        numbers = list(self.unit_names)
        lines = []
        for one, where in zip(places, stand, strict=True):
            result, facts = results[one.who], self.given.entrants[one.who]
            unit = numbers.index(facts.unit_id) if facts.unit_id in numbers else -1
            values = [text(value) for value in one.values]
            lines.append([
                one.place, stand.count(where) > 1, one.who, self.names[one.who], facts.group or "",
                unit, str(result.points), str(result.most), int(result.seconds or 0),
                result.sittings, values, prizes_.get(one.who, ""),
            ])  # fmt: skip
        return lines

    def _tables(self, *, of_units: bool) -> list[PrizeTable]:
        here = self.given.round_key
        held = [
            table
            for table in self.rules.prizes
            if here in table.rounds or (table.scope == "round" and not table.rounds)
        ]
        return [table for table in held if _of_units(table) is of_units]

    def _prizes_of_people(
        self, places: Sequence[Place], joint: Sequence[Place]
    ) -> list[prizes.Given]:
        requests: list[prizes.Request] = []
        for table in self._tables(of_units=False):
            if table.scope == "special":
                requests.append((table, self._special(table)))
            else:
                requests.append((table, places if table.group else joint))
        return prizes.together(requests, self._occasion())

    def _occasion(self) -> prizes.Occasion:
        given = self.given
        keys = [one.key for one in self.rules.rounds]
        return prizes.Occasion(
            policy=self.rules.prize_policy,
            people=dict(given.entrants),
            round_key=given.round_key,
            earlier=keys[: keys.index(given.round_key or "")],
            phases={one.key: one.phase for one in self.rules.rounds},
            won=given.won,
            verdicts={who: str(verdict) for who, verdict in given.verdicts.items()},
            records=given.records,
        )

    def _special(self, table: PrizeTable) -> list[Place]:
        if table.special == "decided":
            named = self.given.named.get(table.key, ())
            return [Place(place, who, Decimal(0), ()) for place, who in enumerate(named, 1)]
        by, first = _SPECIAL[str(table.special)]
        key = RankingKey(by=by, first=first, part=table.part)
        return [one for one in ranked(self.results, [key], self.world) if one.values[0] is not None]

    def _units(
        self, people: Sequence[prizes.Given]
    ) -> list[tuple[Collective, list[units.Standing]]]:
        awarded = {table.collective for table in self._tables(of_units=True)}
        won = [*self.given.won]
        for one in people:
            for winner in one.winners:
                prize = winner["prize"]
                won.append(Won(winner["who"], one.table.key, prize.key, 0, self.given.round_key))
        return [
            (one, self._standings(one, won)) for one in self.rules.collectives if one.key in awarded
        ]

    def _standings(self, collective: Collective, won: Sequence[Won]) -> list[units.Standing]:
        given = self.given
        found = units.of_people(collective, given.units, self.results, dict(given.entrants), won)
        return units.ranked(collective, found, self.rules)

    def _prizes_of_units(
        self, standings: Sequence[tuple[Collective, list[units.Standing]]]
    ) -> list[prizes.Given]:
        policy = with_fields(
            self.rules.prize_policy, one_prize="unlimited", winners_leave_later_rounds=False
        )
        occasion = replace(
            self._occasion(), policy=policy, people={}, won=(), verdicts={},
            records=self.given.unit_records,
        )  # fmt: skip
        known = {one.key: found for one, found in standings}
        found = []
        for table in self._tables(of_units=True):
            mine = known.get(table.collective or "")
            if mine is None:
                mine = self._standings(_MOST_PEOPLE, ())
            places = [_place(one) for one in mine if one.place]
            found.append(prizes.Desk(table, places, occasion).give())
        return found

    def _names_for(self, table: PrizeTable) -> shown.Names:
        of_units = _of_units(table)
        return shown.Names(self.unit_names if of_units else self.names, self._unit_of, of_units)

    def _unit_of(self, who: int) -> str:
        return self.unit_names.get(self.given.entrants[who].unit_id or 0, "")


def _place(one: units.Standing) -> Place:
    points = one.score if one.score is not None else Decimal(one.values[0] or 0)
    return Place(one.place, one.unit.facts.unit_id, points, one.values)


def _of_units(table: PrizeTable) -> bool:
    return table.scope == "collective" or table.special == "most_people_unit"


def _titles(given: Sequence[prizes.Given], *, of_units: bool) -> dict[int, str]:
    found: dict[int, str] = {}
    for one in given:
        if _of_units(one.table) is of_units:
            for winner in one.winners:
                found.setdefault(winner["who"], winner["prize"].title)
    return found
