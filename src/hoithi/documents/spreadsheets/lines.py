"""Tells the lines of a table from the numbering, totals, sections and signatures around them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise, zip_longest

from hoithi.documents.spreadsheets.grid import Cell, Grid
from hoithi.documents.spreadsheets.headings import Heading, plain
from hoithi.documents.spreadsheets.records import Column
from hoithi.documents.spreadsheets.values import shown

Cells = Mapping[int, Cell]

_NUMBERING = re.compile(r"\(?(\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?")
_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng hợp|tổng|cộng)(?:\s*[:(].*|\s+(?:số|các|chung|toàn|cộng|\d).*)?",
    re.IGNORECASE,
)
# In whatever column, also behind a running number: no person and no question is called so.
_COUNTED_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng)\s*[:.]?\s*\d+(?:\s+[^\W\d_]+){0,3}\s*[./]*", re.IGNORECASE
)
_SECTION_NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")
# Said nowhere but below a table.
_SIGNING = re.compile(
    r"^(?:người lập|lập biểu|lập bảng|nơi nhận|xác nhận của)|^(?:tm|kt|tl|tuq|q)\. "
    r"|ký, ?(?:ghi rõ|đóng dấu|họ tên)",
    re.IGNORECASE,
)
# Said below a table, and in it: posts of people, days of birth in words.
_CLOSING = re.compile(
    r"^(?:ghi chú|lưu ý)\s*:|^(?:chủ tịch|phó chủ tịch|giám đốc|hiệu trưởng|bí thư)\b"
    r"|^(?:thủ trưởng|trưởng ban|trưởng phòng|kế toán)\b|ngày .{0,6}tháng .{0,6}năm"
    r"|(?:danh sách|ấn định).{0,30}\d+ (?:người|đồng chí|đơn vị|cán bộ)",
    re.IGNORECASE,
)
_ORDINAL = {"stt", "tt", "sott", "sothutu", "thutu"}


class LineKind(Enum):
    """What a line below the heading is."""

    DATA = auto()
    EXAMPLE = auto()
    NUMBERING = auto()
    TOTAL = auto()
    SECTION = auto()
    END = auto()
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class Table:
    """The part of a sheet that is the table, and the places in it that tell its lines apart."""

    grid: Grid
    heading: Heading
    columns: Sequence[Column]
    asked: frozenset[int]
    required: frozenset[int]
    ordinal: int

    def is_numbered(self, cells: Cells) -> bool:
        """True when the running number stands in its place."""
        cell = cells.get(self.ordinal)
        return cell is not None and shown(cell.value).strip(".) ").isdigit()

    def is_whole(self, cells: Cells) -> bool:
        """True when nothing required is missing.

        Where lines are numbered, a lonely text under the names without a number is not whole.
        """
        if not self.required <= cells.keys():
            return False
        filled = len(self.asked & cells.keys())
        return not self.ordinal or self.is_numbered(cells) or filled >= min(2, len(self.asked))


def make_table(grid: Grid, heading: Heading, columns: Sequence[Column]) -> Table:
    """The table below a heading; where no column is required, every found one tells a line."""
    places = heading.places
    required = frozenset(places[column.key] for column in columns if column.required)
    asked = frozenset(places.values())
    return Table(grid, heading, columns, asked, required or asked, _ordinal(grid, heading))


def _ordinal(grid: Grid, heading: Heading) -> int:
    """The place of the running number; 0 where the table has none."""
    for place in range(1, min(heading.places.values())):
        for line in range(heading.top, heading.bottom + 1):
            if plain(grid.heading_text(line, place)) in _ORDINAL:
                return place
    return 0


def sort_lines(table: Table) -> Iterator[tuple[int, LineKind]]:
    """Every filled line below the heading with what it is.

    Past the end of the table only the lines that look like data are named, each as `END`.
    """
    begun = False
    below = sorted(number for number in table.grid.lines if number > table.heading.bottom)
    for index, (line, following) in enumerate(zip_longest(below, below[1:])):
        kind = _kind_of(table, line, begun=begun)
        if kind is LineKind.NUMBERING and _counts_to_two(table, line, following):
            kind = LineKind.DATA
        if kind is LineKind.END:
            yield from _data_past_end(table, below[index + 1 :])
            return
        begun = begun or kind is LineKind.DATA
        yield line, kind


def _data_past_end(table: Table, lines: Sequence[int]) -> Iterator[tuple[int, LineKind]]:
    """Names of signers stand there too: where lines are numbered, only numbered ones are data."""
    for line in lines:
        cells = table.grid.lines[line]
        looks_so = table.is_numbered(cells) if table.ordinal else table.is_whole(cells)
        if looks_so and table.required <= cells.keys():
            yield line, LineKind.END


def _kind_of(table: Table, line: int, *, begun: bool) -> LineKind:
    cells = table.grid.lines[line]
    first = shown(cells[min(cells)].value)
    if plain(first) == "vidu":
        return LineKind.EXAMPLE
    if not begun and _is_numbering(cells):
        return LineKind.NUMBERING
    if any(_COUNTED_TOTAL.fullmatch(shown(cell.value).strip()) for cell in cells.values()):
        return LineKind.TOTAL
    if table.is_numbered(cells):
        return LineKind.DATA
    if _TOTAL.fullmatch(first):
        return LineKind.TOTAL
    is_whole = table.is_whole(cells)
    closes = _SIGNING.search(first) or (not is_whole and _says(cells, _CLOSING, _SIGNING))
    if begun and closes:
        return LineKind.END
    return LineKind.DATA if is_whole else _kind_of_partial(table, line, begun=begun)


def _says(cells: Cells, *patterns: re.Pattern[str]) -> bool:
    texts = [shown(cell.value) for cell in cells.values()]
    return any(pattern.search(text) for pattern in patterns for text in texts)


def _is_numbering(cells: Cells) -> bool:
    """True for "(1) (2) (3)", "A B 1 2" and the like: signs that count on from place to place."""
    if len(cells) < 2:
        return False
    found = [_NUMBERING.fullmatch(shown(cells[place].value)) for place in sorted(cells)]
    signs = [match[1] for match in found if match]
    if len(signs) < len(found):
        return False
    numbers = [int(sign) for sign in signs if sign.isdigit()]
    counts_on = all(after - before == 1 for before, after in pairwise(numbers))
    if not counts_on or (numbers and numbers[0] > 2):
        return False
    return len(signs) > 2 or "(" in shown(cells[min(cells)].value)


def _counts_to_two(table: Table, line: int, following: int | None) -> bool:
    """True when the running number is 1 here and 2 in the next line: these are data."""
    pair = [table.grid.lines[number].get(table.ordinal) for number in (line, following) if number]
    return [cell and shown(cell.value) for cell in pair] == ["1", "2"]


def _kind_of_partial(table: Table, line: int, *, begun: bool) -> LineKind:
    """A line that is not whole: a section's title, a stray remark, or data with a gap."""
    cells = table.grid.lines[line]
    if table.asked.isdisjoint(cells):
        return LineKind.SECTION if begun and _is_section(cells, table.ordinal) else LineKind.REMARK
    if _spans_columns(table, line) or _is_section(cells, table.ordinal):
        return LineKind.SECTION
    is_near_heading = not begun and line <= table.heading.bottom + 2
    if is_near_heading and table.ordinal and table.required.isdisjoint(cells):
        return LineKind.REMARK
    return LineKind.SECTION if len(cells) == 1 and len(table.asked) > 1 else LineKind.DATA


def _spans_columns(table: Table, line: int) -> bool:
    """True when one merged cell of the line covers several of the asked columns."""
    places = table.asked
    return any(
        area.top <= line <= area.bottom and len(places & set(range(area.left, area.right + 1))) > 1
        for area in table.grid.merged
        if area.right - area.left < 1_000
    )


def _is_section(cells: Cells, ordinal: int) -> bool:
    """True for "I | Xã An Bình": a Roman number or capital, then one title."""
    if len(cells) > 2:
        return False
    number = shown(cells[min(cells)].value)
    return min(cells) == ordinal and _SECTION_NUMBER.fullmatch(number) is not None
