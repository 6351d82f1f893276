"""Outlines as officials type them."""

import pytest

from hoithi.core.reporting import outlines
from hoithi.core.reporting.outlines import (
    AskedTable,
    CellKind,
    Outline,
    Section,
    TableColumn,
    read_outline,
    sections_text,
    tables_text,
)

SECTIONS = """I. Công tác chỉ đạo, triển khai
- Nêu số, ký hiệu các văn bản đã ban hành
II. Kết quả thực hiện

III. Khó khăn, vướng mắc và đề nghị"""
TABLES = """Bảng 1. Kết quả tuyên truyền
- Hình thức
- Số lượt (số)
- Ngày thực hiện (Ngày)"""
OUTLINE = Outline(
    (
        Section("I. Công tác chỉ đạo, triển khai", "Nêu số, ký hiệu các văn bản đã ban hành"),
        Section("II. Kết quả thực hiện"),
        Section("III. Khó khăn, vướng mắc và đề nghị"),
    ),
    (
        AskedTable(
            "Bảng 1. Kết quả tuyên truyền",
            (
                TableColumn("Hình thức"),
                TableColumn("Số lượt", CellKind.NUMBER),
                TableColumn("Ngày thực hiện", CellKind.DATE),
            ),
        ),
    ),
)


def test_headings_guidance_tables_and_kinds_of_columns_are_read():
    assert read_outline(SECTIONS, TABLES) == OUTLINE


def test_what_was_read_is_written_so_that_it_reads_the_same():
    texts = sections_text(OUTLINE.sections), tables_text(OUTLINE.tables)
    assert read_outline(*texts) == OUTLINE


@pytest.mark.parametrize(
    ("sections", "tables", "refusal"),
    [
        pytest.param("", " \n ", outlines.OutlineEmpty, id="nothing"),
        pytest.param("- Nêu số liệu", "", outlines.NoHeadingAbove, id="guidance of no heading"),
        pytest.param("", "Bảng 1", outlines.ColumnsMissing, id="no column"),
        pytest.param("", "B\n- Số\n- số", outlines.ColumnTwice, id="one column twice"),
        pytest.param("x" * 301, "", outlines.OutlineTooLong, id="a long heading"),
        pytest.param("Mục\n" * 41, "", outlines.OutlineTooLong, id="too many headings"),
        pytest.param("", "B\n" + "".join(f"- C{n}\n" for n in range(21)),
                     outlines.OutlineTooLong, id="too many columns"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused(sections, tables, refusal):
    with pytest.raises(refusal):
        read_outline(sections, tables)


def test_a_column_called_only_by_its_kind_keeps_its_name():
    (table,) = read_outline("", "Bảng\n- (số)").tables
    assert table.columns == (TableColumn("(số)"),)


def test_a_kind_behind_a_colon_is_a_kind_too():
    read = read_outline("", "Bảng 1\n- Số buổi phát thanh: số\n- Tỉ số: chữ\n- Bắt đầu : Ngày")
    assert read.tables[0].columns == (
        TableColumn("Số buổi phát thanh", CellKind.NUMBER),
        TableColumn("Tỉ số"),
        TableColumn("Bắt đầu", CellKind.DATE),
    )
