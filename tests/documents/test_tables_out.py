"""Tables that are written open in Excel as they should, and come back through the reader."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.documents.spreadsheets import (
    Column,
    Kind,
    Reason,
    give_back,
    read_table,
    template,
    write_csv,
    write_table,
)
from tests.documents.sheets import (
    AN,
    AN_CELLS,
    HA,
    HA_CELLS,
    HEADING,
    PEOPLE,
    doubts,
    opened,
    saved,
    values,
    xlsx,
)

COLUMNS = (*PEOPLE, Column("points", ("Điểm",), kind=Kind.NUMBER))
ROWS = [
    ["Nguyễn Văn An", date(1990, 3, 5), "0912345678", Decimal("92.5")],
    ["=cmd|' /C calc'!A0", None, "+84 912", -1],
]


def test_a_table_has_title_frozen_heading_and_typed_cells():
    sheet = opened(write_table("Kết quả tuần 1", COLUMNS, ROWS, ["Đơn vị: Xã Bình Sơn"])).active
    assert [[cell.value for cell in line] for line in sheet.iter_rows()][:4] == [
        ["Kết quả tuần 1", None, None, None],
        ["Đơn vị: Xã Bình Sơn", None, None, None],
        [None, None, None, None],
        ["Họ và tên", "Ngày sinh", "Số điện thoại", "Điểm"],
    ]
    assert (sheet.title, sheet.freeze_panes, sheet.print_title_rows) == (
        "Kết quả tuần 1",
        "A5",
        "$4:$4",
    )
    types = [[cell.data_type for cell in line] for line in sheet.iter_rows(min_row=5)]
    assert types == [["s", "d", "s", "n"], ["s", "n", "s", "n"]]


def test_a_text_that_looks_like_a_formula_stays_a_text():
    cell = opened(write_table("T", COLUMNS, ROWS)).active["A5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=cmd|' /C calc'!A0", "s", True)


def test_csv_is_marked_and_guarded():
    data = write_csv(
        COLUMNS, [*ROWS, ["@SUM(A1)", datetime(2026, 3, 5, 1, tzinfo=UTC), "\t=1", True]]
    )
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n") == [
        "Họ và tên,Ngày sinh,Số điện thoại,Điểm",
        "Nguyễn Văn An,1990-03-05,0912345678,92.5",
        "'=cmd|' /C calc'!A0,,'+84 912,-1",
        "'@SUM(A1),2026-03-05T01:00:00+00:00,'\t=1,1",
        "",
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_whatever_is_written_opens_again_as_text(texts):
    columns = [Column(f"c{n}", (f"Cột {n}",)) for n in range(len(texts))]
    sheet = opened(write_table("Bảng", columns, [texts])).active
    assert all(cell.data_type in {"s", "n"} for cell in next(sheet.iter_rows(min_row=4)))


def test_moments_are_written_as_the_time_in_vietnam():
    column = Column("at", ("Lúc",), kind=Kind.DATE)
    data = write_table("T", [column], [[datetime(2026, 3, 5, 18, tzinfo=UTC)]])
    assert opened(data).active["A4"].value.isoformat() == "2026-03-06T01:00:00"


@pytest.mark.parametrize(
    ("title", "name"), [("a/b:c" * 20, "abc" * 10 + "a"), ("[?]", "Danh sách")]
)
def test_any_title_makes_a_sheet_name(title, name):
    assert opened(write_table(title, COLUMNS, [])).sheetnames == [name]


FORM = (*PEOPLE, Column("sex", ("Giới tính",), choices=("Nam", "Nữ"), note="Theo giấy tờ"))


def test_a_filled_form_is_read_without_its_example():
    book = opened(template(FORM, "DANH SÁCH DỰ THI", [{**AN, "sex": "Nam"}]))
    assert book.sheetnames == ["DANH SÁCH DỰ THI", "Danh mục", "Hướng dẫn"]
    sheet = book["DANH SÁCH DỰ THI"]
    assert [cell.value for cell in sheet[4]] == [
        "STT",
        "Họ và tên (*)",
        "Ngày sinh",
        "Số điện thoại",
        "Giới tính",
    ]
    sheet.append([1, "Trần Thị Hà", "20/12/1988", "0987654321", "Nữ"])
    from_form = read_table(saved(book), "form.xlsx", FORM)
    assert (values(from_form), from_form.doubts) == ([{**HA, "sex": "Nữ"}], ())


def test_the_form_offers_the_choices():
    sheet = opened(template(FORM, "T")).worksheets[0]
    (validation,) = sheet.data_validations.dataValidation
    assert (validation.formula1, str(validation.sqref)) == ("'Danh mục'!$E$1:$E$2", "E5:E2004")


FAULTY = [HEADING, AN_CELLS, [2, None, "30/02/1990", "12"], HA_CELLS]
REASONS = {3: "Thiếu họ và tên; ngày sinh 30/02/1990 không có thật."}


def test_a_faulty_file_goes_back_with_reasons_and_colours():
    data = xlsx([["DANH SÁCH"], *FAULTY], ["A1:D1"])
    reading = read_table(data, "ds.xlsx", PEOPLE)
    sheet = opened(give_back(data, "ds.xlsx", {4: "=Sai"}, reading)).active
    assert [cell.value for cell in sheet["E"]] == [None, "Lý do", None, "=Sai", None]
    assert (sheet["E4"].data_type, [c.fill.fill_type for c in sheet["B"]]) == (
        "s",
        [None, None, None, "solid", None],
    )


def test_given_back_twice_shows_the_newer_reasons_only():
    once = give_back(xlsx(FAULTY), "ds.xlsx", REASONS)
    twice = opened(give_back(once, "ds.xlsx", {4: "Trùng người ở dòng 2.", 0: "Còn 1 dòng sai."}))
    assert [cell.value for cell in twice.active["E"]] == [
        "Lý do",
        None,
        None,
        "Trùng người ở dòng 2.",
        None,
        "Còn 1 dòng sai.",
    ]
    fills = [cell.fill.fill_type for cell in twice.active["A"]]
    assert fills == [None, None, None, "solid", None, "solid"]


def test_a_csv_goes_back_as_a_spreadsheet():
    data = "Họ và tên;Ngày sinh\n=1+1;1990\n".encode()
    sheet = opened(give_back(data, "ds.csv", {2: "Sai."})).active
    assert [[c.value for c in line] for line in sheet] == [
        ["Họ và tên", "Ngày sinh", "Lý do"],
        ["=1+1", "1990", "Sai."],
    ]
    assert sheet["A2"].data_type == "s"


def test_a_file_that_cannot_be_opened_goes_back_as_its_reasons():
    sheet = opened(give_back(b"%PDF-1.7", "ds.xlsx", {0: "Tệp này là PDF."})).active
    assert [[c.value for c in line] for line in sheet] == [
        ["Dòng", "Lý do"],
        ["Cả tệp", "Tệp này là PDF."],
    ]


def test_what_is_given_back_is_read_again():
    back = give_back(xlsx(FAULTY), "ds.xlsx", REASONS)
    reading = read_table(back, "ds.xlsx", PEOPLE)
    assert doubts(reading) == [
        (Reason.REQUIRED_EMPTY, 3, "name"),
        (Reason.IMPOSSIBLE_DATE, 3, "born"),
        (Reason.NOT_A_PHONE, 3, "phone"),
    ]
