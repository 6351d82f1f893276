"""Points sheets as records: what was typed, what is wrong with it, what two typings differ in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import CheckPart, EnteredPart, JuryPart
from hoithi.core.rulebook.prizes import SpecialKind
from hoithi.core.rulebook.ranking import By
from hoithi.core.rulebook.windows import parts_in
from hoithi.judging.models import PointsSheet

HandPart = JuryPart | CheckPart | EnteredPart
"""A part whose points come from signed paper."""


@dataclass(frozen=True, slots=True)
class TypedPoints:
    """What somebody typed for one entrant."""

    entrant: int
    points: Decimal
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """An entrant for whom two typings do not agree; None where one has no line."""

    entrant: int
    first: TypedPoints | None
    second: TypedPoints | None


class Fault(StrEnum):
    """Why a line of a points sheet cannot be taken."""

    UNKNOWN_ENTRANT = "unknown_entrant"
    NAME_SHARED = "name_shared"
    """Several entrants have this name; the line needs the code."""
    ENTRANT_TWICE = "entrant_twice"
    BELOW_NOTHING = "below_nothing"
    ABOVE_MOST = "above_most"
    TOO_PRECISE = "too_precise"


@dataclass(frozen=True, slots=True)
class LineFault:
    """One faulty line: of the file (as the spreadsheet counts), or of the entrant typed."""

    fault: Fault
    line: int = 0
    what: str = ""


def asks_points(part: HandPart) -> bool:
    """Whether points are given; a check without a scale is only passed or not."""
    return not isinstance(part, CheckPart) or part.most is not None


def asks_passed(part: HandPart) -> bool:
    """Whether the examiner says who has passed, since no pass mark decides it."""
    return isinstance(part, CheckPart) and part.pass_mark is None


def hand_parts(rulebook: Rulebook, round_key: str) -> tuple[HandPart, ...]:
    """The parts of a round whose points are entered from paper."""
    held = parts_in(rulebook, round_key)
    return tuple(part for part in held if isinstance(part, JuryPart | CheckPart | EnteredPart))


def judged_titles(rulebook: Rulebook) -> set[str]:
    """What the committee gives a value for: judged ranking keys, and tables it decides."""
    of_rounds = (key for round_ in rulebook.rounds for key in round_.ranking)
    keys = (*rulebook.ranking, *of_rounds, *rulebook.overall.keys)
    titles = {key.title or "" for key in keys if key.by is By.JUDGED}
    return titles | {t.title for t in rulebook.prizes if t.special is SpecialKind.DECIDED}


def typed_of(sheet: PointsSheet) -> list[TypedPoints]:
    """The lines of a sheet as they were typed. One query."""
    rows = sheet.lines.values_list("entrant_id", "points", "passed")
    return [TypedPoints(*row) for row in rows]


def differences(first: Iterable[TypedPoints], second: Iterable[TypedPoints]) -> list[Difference]:
    """Where two typings of one signed sheet do not agree, by entrant."""
    ours = {line.entrant: line for line in first}
    theirs = {line.entrant: line for line in second}
    return [
        Difference(entrant, ours.get(entrant), theirs.get(entrant))
        for entrant in sorted({*ours, *theirs})
        if ours.get(entrant) != theirs.get(entrant)
    ]


def faults_of(part: HandPart, lines: Sequence[TypedPoints], known: set[int]) -> list[LineFault]:
    """What makes lines impossible: who is not in the contest, twice, points out of range."""
    faults, seen = [], set()
    for number, line in enumerate(lines, start=1):
        if line.entrant in seen:
            faults.append(LineFault(Fault.ENTRANT_TWICE, number, str(line.entrant)))
        elif line.entrant not in known:
            faults.append(LineFault(Fault.UNKNOWN_ENTRANT, number, str(line.entrant)))
        elif fault := fault_of_points(part, line.points):
            faults.append(LineFault(fault, number, str(line.points)))
        seen.add(line.entrant)
    return faults


def fault_of_points(part: HandPart, points: Decimal) -> Fault | None:
    """What makes these points impossible in the part."""
    if not points.is_finite() or points < 0:
        return Fault.BELOW_NOTHING
    if part.most is not None and points > part.most:
        return Fault.ABOVE_MOST
    return Fault.TOO_PRECISE if points != round(points, 4) else None
