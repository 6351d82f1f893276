"""The codes of what is found in a plan, and how grave each is."""

from enum import StrEnum


class Grade(StrEnum):
    """How grave a finding is."""

    CONTRADICTION = "contradiction"
    """Two statements of the document cannot both be true."""
    OMISSION = "omission"
    """Something is missing, out of date, or cannot be carried out as it stands."""
    STYLE = "style"
    """The document can be carried out; it could be written better."""


class Code(StrEnum):
    """What was found."""

    END_BEFORE_START = "end_before_start"
    IMPOSSIBLE_DATE = "impossible_date"
    DURATION_DIFFERS = "duration_differs"
    WEEKDAY_DIFFERS = "weekday_differs"
    ROUND_OUTSIDE = "round_outside"
    ROUNDS_OVERLAP = "rounds_overlap"
    ROUNDS_COUNTED = "rounds_counted"
    PUBLISHED_BEFORE_END = "published_before_end"

    DURATION_LOOSE = "duration_loose"
    LATER_ROUND_OUTSIDE = "later_round_outside"
    ROUNDS_END_EARLY = "rounds_end_early"


_GRADES = {
    Grade.CONTRADICTION: (
        Code.END_BEFORE_START,
        Code.IMPOSSIBLE_DATE,
        Code.DURATION_DIFFERS,
        Code.WEEKDAY_DIFFERS,
        Code.ROUND_OUTSIDE,
        Code.ROUNDS_OVERLAP,
        Code.ROUNDS_COUNTED,
        Code.PUBLISHED_BEFORE_END,
    ),
    Grade.OMISSION: (
        Code.DURATION_LOOSE,
        Code.LATER_ROUND_OUTSIDE,
        Code.ROUNDS_END_EARLY,
    ),
}
_BY_CODE = {code: grade for grade, codes in _GRADES.items() for code in codes}


def grade_of(code: Code) -> Grade:
    """The grade of a code; what is not listed above is a matter of style."""
    return _BY_CODE.get(code, Grade.STYLE)
