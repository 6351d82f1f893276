"""Turns a cell into the text that a column of its kind holds, and says what is doubtful."""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

from hoithi.core.vietnamese.dates import date_text
from hoithi.documents.spreadsheets.dates import Read, read_date
from hoithi.documents.spreadsheets.grid import Cell, Value
from hoithi.documents.spreadsheets.records import Column, Kind, Reason

LONGEST_TEXT = 5_000
_INVISIBLE = re.compile(
    r"[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]|[\x00-\x08\x0b-\x1f\x7f]"
)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[.\s\u00a0]\d{3})+(?:,\d+)?|[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_COMMA_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3}){2,}")
_DECIMAL = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_SCIENTIFIC = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
_YES = {"1", "x", "✓", "✔", "v", "có", "đúng", "true", "yes", "đạt", "rồi"}
_NO = {"", "0", "-", "không", "sai", "false", "no", "chưa", "không đạt"}


def read_value(cell: Cell, column: Column) -> Read:
    """The value of a filled cell and the one thing most doubtful about it."""
    if cell.is_error or (isinstance(cell.value, float) and not math.isfinite(cell.value)):
        return "", Reason.FORMULA_ERROR
    if cell.is_uncomputed:
        return "", Reason.FORMULA_NOT_COMPUTED
    value, doubt = _READERS[column.kind](cell)
    if len(value) > LONGEST_TEXT:
        return "", Reason.TOO_LONG
    if value and column.choices and doubt is None:
        return _choose(value, column)
    return value, doubt


def clean(text: str) -> str:
    """One line of NFC without invisible signs and without the quote that guards a formula sign."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    line = " ".join(visible.split())
    return line[1:] if line[:2] in {"'=", "'+", "'-", "'@"} else line


def shown(value: Value) -> str:
    """A value as a person sees it in the cell: no ".0" behind whole numbers, dates as 05/3/1990."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return _digits(value)
    if isinstance(value, datetime | date):
        return date_text(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    return clean(str(value))


def _digits(value: float) -> str:
    if not math.isfinite(value):
        return ""
    if value == int(value) and abs(value) < 1e18:
        return str(int(value))
    # Excel keeps 15 digits: 0.1 + 0.2 is shown as 0.3.
    return format(Decimal(f"{value:.15g}").normalize(), "f")


def _read_text(cell: Cell) -> Read:
    if cell.number_format and isinstance(cell.value, float | int):
        return _digits(cell.value * 100) + "%", None
    return shown(cell.value), None


def _read_lines(cell: Cell) -> Read:
    if not isinstance(cell.value, str):
        return _read_text(cell)
    return "\n".join(map(clean, cell.value.splitlines())).strip("\n"), None


def _read_number(cell: Cell) -> Read:
    if isinstance(cell.value, bool | date | time):
        return "", Reason.NOT_A_NUMBER
    if isinstance(cell.value, int | float):
        return _digits(float(cell.value) * (100 if cell.number_format else 1)), None
    return _number_of_text(clean(cell.value).removesuffix("%").strip())


def _number_of_text(text: str) -> Read:
    """Vietnamese writing first: a dot parts thousands, a comma decimals."""
    if _COMMA_THOUSANDS.fullmatch(text):
        return text.replace(",", ""), None
    if _THOUSANDS.fullmatch(text):
        if re.fullmatch(r"[+-]?\d{1,3}\.\d{3}", text):
            return text.replace(".", ""), Reason.NUMBER_AMBIGUOUS
        is_american = "." in text and "," in text and text.rindex(".") > text.rindex(",")
        parted = text.replace(",", "") if is_american else re.sub(r"[.\s]", "", text)
        return parted.replace(",", "."), None
    if _DECIMAL.fullmatch(text):
        doubt = Reason.NUMBER_AMBIGUOUS if re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", text) else None
        return format(Decimal(text.replace(",", ".")), "f"), doubt
    return "", Reason.NOT_A_NUMBER


def _read_whole(cell: Cell) -> Read:
    text, doubt = _read_number(cell)
    if not text:
        return text, doubt
    number = Decimal(text)
    return (str(int(number)), doubt) if number == int(number) else ("", Reason.NOT_WHOLE)


def _read_phone(cell: Cell) -> Read:
    text = shown(cell.value)
    if _SCIENTIFIC.fullmatch(text):
        return "", Reason.DIGITS_LOST
    digits = re.sub(r"[\s.\-()/]", "", text)
    digits = re.sub(r"^(?:\+|00)?84(?=\d{9,10}$)", "0", digits)
    if re.fullmatch(r"0\d{9,10}", digits):
        return digits, None
    # Nine digits without the nought: Excel took a number for the text.
    if re.fullmatch(r"[2-9]\d{8}|2\d{9}", digits):
        return "0" + digits, Reason.LEADING_ZERO_RESTORED
    return "", Reason.NOT_A_PHONE


def _read_identity(cell: Cell) -> Read:
    text = shown(cell.value)
    if _SCIENTIFIC.fullmatch(text):
        return "", Reason.DIGITS_LOST
    digits = re.sub(r"[\s.\-]", "", text)
    if not re.fullmatch(r"\d{8,12}", digits):
        return "", Reason.NOT_AN_IDENTITY
    length = 12 if len(digits) > 9 else 9
    doubt = None if len(digits) == length else Reason.LEADING_ZERO_RESTORED
    return digits.zfill(length), doubt


def _read_mark(cell: Cell) -> Read:
    text = shown(cell.value).lower()
    if text in _YES:
        return "1", None
    return ("0", None) if text in _NO else ("", Reason.NOT_A_MARK)


def _choose(value: str, column: Column) -> Read:
    for choice in column.choices:
        if choice.casefold() == value.casefold():
            return choice, None
    return value, Reason.NOT_A_CHOICE


_READERS: dict[Kind, Callable[[Cell], Read]] = {
    Kind.TEXT: _read_text,
    Kind.LINES: _read_lines,
    Kind.NUMBER: _read_number,
    Kind.WHOLE: _read_whole,
    Kind.DATE: lambda cell: read_date(cell.value),
    Kind.PHONE: _read_phone,
    Kind.IDENTITY: _read_identity,
    Kind.MARK: _read_mark,
}
