"""Conditions without which a unit is not ranked, and how far it is from them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoithi.core.collective.figures import UnitFigures
from hoithi.core.collective.quotas import least_people, quota_states
from hoithi.core.points import Number
from hoithi.core.rulebook.entry import Quota
from hoithi.core.rulebook.ranking import Aggregate, Gate, GateKind, SizeBracket


@dataclass(frozen=True)
class Failure:
    """A condition that a unit does not meet."""

    kind: GateKind | None
    """None: nobody took part for the unit."""
    found: Number | None = None
    """None where something was never declared (staff, the named list)."""
    needed: Number | None = None
    by: Aggregate | None = None
    quota: str | None = None
    missing: tuple[str, ...] = ()
    """Parts in which nobody of the unit took part."""


def bracket_for(brackets: Iterable[SizeBracket], staff: int) -> SizeBracket | None:
    """The bracket of a unit of this size: the smallest bound above it, else the one without."""
    bounded = [one for one in brackets if one.staff_below is None or staff < one.staff_below]
    return min(bounded, key=lambda one: one.staff_below or 10**9, default=None)


def failures(
    gates: Iterable[Gate], figures: UnitFigures, quotas: Sequence[Quota] = ()
) -> tuple[Failure, ...]:
    """Every condition the unit does not meet; a unit for which nobody took part meets none."""
    if not figures.people and not figures.unit.articles:
        return (Failure(None, 0, 1, Aggregate.PEOPLE),)
    return tuple(failure for gate in gates for failure in _CHECKS[gate.kind](gate, figures, quotas))


_Check = Callable[[Gate, UnitFigures, Sequence[Quota]], Iterator[Failure]]


def _least(gate: Gate, figures: UnitFigures, _: Sequence[Quota]) -> Iterator[Failure]:
    by = gate.by or Aggregate.PEOPLE
    found, needed = figures.value(by), gate.least or Decimal(0)
    if found is None or found < needed:
        yield Failure(gate.kind, found, needed, by)


def _size(gate: Gate, figures: UnitFigures, _: Sequence[Quota]) -> Iterator[Failure]:
    staff = figures.unit.staff
    bracket = None if staff is None else bracket_for(gate.brackets, staff)
    if staff is None:
        yield Failure(gate.kind, None, None, Aggregate.STAFF)
    elif bracket is not None:
        needed = least_people(bracket.percent, staff, bracket.least_people)
        if figures.people < needed:
            yield Failure(gate.kind, figures.people, needed, Aggregate.PEOPLE)


def _all_compulsory(gate: Gate, figures: UnitFigures, _: Sequence[Quota]) -> Iterator[Failure]:
    # An empty list proves nothing: the unit has not declared who must take part.
    found = figures.compulsory_done if figures.unit.listed else None
    if found is None or found < figures.compulsory:
        yield Failure(gate.kind, found, figures.compulsory)


def _quotas(gate: Gate, figures: UnitFigures, quotas: Sequence[Quota]) -> Iterator[Failure]:
    # As above: half of nobody is nobody, so an empty list would meet every share.
    unit = figures.unit
    if not unit.listed and any(quota.binds(unit.kind) for quota in quotas):
        yield Failure(gate.kind)
        return
    for state in quota_states(quotas, unit.listed, figures.done, kind=unit.kind):
        if not state.met:
            yield Failure(gate.kind, state.done, state.needed, quota=state.quota.key)


def _a_winner(gate: Gate, figures: UnitFigures, _: Sequence[Quota]) -> Iterator[Failure]:
    if not figures.prizes:
        yield Failure(gate.kind, 0, 1, Aggregate.PRIZES)


def _all_parts(gate: Gate, figures: UnitFigures, _: Sequence[Quota]) -> Iterator[Failure]:
    missing = tuple(key for key in gate.parts if key not in figures.parts)
    if missing:
        found = len(gate.parts) - len(missing)
        yield Failure(gate.kind, found, len(gate.parts), missing=missing)


_CHECKS: Mapping[GateKind, _Check] = {
    GateKind.LEAST: _least,
    GateKind.SIZE_BRACKETS: _size,
    GateKind.ALL_COMPULSORY: _all_compulsory,
    GateKind.QUOTAS: _quotas,
    GateKind.A_WINNER: _a_winner,
    GateKind.ALL_PARTS: _all_parts,
}
