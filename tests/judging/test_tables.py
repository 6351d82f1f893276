"""Points as offices send them in spreadsheets."""

import io
from decimal import Decimal

import openpyxl
import pytest

from hoithi.core.rulebook.parts import CheckPart, JuryPart
from hoithi.judging.facts import Fault, LineFault, TypedPoints, columns_of, read_points

SKIT = JuryPart(key="skit", title="Phần thi tiểu phẩm", most=Decimal(40))
TEAMS = [
    (1, "tok-1", "Đội xã Bình Phước"),
    (2, "tok-2", "Đội xã Bình Đông"),
    (3, "tok-3", "Đội liên quân"),
    (4, "tok-4", "Đội liên quân"),
]


def book(*rows):
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


HEAD = ["TT", "Mã số", "Đội thi", "Điểm"]


def read(*rows):
    return read_points(book(["BẢNG ĐIỂM"], HEAD, *rows), "diem.xlsx", SKIT, TEAMS)


def test_points_by_name_and_by_code():
    reading = read([1, None, "ĐỘI XÃ BÌNH PHƯỚC", 35.5], [2, "tok-4", "Đội liên quân", "38,25"])
    assert reading.usable
    assert reading.lines == (TypedPoints(1, Decimal("35.5")), TypedPoints(4, Decimal("38.25")))


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ([1, None, "Đội lạ", 3], LineFault(Fault.UNKNOWN_ENTRANT, 3, "Đội lạ")),
        ([1, None, "Đội liên quân", 3], LineFault(Fault.NAME_SHARED, 3, "Đội liên quân")),
        ([1, "tok-9", "Đội lạ", 3], LineFault(Fault.UNKNOWN_ENTRANT, 3, "Đội lạ")),
        ([1, "tok-2", "Đội xã Bình Đông", 41], LineFault(Fault.ABOVE_MOST, 3, "41")),
    ],
)  # fmt: skip
def test_a_faulty_line_makes_the_file_unusable(row, fault):
    reading = read(row, [2, None, "Đội xã Bình Phước", 35])
    assert (reading.usable, reading.faults) == (False, (fault,))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"\x00" * 100, book(["a"])])
def test_what_is_no_table_gives_doubts_and_no_lines(data):
    reading = read_points(data, "x.xlsx", SKIT, TEAMS)
    assert (reading.usable, reading.lines) == (False, ())


def test_a_line_without_points_is_of_somebody_absent():
    reading = read([1, None, "Đội xã Bình Phước", 35], [2, None, "Đội xã Bình Đông", None])
    assert (reading.usable, reading.lines) == (True, (TypedPoints(1, Decimal(35)),))


def test_faults_name_the_line_of_the_file_beside_unknown_teams():
    reading = read([1, None, "Đội lạ", 3], [2, "tok-2", "Đội xã Bình Đông", 41])
    assert reading.faults == (
        LineFault(Fault.UNKNOWN_ENTRANT, 3, "Đội lạ"),
        LineFault(Fault.ABOVE_MOST, 4, "41"),
    )


def test_a_check_without_a_scale_asks_only_who_passed():
    part = CheckPart(key="it-skills", title="Kỹ năng tin học")
    assert [column.key for column in columns_of(part)] == ["code", "name", "beside", "passed"]
    rows = ["tok-1", "A", "x"], ["tok-2", "B", "không"], ["tok-3", "C", None]
    data = book(["BẢNG KẾT QUẢ"], ["Mã số", "Họ và tên", "Đạt"], *rows)
    reading = read_points(data, "dat.xlsx", part, TEAMS)
    zero = Decimal(0)
    assert reading.lines == (TypedPoints(1, zero, passed=True), TypedPoints(2, zero, passed=False))
    assert reading.usable


def test_formula_cells_count_only_with_the_value_that_excel_left():
    reading = read([1, "tok-1", "Đội xã Bình Phước", "=10+20"])
    assert (reading.usable, reading.lines) == (False, ())
