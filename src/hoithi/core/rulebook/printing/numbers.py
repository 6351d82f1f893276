"""Times, points and shares in the words of a regulation."""

from datetime import date
from decimal import Decimal

from hoithi.core.rulebook.document import Window
from hoithi.core.vietnamese.dates import date_text, moment_text
from hoithi.core.vietnamese.moments import END_OF_DAY, LocalMoment
from hoithi.core.vietnamese.numbers import decimal_text, two_digits


def moment(text: str) -> str:
    """ "08h30 ngày 13/12/2021"."""
    return moment_text(LocalMoment.parse(text))


def day(text: str) -> str:
    """ "05/3/2020"."""
    return date_text(date.fromisoformat(text))


def until(text: str) -> str:
    """ "trước 16h30 ngày …": that minute is no longer in it; the end of a day is "24h00 ngày …"."""
    closes = LocalMoment.parse(text)
    return moment_text(closes) if closes.minute == END_OF_DAY else f"trước {moment_text(closes)}"


def span(window: Window) -> str:
    """ "từ 08h30 ngày 13/12/2021 đến trước 16h30 ngày 19/12/2021"."""
    return f"từ {moment(window.opens)} đến {until(window.closes)}"


def number(value: Decimal) -> str:
    """The shortest writing with a comma: 2, 0,5."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return decimal_text(Decimal(text))


def points(value: Decimal) -> str:
    """ "05 điểm", "0,5 điểm", "100 điểm"."""
    whole = value == value.to_integral_value()
    return f"{two_digits(int(value)) if whole and value >= 0 else number(value)} điểm"


def share(value: Decimal) -> str:
    """ "85%"."""
    return f"{number(value)}%"


def counted(count: int, noun: str) -> str:
    """ "03 lượt"."""
    return f"{two_digits(count)} {noun}"
