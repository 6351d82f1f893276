"""Names: their order in lists, their capitals and what the public sees of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.vietnamese.text import (
    masked_name,
    masked_number,
    masked_phone,
    name_sort_key,
    sort_key,
    title_name,
)


@pytest.mark.parametrize(
    "ordered",
    [
        pytest.param(
            [
                "an",
                "ăn",
                "ân",
                "bé",
                "cá",
                "da",
                "đa",
                "em",
                "êm",
                "ga",
                "ngo",
                "ngô",
                "ngơ",
                "to",
                "tô",
                "tơ",
                "tu",
                "tư",
                "vu",
                "xa",
                "yên",
            ],
            id="letters of the alphabet",
        ),
        pytest.param(["ma", "mà", "mả", "mã", "má", "mạ", "mai"], id="tones, after letters"),
        pytest.param(["Hoa An", "Hoà An", "Hoa Bình"], id="tones only on equal letters"),
        pytest.param(["Đội 2", "Đội 10", "Đội 10 B"], id="numbers by value"),
        pytest.param(["An Khê", "Anh", "Ân"], id="â follows a"),
        pytest.param(["An", "An Khê", "Anh"], id="a space before letters"),
    ],
)
def test_sort_key(ordered):
    for mixed in ([*reversed(ordered)], [*ordered[1::2], *ordered[::2]]):
        assert sorted(mixed, key=sort_key) == ordered


def test_names_are_listed_by_given_name_then_by_family_name():
    listed = ["Lê Văn An", "Trần Thị An", "Nguyễn Ái Ân", "Đỗ Bình", "Hoàng Đức", "Y Đức"]
    mixed = [listed[place] for place in (5, 0, 3, 2, 4, 1)]
    assert sorted(mixed, key=name_sort_key) == listed


@given(st.text(), st.text())
def test_any_two_texts_can_be_ordered(one, other):
    assert (sort_key(one) < sort_key(other)) or (sort_key(one) >= sort_key(other))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("NGUYỄN THỊ ÁNH TUYẾT", "Nguyễn Thị Ánh Tuyết"),
        ("nguyễn thị ánh tuyết", "Nguyễn Thị Ánh Tuyết"),
        ("  đặng   ĐÌNH Ước ", "Đặng Đình Ước"),
        ("h'hen niê", "H'Hen Niê"),
        ("Y BHĂM ÊBAN", "Y Bhăm Êban"),
        ("tôn nữ-lê", "Tôn Nữ-Lê"),
        ("John McDonald", "John McDonald"),
        ("", ""),
    ],
)
def test_title_name(typed, name):
    assert title_name(typed) == name
    assert title_name(name) == name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Nguyễn Văn An", "Nguyễn V. A**"),
        ("Nguyễn Thị Ánh Tuyết", "Nguyễn T. Á. T**"),
        ("Lê Ý", "Lê Ý**"),
        ("An", "A**"),
        ("", ""),
    ],
)
def test_masked_name(name, masked):
    assert masked_name(name) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("035199000123", "*********123"),
        ("B1234567", "*****567"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_masked_number(number, masked):
    assert masked_number(number) == masked


@pytest.mark.parametrize("number", ["0912345678", "+84912345678", "0912 345.678", "84912345678"])
def test_masked_phone(number):
    assert masked_phone(number) == "*******678"
