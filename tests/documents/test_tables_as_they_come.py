"""The table is found among titles, merged headings, numbering, totals and signatures."""

import pytest

from hoithi.documents.spreadsheets.read import read_table
from hoithi.documents.spreadsheets.records import Column, Doubt, Kind, Reason, Row, TableReading
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

TITLES = [
    ["UBND TỈNH QUẢNG NGÃI", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["XÃ BÌNH SƠN", None, "Độc lập - Tự do - Hạnh phúc"],
    [],
    ["DANH SÁCH CÁN BỘ, CÔNG CHỨC DỰ THI"],
    ["(Kèm theo Công văn số 12/UBND ngày 05 tháng 3 năm 2026)"],
]
SIGNED = [
    [None, "Tổng cộng", None, 2],
    [],
    [None, None, "Bình Sơn, ngày 05 tháng 3 năm 2026"],
    [None, "NGƯỜI LẬP BIỂU", None, "CHỦ TỊCH"],
    [None, "(Ký, ghi rõ họ tên)"],
    [],
    [None, "Lê Văn Cường", None, "Phạm Thị Dung"],
]


def test_a_plain_table_is_read_whole():
    assert read_table(xlsx([HEADING, AN_CELLS, HA_CELLS]), "ds.xlsx", PEOPLE) == TableReading(
        rows=(Row(2, AN), Row(3, HA)), doubts=(), sheet="Sheet1", heading_row=1
    )


def test_an_official_list_with_titles_numbering_total_and_signatures():
    numbering = ["(1)", "(2)", "(3)", "(4)"]
    lines = [*TITLES, HEADING, numbering, AN_CELLS, [], HA_CELLS, *SIGNED]
    reading = read_table(xlsx(lines, ["A4:D4", "C1:D1"]), "ds.xlsx", PEOPLE)
    assert reading == TableReading((Row(8, AN), Row(10, HA)), (), "Sheet1", 6)


def test_two_line_merged_headings_are_joined():
    columns = (
        Column("name", ("Họ tên",), required=True),
        Column("man", ("Năm sinh Nam",), kind=Kind.DATE),
        Column("woman", ("Năm sinh Nữ",), kind=Kind.DATE),
    )
    lines = [
        ["TT", "HỌ VÀ TÊN", "NĂM SINH", None, "Ghi chú"],
        [None, None, "Nam", "Nữ", None],
        [1, "Nguyễn Văn An", 1990, None, None],
        [2, "Trần Thị Hà", None, "1988", None],
    ]
    merged = ["A1:A2", "B1:B2", "C1:D1", "E1:E2"]
    reading = read_table(xlsx(lines, merged), "ds.xlsx", columns)
    assert (values(reading), reading.heading_row, reading.doubts) == (
        [
            {"name": "Nguyễn Văn An", "man": "1990", "woman": ""},
            {"name": "Trần Thị Hà", "man": "", "woman": "1988"},
        ],
        2,
        (),
    )


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(["TT", "HO VA TEN", "NGAY SINH", "SDT"], id="no signs, abbreviated"),
        pytest.param(["Số TT", "Họ  tên:", "Ngày tháng năm sinh", "Điện thoại"], id="variants"),
        pytest.param(["stt", "họ\nvà tên", "ngày sinh", "Số ĐT"], id="broken over two lines"),
        pytest.param(
            ["STT", "Họ và tên (*)", "Ngày sinh (dd/mm/yyyy)", "Số điện thoại liên hệ"],
            id="remarks",
        ),
        pytest.param(["STT", "Họ và tên", "Ngày sinh", "Số điện thoại"], id="decomposed"),
    ],
)
def test_headings_are_known_by_their_usual_variants(headings):
    reading = read_table(xlsx([headings, AN_CELLS]), "ds.xlsx", PEOPLE)
    assert (values(reading), reading.doubts) == ([AN], ())


def test_columns_may_stand_in_any_order_among_others():
    lines = [["Điện thoại", "Ghi chú", "Họ và tên"], ["0912345678", "x", "Nguyễn Văn An"]]
    assert values(read_table(xlsx(lines), "a.xlsx", PEOPLE)) == [{**AN, "born": ""}]


def test_the_sheet_that_fits_best_is_read():
    book = opened(xlsx([["Hướng dẫn"], ["Họ và tên: ghi đầy đủ"]]))
    sheet = book.create_sheet("Danh sách")
    for line in (HEADING, AN_CELLS):
        sheet.append(line)
    hidden = book.create_sheet("Ẩn")
    hidden.sheet_state = "hidden"
    reading = read_table(saved(book), "ds.xlsx", PEOPLE)
    assert (reading.sheet, values(reading), reading.doubts) == ("Danh sách", [AN], ())


def test_a_second_sheet_with_people_is_not_passed_over_in_silence():
    book = opened(xlsx([HEADING, AN_CELLS]))
    for line in (HEADING, HA_CELLS):
        book.create_sheet("Tổ 2") if "Tổ 2" not in book.sheetnames else None
        book["Tổ 2"].append(line)
    reading = read_table(saved(book), "ds.xlsx", PEOPLE)
    assert (values(reading), doubts(reading)) == ([AN], [(Reason.OTHER_SHEETS, 0, "")])


def test_sections_subtotals_and_example_lines_are_no_people():
    lines = [
        HEADING,
        ["Ví dụ", "Lê Văn Mẫu", "01/01/1980", "0900000000"],
        ["I", "KHỐI ĐẢNG"],
        AN_CELLS,
        [None, "Cộng: 01 người"],
        ["II", "KHỐI CHÍNH QUYỀN"],
        HA_CELLS,
        [None, "Danh sách gồm 02 người./."],
    ]
    reading = read_table(xlsx(lines, ["B3:D3"]), "ds.xlsx", PEOPLE)
    assert [row.line for row in reading.rows] == [4, 7]
    assert doubts(reading) == [(Reason.SECTION_LINE, 3, ""), (Reason.SECTION_LINE, 6, "")]


def test_a_line_with_a_gap_is_kept_and_doubted():
    lines = [HEADING, AN_CELLS, [2, None, "20/12/1988", "0987654321"], [3, "Lê Chi", None, None]]
    reading = read_table(xlsx(lines), "ds.xlsx", PEOPLE)
    assert values(reading) == [
        AN,
        {**HA, "name": ""},
        {"name": "Lê Chi", "born": "", "phone": ""},
    ]
    facts = {"heading": "Họ và tên", "value": ""}
    assert reading.doubts == (Doubt(Reason.REQUIRED_EMPTY, 3, "name", facts),)
    assert reading.faulty_lines == {3}


def test_people_below_the_signatures_are_reported():
    lines = [HEADING, AN_CELLS, [None, None, "NGƯỜI LẬP BIỂU"], HA_CELLS]
    reading = read_table(xlsx(lines), "ds.xlsx", PEOPLE)
    assert (values(reading), doubts(reading)) == ([AN], [(Reason.ROWS_BELOW_END, 4, "")])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([["Tên xã", "Dân số"]], [(Reason.NO_HEADING, 0, "")], id="another table"),
        pytest.param(
            [["STT", "Ngày sinh"], [1, "05/3/1990"]],
            [(Reason.MISSING_COLUMN, 1, "name")],
            id="required column missing",
        ),
        pytest.param([HEADING], [(Reason.NO_ROWS, 1, "")], id="only the heading"),
        pytest.param([[]], [(Reason.EMPTY_FILE, 0, "")], id="empty sheet"),
    ],
)
def test_a_file_without_the_table_is_refused(lines, expected):
    reading = read_table(xlsx(lines), "ds.xlsx", PEOPLE)
    assert (reading.rows, doubts(reading), reading.is_refused) == ((), expected, True)


def test_first_line_1_2_3_is_data_when_the_next_is_2():
    columns = (
        Column("in", ("Đến",), required=True, kind=Kind.WHOLE),
        Column("out", ("Đi",), required=True, kind=Kind.WHOLE),
    )
    lines = [["STT", "Đến", "Đi"], [1, 2, 3], [2, 5, 6]]
    assert values(read_table(xlsx(lines), "a.xlsx", columns)) == [
        {"in": "2", "out": "3"},
        {"in": "5", "out": "6"},
    ]


def test_a_heading_that_stands_twice_is_reported():
    lines = [["Họ và tên", "Ngày sinh", "Họ và tên"], ["An", "1990", "Bình"]]
    reading = read_table(xlsx(lines), "a.xlsx", PEOPLE)
    assert values(reading) == [{"name": "An", "born": "1990", "phone": ""}]
    facts = {"taken": 1, "left": 3}
    assert reading.doubts == (Doubt(Reason.HEADING_TWICE, 1, "name", facts),)


def test_posts_and_dates_in_words_do_not_end_a_table():
    columns = (
        Column("name", ("Họ và tên",), required=True),
        Column("post", ("Chức vụ",)),
        Column("born", ("Ngày sinh",), kind=Kind.DATE),
    )
    lines = [
        ["Họ và tên", "Chức danh", "Ngày sinh"],
        ["Lê An", "Chủ tịch", "ngày 05 tháng 3 năm 1970"],
        ["Lê Bình", "Kế toán", "ngày 06 tháng 01 năm 1980"],
        ["Lê Chi", None, None],
        ["Người lập biểu", None, "Chủ tịch"],
        ["Trần Dung", None, None],
    ]
    reading = read_table(xlsx(lines), "a.xlsx", columns)
    assert values(reading) == [
        {"name": "Lê An", "post": "Chủ tịch", "born": "1970-03-05"},
        {"name": "Lê Bình", "post": "Kế toán", "born": "1980-01-06"},
        {"name": "Lê Chi", "post": "", "born": ""},
    ]
    assert doubts(reading) == [(Reason.ROWS_BELOW_END, 6, "")]
