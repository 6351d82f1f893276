"""What the cells of an .xlsx file look like, for readers to whom a bold cell says something."""

from collections.abc import Iterator, Mapping
from typing import Any

from hoithi.documents.spreadsheets.container import is_zip
from hoithi.documents.spreadsheets.from_xlsx import BROKEN, MAX_CELLS, MAX_SHEETS, opened

Looks = Mapping[tuple[int, int], frozenset[str]]
"""By line and column, counted from 1: "bold", "underline", "colour", "highlight"."""
_DARK_THEMES = frozenset({0, 1, 2, 3})
"""Text and background colours of a theme, dark and light."""
_DARK = frozenset({"FF000000", "00000000"})
_AUTOMATIC = 64
"""From this index on a colour is the one of the system."""
_INDEXED_BLACK = frozenset({0, 8})


def looks_of_cells(data: bytes) -> dict[str, Looks]:
    """By sheet the filled cells that stand out; {} for other files than .xlsx."""
    if not is_zip(data):
        return {}
    try:
        workbook = opened(data)
    except BROKEN:
        return {}
    try:
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        return {sheet.title: dict(_standing_out(sheet)) for sheet in sheets[:MAX_SHEETS]}
    except BROKEN:
        return {}
    finally:
        workbook.close()


def _standing_out(sheet: Any) -> Iterator[tuple[tuple[int, int], frozenset[str]]]:
    sheet.reset_dimensions()
    visited = 0
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        visited += len(cells) + 1
        if visited > MAX_CELLS:
            return
        for cell in cells:
            if cell.value is not None and (looks := _looks(cell)):
                yield (line, cell.column), looks


def _looks(cell: Any) -> frozenset[str]:
    font, fill = cell.font, cell.fill
    told = {
        "bold": bool(font.b),
        "underline": font.u not in (None, "none"),
        "colour": _is_coloured(font.color),
        "highlight": fill is not None and fill.fill_type not in (None, "none"),
    }
    return frozenset(name for name, has in told.items() if has)


def _is_coloured(colour: Any) -> bool:
    if colour is None:
        return False
    if colour.type == "theme":
        return colour.theme not in _DARK_THEMES
    if colour.type == "indexed":
        return colour.indexed < _AUTOMATIC and colour.indexed not in _INDEXED_BLACK
    return colour.type == "rgb" and colour.rgb not in _DARK
