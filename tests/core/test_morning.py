"""The morning report: five lines, one line for each unit, no names of people."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from hoithi.core.morning import (
    Morning,
    UnitMorning,
    days_left,
    heading,
    lines,
    ordered,
    report_day,
    unit_line,
)

DONG = UnitMorning("Thôn Đông", 40, 61, expected=40, people_yesterday=31)
TAY = UnitMorning("Thôn Tây", 0, 0, expected=52)
TRUONG = UnitMorning("Trường THCS Hòa Sơn", 399, 402, expected=400, people_yesterday=399)
MORNING = Morning(
    contest="Cuộc thi xã Hòa Sơn",
    on=date(2026, 10, 14),
    people=1439,
    attempts=2463,
    people_yesterday=1200,
    attempts_yesterday=2463,
    days_left=12,
    units=(DONG, TAY, TRUONG),
)


def test_five_lines():
    assert lines(MORNING) == (
        "1. Đến sáng 14/10: 1.439 người dự thi, 2.463 lượt thi.",
        "2. So với sáng hôm trước: tăng 239 người, không tăng lượt.",
        "3. Đơn vị đạt 100%: 1/3 (Thôn Đông).",
        "4. Đơn vị chưa có người dự thi: 1/3 (Thôn Tây).",
        "5. Còn 12 ngày để dự thi.",
    )


def test_heading():
    assert heading(MORNING) == "Cuộc thi xã Hòa Sơn: tình hình sáng 14/10/2026"


@pytest.mark.parametrize(
    ("unit", "percent", "is_whole"),
    [
        pytest.param(DONG, 100, True, id="everybody"),
        pytest.param(TRUONG, 99, False, id="399 of 400 are not 100 %"),
        pytest.param(TAY, 0, False, id="nobody"),
        pytest.param(replace(DONG, people=55), 137, True, id="more than expected"),
        pytest.param(replace(DONG, expected=None), None, False, id="unknown staff"),
        pytest.param(replace(DONG, expected=0), None, False, id="no staff"),
    ],
)
def test_share(unit, percent, is_whole):
    assert (unit.percent, unit.is_whole) == (percent, is_whole)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "5. Chưa ấn định ngày kết thúc."),
        (-1, "5. Đã hết thời gian dự thi."),
        (0, "5. Hôm nay là ngày cuối dự thi."),
        (1, "5. Còn 1 ngày để dự thi."),
    ],
)
def test_days_left(days, words):
    assert lines(replace(MORNING, days_left=days))[4] == words


def test_a_line_for_a_unit():
    assert unit_line(DONG, 12) == (
        "Thôn Đông: 40/40 (100%) người đã dự thi, 61 lượt; "
        "so với hôm trước tăng 9 người. Còn 12 ngày để dự thi."
    )
    assert unit_line(replace(TAY, expected=None), 0) == (
        "Thôn Tây: 0 người đã dự thi, 0 lượt; "
        "so với hôm trước không tăng người. Hôm nay là ngày cuối dự thi."
    )


def test_units_behind_stand_first():
    unknown = replace(DONG, name="Thôn Nam", expected=None)
    assert ordered([unknown, DONG, TRUONG, TAY]) == [TAY, TRUONG, DONG, unknown]


def test_many_units_are_cut_short():
    units = tuple(replace(TAY, name=f"Thôn {n}") for n in range(7))
    report = lines(replace(MORNING, units=(*units, DONG)))
    assert report[3] == (
        "4. Đơn vị chưa có người dự thi: 7/8 (Thôn 0, Thôn 1, Thôn 2, Thôn 3, Thôn 4, …)."
    )


def test_without_units():
    assert lines(replace(MORNING, units=()))[2:4] == (
        "3. Đơn vị đạt 100%: không tính theo đơn vị.",
        "4. Đơn vị chưa có người dự thi: không tính theo đơn vị.",
    )


SUNDAY_24H = datetime(2026, 11, 8, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("closes_at", "on", "days"),
    [
        pytest.param(SUNDAY_24H, date(2026, 11, 8), 0, id="24h00 is of its day"),
        pytest.param(SUNDAY_24H + timedelta(minutes=1), date(2026, 11, 8), 1, id="00h01 is not"),
        pytest.param(SUNDAY_24H, date(2026, 11, 3), 5, id="five days"),
        pytest.param(SUNDAY_24H, date(2026, 11, 9), -1, id="over"),
        pytest.param(None, date(2026, 11, 3), None, id="open"),
    ],
)
def test_days_until_the_last_day(closes_at, on, days):
    assert days_left(closes_at, on) == days


OPENS = datetime(2026, 11, 2, 1, tzinfo=UTC)
"""Monday 08h00."""


@pytest.mark.parametrize(
    ("at", "day"),
    [
        pytest.param(datetime(2026, 11, 2, 2, tzinfo=UTC), None, id="the day of the opening"),
        pytest.param(datetime(2026, 11, 2, 23, 59, tzinfo=UTC), None, id="06h59"),
        pytest.param(datetime(2026, 11, 3, 0, 0, tzinfo=UTC), date(2026, 11, 3), id="07h00"),
        pytest.param(datetime(2026, 11, 9, 0, 0, tzinfo=UTC), date(2026, 11, 9), id="the last"),
        pytest.param(datetime(2026, 11, 10, 0, 0, tzinfo=UTC), None, id="after the end"),
    ],
)
def test_the_day_whose_report_is_due(at, day):
    assert report_day(OPENS, SUNDAY_24H, at) == day


@pytest.mark.parametrize(
    ("at", "day"),
    [
        pytest.param(datetime(2026, 11, 2, 22, 29, tzinfo=UTC), None, id="05h29"),
        pytest.param(datetime(2026, 11, 2, 22, 30, tzinfo=UTC), date(2026, 11, 3), id="05h30"),
    ],
)
def test_a_body_may_be_reported_to_at_another_hour(at, day):
    assert report_day(OPENS, SUNDAY_24H, at, time(5, 30)) == day
