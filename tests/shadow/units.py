"""Units in order: figures of their people in fractions, conditions, and the three methods."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from hoithi.core.collective.figures import UnitFacts
from hoithi.core.points import EntrantFacts, Result
from hoithi.core.prizes.records import Won
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.ranking import Collective, Gate
from hoithi.core.vietnamese.text import words_key
from tests.shadow.writing import share, text

SHOWN = {"in_order": "keys", "weighted_sum": "terms", "rank_points": "criteria"}


@dataclass
class Unit:
    """A unit with the results that count for it."""

    facts: UnitFacts
    results: list[Result] = field(default_factory=list)
    came: set[int] = field(default_factory=set)
    """Everybody who took part in the rounds that count, for the named list."""
    won: list[Won] = field(default_factory=list)
    worth: dict[str, Decimal] = field(default_factory=dict)

    @property
    def people(self) -> set[int]:
        return {one.entrant_id for one in self.results}

    def value(self, by: str, title: str | None = None) -> Any:
        """An aggregate in the type in which it is shown; None where it is not known."""
        if by in _SHARES:
            part, whole = _SHARES[by](self)
            return share(Fraction(part) / whole) if whole else None
        if by == "judged":
            return self.facts.judged.get(title or "")
        return _PLAIN[by](self)

    def must(self) -> list[int | None]:
        return [one.entrant_id for one in self.facts.listed if not one.exempt]

    def points(self) -> Decimal:
        return sum((one.points for one in self.results), Decimal(0))

    def done(self) -> int:
        return sum(who in self.came for who in self.must())


def _with(unit: Unit, holds: Any) -> int:
    return len({one.entrant_id for one in unit.results if holds(one)})


_SHARES: dict[str, Any] = {
    "participation": lambda unit: (100 * len(unit.people), unit.facts.staff),
    "compulsory_participation": lambda unit: (100 * unit.done(), len(unit.must())),
    "mean_points": lambda unit: (Fraction(unit.points()), len(unit.results)),
    "mean_points_of_staff": lambda unit: (Fraction(unit.points()), unit.facts.staff),
    "pass_rate": lambda unit: (100 * _with(unit, lambda one: one.passed), len(unit.people)),
}
_PLAIN: dict[str, Any] = {
    "people": lambda unit: len(unit.people),
    "sittings": lambda unit: sum(one.sittings for one in unit.results),
    "staff": lambda unit: unit.facts.staff,
    "total_points": Unit.points,
    "full_marks": lambda unit: _with(unit, lambda one: 0 < one.questions == one.right),
    "prizes": lambda unit: len(unit.won),
    "prize_points": lambda unit: sum(
        (unit.worth.get(one.prize_key, Decimal(0)) for one in unit.won), Decimal(0)
    ),
    "articles": lambda unit: unit.facts.articles,
    "passed": lambda unit: _with(unit, lambda one: one.passed),
    "points": lambda unit: max((one.points for one in unit.results), default=None),
}


def of_people(
    collective: Collective,
    units: Iterable[UnitFacts],
    results: Sequence[Result],
    people: dict[int, EntrantFacts],
    won: Sequence[Won],
) -> list[Unit]:
    """The units that the ranking is about with their people, by number."""
    found = []
    counted = [one for one in results if _in_rounds(one.round_key, collective)]
    counted = [one for one in counted if not people[one.entrant_id].disqualified]
    for facts in sorted(units, key=lambda one: one.unit_id):
        if collective.kinds and facts.kind not in collective.kinds:
            continue
        if collective.units and facts.code not in collective.units:
            continue
        mine = {who for who, one in people.items() if one.unit_id == facts.unit_id}
        unit = Unit(facts, worth={one.prize: one.points for one in collective.prize_points})
        unit.came = {one.entrant_id for one in counted}
        unit.results = [
            one for one in counted if one.entrant_id in mine and people[one.entrant_id].ranked
        ]
        unit.won = [
            one for one in won if one.entrant_id in mine and _in_rounds(one.round_key, collective)
        ]
        found.append(unit)
    return found


def _in_rounds(key: str | None, collective: Collective) -> bool:
    return key is None or key in (collective.rounds or [key])


def missed(gate: Gate, unit: Unit, rules: Rulebook) -> Iterable[dict[str, Any]]:
    """The conditions of a gate that a unit does not meet, as they are shown."""
    return _GATES[str(gate.kind)](gate, unit, rules)


def _least(gate: Gate, unit: Unit, _rules: Rulebook) -> Iterable[dict[str, Any]]:
    by, least = gate.by or "people", gate.least or Decimal(0)
    value = unit.value(by)
    if value is None or value < least:
        yield _failure(gate.kind, value, least, by)


def _all_compulsory(gate: Gate, unit: Unit, _rules: Rulebook) -> Iterable[dict[str, Any]]:
    must, listed = len(unit.must()), unit.facts.listed
    if not listed or unit.done() < must:
        yield _failure(gate.kind, unit.done() if listed else None, must)


def _a_winner(gate: Gate, unit: Unit, _rules: Rulebook) -> Iterable[dict[str, Any]]:
    if not unit.won:
        yield _failure(gate.kind, 0, 1, "prizes")


def _all_parts(gate: Gate, unit: Unit, rules: Rulebook) -> Iterable[dict[str, Any]]:
    sat = {part.part_key for one in unit.results for part in one.parts}
    titles = {part.key: part.title for part in rules.parts}
    left = [titles.get(key, key) for key in gate.parts if key not in sat]
    if left:
        had = len(gate.parts) - len(left)
        yield _failure(gate.kind, had, len(gate.parts)) | {"missing": left}


def _by_size(gate: Gate, unit: Unit, _rules: Rulebook) -> list[dict[str, Any]]:
    staff = unit.facts.staff
    if staff is None:
        return [_failure(gate.kind, None, None, "staff")]
    for one in sorted(gate.brackets, key=lambda one: one.staff_below or 10**9):
        if one.staff_below is None or staff < one.staff_below:
            needed = max(ceil(Fraction(one.percent) * staff / 100), one.least_people)
            if len(unit.people) < needed:
                return [_failure(gate.kind, len(unit.people), needed, "people")]
            break
    return []


def _quotas(gate: Gate, unit: Unit, rules: Rulebook) -> Iterable[dict[str, Any]]:
    listed = unit.facts.listed
    mine = [one for one in rules.entry.quotas if not one.kinds or unit.facts.kind in one.kinds]
    if mine and not listed:
        yield _failure(gate.kind, None, None)
        return
    for quota in mine:
        posts = [words_key(post) for post in quota.posts]
        counted = [
            one.entrant_id
            for one in listed
            if not one.exempt and (words_key(one.post or "") in posts or not posts)
        ]
        needed = max(ceil(Fraction(quota.percent or 0) * len(counted) / 100), quota.least or 0)
        came = sum(who in unit.came for who in counted)
        if came < needed:
            yield _failure(gate.kind, came, needed) | {"quota": quota.title}


def _failure(kind: str, found: Any, needed: Any, by: str = "") -> dict[str, Any]:
    return {
        "kind": str(kind), "found": text(found), "needed": text(needed), "by": str(by),
        "quota": "", "missing": [],
    }  # fmt: skip


_GATES: dict[str, Any] = {
    "least": _least,
    "size_brackets": _by_size,
    "all_compulsory": _all_compulsory,
    "quotas": _quotas,
    "a_winner": _a_winner,
    "all_parts": _all_parts,
}


@dataclass
class Standing:
    """A unit with its score and what was compared."""

    unit: Unit
    working: list[list[Any]]
    score: Decimal | None = None
    values: tuple[Any, ...] = ()
    place: int = 0
    failures: Sequence[dict[str, Any]] = ()


def ranked(collective: Collective, units: Sequence[Unit], rules: Rulebook) -> list[Standing]:
    """Ranked units in order, then those that miss a condition, by number."""
    out, inside = [], []
    for unit in units:
        if not unit.people and not unit.facts.articles:
            nobody = [_failure("", 0, 1, "people")]
            out.append(Standing(unit, [], failures=nobody))
            continue
        failures = [one for gate in collective.gates for one in missed(gate, unit, rules)]
        (out if failures else inside).append(Standing(unit, [], failures=failures))
    _score(collective, inside)
    keys = [*getattr(collective.method, "keys", ()), *collective.ties]
    for one in inside:
        values = [one.unit.value(key.by, key.title) for key in keys]
        one.values = tuple(values if one.score is None else [one.score, *values])
    directions = [key.first == "more" for key in keys]
    if inside and inside[0].score is not None:
        directions.insert(0, True)
    for place in reversed(range(len(directions))):
        known = [one for one in inside if one.values[place] is not None]
        rest = [one for one in inside if one.values[place] is None]
        known.sort(key=lambda one, p=place: one.values[p], reverse=directions[place])
        inside = known + rest
    for number, one in enumerate(inside, 1):
        above = inside[number - 2] if number > 1 else None
        one.place = above.place if above and above.values == one.values else number
    return [*inside, *out]


def _score(collective: Collective, inside: Sequence[Standing]) -> None:
    """The sum of weighted terms, or of points for the place in each criterion (F4)."""
    method = collective.method
    for term in getattr(method, "terms", ()):
        for one in inside:
            value = one.unit.value(term.by)
            got = term.weight * (value or 0)
            over = term.most is not None and got > term.most
            got = term.most if over else got
            one.working.append([str(term.by), text(value), text(got), None, over, ""])
            one.score = (one.score or Decimal(0)) + got
    for key in getattr(method, "criteria", ()):
        values = [one.unit.value(key.by, key.title) for one in inside]
        known = [value for value in values if value is not None]
        for one, value in zip(inside, values, strict=True):
            place, got = None, Decimal(0)
            if value is not None:
                ahead = [x for x in known if (x > value if key.first == "more" else x < value)]
                place = len(ahead) + 1
                got = Decimal(max(0, method.first_points - len(ahead)))
            one.working.append([str(key.by), text(value), text(got), place, False, key.title or ""])
            one.score = (one.score or Decimal(0)) + got
