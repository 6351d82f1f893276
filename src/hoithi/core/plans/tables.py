"""Tables in a text: rows of cells, and what their heading says each column holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.outline import Node, head_of
from hoithi.core.plans.records import Assignment, Found

_NUMBERED = re.compile(r"\W*(?:tt|stt|so tt|s\.t\.t|tt\.)\W*(?:\t|$)")
_WHO = re.compile(
    r"(?:don vi|co quan|bo phan|phong|to)\b.*(?:thuc hien|chu tri|phu trach|phan cong)|"
    r"(?:chu tri|phu trach|thuc hien)$|"
    r"(?:ten )?(?:co quan|don vi)(?:[,/\s-]+(?:co quan|don vi))*\W*$"
)
_WHAT = re.compile(r"noi dung|cong viec|nhiem vu|hoat dong")
_DUE = re.compile(r"hoan thanh|thoi han|\bhan\b")
_AGENDA = re.compile(r"\bchuong trinh\b")
_ROW_NUMBER = re.compile(r"\W*\d{1,3}\W*(?:\t|$)")


@dataclass(frozen=True, slots=True)
class Row:
    """A row under its heading: cells with where they begin in the paragraph."""

    block: Block
    heading: tuple[str, ...]
    """The folded words of the columns."""

    def cells(self) -> list[tuple[str, int]]:
        """The cells and their places, empty ones too."""
        found: list[tuple[str, int]] = []
        at = 0
        for cell in self.block.text.split("\t"):
            found.append((cell.strip(), at + len(cell) - len(cell.lstrip())))
            at += len(cell) + 1
        return found

    def column(self, pattern: re.Pattern[str]) -> int | None:
        """The first column whose heading fits."""
        fitting = (at for at, name in enumerate(self.heading) if pattern.search(name))
        return next(fitting, None)


def rows(nodes: Iterable[Node]) -> Iterator[tuple[Node, Row]]:
    """The rows of all tables that have a heading; a line that is no row ends a table."""
    heading: tuple[str, ...] = ()
    for node in nodes:
        block = node.block
        if "\t" not in block.text:
            heading = heading if _is_gap(block) else ()
        elif _NUMBERED.match(block.bare):
            heading = tuple(block.bare.split("\t"))
        elif heading:
            yield node, Row(block, heading)


def _is_gap(block: Block) -> bool:
    """What may stand between the rows of a torn table."""
    return len(block.text) < 4


def due_column(row: Row) -> int | None:
    """The column that says until when a task is done."""
    return row.column(_DUE)


def read_task_tables(nodes: Sequence[Node]) -> tuple[Assignment, ...]:
    """Agencies of tables with a column "Đơn vị thực hiện", each with all its rows."""
    found: dict[str, Assignment] = {}
    for _node, row in rows(nodes):
        who, what = row.column(_WHO), row.column(_WHAT)
        cells = row.cells()
        if who is None or who >= len(cells) or not cells[who][0]:
            continue
        name, at = cells[who]
        task = cells[what][0] if what is not None and what < len(cells) else ""
        known = found.get(name.lower())
        tasks = (*known.tasks, task) if known else (task,)
        place = known.place if known else row.block.place(at, at + len(name))
        agency = known.agency if known else name
        found[name.lower()] = Assignment(agency, len(tasks), len(tasks), tasks, place)
    return tuple(found.values())


def read_agenda(nodes: Sequence[Node]) -> Found[int] | None:
    """How many numbered rows the programme has."""
    first: Node | None = None
    number = 0
    for node, row in rows(nodes):
        told = any(_AGENDA.search(head_of(above)) for above in node.path())
        if told and _ROW_NUMBER.match(row.block.bare):
            first, number = first or node, number + 1
    return Found(number, first.block.place()) if first else None
