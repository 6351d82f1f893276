"""Whose contest a body may carry out."""

import pytest

from hoithi.core.founding.superiors import may_be_superior


@pytest.mark.parametrize(
    ("other", "own", "may"),
    [
        ("UBND tỉnh Quảng An", "UBND xã An Phú", True),
        ("UBND xã An Lạc", "UBND xã An Phú", False),
        ("Sở Nội vụ", "UBND xã An Phú", True),
        ("UBND xã An Phú", "UBND tỉnh Quảng An", False),
        ("Ủy ban nhân dân tỉnh Quảng An", "Sở Nội vụ", True),
        ("Sở Tư pháp", "Sở Nội vụ", False),
        ("Đảng ủy xã An Phú", "UBND xã An Phú", True),
        ("Câu lạc bộ Bạn đọc", "UBND xã An Phú", True),
    ],
)
def test_a_superior_stands_above(other, own, may) -> None:
    assert may_be_superior(other, own, year=2026) is may
