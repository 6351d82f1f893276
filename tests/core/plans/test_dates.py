"""Days, hours and ranges as plans write them."""

import pytest

from hoithi.core.plans.dates import spans
from hoithi.core.plans.normal import folded


def told(text: str, year: int | None = 2024) -> list[str]:
    found = spans(folded(text), year=year)
    return [f"{span.first} → {span.last}" if span.first else str(span.last) for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("trước ngày 31/5/2024", ["2024-05-31"], id="numbers"),
        pytest.param("ngày 05 tháng 3 năm 2024", ["2024-03-05"], id="spelled"),
        pytest.param("ngày23 tháng 3 năm 2006", ["2006-03-23"], id="no space"),
        pytest.param("ngày 15 tháng 9/2022", ["2022-09-15"], id="half spelled"),
        pytest.param("ngày 5-3-2024; ngày 06.3.2024", ["2024-03-05", "2024-03-06"], id="signs"),
        pytest.param("vào 08h00’ ngày 20/12/2021", ["2021-12-20T08:00"], id="hour"),
        pytest.param(
            "lúc 8 giờ 30 phút, ngày 20/12/2021", ["2021-12-20T08:30"], id="hour in words"
        ),
        pytest.param("9h30’ sáng thứ 2 ngày 7/8/2023", ["2023-08-07T09:30"], id="part of the day"),
        pytest.param("14h00 thứ Sáu, ngày 18/10/2024", ["2024-10-18T14:00"], id="weekday between"),
        pytest.param(
            "từ ngày 01/9 đến ngày 15/10/2023", ["2023-09-01 → 2023-10-15"], id="one year"
        ),
        pytest.param("2 ngày từ 12 – 13/12/2008", ["2008-12-12 → 2008-12-13"], id="one month"),
        pytest.param("Từ 10-19/10/2008: Xây dựng", ["2008-10-10 → 2008-10-19"], id="dash"),
        pytest.param("Từ 01/11 – 10/11: Tập huấn", ["2024-11-01 → 2024-11-10"], id="no year"),
        pytest.param("từ ngày 20/12 đến 10/01/2025", ["2024-12-20 → 2025-01-10"], id="new year"),
        pytest.param("từ ngày 20/12/2024 đến 10/01", ["2024-12-20 → 2025-01-10"], id="to the next"),
        pytest.param("02 ngày (ngày 24, 25/9/2019)", ["2019-09-24 → 2019-09-25"], id="two days"),
        pytest.param("ngày 12, 13 và 14/12/2024", ["2024-12-12 → 2024-12-14"], id="days in a row"),
        pytest.param(
            "Từ 08h30’ ngày 13/12/2021 đến 16h30’ ngày 19/12/2021",
            ["2021-12-13T08:30 → 2021-12-19T16:30"],
            id="hours",
        ),
        pytest.param(
            "từ 7h30 đến 11h00 ngày 20/10/2024",
            ["2024-10-20T07:30 → 2024-10-20T11:00"],
            id="hours of a day",
        ),
        pytest.param(
            "bắt đầu từ 00h00 ngày 01/4/2021 và kết thúc vào 24h00 ngày 30/4/2021",
            ["2021-04-01T00:00 → 2021-04-30T24:00"],
            id="begins and ends",
        ),
        pytest.param(
            "từ ngày 15/9/2022 đến hết ngày 15/10/2022",
            ["2022-09-15 → 2022-10-15"],
            id="to the end",
        ),
    ],
)
def test_days_are_read_as_they_are_written(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "đạt 2/3 số phiếu",
        "khoảng 08 - 10 tham luận",
        "từ 07 đến 12 người",
        "giai đoạn 2021 - 2025",
        "1.000.000/1 giải",
        "tỷ lệ 85%",
        "tháng 10/2024",
        "02 tuần",
    ],
)
def test_other_figures_are_no_days(text: str) -> None:
    assert told(text) == []


def test_a_day_that_does_not_exist_is_kept_apart() -> None:
    (span,) = spans(folded("trước ngày 31/11/2024"), year=2024)
    assert (span.last.whole, span.last.day, span.last.month) == (None, 31, 11)
