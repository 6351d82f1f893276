"""A sheet as cells in places, whatever kind of file it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NamedTuple

Value = str | int | float | bool | date | datetime | time


class Cell(NamedTuple):
    """A cell that holds something; `font` and `number_format` are "" where the file has none."""

    value: Value
    font: str = ""
    number_format: str = ""
    is_error: bool = False
    is_uncomputed: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A merged range, lines and columns counted from 1, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: lines counted from 1 as the spreadsheet shows them; only filled cells are kept."""

    name: str
    lines: Mapping[int, Mapping[int, Cell]]
    merged: tuple[Area, ...] = ()
    owners: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def heading_text(self, line: int, column: int) -> str:
        """What a reader sees over this place: the cell, or the merged cell that covers it."""
        line, column = self.owners.get((line, column), (line, column))
        cell = self.lines.get(line, {}).get(column)
        return "" if cell is None else str(cell.value)

    def texts(self) -> Iterator[str]:
        """Every text of the sheet."""
        for cells in self.lines.values():
            for cell in cells.values():
                if isinstance(cell.value, str):
                    yield cell.value


# A heading is merged over few lines and columns; a hostile range over a million is not followed.
_LARGEST_AREA = 600
_MOST_AREAS = 20_000


def make_grid(
    name: str, lines: Mapping[int, Mapping[int, Cell]], merged: tuple[Area, ...] = ()
) -> Grid:
    """A grid that knows which merged cell covers which place."""
    owners = {
        (line, column): (area.top, area.left)
        for area in merged[:_MOST_AREAS]
        if (area.bottom - area.top + 1) * (area.right - area.left + 1) <= _LARGEST_AREA
        for line in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    }
    return Grid(name, lines, merged, owners)
