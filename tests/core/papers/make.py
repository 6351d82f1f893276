"""Small banks and blueprints."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hoithi.core.papers.records import BankQuestion, Blueprint
from hoithi.core.rulebook.parts import Difficulty, Draw

LEVELS = (Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD)


def bank(*fields: tuple[str, int], **facts: Any) -> list[BankQuestion]:
    """So many questions of each field, the difficulties in turn, four options each."""
    facts = {"options": 4} | facts
    found: list[BankQuestion] = []
    for field, count in fields:
        first = len(found) + 1
        found += [
            BankQuestion(first + n, field, LEVELS[n % len(LEVELS)], **facts) for n in range(count)
        ]
    return found


def rows(*wanted: tuple[str, int], **facts: Any) -> Blueprint:
    """A blueprint of so many questions from each field."""
    return Blueprint(tuple(Draw(field=field, count=count) for field, count in wanted), **facts)


def critical_chi_square(degrees: int, z: Decimal = Decimal("3.09")) -> Decimal:
    """Wilson and Hilferty's value that chance passes once in a thousand times (z = 3.09)."""
    spread = Decimal(2) / (9 * degrees)
    return degrees * (1 - spread + z * spread.sqrt()) ** 3


def questions_of(lines: Sequence[Any]) -> list[int]:
    """The versions of a paper in the order shown."""
    return [line.question for line in lines]


PAIRED = [
    BankQuestion(1, "a", Difficulty.EASY, options=4, never_with=frozenset({2})),
    *(BankQuestion(n, "a", Difficulty.EASY, options=4) for n in range(2, 7)),
]
"""Six questions of which the first two exclude one another."""
