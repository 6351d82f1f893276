"""Turns the texts of a sheet that were typed in TCVN3 or VNI fonts into Unicode."""

from collections import Counter

from hoithi.documents.legacy_text import (
    Encoding,
    encoding_of,
    evidence,
    is_surely_unicode,
    to_unicode,
)
from hoithi.documents.spreadsheets.grid import Cell, Grid, make_grid


def in_unicode(grid: Grid) -> tuple[Grid, Counter[Encoding]]:
    """The sheet with old texts converted cell by cell, and how many cells had each encoding."""
    usual = encoding_of(grid.texts())
    counts: Counter[Encoding] = Counter()
    lines: dict[int, dict[int, Cell]] = {}
    for number, cells in grid.lines.items():
        lines[number] = dict(cells)
        for place, cell in cells.items():
            encoding = _encoding_of(cell, usual)
            if encoding is not Encoding.UNICODE:
                counts[encoding] += 1
                lines[number][place] = _converted(cell, encoding)
    return (make_grid(grid.name, lines, grid.merged), counts) if counts else (grid, counts)


def _encoding_of(cell: Cell, usual: Encoding) -> Encoding:
    """What the words themselves say; where they leave it open, the font, then the whole sheet."""
    if not isinstance(cell.value, str) or cell.value.isascii() or is_surely_unicode(cell.value):
        return Encoding.UNICODE
    own = evidence(cell.value)
    likely = _encoding_of_font(cell.font) or usual
    votes = {Encoding.UNICODE: own.unicode, Encoding.TCVN3: own.tcvn3, Encoding.VNI: own.vni}
    if likely is not Encoding.UNICODE and votes[likely] >= max(votes.values()):
        return likely
    return own.encoding()


def _encoding_of_font(font: str) -> Encoding | None:
    if font.lower().startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if font.upper().startswith("VNI") else None


def _converted(cell: Cell, encoding: Encoding) -> Cell:
    text = to_unicode(str(cell.value), encoding)
    # ".VnTimeH" shows small letters as capitals, because TCVN3 has no capitals with tones.
    shows_capitals = cell.font.lower().startswith(".vn") and cell.font.endswith("H")
    return cell._replace(value=text.upper() if shows_capitals else text)
