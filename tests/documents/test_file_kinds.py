"""Every kind of spreadsheet is read, in every encoding, and anything else is refused by name."""

import io
import zipfile
from pathlib import Path

import pytest

from hoithi.documents.legacy_text import to_tcvn3, to_vni
from hoithi.documents.spreadsheets.read import read_table
from hoithi.documents.spreadsheets.records import Doubt, Reason, Row, TableReading
from tests.documents.sheets import (
    AN,
    AN_CELLS,
    HA,
    HA_CELLS,
    HEADING,
    PEOPLE,
    doubts,
    moment,
    replaced,
    values,
    xlsx,
)

DATA = Path(__file__).parent / "data"
LINES = (
    "STT,Họ và tên,Ngày sinh,Số điện thoại\n"
    '1,Nguyễn Văn An,05/3/1990,"0912345678"\n'
    "2,Trần Thị Hà,20/12/1988,0987654321\n"
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(LINES.encode(), id="utf-8"),
        pytest.param(LINES.encode("utf-8-sig"), id="utf-8 with mark"),
        pytest.param(LINES.encode("utf-16"), id="utf-16 with mark"),
        pytest.param(LINES.encode("utf-16-le"), id="utf-16 without mark"),
        pytest.param(LINES.replace(",", "\t").encode("utf-16"), id="Excel's Unicode text"),
        pytest.param(LINES.replace(",", ";").encode(), id="semicolons"),
        pytest.param(("sep=;\n" + LINES.replace(",", ";")).encode(), id="separator stated"),
        pytest.param(LINES.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(to_tcvn3(LINES).encode("latin-1"), id="TCVN3"),
        pytest.param(to_vni(LINES).encode("latin-1"), id="VNI"),
    ],
)
def test_csv_in_every_encoding(data):
    reading = read_table(data, "ds.csv", PEOPLE)
    assert (values(reading), reading.doubts) == ([AN, HA], ())
    assert [row.line for row in reading.rows] == [2, 3]


def test_csv_in_windows_1258():
    decomposed = LINES.replace("ọ", "o\u0323").replace("ễ", "ê\u0303").replace("ầ", "â\u0300")
    decomposed = decomposed.replace("ị", "i\u0323").replace("ố", "ô\u0301").replace("ệ", "ê\u0323")
    decomposed = decomposed.replace("ạ", "a\u0323").encode("cp1258")
    assert values(read_table(decomposed, "ds.csv", PEOPLE)) == [AN, HA]


def test_old_excel_with_an_old_font():
    reading = read_table((DATA / "tcvn3.xls").read_bytes(), "tcvn3.xls", PEOPLE)
    assert (values(reading), [row.line for row in reading.rows]) == ([AN, HA], [4, 5])
    assert doubts(reading) == [
        (Reason.CONVERTED_TEXT, 0, ""),
        (Reason.LEADING_ZERO_RESTORED, 4, "phone"),
    ]


@pytest.mark.parametrize(("font", "encode"), [(".VnTime", to_tcvn3), ("VNI-Times", to_vni)])
def test_old_fonts_in_xlsx(font, encode):
    lines = [[encode(str(cell)) for cell in line] for line in (HEADING, AN_CELLS, HA_CELLS)]
    fonts = {f"{letter}{line}": font for letter in "ABCD" for line in (1, 2, 3)}
    reading = read_table(xlsx(lines, fonts=fonts), "ds.xlsx", PEOPLE)
    assert (values(reading), doubts(reading)) == ([AN, HA], [(Reason.CONVERTED_TEXT, 0, "")])


def test_a_font_of_capitals_gives_capitals():
    lines = [HEADING, [1, to_tcvn3("nguyễn văn an"), "1990", None]]
    reading = read_table(xlsx(lines, fonts={"B2": ".VnTimeH"}), "ds.xlsx", PEOPLE)
    assert values(reading) == [{"name": "NGUYỄN VĂN AN", "born": "1990", "phone": ""}]


def test_typed_dates_and_numbers_of_excel():
    lines = [HEADING, [1, "Nguyễn Văn An", moment(1990, 3, 5), 912345678]]
    reading = read_table(xlsx(lines), "ds.xlsx", PEOPLE)
    facts = {"heading": "Số điện thoại", "value": "912345678"}
    note = Doubt(Reason.LEADING_ZERO_RESTORED, 2, "phone", facts)
    assert reading == TableReading((Row(2, AN),), (note,), "Sheet1", 1)


def test_swapped_american_dates_are_suspected():
    lines = [HEADING, *([1, "An", moment(1990, 5, day), None] for day in (3, 4, 5))]
    lines.append([4, "Bình", "25/03/1990", None])
    reading = read_table(xlsx(lines), "ds.xlsx", PEOPLE)
    assert doubts(reading) == [(Reason.DATES_MAY_BE_SWAPPED, 0, "born")]


def test_formulas_give_their_stored_value_or_a_doubt():
    data = xlsx([HEADING, [1, "=A2&B1", "1990", None]])
    assert doubts(read_table(data, "a.xlsx", PEOPLE)) == [(Reason.FORMULA_NOT_COMPUTED, 2, "name")]
    sheet = "xl/worksheets/sheet1.xml"
    stored = replaced(data, sheet, b"</f><v></v>", b"</f><v>7</v>")
    assert values(read_table(stored, "a.xlsx", PEOPLE))[0]["name"] == "7"


def test_malformed_styles_do_not_refuse_a_good_table():
    data = xlsx([HEADING, AN_CELLS])
    broken = replaced(data, "xl/styles.xml", b'patternType="gray125"', b'patternType="nonsense"')
    assert values(read_table(broken, "a.xlsx", PEOPLE)) == [AN]


def word_file() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "reason", "facts"),
    [
        pytest.param(b"", Reason.EMPTY_FILE, {}, id="nothing"),
        pytest.param(b" \r\n\r\n", Reason.EMPTY_FILE, {}, id="blank"),
        pytest.param(b"%PDF-1.7", Reason.NOT_A_SPREADSHEET, {"found": "pdf"}, id="pdf"),
        pytest.param(
            b"<html><table><tr>", Reason.NOT_A_SPREADSHEET, {"found": "html"}, id="html as .xls"
        ),
        pytest.param(word_file(), Reason.NOT_A_SPREADSHEET, {"found": "docx"}, id="docx"),
        pytest.param(b"MZ\x90\x00", Reason.NOT_A_SPREADSHEET, {"found": "program"}, id="program"),
        pytest.param(
            b"\x01\x00\x05\x07", Reason.NOT_A_SPREADSHEET, {"found": "binary"}, id="noise"
        ),
        pytest.param(b"PK\x03\x04 and no more", Reason.DAMAGED, {}, id="half a zip"),
        pytest.param(
            b"x" * (21 * 1024**2), Reason.TOO_BIG, {"megabytes": 21, "at_most": 20}, id="too big"
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Reason.PASSWORD,
            {},
            id="password",
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            Reason.NOT_A_SPREADSHEET,
            {"found": "ole"},
            id="old word",
        ),
    ],
)
def test_other_files_are_refused_by_name(data, reason, facts):
    reading = read_table(data, "ds.xlsx", PEOPLE)
    assert reading == TableReading(doubts=(Doubt(reason, facts=facts),))
