"""Points below nothing and shares beyond a hundred, wherever they stand."""

from decimal import Decimal

from hoithi.core.rulebook.checks.finding import FindingCode, Findings, contradiction
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import Criterion, Draw, PaperPart
from hoithi.core.rulebook.ranking import Term
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import Leaf
from hoithi.core.rulebook.walk import Told, walk


def check(rulebook: Rulebook) -> Findings:
    """Every number within what it can mean."""
    for told in walk(rulebook):
        shape = told.field.shape
        if isinstance(shape, Leaf) and isinstance(told.value, Decimal):
            yield from _number(told, shape, told.value)


def _number(told: Told, shape: Leaf, value: Decimal) -> Findings:
    if shape.kind == "percent" and not 0 <= value <= 100:
        yield contradiction(told.path, FindingCode.PERCENT_OUT_OF_RANGE, value=str(value))
    # The weight of a term may well take points away.
    if shape.kind == "points" and value < 0 and not _is_weight(told.owner, told.field.name):
        yield contradiction(told.path, FindingCode.POINTS_NEGATIVE, value=str(value))
    # Essays may be worth nothing in the paper: their points come from the part that marks them.
    essay = isinstance(told.owner, Draw) and told.owner.essay
    worth = isinstance(told.owner, PaperPart | Draw) and told.field.name == "points" and not essay
    line = isinstance(told.owner, Criterion) and told.field.name == "most"
    if value == 0 and (worth or line):
        yield contradiction(told.path, FindingCode.POINTS_NOTHING)


def _is_weight(owner: Record, name: str) -> bool:
    return isinstance(owner, Term) and name == "weight"
