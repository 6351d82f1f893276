"""Days against signing, title and budget, and against each other."""

import pytest

from hoithi.core.plans.checking import Code
from tests.core.plans.checking.papers import codes, found, plan

DAYS = (
    Code.DUE_BEFORE_PLAN,
    Code.STEP_BEFORE_PLAN,
    Code.STEPS_SHARE_DAY,
    Code.YEAR_MISSING,
    Code.TITLE_YEAR,
    Code.BUDGET_YEAR,
    Code.POSTED_LATE,
    Code.ATTACHED_LATER,
)
HEAD = "ỦY BAN NHÂN DÂN XÃ AN PHÚ\n\nSố: 12/KH-UBND\n\nAn Phú, ngày 15 tháng 9 năm 2025"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("1. Gửi danh sách trước ngày 10/9/2025.",), [Code.DUE_BEFORE_PLAN]),
        (("1. Gửi danh sách trước ngày 20/9/2025.",), []),
        (("1. Từ 10/9/2025 đến 20/9/2025: xây dựng kế hoạch.",), [Code.STEP_BEFORE_PLAN]),
        (("1. Số liệu tính từ ngày 01/9/2025 đến ngày 10/9/2025.",), []),
        (
            ("- Từ 20/9/2025 đến 25/9/2025: tập huấn.", "- Từ 25/9/2025 đến 30/9/2025: thi."),
            [Code.STEPS_SHARE_DAY],
        ),
        (("- Từ 20/9/2025 đến 25/9/2025: tập huấn.", "- Từ 26/9/2025 đến 30/9/2025: thi."), []),
        (("1. Từ 20/9 đến 25/9: tập huấn.",), [Code.YEAR_MISSING]),
        (
            ("1. Từ 20/12/2025 đến 05/01/2026.", "2. Kinh phí: ngân sách xã năm 2025."),
            [Code.BUDGET_YEAR],
        ),
        (("1. Từ 20/11/2025 đến 05/12/2025.", "2. Kinh phí: ngân sách xã năm 2025."), []),
        (
            ("1. Dự thi theo thể lệ kèm theo.", "2. Từ 20/9/2025 đến 25/9/2025: xây dựng thể lệ."),
            [Code.ATTACHED_LATER],
        ),
        (("1. Dự thi theo thể lệ kèm theo.",), []),
    ],
)
def test_days(lines: tuple[str, ...], expected: list[Code]) -> None:
    assert codes(plan("I. NỘI DUNG", *lines, head=HEAD), *DAYS) == expected


@pytest.mark.parametrize(("year", "expected"), [("2024", [Code.TITLE_YEAR]), ("2025", [])])
def test_one_year_in_title_and_end(year: str, expected: list[Code]) -> None:
    text = plan(
        "I. NỘI DUNG",
        "1. Kết quả năm 2024 là cơ sở của Cuộc thi.",
        f"Trên đây là Kế hoạch tổ chức Cuộc thi cải cách hành chính năm {year}./.",
    )
    assert codes(text, *DAYS) == expected


def test_a_page_posted_after_its_days() -> None:
    text = plan("I. TIẾN ĐỘ", "- Ngày 20/9/2025: họp.", "- Ngày 30/10/2025: thi.", head=HEAD)
    posted = f"Kế hoạch tổ chức Cuộc thi\nNgày đăng 01/10/2025 | 09:15 | Lượt xem: 12\n\n{text}"
    [one] = [one for one in found(posted) if one.code is Code.POSTED_LATE]
    assert one.facts == {"posted": "2025-10-01", "number": 1}
