"""The ranking of a draft as a table to be taken away; names are masked in it."""

from collections.abc import Iterator

from hoithi.documents.spreadsheets import Column, Kind, Out, write_csv, write_table
from hoithi.results.facts.snapshot import LINES_A_CHUNK, Head, Line
from hoithi.results.models import Draft
from hoithi.results.queries import stored
from hoithi.wording.placings import key_title, value_text

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FIRST = (
    Column("place", ("Hạng",), kind=Kind.WHOLE),
    Column("name", ("Họ và tên",)),
    Column("group", ("Nhóm đối tượng",)),
    Column("unit", ("Đơn vị dự thi",)),
)
_LAST = (Column("sittings", ("Số lượt thi",), kind=Kind.WHOLE), Column("prize", ("Giải",)))


def ranking_table(draft: Draft, kind: str) -> tuple[bytes, str]:
    """The bytes and the media type of the ranking as `xlsx` or `csv`."""
    head = stored.head(draft.pk)
    keys = tuple(Column(f"key_{n}", (key_title(key),)) for n, key in enumerate(head.keys))
    columns = (*_FIRST, *keys, *_LAST)
    rows = _rows(draft, head)
    if kind == "csv":
        return write_csv(columns, rows), "text/csv; charset=utf-8"
    title = f"KẾT QUẢ XẾP HẠNG {head.round_title or head.contest}".upper()
    remarks = (f"{head.contest}", f"Bản số {draft.number}, mã băm {draft.sha256[:16]}")
    return write_table(title, columns, rows, remarks), _XLSX


def _rows(draft: Draft, head: Head) -> Iterator[list[Out]]:
    groups = dict(head.groups)
    for first in range(0, head.lines, LINES_A_CHUNK):
        for line in stored.lines(draft.pk, first, first + LINES_A_CHUNK):
            yield _row(line, head, groups)


def _row(line: Line, head: Head, groups: dict[str, str]) -> list[Out]:
    unit = head.units[line.unit].name if line.unit >= 0 else ""
    values = [value_text(key, value) for key, value in zip(head.keys, line.values, strict=True)]
    group = groups.get(line.group, line.group)
    return [line.place, line.name, group, unit, *values, line.sittings, line.prize]
