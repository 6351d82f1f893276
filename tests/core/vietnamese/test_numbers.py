"""Numbers in words and figures, and sums of money on paper."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.vietnamese.money import (
    NotAnAmount,
    amount_text,
    in_words,
    read_amount,
    read_words,
)
from hoithi.core.vietnamese.numbers import (
    LARGEST,
    NotANumber,
    NumberOutOfRange,
    counted,
    decimal_text,
    dotted,
    number_words,
    percent_text,
    read_decimal,
    roman,
    two_digits,
    week_text,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_010, "một nghìn không trăm mười"),
        (2_340_000, "hai triệu ba trăm bốn mươi nghìn"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_001_000, "một triệu không trăm linh một nghìn"),
        (10**9, "một tỷ"),
        (1_000_020_000, "một tỷ không trăm hai mươi nghìn"),
        (2_015 * 10**9, "hai nghìn không trăm mười lăm tỷ"),
    ],
)
def test_number_words(number, words):
    assert number_words(number) == words


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_number_words_refuses_what_it_cannot_say(number):
    with pytest.raises(NumberOutOfRange) as refusal:
        number_words(number)
    assert refusal.value.number == number


@pytest.mark.parametrize(
    ("amount", "options", "words"),
    [
        pytest.param(1_800_000, {}, "Một triệu tám trăm nghìn đồng", id="F16"),
        pytest.param(
            1_800_000, {"exactly": True}, "Một triệu tám trăm nghìn đồng chẵn", id="F16 chẵn"
        ),
        pytest.param(
            16_105_021,
            {"thousand": "ngàn", "linking": "lẻ"},
            "Mười sáu triệu một trăm lẻ năm ngàn không trăm hai mươi mốt đồng",
            id="as in the South",
        ),
        pytest.param(0, {}, "Không đồng", id="nothing"),
    ],
)
def test_in_words(amount, options, words):
    assert in_words(amount, **options) == words


@given(
    st.integers(0, LARGEST) | st.integers(0, 10**7).map(lambda n: n * 100_000),
    st.sampled_from(["nghìn", "ngàn"]),
    st.sampled_from(["linh", "lẻ"]),
    st.booleans(),
)
def test_words_read_back_are_the_sum(amount, thousand, linking, exactly):
    words = in_words(amount, exactly=exactly, thousand=thousand, linking=linking)
    assert read_words(words) == amount


@pytest.mark.parametrize(
    "text",
    ["", "đồng", "nghìn nghìn", "một một", "một nghìn hai triệu", "một tỷ tỷ", "ba mươi mươi"],
)
def test_words_that_state_no_sum_are_refused(text):
    with pytest.raises(NotAnAmount):
        read_words(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.800.000 đồng", 1_800_000),
        ("4.000.000đồng", 4_000_000),
        ("1 800 000 đ", 1_800_000),
        ("1,800,000 VNĐ", 1_800_000),
        ("500000", 500_000),
        ("0", 0),
    ],
)
def test_read_amount(text, amount):
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text", ["", "1.8", "1,80", "1.800.00", "-5", "١٢", "đồng", "1.800,5", "1e6"]
)
def test_read_amount_refuses_two_readings(text):
    with pytest.raises(NotAnAmount):
        read_amount(text)


@given(st.integers(0, 10**15))
def test_figures_read_back_are_the_sum(amount):
    assert read_amount(amount_text(amount)) == amount


def test_figures():
    assert dotted(1_800_000) == "1.800.000"
    assert dotted(-1_234) == "-1.234"
    assert two_digits(1) == "01"
    assert two_digits(120) == "120"
    assert counted(1, "giải Nhất") == "01 giải Nhất"
    assert percent_text(Decimal("92.83")) == "92,83%"
    assert percent_text(Decimal(85)) == "85%"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("92.83", "92,83"),
        ("1234.50", "1.234,50"),
        ("-0.5", "-0,5"),
        ("1E+3", "1.000"),
        ("100", "100"),
    ],
)
def test_decimal_text(number, text):
    assert decimal_text(Decimal(number)) == text
    assert read_decimal(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "1,2,3", "1.23.456", "NaN", "Infinity", "1e5", "12%"])
def test_read_decimal_refuses(text):
    with pytest.raises(NotANumber):
        read_decimal(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "tuần thứ Nhất"),
        (2, "tuần thứ Hai"),
        (4, "tuần thứ Tư"),
        (11, "tuần thứ Mười một"),
    ],
)
def test_week_text(number, text):
    assert week_text(number) == text


@pytest.mark.parametrize(("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (2025, "MMXXV")])
def test_roman(number, numeral):
    assert roman(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_roman_refuses(number):
    with pytest.raises(NumberOutOfRange):
        roman(number)
