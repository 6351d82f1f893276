"""What a check of a bank looks at, and what it finds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hoithi.core.questions.records import Answer, QuestionText


class Grade(StrEnum):
    """How much a finding weighs."""

    MUST = "must"
    """The question cannot be asked so."""
    SHOULD = "should"
    """A contestant could complain, or guess."""
    LOOK = "look"
    """Usual enough; somebody should look at it once."""


class Code(StrEnum):
    """What is found."""

    SAME_QUESTION = "same_question"
    SAME_QUESTION_OTHER_KEY = "same_question_other_key"
    SAME_STEM = "same_stem"
    NEAR_STEM = "near_stem"
    NEAR_STEM_OTHER_KEY = "near_stem_other_key"
    KEYS_IN_ONE_PLACE = "keys_in_one_place"
    TRUTHS_ONE_SIDED = "truths_one_sided"
    LONGEST_IS_RIGHT = "longest_is_right"
    OPTIONS_SAME = "options_same"
    OPTIONS_SAME_BUT_MARKS = "options_same_but_marks"
    OPTION_WITHIN_OPTION = "option_within_option"
    RANGES_OVERLAP = "ranges_overlap"
    NEGATIVE_HIDDEN = "negative_hidden"
    SWEEPING_LOOSE = "sweeping_loose"
    LETTERS_LOOSE = "letters_loose"
    NO_BASIS = "no_basis"
    NO_ARTICLE = "no_article"
    BASIS_ENDED = "basis_ended"
    BASIS_EXPIRED = "basis_expired"
    BASIS_AMENDED = "basis_amended"
    BASIS_TO_COME = "basis_to_come"
    NUMBER_MISSPELT = "number_misspelt"
    NUMBER_WITHOUT_YEAR = "number_without_year"
    NUMBER_SHORT_YEAR = "number_short_year"
    NUMBER_IN_TWO_WAYS = "number_in_two_ways"
    ROW_SHORT = "row_short"
    ROW_WORN = "row_worn"


Fact = str | int | date


@dataclass(frozen=True)
class Finding:
    """One finding: the questions it is about (none: the whole bank), and facts for its sentence."""

    code: Code
    grade: Grade
    questions: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)


Findings = Iterator[Finding]


@dataclass(frozen=True)
class BasisChange:
    """What is on record of a document: it ended or was amended, wholly or in one article."""

    number: str
    on: date
    by: str
    """Number of the document that changed it."""
    article: str = ""
    expired: bool = True


@dataclass(frozen=True)
class Checked:
    """A question of the bank with its code and key."""

    code: str
    text: QuestionText
    answer: Answer
    changes: tuple[BasisChange, ...] = ()
    """Of its document, against which no reviewer has read it yet."""
