"""A question with its legal basis, and its answer key apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    NUMERIC = "numeric"
    """A number that is predicted; it has no key."""
    SHORT_TEXT = "short_text"
    NUMBER = "number"
    """A number with a key, and how far from it an answer may be."""
    MATCHING = "matching"
    """Each option is matched with one of the targets."""
    ORDERING = "ordering"
    """The options are brought into their order."""
    ESSAY = "essay"
    """A text that people mark, by a rubric where there is one."""


CHOICE_KINDS = frozenset({QuestionKind.SINGLE, QuestionKind.MULTIPLE})
LISTED_KINDS = CHOICE_KINDS | {QuestionKind.MATCHING, QuestionKind.ORDERING}
"""The kinds whose writer lists options."""


class Diacritics(StrEnum):
    """Whether "dich vu cong" is "dịch vụ công"."""

    EXACT = "exact"
    IGNORED = "ignored"


class MediaKind(StrEnum):
    """What a file beside a stem is."""

    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"


@dataclass(frozen=True)
class Media:
    """A picture, a sound or a film that belongs to a stem; its bytes are stored by their hash."""

    digest: str
    """SHA-256 of the stored bytes in hexadecimal."""
    name: str
    kind: MediaKind
    description: str
    """What it shows or says, for those who cannot see or hear it."""


@dataclass(frozen=True)
class Criterion:
    """A line of the rubric of an essay, and the points it is worth at most."""

    text: str
    points: Decimal


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
    field_title: str = ""
    """A field of the bank's own in its writer's words; empty for the usual ones."""
    topic: str = ""
    """Within the field, in the writer's words."""
    options: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    """What the options of a matching question are matched with; what is over leads astray."""
    anchored: frozenset[int] = frozenset()
    """Places (from 0) of options that stay where they are when options are shuffled."""
    audience: str = "all"
    never_with: frozenset[str] = frozenset()
    """Codes of questions of the bank that are never in one paper with it."""
    basis: LegalBasis = LegalBasis()
    media: tuple[Media, ...] = ()
    longest: int = 0
    """The most words of an essay; 0 for no limit."""


@dataclass(frozen=True)
class Answer:
    """What is right: places of options (from 0), true or false, accepted texts, a number …"""

    places: frozenset[int] = frozenset()
    is_true: bool | None = None
    accepted: tuple[str, ...] = ()
    explanation: str = ""
    value: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    """How far from the number an answer may be."""
    pairs: tuple[int, ...] = ()
    """For each option of a matching question the place of its target."""
    order: tuple[int, ...] = ()
    """Places of the options in their right order."""
    diacritics: Diacritics = Diacritics.IGNORED
    """Of accepted texts."""
    rubric: tuple[Criterion, ...] = ()
    """Of an essay; without one it is marked as a whole."""
    weights: tuple[Decimal, ...] = ()
    """Percent of the points for each option of a choice (-100 to 100); without them the rules
    of the paper say what a choice that is partly right earns."""


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
    NOT_A_NUMBER = "not_a_number"
    TOLERANCE_BELOW_NOTHING = "tolerance_below_nothing"
    TARGETS_NOT_ALLOWED = "targets_not_allowed"
    TOO_FEW_TARGETS = "too_few_targets"
    TOO_MANY_TARGETS = "too_many_targets"
    TARGET_GAP = "target_gap"
    SAME_TARGET_TWICE = "same_target_twice"
    PAIRS_INCOMPLETE = "pairs_incomplete"
    """An option has no target among those that are there."""
    ORDER_INCOMPLETE = "order_incomplete"
    """The order does not name every option once."""
    WEIGHTS_UNFIT = "weights_unfit"
    RUBRIC_WITHOUT_POINTS = "rubric_without_points"
    WORDS_OUT_OF_RANGE = "words_out_of_range"
    TOO_MANY_MEDIA = "too_many_media"
    MEDIA_UNDESCRIBED = "media_undescribed"
    MEDIA_UNREADABLE = "media_unreadable"
    """What is written in the column of files names none."""
    MEDIA_NOT_THERE = "media_not_there"
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
