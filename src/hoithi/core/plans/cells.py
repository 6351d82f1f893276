"""Tables whose cells a page told one below the other, told again as rows."""

import re
from collections.abc import Iterator, Sequence

from hoithi.core.plans.lexicon import any_of
from hoithi.core.plans.normal import Line

_RANK = re.compile(rf"\W*giai\s+(?:thuong\s+)?{any_of('prize_ranks')}\W*")
_FIGURE = re.compile(r"(?:0?\d{1,2}(?:\s*giai)?|\d{1,3}(?:[.,]\d{3})+\s*(?:d|dong|vnd)?)\W*")
_MOST_CELLS = 3
_LEAST_CELLS = 2


def in_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a text; "Giải Nhất / 01 / 800.000" on lines of their own is one row."""
    at = 0
    while at < len(lines):
        figures = _figures_after(lines, at) if _RANK.fullmatch(lines[at].bare) else []
        if len(figures) < _LEAST_CELLS:
            yield lines[at]
            at += 1
            continue
        yield _row([lines[at], *(lines[one] for one in figures)])
        at = figures[-1] + 1


def _figures_after(lines: Sequence[Line], at: int) -> list[int]:
    """The lines that hold one figure each, empty ones between them aside."""
    found: list[int] = []
    for index in range(at + 1, min(at + 2 * _MOST_CELLS + 1, len(lines))):
        if not lines[index].text:
            continue
        if len(found) == _MOST_CELLS or not _FIGURE.fullmatch(lines[index].bare):
            break
        if found and len(lines[index].text) < _LEAST_CELLS + 1:
            break  # The number of the next row.
        found.append(index)
    return found


def _row(cells: Sequence[Line]) -> Line:
    """One line of cells; what comes from lines below is placed at the end of the first."""
    first = cells[0]
    text = "\t".join(cell.text for cell in cells)
    ends = (first.columns[len(first.text)],) * (len(text) - len(first.text))
    columns = (*first.columns[: len(first.text)], first.columns[len(first.text)], *ends)
    return Line(first.number, text, "\t".join(cell.bare for cell in cells), columns)
