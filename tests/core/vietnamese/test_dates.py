"""Moments of plans and dates on paper and from the keyboard."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.vietnamese import dates
from hoithi.core.vietnamese.moments import LocalMoment, NotAMoment, days_after, local_day
from hoithi.core.vietnamese.typed_dates import (
    NotADate,
    PartialDate,
    read_date,
    read_partial_date,
)

DAYS = st.dates(date(1976, 1, 1), date(2199, 12, 31))
MOMENTS = st.builds(LocalMoment, DAYS, st.integers(0, 1440))
TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "instant", "printed"),
    [
        pytest.param(
            "2021-12-13T08:30",
            datetime(2021, 12, 13, 1, 30, tzinfo=UTC),
            "08h30 ngày 13/12/2021",
            id="opening of Sông Công's week 1",
        ),
        pytest.param(
            "2025-10-26T24:00",
            datetime(2025, 10, 26, 17, 0, tzinfo=UTC),
            "24h00 ngày 26/10/2025",
            id="the end of a day",
        ),
        pytest.param(
            "2026-01-01T00:00",
            datetime(2025, 12, 31, 17, 0, tzinfo=UTC),
            "00h00 ngày 01/01/2026",
            id="the start of a year",
        ),
    ],
)
def test_local_moment(text, instant, printed):
    moment = LocalMoment.parse(text)
    assert moment.instant() == instant
    assert str(moment) == text
    assert dates.moment_text(moment) == printed


def test_the_end_of_a_day_is_the_start_of_the_next():
    end, start = LocalMoment.parse("2025-10-26T24:00"), LocalMoment.parse("2025-10-27T00:00")
    assert end.instant() == start.instant()
    assert end != start


@given(MOMENTS)
def test_moments_come_back_from_text_and_from_utc(moment):
    assert LocalMoment.parse(str(moment)) == moment
    again = LocalMoment.of(moment.instant()) if moment.day < date(2199, 12, 31) else moment
    assert again.instant() == moment.instant()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-10-26",
        "2025-10-26T24:01",
        "2025-10-26T25:00",
        "2025-10-26T12:60",
        "2025-02-30T08:00",
        "2025-10-26 08:00",
        "2025-10-26T08:00Z",
        "0001-01-01T00:00",
        "9999-12-31T24:00",
        "٢٠٢٥-10-26T08:00",
    ],
)
def test_other_forms_of_moments_are_refused(text):
    with pytest.raises(NotAMoment) as refusal:
        LocalMoment.parse(text)
    assert refusal.value.text == text


def test_a_moment_needs_its_time_zone():
    with pytest.raises(NotAMoment):
        LocalMoment.of(datetime(2025, 1, 1))  # noqa: DTZ001 - what is refused here


def test_the_day_is_that_of_vietnam():
    assert local_day(datetime(2025, 10, 26, 17, 0, tzinfo=UTC)) == date(2025, 10, 27)


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        (datetime(9999, 12, 31, 16, 59, tzinfo=UTC), "9999-12-31T23:59"),
        (datetime(9999, 12, 31, 23, 58, tzinfo=UTC), "9999-12-31T23:58"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T07:00"),
    ],
)
def test_a_moment_that_is_kept_is_shown_whatever_its_year(instant, shown):
    assert str(LocalMoment.of(instant)) == shown
    assert f"{local_day(instant)}" == shown[:10]


def test_days_after_end_with_the_calendar():
    start, end = datetime(2026, 11, 2, tzinfo=UTC), datetime(9999, 12, 31, 16, 59, tzinfo=UTC)
    assert days_after(start, 3) == datetime(2026, 11, 5, tzinfo=UTC)
    assert days_after(end, 3).date() == date(9999, 12, 30)


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2020, 3, 5), "05/3/2020", "ngày 05 tháng 3 năm 2020"),
        (date(2021, 1, 26), "26/01/2021", "ngày 26 tháng 01 năm 2021"),
        (date(2024, 2, 9), "09/02/2024", "ngày 09 tháng 02 năm 2024"),
        (date(2021, 12, 13), "13/12/2021", "ngày 13 tháng 12 năm 2021"),
    ],
)
def test_dates_of_documents(day, short, long):
    assert (dates.date_text(day), dates.long_date_text(day)) == (short, long)


def test_ranges():
    opens, closes = LocalMoment.parse("2021-12-13T08:30"), LocalMoment.parse("2021-12-19T16:30")
    assert dates.window_text(opens, closes) == "từ 08h30 ngày 13/12/2021 đến 16h30 ngày 19/12/2021"
    first, last = date(2008, 11, 10), date(2008, 11, 30)
    assert dates.days_text(first, last) == "từ ngày 10/11/2008 đến hết ngày 30/11/2008"
    assert dates.days_text(first, first) == "ngày 10/11/2008"


def test_weekdays():
    week = [dates.weekday_text(date(2026, 3, 2) + timedelta(days)) for days in range(7)]
    days = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
    assert week == days


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(weeks=2), "02 tuần"),
        (timedelta(days=8), "08 ngày"),
        (timedelta(minutes=20), "20 phút"),
        (timedelta(minutes=90), "01 giờ 30 phút"),
        (timedelta(minutes=20, seconds=5), "20 phút 05 giây"),
        (timedelta(days=1, hours=6, minutes=3), "01 ngày 06 giờ"),
        (timedelta(seconds=-5), "05 giây"),
        (timedelta(), "00 phút"),
    ],
)
def test_duration_text(length, text):
    assert dates.duration_text(length) == text


def test_lengths_in_one_unit():
    assert (dates.weeks_text(2), dates.minutes_text(90)) == ("02 tuần", "90 phút")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5/3/90", PartialDate(1990, 3, 5)),
        ("05-03-1990", PartialDate(1990, 3, 5)),
        ("05.03.1990", PartialDate(1990, 3, 5)),
        ("05031990", PartialDate(1990, 3, 5)),
        ("1990-03-05", PartialDate(1990, 3, 5)),
        ("1990-03-05 00:00:00", PartialDate(1990, 3, 5)),
        ("ngày 05 tháng 3 năm 1990", PartialDate(1990, 3, 5)),
        (" '05/03/1990 ", PartialDate(1990, 3, 5)),
        ("3/1990", PartialDate(1990, 3)),
        ("1990", PartialDate(1990)),
        ("Sinh năm 1990", PartialDate(1990)),
        ("01/3/26", PartialDate(2026, 3, 1)),
        ("02/3/26", PartialDate(1926, 3, 2)),
    ],
)
def test_typed_dates(text, read):
    assert read_partial_date(text, latest=TODAY) == read


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("3/15/1990", date(1990, 3, 15)),
        ("31/02/1990", None),
        ("29/02/2023", None),
        ("0/0/1990", None),
        ("13/1990", None),
        ("90", None),
        ("khoảng 1950", None),
        ("1234567", None),
        ("0999", None),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_impossible_dates_are_refused(text, swapped):
    with pytest.raises(NotADate) as refusal:
        read_partial_date(text, latest=TODAY)
    assert (refusal.value.text, refusal.value.swapped) == (text, swapped)


def test_a_whole_date_needs_its_day():
    assert read_date("5/3/1990", latest=TODAY) == date(1990, 3, 5)
    with pytest.raises(NotADate):
        read_date("1990", latest=TODAY)


@given(st.dates(date(1927, 1, 1), TODAY))
def test_printed_dates_are_read_back(day):
    assert read_date(dates.date_text(day), latest=TODAY) == day
    assert read_date(dates.long_date_text(day), latest=TODAY) == day
    assert read_date(f"{day:%d/%m/%y}", latest=TODAY) == day


def test_partial_dates_agree_as_far_as_both_are_known():
    whole, year = PartialDate(1990, 3, 5), PartialDate(1990)
    assert whole.agrees(year)
    assert year.agrees(whole)
    assert not whole.agrees(PartialDate(1990, 3, 6))
    assert whole.swapped() == PartialDate(1990, 5, 3)
    assert PartialDate(1990, 3, 15).swapped() is None
    assert PartialDate(1990, 3, 3).swapped() is None
