"""Form fields of days and moments: which years they take, and what they say of others."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from hoithi.kit.date_fields import OLDEST_DAY, DayField, InstantField, SignedDayField

SAID = ["Năm phải từ 2000 đến 2100. Hãy kiểm tra lại năm đã ghi."]


@pytest.mark.parametrize("text", ["2000-01-01", "2026-11-02", "2100-12-31"])
def test_days_of_these_years_are_taken(text):
    assert DayField().clean(text) == date.fromisoformat(text)


@pytest.mark.parametrize("text", ["0001-01-01", "1900-01-01", "1999-12-31", "9999-12-31"])
def test_days_of_other_years_are_refused_with_the_years(text):
    with pytest.raises(ValidationError) as refused:
        DayField().clean(text)
    assert refused.value.messages == SAID


def test_a_day_of_history_may_be_older():
    assert DayField(earliest=OLDEST_DAY).clean("1945-09-02") == date(1945, 9, 2)
    with pytest.raises(ValidationError) as refused:
        DayField(earliest=OLDEST_DAY).clean("1899-12-31")
    assert refused.value.messages == [SAID[0].replace("2000", "1900")]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2000-01-01T00:00", datetime(1999, 12, 31, 17, tzinfo=UTC)),
        ("2100-12-31T23:59", datetime(2100, 12, 31, 16, 59, tzinfo=UTC)),
    ],
)
def test_moments_of_these_years_are_taken(text, moment):
    assert InstantField().clean(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01T00:00",
        "1999-12-31T23:59",
        "2101-01-01T00:00",
        "9999-12-31T23:59",
        "9999-12-31T23:59-12:00",
    ],
)
def test_moments_of_other_years_are_refused_with_the_years(text):
    with pytest.raises(ValidationError) as refused:
        InstantField().clean(text)
    assert refused.value.messages == SAID


@pytest.mark.parametrize("text", ["x", "2026-13-01T00:00", "10000-01-01T00:00", "2026-02-30T08:00"])
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(ValidationError):
        InstantField().clean(text)


def test_the_calendar_of_the_browser_ends_where_the_field_does():
    assert DayField().widget.attrs == {"min": "2000-01-01", "max": "2100-12-31"}
    bounds = {"min": "2000-01-01T00:00", "max": "2100-12-31T23:59"}
    assert InstantField().widget.attrs == bounds


def test_the_date_of_a_document_that_exists_lies_not_after_today():
    field = SignedDayField(today=date(2026, 11, 22))
    assert [field.clean(day) for day in ("1945-09-02", "2026-11-22")] == [
        date(1945, 9, 2),
        date(2026, 11, 22),
    ]
    assert field.widget.attrs["max"] == "2026-11-22"
    with pytest.raises(ValidationError) as refused:
        field.clean("2027-12-01")
    assert refused.value.messages == [
        "Ngày của văn bản không được sau hôm nay (22/11/2026). Hãy ghi đúng ngày trên văn bản "
        "đã ký."
    ]
