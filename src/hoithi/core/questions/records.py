"""A question with its legal basis, and its answer key apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    NUMERIC = "numeric"
    """A number that is predicted; it has no key."""
    SHORT_TEXT = "short_text"


CHOICE_KINDS = frozenset({QuestionKind.SINGLE, QuestionKind.MULTIPLE})


@dataclass(frozen=True)
class LegalBasis:
    """Where the answer stands: document, article, clause, and the time it was in force."""

    number: str = ""
    """Number and symbol, such as 61/2018/NĐ-CP."""
    title: str = ""
    article: str = ""
    clause: str = ""
    issued_on: date | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    """The first day on which it is no longer in force."""
    checked_on: date | None = None
    """The day for which the writer found the text in force and the key right."""

    def holds_on(self, day: date) -> bool:
        """Whether the text was in force on that day, as far as the dates are known."""
        begun = self.in_force_from is None or self.in_force_from <= day
        return begun and (self.in_force_to is None or day < self.in_force_to)


@dataclass(frozen=True)
class QuestionText:
    """What a contestant reads, and what the bank sorts by."""

    kind: QuestionKind
    stem: str
    field: str
    difficulty: str
    options: tuple[str, ...] = ()
    anchored: frozenset[int] = frozenset()
    """Places (from 0) of options that stay where they are when options are shuffled."""
    audience: str = "all"
    never_with: frozenset[str] = frozenset()
    """Codes of questions of the bank that are never in one paper with it."""
    basis: LegalBasis = LegalBasis()


@dataclass(frozen=True)
class Answer:
    """What is right: places of options (from 0), true or false, or accepted texts."""

    places: frozenset[int] = frozenset()
    is_true: bool | None = None
    accepted: tuple[str, ...] = ()
    explanation: str = ""


class FaultCode(StrEnum):
    """What is wrong with a question."""

    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_DIFFICULTY = "unknown_difficulty"
    UNKNOWN_AUDIENCE = "unknown_audience"
    NO_STEM = "no_stem"
    TOO_LONG = "too_long"
    TOO_FEW_OPTIONS = "too_few_options"
    OPTION_GAP = "option_gap"
    """An option is empty while a later one is not."""
    SAME_OPTION_TWICE = "same_option_twice"
    OPTIONS_NOT_ALLOWED = "options_not_allowed"
    NO_KEY = "no_key"
    KEY_NOT_AMONG_OPTIONS = "key_not_among_options"
    KEY_NOT_ALLOWED = "key_not_allowed"
    ONE_KEY_ONLY = "one_key_only"
    SEVERAL_KEYS_NEEDED = "several_keys_needed"
    NOT_TRUE_OR_FALSE = "not_true_or_false"
    NO_BASIS = "no_basis"
    BASIS_ENDS_BEFORE_IT_BEGINS = "basis_ends_before_it_begins"
    CHECKED_WHEN_NOT_IN_FORCE = "checked_when_not_in_force"
    DATE_NOT_WHOLE = "date_not_whole"
    """Only a month or a year is given."""
    CODE_TWICE = "code_twice"
    NEVER_WITH_ITSELF = "never_with_itself"
    NEVER_WITH_UNKNOWN = "never_with_unknown"
    """A question that is to be kept apart is not in the bank."""
    CONTROL_CHARACTER = "control_character"


@dataclass(frozen=True)
class QuestionFault:
    """One fault: the column it is in, and facts for the sentence."""

    code: FaultCode
    column: str
    facts: Mapping[str, str] = field(default_factory=dict)
