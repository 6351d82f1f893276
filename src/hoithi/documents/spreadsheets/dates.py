"""Reads a date as people write it in a cell."""

import re
from datetime import date, datetime, timedelta

from hoithi.documents.spreadsheets.grid import Value
from hoithi.documents.spreadsheets.records import Reason

Read = tuple[str, Reason | None]
"""The value as it goes into the row, and what is doubtful about it."""

# Excel's own rule for years of two digits: 00 to 29 belong to this century.
_CENTURY_TURN = 30
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_EPOCH = date(1899, 12, 30)
_LAST_SERIAL = 73_050
_DAY_FIRST = re.compile(
    r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{2}|\d{4})(?:\s+[\d:]+)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T\s][\d:.]+)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
_IN_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})")
_PREFIX = re.compile(r"^(?:năm\s+sinh|sinh\s+năm|sinh\s+ngày|năm)\s*:?\s*")


def read_date(value: Value) -> Read:
    """A date as "1990-03-05", "1990-03" or "1990". Days stand before months."""
    if isinstance(value, date):
        return _checked(value.year, value.month, value.day)
    if isinstance(value, bool):
        return "", Reason.NOT_A_DATE
    if isinstance(value, int | float):
        return _from_number(value)
    return _from_text(value) if isinstance(value, str) else ("", Reason.NOT_A_DATE)


def _from_number(value: float) -> Read:
    """A year, eight digits of a date, or a day as Excel counts them."""
    if value == int(value) and _FIRST_YEAR <= value <= _LAST_YEAR:
        return str(int(value)), None
    if value == int(value) and 1_000 <= value <= 9_999:
        # A slip of the year; as a day of Excel it would be one of 1902 to 1927.
        return "", Reason.IMPOSSIBLE_DATE
    if value == int(value) and 1_000_000 < value < 100_000_000:
        return _from_text(f"{int(value):08d}")
    if 1 <= value <= _LAST_SERIAL:
        day = _EPOCH + timedelta(days=int(value))
        return day.isoformat(), None
    return "", Reason.NOT_A_DATE


def _from_text(text: str) -> Read:
    words = _PREFIX.sub("", " ".join(text.split()).lower())
    if re.fullmatch(r"\d{4}|\d{5}", words):
        return _from_number(int(words))
    if re.fullmatch(r"\d{8}", words):
        return _from_digits(words)
    if found := _YEAR_FIRST.fullmatch(words):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if found := _IN_WORDS.fullmatch(words):
        return _checked(int(found[3]), int(found[2]), int(found[1]))
    if found := _DAY_FIRST.fullmatch(words):
        return _from_parts(int(found[1]), int(found[2]), found[3])
    if found := _MONTH_YEAR.fullmatch(words):
        return _month(int(found[2]), int(found[1]))
    return "", Reason.NOT_A_DATE


def _from_digits(digits: str) -> Read:
    """Eight digits: day, month, year as people write it here, or the year first."""
    if _FIRST_YEAR <= int(digits[4:]) <= _LAST_YEAR:
        return _checked(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    return _checked(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _from_parts(day: int, month: int, year_text: str) -> Read:
    year = int(year_text)
    doubt = None
    if len(year_text) == 2:
        year += 2000 if year < _CENTURY_TURN else 1900
        doubt = Reason.TWO_DIGIT_YEAR
    if month > 12 >= day:
        day, month, doubt = month, day, Reason.MONTH_BEFORE_DAY
    text, fault = _checked(year, month, day)
    return text, fault or doubt


def _month(year: int, month: int) -> Read:
    if 1 <= month <= 12 and _FIRST_YEAR <= year <= _LAST_YEAR:
        return f"{year:04d}-{month:02d}", None
    return "", Reason.IMPOSSIBLE_DATE


def _checked(year: int, month: int, day: int) -> Read:
    try:
        found = datetime(year, month, day)  # noqa: DTZ001 - a calendar day has no time zone
    except ValueError:
        return "", Reason.IMPOSSIBLE_DATE
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return "", Reason.IMPOSSIBLE_DATE
    return found.date().isoformat(), None


def is_day_first_text(text: str) -> bool:
    """True for a written date whose day is past the 12th: it cannot be taken for a month."""
    found = _DAY_FIRST.fullmatch(text.strip())
    return found is not None and int(found[1]) > 12 >= int(found[2])
