"""What is wrong with a text that should be a rulebook: where, which code, with which facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hoithi.kit.refusals import Refusal

Fact = str | int | tuple[str, ...]


class ProblemCode(StrEnum):
    """Why a text or a value is no part of a rulebook."""

    TOO_LARGE = "too_large"
    LINE_TOO_LONG = "line_too_long"
    TOO_DEEP = "too_deep"
    NOT_UTF8 = "not_utf8"
    SYNTAX = "syntax"
    DUPLICATE_KEY = "duplicate_key"
    FORMAT_UNKNOWN = "format_unknown"
    MISSING = "missing"
    UNKNOWN_FIELD = "unknown_field"
    NOT_A_TABLE = "not_a_table"
    NOT_A_LIST = "not_a_list"
    NOT_TEXT = "not_text"
    NOT_A_NUMBER = "not_a_number"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_CHOICE = "not_a_choice"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    BAD_CHARACTER = "bad_character"
    BAD_KEY = "bad_key"
    BAD_CODE = "bad_code"
    BAD_LINK = "bad_link"
    BAD_DAY = "bad_day"
    BAD_MOMENT = "bad_moment"
    OUT_OF_RANGE = "out_of_range"
    NO_SUCH_PLACE = "no_such_place"
    """A path that leads nowhere in this rulebook."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong, at a path such as `rounds[1].window.closes` (counted from 0)."""

    path: str
    code: ProblemCode
    facts: Mapping[str, Fact] = field(default_factory=dict)


class RulebookUnreadable(Refusal):
    """A text that is no rulebook, with everything wrong that could be found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems=problems)
        self.problems = problems
