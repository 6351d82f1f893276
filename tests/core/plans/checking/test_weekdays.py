"""Weekdays beside dates; ordinals are none."""

import pytest

from hoithi.core.plans.checking import Code
from tests.core.plans.checking.papers import codes, plan


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("08h00, thứ Hai, ngày 20/10/2025", False),
        ("08h00, thứ Ba, ngày 20/10/2025", True),
        ("vào thứ 2 (20/10/2025)", False),
        ("vào thứ 3 (ngày 20/10/2025)", True),
        ("Chủ nhật, ngày 19 tháng 10 năm 2025", False),
        ("chủ nhật ngày 20 tháng 10 năm 2025", True),
        ("ngày 20/10/2025 (thứ Hai)", False),
        ("ngày 20/10/2025 (Thứ bảy)", True),
        ("ngày 20/10/2025, thứ Bảy.", True),
        ("ngày 21/10/2025, thứ Hai hằng tuần công bố kết quả", False),
        ("tuần thứ hai, 21/10/2025", False),
        ("kết quả của tuần thứ hai vào 08h00 ngày 28/12/2021", False),
        ("ngày thứ ba 20/10/2025", False),
        ("lần thứ tư ngày 20/10/2025", False),
        ("thứ Sáu hằng tuần, từ ngày 20/10/2025", False),
        ("thứ Hai, ngày 31/11/2025", False),
    ],
)
def test_weekdays(said: str, wrong: bool) -> None:
    text = plan("II. NỘI DUNG", f"1. Thời gian: {said}")
    assert codes(text, Code.WEEKDAY_DIFFERS) == [Code.WEEKDAY_DIFFERS] * wrong
