"""Damaged, huge and hostile files are answered with a doubt, soon, and never with an exception."""

import io
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.documents.spreadsheets.read import read_table
from hoithi.documents.spreadsheets.records import Reason, TableReading
from tests.documents.sheets import (
    AN,
    AN_CELLS,
    HA_CELLS,
    HEADING,
    PEOPLE,
    doubts,
    replaced,
    saved,
    values,
    xlsx,
)

GOOD = xlsx([HEADING, AN_CELLS, HA_CELLS], ["A5:B5"])
OLD = (Path(__file__).parent / "data" / "tcvn3.xls").read_bytes()
SHEET = "xl/worksheets/sheet1.xml"


def packed(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


ENTITIES = b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            packed(**{"xl/workbook.xml": b"<a/>", "xl/x.xml": b" " * 60_000_000}), id="ratio"
        ),
        pytest.param(
            packed(**{"xl/workbook.xml": b"<a/>"} | {f"xl/{n}": b"" for n in range(2_001)}),
            id="members",
        ),
        pytest.param(replaced(GOOD, SHEET, b"<worksheet", ENTITIES + b"<worksheet"), id="entities"),
        pytest.param(
            packed(**{"xl/workbook.xml": ENTITIES.decode().encode("utf-16")}), id="wide entities"
        ),
    ],
)
def test_bombs_are_refused_before_they_are_parsed(data):
    assert doubts(read_table(data, "a.xlsx", PEOPLE)) == [(Reason.BOMB, 0, "")]


def test_macros_are_neither_refused_nor_run():
    data = packed_beside(GOOD, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro")
    assert values(read_table(data, "a.xlsm", PEOPLE))[0] == AN


def packed_beside(data: bytes, name: str, content: bytes) -> bytes:
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, content)
    return target.getvalue()


def test_a_million_formatted_empty_lines_below_the_table_cost_nothing():
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(10, 1_000_000, 2))
    data = replaced(GOOD, SHEET, b"</sheetData>", empty.encode() + b"</sheetData>")
    begun = time.process_time()
    reading = read_table(data, "a.xlsx", PEOPLE)
    assert (len(reading.rows), time.process_time() - begun < 2) == (2, True)


def test_too_many_rows_are_refused():
    lines = b"STT,H\xe1\xbb\x8d t\xc3\xaan\n" + b"1,An\n" * 1_000_000
    assert doubts(read_table(lines, "a.csv", PEOPLE)) == [(Reason.TOO_MANY_ROWS, 0, "")]


@pytest.mark.long
def test_an_ordinary_list_is_read_in_two_seconds():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("DS")
    sheet.append(HEADING)
    for number in range(5_000):
        sheet.append([number + 1, *AN_CELLS[1:], *["đơn vị"] * 6])
    data = saved(book)
    begun = time.process_time()
    assert len(read_table(data, "a.xlsx", PEOPLE).rows) == 5_000
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("whole", [GOOD, OLD], ids=["xlsx", "xls"])
def test_half_files_never_raise(whole):
    for length in range(0, len(whole), 97):
        reading = read_table(whole[:length], "a", PEOPLE)
        assert isinstance(reading, TableReading)
        assert reading.rows or reading.is_refused


@pytest.mark.long
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_old_files_with_changed_bytes_never_raise(data):
    damaged = bytearray(OLD)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(512, len(OLD) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(read_table(bytes(damaged), "a.xls", PEOPLE), TableReading)


PARTS = [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]


@pytest.mark.long
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_new_files_with_changed_bytes_never_raise(data):
    part = data.draw(st.sampled_from(PARTS))
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        content = archive.read(part)
    start = data.draw(st.integers(0, len(content) - 1))
    old = content[start : start + data.draw(st.integers(1, 12))]
    new = data.draw(st.sampled_from([b"", b"9", b"x", b"<", b"&", b'"', b"-1", b"\xff", b"/>"]))
    damaged = replaced(GOOD, part, old, new)
    assert isinstance(read_table(damaged, "a.xlsx", PEOPLE), TableReading)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_noise_never_raises(noise):
    assert isinstance(read_table(noise, "a.csv", PEOPLE), TableReading)
