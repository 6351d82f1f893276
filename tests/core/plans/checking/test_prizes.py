"""Prizes against their stated number and total, the number of teams, and norms."""

from datetime import date

import pytest

from hoithi.core.plans.checking import Code, PrizeNorm, findings
from hoithi.core.plans.reading import read_plan
from tests.core.plans.checking.papers import codes, found, plan

PRIZES = (
    Code.PRIZE_TOTAL_DIFFERS,
    Code.PRIZE_TOTAL_UNCLEAR,
    Code.PRIZES_COUNTED,
    Code.PRIZES_OVER_TEAMS,
    Code.PRIZE_COUNT_MISSING,
    Code.PRIZE_AMOUNT_MISSING,
    Code.PRIZE_ORDER,
    Code.AMOUNT_WITHOUT_CURRENCY,
)
FOUR = (
    "- 01 giải Nhất: 2.000.000 đồng;",
    "- 02 giải Nhì: 1.500.000 đồng/giải;",
    "- 03 giải Ba: 1.000.000 đồng/giải;",
    "- 05 giải Khuyến khích: 500.000 đồng/giải.",
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (FOUR, []),
        ((*FOUR, "Tổng giá trị giải thưởng: 10.500.000 đồng."), []),
        ((*FOUR, "Tổng giá trị giải thưởng: 12.500.000 đồng."), [Code.PRIZE_TOTAL_DIFFERS]),
        ((*FOUR, "Tổng giá trị giải thưởng khoảng 12.500.000 đồng."), []),
        ((*FOUR, "Tổng kinh phí tổ chức: 30.000.000 đồng."), []),
        (("Gồm 11 giải, trong đó:", *FOUR), []),
        (("Gồm 12 giải, trong đó:", *FOUR), [Code.PRIZES_COUNTED]),
        (("Mỗi tuần 11 giải, cả hai tuần 22 giải, gồm:", *FOUR), []),
        ((FOUR[0], "- 02 giải Nhì: 2.500.000 đồng/giải."), [Code.PRIZE_ORDER]),
        ((FOUR[0], "- 02 giải Nhì: 1.500.000/giải."), [Code.AMOUNT_WITHOUT_CURRENCY]),
        ((FOUR[0], "- 02 giải Nhì."), [Code.PRIZE_AMOUNT_MISSING]),
        ((FOUR[0], "- Giải Nhì: 1.500.000 đồng."), [Code.PRIZE_COUNT_MISSING]),
        (("- 01 giải Nhất;", "- 02 giải Nhì."), []),
    ],
)
def test_one_table(lines: tuple[str, ...], expected: list[Code]) -> None:
    text = plan("III. CƠ CẤU GIẢI THƯỞNG", "1. Giải cá nhân", *lines)
    assert codes(text, *PRIZES) == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [("42.000.000", []), ("10.500.000", []), ("42.500.001", [Code.PRIZE_TOTAL_DIFFERS])],
    ids=["four weeks", "one week", "no number of weeks"],
)
def test_prizes_of_each_week_count_as_often_as_there_are_weeks(
    total: str, expected: list[Code]
) -> None:
    text = plan(
        "III. GIẢI THƯỞNG",
        "1. Giải cá nhân hằng tuần",
        *FOUR,
        f"2. Tổng giá trị giải thưởng: {total} đồng.",
    )
    assert codes(text, *PRIZES) == expected


@pytest.mark.parametrize(("teams", "expected"), [(8, [Code.PRIZES_OVER_TEAMS]), (11, [])])
def test_more_prizes_than_teams(teams: int, expected: list[Code]) -> None:
    text = plan(
        "I. QUY MÔ",
        f"1. Hội thi sân khấu hóa có {teams:02d} đội thi, mỗi đội có 03 phần thi.",
        "II. GIẢI THƯỞNG TẬP THỂ",
        *FOUR,
        title="Tổ chức Hội thi sân khấu hóa cải cách hành chính năm 2025",
    )
    assert codes(text, Code.PRIZES_OVER_TEAMS) == expected


def _norm(most: int, **more: object) -> PrizeNorm:
    stated = {"since": date(2024, 1, 1), **more}
    return PrizeNorm(most, "Nghị quyết số 20/2023/NQ-HĐND", "Điều 3", **stated)  # type: ignore[arg-type]  # Keywords of one record.


@pytest.mark.parametrize(
    ("norm", "over"),
    [
        (_norm(1_500_000), [2_000_000]),
        (_norm(2_000_000), []),
        (_norm(1_500_000, scope="collective"), []),
        (_norm(1_500_000, scope="individual"), [2_000_000]),
        (_norm(400_000, rank="khuyen_khich"), [500_000]),
        (_norm(1_500_000, level="province"), []),
        (_norm(1_500_000, until=date(2025, 3, 1)), []),
        (_norm(1_500_000, since=date(2026, 1, 1)), []),
    ],
)
def test_norms_hold_for_their_days_levels_and_prizes(norm: PrizeNorm, over: list[int]) -> None:
    head = "ỦY BAN NHÂN DÂN XÃ AN PHÚ\n\nSố: 12/KH-UBND\n\nAn Phú, ngày 05 tháng 9 năm 2025"
    text = plan("III. GIẢI THƯỞNG", "1. Giải cá nhân", *FOUR, head=head)
    all_found = findings(text, read_plan(text), norms=[norm])
    told = [one.facts for one in all_found if one.code is Code.OVER_NORM]
    assert [one["amount_vnd"] for one in told] == over
    assert all(one["article"] == "Điều 3" for one in told)


def test_without_a_norm_no_amount_is_too_high() -> None:
    text = plan("III. GIẢI THƯỞNG", "- 01 giải Nhất: 900.000.000 đồng.")
    assert Code.OVER_NORM not in {one.code for one in found(text)}
