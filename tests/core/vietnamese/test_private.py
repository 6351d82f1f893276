"""What is hidden in a free text before everybody reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.vietnamese.private import without_contacts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gọi 0912345678.", "Gọi •••."),
        ("Gọi 0912 345 678, +84 912 345 678 hoặc 0912.345.678", "Gọi •••, ••• hoặc •••"),
        ("CCCD 019085001234 của tôi", "CCCD ••• của tôi"),
        ("CCCD 019 085 001 234", "CCCD •••"),
        ("Thư: an.nguyen@hoason.gov.vn, cảm ơn", "Thư: •••, cảm ơn"),
        ("Zalo:0912345678", "Zalo:•••"),
    ],
)
def test_contacts_are_hidden(text, shown):
    assert without_contacts(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Câu 3 theo Quyết định số 749/QĐ-TTg ngày 03/6/2020, mức 1.000.000.000 đồng.",
        "Nộp lúc 08:05:07 ngày 22/11/2026, mã 27VQQVYAMK, 0 điểm, hạng 0012.",
        "Chỉ số 0,123456789 và 100.000.000.000",
        "",
    ],
)
def test_other_numbers_stay(text):
    assert without_contacts(text) == text


@given(st.text())
def test_hiding_twice_hides_no_more(text):
    once = without_contacts(text)
    assert without_contacts(once) == once
