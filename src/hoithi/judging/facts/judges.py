"""Totals of single judges as points of a part, or what is wrong with them."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from hoithi.core.jury import jury_points
from hoithi.core.rulebook.parts import JuryPart
from hoithi.judging.facts.lines import LineFault, TypedPoints, fault_of_points
from hoithi.judging.models import JudgeSheet

Totals = Mapping[int, Sequence[Decimal]]
"""By entrant, what each judge gave."""


def totals_of(sheets: Iterable[JudgeSheet]) -> dict[int, list[Decimal]]:
    """By entrant, what the judges gave, in the order of the sheets."""
    found: dict[int, list[Decimal]] = {}
    for sheet in sheets:
        for mark in sheet.marks.all():
            found.setdefault(mark.entrant_id, []).append(mark.total)
    return found


def unevenly_marked(totals: Totals, judges: int) -> list[int]:
    """Entrants whom some judges marked and others did not."""
    return [entrant for entrant, each in totals.items() if len(each) != judges]


def faults_of_totals(part: JuryPart, totals: Totals) -> list[LineFault]:
    """What no judge can have given: below nothing, above the most, beside the steps."""
    return [
        LineFault(fault, number, str(total))
        for number, each in enumerate(totals.values(), start=1)
        for total in each
        if (fault := fault_of_points(part, total))
    ]


def lines_of(part: JuryPart, totals: Totals) -> list[TypedPoints]:
    """The points of every entrant by the rule of the part. Refuses too few judges."""
    return [TypedPoints(entrant, jury_points(each, part)) for entrant, each in totals.items()]
