"""Numbers in documents: two-digit counts, comma decimals, percentages, words and ordinals."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Thousand = Literal["nghìn", "ngàn"]
Linking = Literal["linh", "lẻ"]

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
LARGEST = 10**18 - 1
_LARGEST_ROMAN = 3999
_NUMERALS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


@dataclass(eq=False)
class NumberOutOfRange(ValueError):
    """The number is negative or larger than words are made for (10^18 - 1)."""

    number: int


@dataclass(eq=False)
class NotANumber(ValueError):
    """The text is not a number as written in Vietnamese."""

    text: str


def two_digits(count: int) -> str:
    """A count as documents write it, with a leading zero below ten: 1 → "01"."""
    return f"{count:02d}"


def counted(count: int, noun: str) -> str:
    """A count with its noun: (1, "giải Nhất") → "01 giải Nhất"."""
    return f"{two_digits(count)} {noun}"


def dotted(number: int) -> str:
    """Thousands set apart by dots: 1800000 → "1.800.000"."""
    return f"{number:,}".replace(",", ".")


def decimal_text(number: Decimal) -> str:
    """A decimal with comma and dots, digits kept as they are: Decimal("1234.50") → "1.234,50"."""
    whole, _, fraction = f"{number:,f}".partition(".")
    dots = whole.replace(",", ".")
    return f"{dots},{fraction}" if fraction else dots


def read_decimal(text: str) -> Decimal:
    """A number as officials type it: "92,83", "1.234,5", "85". Refuses what has two readings.

    "1.234" is one thousand two hundred and thirty-four; "92.83" is read as a decimal, because the
    dot cannot stand there between thousands.
    """
    bare = re.sub(r"\s", "", text)
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?", bare, re.ASCII):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if re.fullmatch(r"[+-]?\d+([.,]\d+)?", bare, re.ASCII):
        return Decimal(bare.replace(",", "."))
    raise NotANumber(text)


def percent_text(percent: Decimal) -> str:
    """A percentage as documents write it: Decimal("92.83") → "92,83%"."""
    return f"{decimal_text(percent)}%"


def ordinal_text(number: int) -> str:
    """The ordinal of rounds and weeks as documents write it: 1 → "thứ Nhất", 4 → "thứ Tư"."""
    special = {1: "Nhất", 4: "Tư"}
    words = special.get(number) or number_words(number).capitalize()
    return f"thứ {words}"


def week_text(number: int) -> str:
    """1 → "tuần thứ Nhất"."""
    return f"tuần {ordinal_text(number)}"


def roman(number: int) -> str:
    """The Roman numeral of annexes and headings: 4 → "IV". Refuses numbers outside 1 to 3999."""
    if not 1 <= number <= _LARGEST_ROMAN:
        raise NumberOutOfRange(number)
    text, rest = "", number
    for value, numeral in _NUMERALS:
        text += numeral * (rest // value)
        rest %= value
    return text


def number_words(number: int, *, thousand: Thousand = "nghìn", linking: Linking = "linh") -> str:
    """A number read aloud, in lower case: 1_005_021 → "một triệu không trăm linh năm nghìn …".

    `thousand` and `linking` choose the words of the region. Groups of three that are zero are
    left out, as on cheques; inside a number "không trăm" is said. Refuses negatives and 10^18 up.
    """
    if not 0 <= number <= LARGEST:
        raise NumberOutOfRange(number)
    if number == 0:
        return _DIGITS[0]
    high, low = divmod(number, _BILLION)
    said: list[str] = []
    if high:
        said += [*_below_billion(high, thousand, linking, leading=True), "tỷ"]
    said += _below_billion(low, thousand, linking, leading=not high)
    return " ".join(said)


def _below_billion(number: int, thousand: str, linking: str, *, leading: bool) -> list[str]:
    said: list[str] = []
    for value, name in ((10**6, "triệu"), (10**3, thousand), (1, "")):
        group = number // value % 1000
        if group:
            said += _group(group, linking, full=not leading or bool(said))
            said += [name] if name else []
    return said


def _group(group: int, linking: str, *, full: bool) -> list[str]:
    """Three digits; `full` says the hundreds even when they are zero."""
    hundreds, rest = divmod(group, 100)
    said = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    tens, ones = divmod(rest, 10)
    if tens == 0:
        return said + ([linking] if said and ones else []) + ([_DIGITS[ones]] if ones else [])
    said += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return said + ([_ones_after_tens(tens, ones)] if ones else [])


def _ones_after_tens(tens: int, ones: int) -> str:
    """Mốt and tư after mươi (not after mười), lăm after both."""
    after_many = {1: "mốt", 4: "tư", 5: "lăm"}
    after_ten = {5: "lăm"}
    return (after_ten if tens == 1 else after_many).get(ones, _DIGITS[ones])
