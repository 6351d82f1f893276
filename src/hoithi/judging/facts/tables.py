"""Points as offices send them in spreadsheets: what a file says, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hoithi.core.vietnamese.text import words_key
from hoithi.documents.spreadsheets.read import read_table
from hoithi.documents.spreadsheets.records import Column, Kind, Reason, Row, TableReading
from hoithi.judging.facts.lines import (
    Fault,
    HandPart,
    LineFault,
    TypedPoints,
    asks_passed,
    asks_points,
    faults_of,
)

_CODE = Column("code", ("Mã số", "Mã", "Mã đội"))
_NAME = Column("name", ("Đội thi, đơn vị", "Đội thi", "Đơn vị", "Họ và tên", "Tên"), required=True)
_BESIDE = Column("beside", ("Đơn vị, năm sinh",))
"""Tells people of one name apart who read the table; who is meant goes by the code."""
_POINTS = Column(
    "points",
    ("Điểm", "Tổng điểm", "Số điểm"),
    required=True,
    kind=Kind.NUMBER,
    note="Để trống nếu không dự phần thi này.",
)
_PASSED = Column(
    "passed",
    ("Đạt", "Kết quả đạt"),
    required=True,
    kind=Kind.MARK,
    note="Ghi x nếu đạt, ghi “không” nếu chưa đạt, để trống nếu không dự.",
)


@dataclass(frozen=True, slots=True)
class PointsReading:
    """What a file says: lines to enter only if nothing in it is faulty."""

    lines: tuple[TypedPoints, ...]
    faults: tuple[LineFault, ...]
    table: TableReading

    @property
    def usable(self) -> bool:
        """Whether every line can be taken: nothing is half-imported."""
        faulty = self.table.is_refused or self.table.faulty_lines or self.faults
        return bool(self.lines) and not faulty


def columns_of(part: HandPart) -> tuple[Column, ...]:
    """The table in which points of a part are sent: by code where the file has it, else by name."""
    asked = [_POINTS] * asks_points(part) + [_PASSED] * asks_passed(part)
    return (_CODE, _NAME, _BESIDE, *asked)


def read_points(
    data: bytes, name: str, part: HandPart, entrants: Sequence[tuple[int, str, str]]
) -> PointsReading:
    """The points in a spreadsheet; `entrants` are number, code (token) and name of each.

    A line without points is of somebody who did not take part. Bad input is answered with doubts
    and faults, never raised.
    """
    table = _without_absent(read_table(data, name, columns_of(part)))
    known = _Known(entrants)
    lines, faults = [], []
    for row in table.rows:
        if row.line in table.faulty_lines or _is_absent(row):
            continue
        found = known.entrant_of(row.values)
        if isinstance(found, Fault):
            faults.append(LineFault(found, row.line, row.values["name"]))
            continue
        points = Decimal(row.values.get("points") or 0)
        lines.append((row.line, TypedPoints(found, points, _passed(row.values))))
    faults += _faults_at_lines(part, lines)
    typed = tuple(line for _, line in lines)
    return PointsReading(typed, tuple(sorted(faults, key=lambda one: one.line)), table)


def _is_absent(row: Row) -> bool:
    return not (row.values.get("points") or row.values.get("passed"))


def _without_absent(table: TableReading) -> TableReading:
    """The reading in which a line without any result is no fault; half a result still is one."""
    absent = {row.line for row in table.rows if _is_absent(row)}
    kept = (
        doubt
        for doubt in table.doubts
        if not (doubt.reason is Reason.REQUIRED_EMPTY and doubt.line in absent)
    )
    return replace(table, doubts=tuple(kept))


class _Known:
    """Those for whom points can be entered, by code and by name."""

    def __init__(self, entrants: Sequence[tuple[int, str, str]]) -> None:
        self._codes = {code: entrant for entrant, code, _ in entrants}
        self._names: dict[str, list[int]] = {}
        for entrant, _, called in entrants:
            self._names.setdefault(words_key(called), []).append(entrant)

    def entrant_of(self, values: Mapping[str, str]) -> int | Fault:
        """The entrant of a line, or why it is nobody's."""
        if values["code"]:
            return self._codes.get(values["code"], Fault.UNKNOWN_ENTRANT)
        found = self._names.get(words_key(values["name"]), [])
        if len(found) > 1:
            return Fault.NAME_SHARED
        return found[0] if found else Fault.UNKNOWN_ENTRANT


def _passed(values: Mapping[str, str]) -> bool | None:
    return {"1": True, "0": False}.get(values.get("passed", ""))


def _faults_at_lines(part: HandPart, lines: Sequence[tuple[int, TypedPoints]]) -> list[LineFault]:
    """The faults of the lines themselves, with the line of the file."""
    typed = [line for _, line in lines]
    known = {line.entrant for line in typed}
    return [
        LineFault(fault.fault, lines[fault.line - 1][0], fault.what)
        for fault in faults_of(part, typed, known)
    ]
