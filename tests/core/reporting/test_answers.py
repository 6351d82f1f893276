"""What units fill in, what is doubtful, and the sums."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.reporting.answers import (
    Answer,
    Doubt,
    Fault,
    cell_kept,
    cell_said,
    doubts,
    fitted,
    number_kept,
    sums,
)
from hoithi.core.reporting.outlines import AskedTable, CellKind, Outline, TableColumn
from tests.core.reporting.test_outlines import OUTLINE

NUMBER, DATE, TEXT = CellKind.NUMBER, CellKind.DATE, CellKind.TEXT


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "said"),
    [
        (TEXT, "  Phát  thanh ", "Phát thanh", "Phát thanh"),
        (NUMBER, "1.234", "1234", "1.234"),
        (NUMBER, "1.234,5", "1234.5", "1.234,5"),
        (NUMBER, "0,125", "0.125", "0,125"),
        (NUMBER, "", "", ""),
        (NUMBER, "khoảng 20", "khoảng 20", "khoảng 20"),
        (NUMBER, "9" * 20, "9" * 20, "9" * 20),
        (DATE, "5/3/2026", "2026-03-05", "05/3/2026"),
        (DATE, "31/02/2026", "31/02/2026", "31/02/2026"),
        (DATE, "2026", "2026", "2026"),
    ],
)
def test_a_cell_is_kept_so_that_it_is_said_as_documents_write_it(kind, typed, kept, said):
    assert (cell_kept(kind, typed), cell_said(kind, kept)) == (kept, said)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_a_number_that_is_said_and_typed_again_is_the_same_number(number):
    kept = f"{number:f}"
    assert number_kept(cell_kept(NUMBER, cell_said(NUMBER, kept))) == number


@given(st.text())
def test_whatever_is_typed_is_kept_without_a_fault_of_the_program(text):
    for kind in CellKind:
        assert isinstance(cell_said(kind, cell_kept(kind, text)), str)


def test_what_is_filled_in_is_cut_to_the_outline():
    filled = fitted(OUTLINE, ["Đã ban hành", "", "Không", "thừa"], [[["", " "], ["Zalo", "1.200"]]])
    assert filled == Answer(("Đã ban hành", "", "Không"), ((("Zalo", "1200", ""),),))


def test_every_fault_is_found_at_its_place():
    answer = Answer(("Có", "", "Không"), ((("", "hai", ""), ("Zalo", "5", "31/02")),))
    title = OUTLINE.tables[0].title
    assert doubts(OUTLINE, answer) == [
        Doubt(Fault.NOTHING_WRITTEN, "II. Kết quả thực hiện"),
        Doubt(Fault.FIRST_EMPTY, "Hình thức", title, 1),
        Doubt(Fault.NOT_A_NUMBER, "Số lượt", title, 1, "hai"),
        Doubt(Fault.NOT_A_DATE, "Ngày thực hiện", title, 2, "31/02"),
    ]


def test_what_is_counted_is_never_below_nothing():
    heads = ("Số lượt tin", "Tổng số người", "Tăng, giảm so với năm trước")
    table = AskedTable("Bảng", tuple(TableColumn(head, NUMBER) for head in heads))
    answer = Answer((), ((("-4", "-0", "-4"),),))
    assert doubts(Outline((), (table,)), answer) == [
        Doubt(Fault.BELOW_NOTHING, "Số lượt tin", "Bảng", 1, "-4"),
        Doubt(Fault.BELOW_NOTHING, "Tổng số người", "Bảng", 1, "-0"),
    ]


def test_columns_of_numbers_are_summed_and_what_is_no_number_counts_nothing():
    rows = [("Zalo", "5", ""), ("Loa", "2.5", ""), ("Báo", "", ""), ("Khác", "nhiều", "")]
    assert sums(OUTLINE.tables[0], rows) == (None, Decimal("7.5"), None)
