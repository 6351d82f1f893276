"""Opens a spreadsheet of any kind: its sheets, or the reason why it cannot be used."""

from dataclasses import dataclass

from hoithi.documents.spreadsheets import from_csv, from_xls, from_xlsx
from hoithi.documents.spreadsheets.container import is_ole, is_zip, refusal
from hoithi.documents.spreadsheets.grid import Grid
from hoithi.documents.spreadsheets.old_fonts import in_unicode
from hoithi.documents.spreadsheets.records import Doubt, Reason, TableReading, refused


@dataclass(frozen=True, slots=True)
class Source:
    """The filled sheets of a file, all text in Unicode, and what was converted for that."""

    grids: tuple[Grid, ...]
    doubts: tuple[Doubt, ...] = ()


def open_source(data: bytes, name: str) -> Source | TableReading:
    """The sheets, or the refusing reading of a file that cannot be used."""
    if (bad := refusal(data)) is not None:
        return bad
    try:
        grids = _grids(data, name)
    except from_xlsx.TooManyRowsError:
        return refused(Reason.TOO_MANY_ROWS, at_most=from_xlsx.MAX_LINES)
    except from_xls.PasswordError:
        return refused(Reason.PASSWORD)
    except (*from_xlsx.BROKEN, *from_xls.BROKEN, *from_csv.BROKEN):
        return refused(Reason.DAMAGED)
    filled = [in_unicode(grid) for grid in grids if grid.lines]
    if not filled:
        return refused(Reason.EMPTY_FILE)
    doubts = tuple(
        Doubt(
            Reason.CONVERTED_TEXT, facts={"sheet": grid.name, "encoding": encoding, "cells": cells}
        )
        for grid, counts in filled
        for encoding, cells in counts.items()
    )
    return Source(tuple(grid for grid, _ in filled), doubts)


def _grids(data: bytes, name: str) -> list[Grid]:
    if is_zip(data):
        return from_xlsx.read_xlsx(data)
    return from_xls.read_xls(data) if is_ole(data) else from_csv.read_csv(data, name)
