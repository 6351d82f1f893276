"""Dates, times, ranges and durations as Vietnamese documents print them."""

from datetime import date, timedelta

from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.core.vietnamese.numbers import two_digits

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
# Nghị định 30/2020/NĐ-CP, annex I, part II, 4: zero before days under 10 and months 1 and 2 only,
# the months that could be mistaken for 11 and 12 when a digit is added.
_LAST_PADDED_MONTH = 2
_UNITS = ((7 * 86400, "tuần"), (86400, "ngày"), (3600, "giờ"), (60, "phút"), (1, "giây"))


def month_text(month: int) -> str:
    """A month with the zero of documents: 1 → "01", 3 → "3", 12 → "12"."""
    return two_digits(month) if month <= _LAST_PADDED_MONTH else str(month)


def date_text(day: date) -> str:
    """The short date of running text: "05/3/2020", "13/12/2021", "01/02/2024"."""
    return f"{two_digits(day.day)}/{month_text(day.month)}/{day.year}"


def long_date_text(day: date) -> str:
    """The date of the heading and of decisions: "ngày 05 tháng 3 năm 2020"."""
    return f"ngày {two_digits(day.day)} tháng {month_text(day.month)} năm {day.year}"


def weekday_text(day: date) -> str:
    """ "thứ Hai" to "thứ Bảy", and "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def clock_text(minute_of_day: int) -> str:
    """The time of day: 510 → "08h30", 1440 → "24h00"."""
    hour, minute = divmod(minute_of_day, 60)
    return f"{hour:02d}h{minute:02d}"


def moment_text(moment: LocalMoment) -> str:
    """ "08h30 ngày 13/12/2021", "24h00 ngày 26/10/2025"."""
    return f"{clock_text(moment.minute)} ngày {date_text(moment.day)}"


def window_text(opens: LocalMoment, closes: LocalMoment) -> str:
    """A window to the minute: "từ 08h30 ngày 13/12/2021 đến 16h30 ngày 19/12/2021"."""
    return f"từ {moment_text(opens)} đến {moment_text(closes)}"


def days_text(first: date, last: date) -> str:
    """A range of whole days, the last one included: "từ ngày 10/11/2008 đến hết ngày 30/11/2008".

    One day only reads "ngày 20/10/2008".
    """
    if first == last:
        return f"ngày {date_text(first)}"
    return f"từ ngày {date_text(first)} đến hết ngày {date_text(last)}"


def weeks_text(weeks: int) -> str:
    """2 → "02 tuần"."""
    return f"{two_digits(weeks)} tuần"


def minutes_text(minutes: int) -> str:
    """The time for a paper, always in minutes: 20 → "20 phút", 90 → "90 phút"."""
    return f"{two_digits(minutes)} phút"


def duration_text(duration: timedelta) -> str:
    """A length of time in its two largest units: "02 tuần", "01 ngày 06 giờ", "20 phút 05 giây".

    Weeks are named only when they are whole; parts of a second are dropped; a negative length
    is printed as its size, since the sentence around it says before or after.
    """
    seconds = int(abs(duration.total_seconds()))
    units = _UNITS if seconds and seconds % _UNITS[0][0] == 0 else _UNITS[1:]
    said: list[str] = []
    for length, name in units:
        count, seconds = divmod(seconds, length)
        if count:
            said.append(f"{two_digits(count)} {name}")
    return " ".join(said[:2]) or "00 phút"
