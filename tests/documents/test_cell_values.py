"""Cells become values of their column's kind, with what Excel spoilt put right or doubted."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.documents.spreadsheets.grid import Cell
from hoithi.documents.spreadsheets.records import Column, Kind, Reason
from hoithi.documents.spreadsheets.values import read_value, shown
from tests.documents.sheets import moment


def read(value, kind, **cell):
    return read_value(Cell(value, **cell), Column("k", ("K",), kind=kind))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("05/3/1990", ("1990-03-05", None)),
        (" 5 - 3 - 1990 ", ("1990-03-05", None)),
        ("5.3.1990", ("1990-03-05", None)),
        ("5-3-90", ("1990-03-05", Reason.TWO_DIGIT_YEAR)),
        ("5/3/08", ("2008-03-05", Reason.TWO_DIGIT_YEAR)),
        ("05/03/1990 00:00:00", ("1990-03-05", None)),
        ("1990-03-05", ("1990-03-05", None)),
        ("ngày 05 tháng 3 năm 1990", ("1990-03-05", None)),
        ("05031990", ("1990-03-05", None)),
        (5031990.0, ("1990-03-05", None)),
        (19900305, ("1990-03-05", None)),
        ("3/25/1990", ("1990-03-25", Reason.MONTH_BEFORE_DAY)),
        ("3/1990", ("1990-03", None)),
        ("1990", ("1990", None)),
        (1990.0, ("1990", None)),
        ("2999", ("", Reason.IMPOSSIBLE_DATE)),
        (1850.0, ("", Reason.IMPOSSIBLE_DATE)),
        ("Sinh năm 1990", ("1990", None)),
        (32937, ("1990-03-05", None)),
        ("32937", ("1990-03-05", None)),
        (moment(1990, 3, 5), ("1990-03-05", None)),
        ("30/02/1990", ("", Reason.IMPOSSIBLE_DATE)),
        ("31/31/1990", ("", Reason.IMPOSSIBLE_DATE)),
        ("05/3/0990", ("", Reason.IMPOSSIBLE_DATE)),
        ("13/2050", ("", Reason.IMPOSSIBLE_DATE)),
        ("hôm qua", ("", Reason.NOT_A_DATE)),
        (time(8, 30), ("", Reason.NOT_A_DATE)),
        (-5, ("", Reason.NOT_A_DATE)),
        (1e300, ("", Reason.NOT_A_DATE)),
        (True, ("", Reason.NOT_A_DATE)),
    ],
)
def test_dates(value, expected):
    assert read(value, Kind.DATE) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0912345678", ("0912345678", None)),
        ("0912.345.678", ("0912345678", None)),
        ("+84 912 345 678", ("0912345678", None)),
        ("84912345678", ("0912345678", None)),
        (912345678, ("0912345678", Reason.LEADING_ZERO_RESTORED)),
        (912345678.0, ("0912345678", Reason.LEADING_ZERO_RESTORED)),
        ("02553 822 888", ("02553822888", None)),
        ("(024) 3825-5555", ("02438255555", None)),
        ("9,12E+08", ("", Reason.DIGITS_LOST)),
        ("091234567", ("", Reason.NOT_A_PHONE)),
        ("không có", ("", Reason.NOT_A_PHONE)),
    ],
)
def test_phones(value, expected):
    assert read(value, Kind.PHONE) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("001090001234", ("001090001234", None)),
        (1090001234, ("001090001234", Reason.LEADING_ZERO_RESTORED)),
        (51090001234.0, ("051090001234", Reason.LEADING_ZERO_RESTORED)),
        ("212 345 678", ("212345678", None)),
        (10123456, ("010123456", Reason.LEADING_ZERO_RESTORED)),
        ("1,09E+09", ("", Reason.DIGITS_LOST)),
        ("12345", ("", Reason.NOT_AN_IDENTITY)),
        ("0010900012345", ("", Reason.NOT_AN_IDENTITY)),
    ],
)
def test_identity_numbers(value, expected):
    assert read(value, Kind.IDENTITY) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (92.83, ("92.83", None)),
        (0.1 + 0.2, ("0.3", None)),
        (15.0, ("15", None)),
        ("92,83", ("92.83", None)),
        ("92.83", ("92.83", None)),
        ("1.234.567", ("1234567", None)),
        ("1.234.567,5", ("1234567.5", None)),
        ("1,234,567", ("1234567", None)),
        ("1,234.5", ("1234.5", None)),
        ("1.234", ("1234", Reason.NUMBER_AMBIGUOUS)),
        ("1,234", ("1.234", Reason.NUMBER_AMBIGUOUS)),
        ("85%", ("85", None)),
        ("-3", ("-3", None)),
        ("mười", ("", Reason.NOT_A_NUMBER)),
        ("=1+1", ("", Reason.NOT_A_NUMBER)),
        (moment(2020, 1, 1), ("", Reason.NOT_A_NUMBER)),
        (float("inf"), ("", Reason.FORMULA_ERROR)),
    ],
)
def test_numbers(value, expected):
    assert read(value, Kind.NUMBER) == expected


@pytest.mark.parametrize(
    ("value", "kind", "cell", "expected"),
    [
        (0.85, Kind.NUMBER, {"number_format": "%"}, ("85", None)),
        (0.85, Kind.TEXT, {"number_format": "%"}, ("85%", None)),
        ("12,5", Kind.WHOLE, {}, ("", Reason.NOT_WHOLE)),
        (12.0, Kind.WHOLE, {}, ("12", None)),
        (912345678.0, Kind.TEXT, {}, ("912345678", None)),
        ("  Nguyễn \n Văn\u200b  An ", Kind.TEXT, {}, ("Nguyễn Văn An", None)),
        ("Nguyê\u0303n", Kind.TEXT, {}, ("Nguyễn", None)),
        ("=HYPERLINK(1)", Kind.TEXT, {}, ("=HYPERLINK(1)", None)),
        ("'=1+1", Kind.TEXT, {}, ("=1+1", None)),
        ("x" * 5001, Kind.TEXT, {}, ("", Reason.TOO_LONG)),
        ("#N/A", Kind.TEXT, {"is_error": True}, ("", Reason.FORMULA_ERROR)),
        ("", Kind.TEXT, {"is_uncomputed": True}, ("", Reason.FORMULA_NOT_COMPUTED)),
        ("X", Kind.MARK, {}, ("1", None)),
        ("Không", Kind.MARK, {}, ("0", None)),
        (True, Kind.MARK, {}, ("1", None)),
        ("có lẽ", Kind.MARK, {}, ("", Reason.NOT_A_MARK)),
    ],
)
def test_other_kinds(value, kind, cell, expected):
    assert read(value, kind, **cell) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("NAM", ("Nam", None)), ("khác", ("khác", Reason.NOT_A_CHOICE))]
)
def test_choices_are_matched_in_any_case(value, expected):
    column = Column("sex", ("Giới tính",), choices=("Nam", "Nữ"))
    assert read_value(Cell(value), column) == expected


@given(
    st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.booleans(), st.dates()),
    st.sampled_from(Kind),
)
def test_no_cell_breaks_the_reader(value, kind):
    text, doubt = read(value, kind)
    assert isinstance(text, str)
    assert doubt is None or doubt in Reason


@pytest.mark.parametrize(
    ("value", "text"),
    [(moment(1990, 3, 5), "05/3/1990"), (moment(1990, 2, 15), "15/02/1990"), (1.5, "1.5")],
)
def test_shown_as_people_write(value, text):
    assert shown(value) == text
