"""What is asked of a spreadsheet, what was read from it, and what is doubtful in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What the cells of a column hold, and how a value is written in `Row.values`."""

    TEXT = "text"
    """Unicode NFC on one line."""
    LINES = "lines"
    """Unicode NFC on the lines that it has in the cell."""
    NUMBER = "number"
    """A decimal with a point: "1234.5"; a share shown as 85% is "85"."""
    WHOLE = "whole"
    """A whole number: "1234"."""
    DATE = "date"
    """"1990-03-05"; "1990-03" or "1990" when no more is given."""
    PHONE = "phone"
    """Digits with the leading zero: "0912345678"."""
    IDENTITY = "identity"
    """A personal identification number of 12 digits, or an old card number of 9."""
    MARK = "mark"
    """A ticked cell ("x", "có", "✓", 1) is "1", an empty one "", "không" and 0 are "0"."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is looked for, and written: the first heading is the one that is printed."""

    key: str
    headings: tuple[str, ...]
    required: bool = False
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    note: str = ""

    @property
    def heading(self) -> str:
        return self.headings[0]


class Weight(StrEnum):
    """What a doubt does to the reading."""

    FILE = "file"
    """The file cannot be used: there are no rows."""
    LINE = "line"
    """The line cannot be used as it stands."""
    NOTE = "note"
    """The value was understood, or something was left out on purpose; a person should look."""


class Reason(StrEnum):
    """Why something is doubtful. The sentence for each is worded by the caller from the facts."""

    EMPTY_FILE = "empty_file"
    TOO_BIG = "too_big"
    NOT_A_SPREADSHEET = "not_a_spreadsheet"
    PASSWORD = "password"
    DAMAGED = "damaged"
    BOMB = "bomb"
    TOO_MANY_ROWS = "too_many_rows"
    NO_HEADING = "no_heading"
    MISSING_COLUMN = "missing_column"
    NO_ROWS = "no_rows"

    REQUIRED_EMPTY = "required_empty"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    NOT_A_DATE = "not_a_date"
    IMPOSSIBLE_DATE = "impossible_date"
    UNLIKELY_BIRTH = "unlikely_birth"
    NOT_A_PHONE = "not_a_phone"
    NOT_AN_IDENTITY = "not_an_identity"
    NOT_A_MARK = "not_a_mark"
    NOT_A_CHOICE = "not_a_choice"
    TOO_LONG = "too_long"
    FORMULA_ERROR = "formula_error"
    FORMULA_NOT_COMPUTED = "formula_not_computed"
    DIGITS_LOST = "digits_lost"

    HEADING_TWICE = "heading_twice"
    LEADING_ZERO_RESTORED = "leading_zero_restored"
    TWO_DIGIT_YEAR = "two_digit_year"
    MONTH_BEFORE_DAY = "month_before_day"
    DATES_MAY_BE_SWAPPED = "dates_may_be_swapped"
    NUMBER_AMBIGUOUS = "number_ambiguous"
    CONVERTED_TEXT = "converted_text"
    SECTION_LINE = "section_line"
    ROWS_BELOW_END = "rows_below_end"
    OTHER_SHEETS = "other_sheets"

    @property
    def weight(self) -> Weight:
        if self in _FILE_REASONS:
            return Weight.FILE
        return Weight.NOTE if self in _NOTES else Weight.LINE


_FILE_REASONS = frozenset(
    {
        Reason.EMPTY_FILE,
        Reason.TOO_BIG,
        Reason.NOT_A_SPREADSHEET,
        Reason.PASSWORD,
        Reason.DAMAGED,
        Reason.BOMB,
        Reason.TOO_MANY_ROWS,
        Reason.NO_HEADING,
        Reason.MISSING_COLUMN,
        Reason.NO_ROWS,
    }
)
_NOTES = frozenset(
    {
        Reason.HEADING_TWICE,
        Reason.LEADING_ZERO_RESTORED,
        Reason.TWO_DIGIT_YEAR,
        Reason.MONTH_BEFORE_DAY,
        Reason.DATES_MAY_BE_SWAPPED,
        Reason.NUMBER_AMBIGUOUS,
        Reason.CONVERTED_TEXT,
        Reason.SECTION_LINE,
        Reason.ROWS_BELOW_END,
        Reason.OTHER_SHEETS,
    }
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubtful thing: its line as the spreadsheet counts (0: the file), the column's key."""

    reason: Reason
    line: int = 0
    column: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: every asked column has a value, "" where the cell is empty."""

    line: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a file holds for the asked columns."""

    rows: tuple[Row, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    sheet: str = ""
    heading_row: int = 0

    @property
    def is_refused(self) -> bool:
        """True when the file as a whole cannot be used."""
        return any(doubt.reason.weight is Weight.FILE for doubt in self.doubts)

    @property
    def faulty_lines(self) -> frozenset[int]:
        """The lines that cannot be used as they stand."""
        return frozenset(doubt.line for doubt in self.doubts if doubt.reason.weight is Weight.LINE)


def refused(reason: Reason, **facts: str | int) -> TableReading:
    """The reading of a file that cannot be used."""
    return TableReading(doubts=(Doubt(reason, facts=facts),))
