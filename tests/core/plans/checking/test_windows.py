"""Ranges, durations, rounds and publication."""

import pytest

from hoithi.core.plans.checking import Code
from tests.core.plans.checking.papers import codes, found, plan

TIMES = (
    Code.END_BEFORE_START,
    Code.IMPOSSIBLE_DATE,
    Code.DURATION_DIFFERS,
    Code.DURATION_LOOSE,
    Code.ROUND_OUTSIDE,
    Code.LATER_ROUND_OUTSIDE,
    Code.ROUNDS_OVERLAP,
    Code.ROUNDS_COUNTED,
    Code.ROUNDS_END_EARLY,
    Code.PUBLISHED_BEFORE_END,
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Từ ngày 20/10/2025 đến ngày 15/10/2025.", [Code.END_BEFORE_START]),
        ("Từ 08h00 ngày 20/10/2025 đến 07h30 ngày 20/10/2025.", [Code.END_BEFORE_START]),
        ("Từ 08h00 ngày 20/10/2025 đến ngày 20/10/2025.", []),
        ("Từ ngày 20/12/2025 đến ngày 10/01/2026.", []),
        ("Từ 20/12 đến 10/01/2026.", []),
        ("Tổ chức ngày 31/6/2025 tại hội trường.", [Code.IMPOSSIBLE_DATE]),
        ("Đạt 31/32 tiêu chí của năm 2025.", []),
        ("02 tuần, từ ngày 13/12/2024 đến ngày 26/01/2025.", [Code.DURATION_DIFFERS]),
        ("Từ 13/12/2024 đến 26/12/2024, thi trong 02 tuần.", []),
        ("Trong 04 tuần, từ ngày 29/9/2025 đến ngày 26/10/2025.", []),
        ("Diễn ra trong 04 tuần, từ ngày 01/10/2025 đến ngày 31/10/2025.", [Code.DURATION_LOOSE]),
        ("Diễn ra trong 04 tuần, từ ngày 01/10/2025 đến ngày 10/10/2025.", [Code.DURATION_DIFFERS]),
        ("03 ngày, từ ngày 10/5/2025 đến ngày 12/5/2025.", []),
        ("03 ngày (từ ngày 10/5/2025 đến ngày 15/5/2025).", [Code.DURATION_DIFFERS]),
        ("Diễn ra trong 03 ngày, từ ngày 15/5/2025 đến ngày 16/5/2025.", [Code.DURATION_DIFFERS]),
        ("Diễn ra trong 03 ngày, từ ngày 15/5/2025 đến ngày 18/5/2025.", []),
        ("Từ ngày 10/5/2025 đến ngày 15/5/2025 (03 ngày).", [Code.DURATION_DIFFERS]),
        ("Tổ chức 03 ngày, dự kiến từ ngày 10/5/2025 đến ngày 15/5/2025.", [Code.DURATION_LOOSE]),
        ("Tập huấn 02 ngày, trong thời gian từ 10/5/2025 đến 20/5/2025.", []),
        ("Mỗi xã thi trong 01 ngày, từ ngày 10/5/2025 đến ngày 15/5/2025.", []),
        ("Báo cáo trước 05 ngày; thi từ ngày 10/5/2025 đến ngày 15/5/2025.", []),
        ("Trong 30 ngày làm việc, từ ngày 10/5/2025 đến ngày 25/6/2025.", []),
        ("01 tháng, từ ngày 15/9/2025 đến ngày 15/10/2025.", []),
        ("Kéo dài 01 tháng, từ ngày 15/9/2025 đến ngày 15/12/2025.", [Code.DURATION_DIFFERS]),
    ],
)
def test_one_range(said: str, expected: list[Code]) -> None:
    assert codes(plan("II. NỘI DUNG", f"1. Thời gian: {said}"), *TIMES) == expected


WEEKS = (
    "- Tuần thứ Nhất: từ 08h00 ngày 06/10/2025 đến 16h00 ngày 12/10/2025.",
    "- Tuần thứ Hai: từ 08h00 ngày 13/10/2025 đến 16h00 ngày 19/10/2025.",
)


@pytest.mark.parametrize(
    ("window", "weeks", "expected"),
    [
        ("Từ 06/10/2025 đến 19/10/2025, trong 02 tuần.", WEEKS, []),
        ("Từ 06/10/2025 đến 18/10/2025.", WEEKS, [Code.ROUND_OUTSIDE]),
        (
            "Từ 06/10/2025 đến 26/10/2025, gồm 03 tuần.",
            WEEKS,
            [Code.ROUNDS_COUNTED],
        ),
        ("Từ 06/10/2025 đến 19/11/2025.", WEEKS, [Code.ROUNDS_END_EARLY]),
        (
            "Từ 06/10/2025 đến 19/10/2025.",
            (WEEKS[0].replace("12/10", "15/10"), WEEKS[1]),
            [Code.ROUNDS_OVERLAP],
        ),
        (
            "Từ 06/10/2025 đến 19/10/2025.",
            (*WEEKS, "- Vòng 2: từ ngày 01/11/2025 đến ngày 02/11/2025."),
            [Code.LATER_ROUND_OUTSIDE],
        ),
        (
            "Từ 06/10/2025 đến 19/10/2025.",
            (WEEKS[0][:-1] + ", công bố kết quả 08h00 ngày 11/10/2025.", WEEKS[1]),
            [Code.PUBLISHED_BEFORE_END],
        ),
    ],
    ids=["right", "outside", "counted", "early", "overlap", "stage", "published"],
)
def test_rounds(window: str, weeks: tuple[str, ...], expected: list[Code]) -> None:
    text = plan("II. NỘI DUNG", f"3. Thời gian thi: {window}", *weeks)
    assert codes(text, *TIMES) == expected


def test_registration_is_no_window_of_rounds() -> None:
    text = plan(
        "II. NỘI DUNG",
        "3. Thời gian",
        "- Thời gian đăng ký: từ 01/9/2025 đến 30/9/2025.",
        *WEEKS,
    )
    assert codes(text, *TIMES) == []


def test_the_finding_tells_place_sentence_and_facts() -> None:
    text = plan("II. NỘI DUNG", "3. Thời gian: Từ ngày 13/12/2024 đến ngày 26/01/2025, 02 tuần.")
    text = text.replace(", 02 tuần", ", thi trong 02 tuần")
    [one] = [one for one in found(text) if one.code is Code.DURATION_DIFFERS]
    place = one.places[0]
    line = text.splitlines()[place.line - 1]
    assert line[place.start : place.end] == "ngày 13/12/2024 đến ngày 26/01/2025"
    assert one.quote == "Thời gian: Từ ngày 13/12/2024 đến ngày 26/01/2025, thi trong 02 tuần."
    assert one.facts == {
        "start": "2024-12-13",
        "end": "2025-01-26",
        "stated": "02 tuần",
        "days": 45,
    }
