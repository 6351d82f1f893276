"""Collective rankings: a formula with something in it, gates that can be tested, sources."""

from collections.abc import Sequence
from decimal import Decimal

from hoithi.core.rulebook.checks.finding import (
    FindingCode,
    Findings,
    contradiction,
    remark,
)
from hoithi.core.rulebook.checks.sources import persons_win
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.entry import EntrantKind
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.ranking import (
    Aggregate,
    Collective,
    Gate,
    GateKind,
    InOrder,
    RankPoints,
    SizeBracket,
    UnitKey,
    WeightedSum,
)
from hoithi.core.rulebook.windows import is_trial

_BY_STAFF = {Aggregate.STAFF, Aggregate.PARTICIPATION, Aggregate.MEAN_POINTS_OF_STAFF}
_BY_PAPERS = {Aggregate.SITTINGS, Aggregate.FULL_MARKS}
_BY_PASSING = {Aggregate.PASSED, Aggregate.PASS_RATE}
_BY_PRIZES = {Aggregate.PRIZES, Aggregate.PRIZE_POINTS}


def check(rulebook: Rulebook) -> Findings:
    """Every unit can be put in order."""
    trials = {round_.key for round_ in rulebook.rounds if is_trial(round_)}
    prized = {table.collective for table in rulebook.prizes}
    for place, collective in enumerate(rulebook.collectives):
        path = f"collectives[{place}]"
        yield from _method(path, rulebook, collective)
        for number, gate in enumerate(collective.gates):
            yield from _gate(f"{path}.gates[{number}]", rulebook, gate, collective.kinds)
        if trials.intersection(collective.rounds):
            yield contradiction(f"{path}.rounds", FindingCode.COUNTS_TRIAL, title=collective.title)
        if collective.key not in prized:
            yield remark(path, FindingCode.COLLECTIVE_WITHOUT_PRIZE, title=collective.title)
        yield from _needs(path, collective)


def compared(collective: Collective) -> list[tuple[str, Aggregate, UnitKey | None]]:
    """The aggregates of the formula with their paths below the collective."""
    match collective.method:
        case WeightedSum(terms=terms):
            return [(f"method.terms[{place}]", one.by, None) for place, one in enumerate(terms)]
        case InOrder(keys=keys):
            return [(f"method.keys[{place}]", one.by, one) for place, one in enumerate(keys)]
        case RankPoints(criteria=keys):
            return [(f"method.criteria[{place}]", one.by, one) for place, one in enumerate(keys)]


def _method(path: str, rulebook: Rulebook, collective: Collective) -> Findings:
    formula = compared(collective)
    if not formula:
        yield contradiction(f"{path}.method", FindingCode.METHOD_EMPTY, title=collective.title)
    ties = [(f"ties[{place}]", one.by, one) for place, one in enumerate(collective.ties)]
    yield from _twice(path, formula)
    yield from _twice(path, ties)
    for where, by, key in [*formula, *ties]:
        judged_unnamed = by is Aggregate.JUDGED and (key is None or key.title is None)
        if judged_unnamed or not _is_known(rulebook, collective, by):
            code = FindingCode.AGGREGATE_WITHOUT_SOURCE
            yield contradiction(f"{path}.{where}", code, by=by.value)


def _twice(path: str, keys: Sequence[tuple[str, Aggregate, UnitKey | None]]) -> Findings:
    seen: set[tuple[Aggregate, str | None]] = set()
    for where, by, key in keys:
        same = (by, key.title if key is not None and by is Aggregate.JUDGED else None)
        if same in seen:
            yield contradiction(f"{path}.{where}", FindingCode.AGGREGATE_TWICE, by=by.value)
        seen.add(same)


def _is_known(rulebook: Rulebook, collective: Collective, by: Aggregate) -> bool:
    if by in _BY_PAPERS:
        return any(isinstance(part, PaperPart) for part in rulebook.parts)
    if by in _BY_PASSING:
        return rulebook.passing is not None
    if by is Aggregate.COMPULSORY_PARTICIPATION:
        return bool(rulebook.entry.quotas)
    if by is Aggregate.POINTS:
        return rulebook.entry.entrant is not EntrantKind.PERSON
    if by is Aggregate.PRIZE_POINTS and not collective.prize_points:
        return False
    return by not in _BY_PRIZES or persons_win(rulebook)


def _gate(path: str, rulebook: Rulebook, gate: Gate, kinds: tuple[str, ...]) -> Findings:
    needed = {
        GateKind.LEAST: gate.by is not None and gate.least is not None,
        GateKind.SIZE_BRACKETS: bool(gate.brackets),
        GateKind.ALL_PARTS: bool(gate.parts),
    }
    if not needed.get(gate.kind, True):
        yield contradiction(path, FindingCode.GATE_INCOMPLETE, kind=gate.kind.value)
    without_source = {
        GateKind.ALL_COMPULSORY: not rulebook.entry.quotas,
        GateKind.QUOTAS: not rulebook.entry.quotas_for(kinds),
        GateKind.A_WINNER: not persons_win(rulebook),
    }
    if without_source.get(gate.kind, False):
        yield contradiction(path, FindingCode.GATE_WITHOUT_SOURCE, kind=gate.kind.value)
    yield from _brackets(f"{path}.brackets", gate.brackets)


def _brackets(path: str, brackets: tuple[SizeBracket, ...]) -> Findings:
    limits = [Decimal(one.staff_below or "Infinity") for one in brackets]
    if limits != sorted(set(limits)):
        yield contradiction(path, FindingCode.BRACKETS_UNORDERED)
    elif limits and limits[-1].is_finite():
        yield remark(path, FindingCode.BRACKETS_UNFINISHED, staff=int(limits[-1]))


def _needs(path: str, collective: Collective) -> Findings:
    used = {by for _, by, _ in compared(collective)} | {one.by for one in collective.ties}
    gated = {gate.by for gate in collective.gates if gate.by is not None}
    by_size = any(gate.kind is GateKind.SIZE_BRACKETS for gate in collective.gates)
    if by_size or _BY_STAFF & (used | gated):
        yield remark(path, FindingCode.STAFF_COUNTS_NEEDED, title=collective.title)
    if collective.prize_points and Aggregate.PRIZE_POINTS not in used | gated:
        yield remark(f"{path}.prize_points", FindingCode.PRIZE_POINTS_UNUSED)
