"""The sheet of a marker: its lines, what is wrong with the marks on it, and its total."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from hoithi.core.questions.records import Criterion as RubricLine
from hoithi.core.rulebook.parts import Criterion

PLACES = 4
"""Marks are kept to so many decimal places."""


@dataclass(frozen=True)
class Line:
    """One line to be marked: a criterion of the rules, or of the rubric of one question."""

    key: str
    title: str
    most: Decimal


class MarkFault(StrEnum):
    """What is wrong with the mark of one line."""

    MISSING = "missing"
    BELOW_NOTHING = "below_nothing"
    ABOVE_MOST = "above_most"
    BETWEEN_STEPS = "between_steps"
    TOO_PRECISE = "too_precise"


def lines_of(
    criteria: Sequence[Criterion], rubrics: Sequence[Sequence[RubricLine]], most: Decimal
) -> tuple[Line, ...]:
    """The lines of a sheet.

    The criteria of the rules where they name some; else the rubrics of the essay questions one
    after the other; a question without a rubric is one line of its equal share of the most.
    """
    if criteria:
        return tuple(Line(one.key, one.title, one.most) for one in criteria)
    lines: list[Line] = []
    for place, rubric in enumerate(rubrics, 1):
        if rubric:
            lines += [Line(f"q{place}-{n}", one.text, one.points) for n, one in enumerate(rubric)]
        else:
            share = (most / len(rubrics)).quantize(Decimal("0.0001"))
            lines.append(Line(f"q{place}", "", share.normalize()))
    return tuple(lines)


def faults(
    lines: Sequence[Line],
    marks: Mapping[str, Decimal],
    *,
    step: Decimal | None = None,
    whole: bool = True,
) -> dict[str, MarkFault]:
    """What is wrong, by line; `whole` asks for a mark in every line, as handing in does."""
    found = {}
    for line in lines:
        given = marks.get(line.key)
        if given is None:
            if whole:
                found[line.key] = MarkFault.MISSING
        elif fault := _fault(given, line, step):
            found[line.key] = fault
    return found


def _fault(given: Decimal, line: Line, step: Decimal | None) -> MarkFault | None:
    if given < 0:
        return MarkFault.BELOW_NOTHING
    if given > line.most:
        return MarkFault.ABOVE_MOST
    if step and given % step:
        return MarkFault.BETWEEN_STEPS
    exponent = given.normalize().as_tuple().exponent
    return MarkFault.TOO_PRECISE if isinstance(exponent, int) and -exponent > PLACES else None


def total(lines: Sequence[Line], marks: Mapping[str, Decimal], most: Decimal) -> Fraction:
    """The sum of the marks, brought to the scale of the part where the lines have another one."""
    scale = sum((Fraction(line.most) for line in lines), Fraction(0))
    given = sum((Fraction(marks.get(line.key, Decimal(0))) for line in lines), Fraction(0))
    return given if scale in {0, Fraction(most)} else given * Fraction(most) / scale
