"""The lines of a document, cut where facts begin and end, so that words link to what they say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from hoithi.core.plans.normal import BREAKS
from hoithi.plans.models import Understood

_LONGEST = 4_000
"""Of a line that is shown; no paragraph of a plan is longer."""


@dataclass(frozen=True)
class Piece:
    """Words of a line, and the fact that was read from them; the narrowest where several were."""

    text: str
    fact: Understood | None = None


@dataclass(frozen=True)
class Line:
    """A line of the document that says something."""

    number: int
    pieces: tuple[Piece, ...]


def lines(text: str, rows: Iterable[Understood]) -> Iterator[Line]:
    """The lines of a text with what was read from their words."""
    told: dict[int, list[Understood]] = {}
    for row in rows:
        if row.line and row.state != "refused":
            told.setdefault(row.line, []).append(row)
    for number, line in enumerate(BREAKS.split(text), 1):
        if line.strip():
            yield Line(number, tuple(_pieces(line[:_LONGEST], told.get(number, []))))


def _pieces(line: str, rows: list[Understood]) -> Iterator[Piece]:
    spans = [(row.start, min(_end(row, line), len(line)), row) for row in rows]
    cuts = sorted({0, len(line), *(at for start, end, _ in spans for at in (start, end))})
    for start, end in pairwise(cut for cut in cuts if cut <= len(line)):
        over = [(b - a, row.ordinal, row) for a, b, row in spans if a <= start and end <= b]
        yield Piece(line[start:end], min(over, key=lambda one: one[:2])[2] if over else None)


def _end(row: Understood, line: str) -> int:
    """Where its words end on their first line."""
    return row.end if row.last_line == row.line else len(line)
