"""Whether the bank has enough questions for each row of the papers that are drawn from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoithi.core.questions.checking.finding import Code, Fact, Finding, Findings, Grade

WORN = 50
"""Per cent of papers: a question seen in more of them is soon known to everybody."""


@dataclass(frozen=True)
class Row:
    """A row of the papers of a linked contest beside the questions that it may draw."""

    contest: str
    round: str
    group: str
    field: str
    difficulty: str
    """Empty where any will do."""
    needed: int
    available: int

    @property
    def exposure(self) -> int:
        """In how many of 100 papers each question of the row is expected, at most 100."""
        return min(100, round(100 * self.needed / self.available)) if self.available else 100


def exposed(rows: Sequence[Row]) -> Findings:
    """Rows that cannot be filled, and rows whose questions are in most papers."""
    for row in rows:
        facts: dict[str, Fact] = {
            "contest": row.contest,
            "round": row.round,
            "group": row.group,
            "field": row.field,
            "difficulty": row.difficulty,
            "needed": row.needed,
            "available": row.available,
            "exposure": row.exposure,
            "wanted": -(-row.needed * 100 // WORN),
        }
        if row.available < row.needed:
            yield Finding(Code.ROW_SHORT, Grade.MUST, (), facts)
        elif row.exposure > WORN:
            yield Finding(Code.ROW_WORN, Grade.SHOULD, (), facts)
