"""What is understood of a plan: facts with the place each was read from, and doubts."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in the text that was given: lines count from 1, characters from 0.

    What a person added has no words there: its line is below nought, minus the number of the fact.
    """

    line: int
    start: int
    end: int
    """The character after the last one, in `last_line`."""
    last_line: int

    @property
    def added(self) -> int:
        """The number of the fact that a person added; nought for words of the text."""
        return max(-self.line, 0)


class Reason(StrEnum):
    """Why a passage is doubtful; the sentence is worded by the caller."""

    NO_DOCUMENT = "no_document"
    """No heading such as KẾ HOẠCH or THỂ LỆ was found."""
    NUMBER_BLANK = "number_blank"
    DATE_BLANK = "date_blank"
    REFERENCE_BLANK = "reference_blank"
    """A document is cited whose number was left open."""
    IMPOSSIBLE_DATE = "impossible_date"
    YEAR_IMPLIED = "year_implied"
    """A day and month without a year: the year was taken from its surroundings."""
    END_BEFORE_START = "end_before_start"
    NO_SIGNATORY = "no_signatory"
    NO_ISSUER = "no_issuer"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A passage that was not understood, or understood with an assumption."""

    reason: Reason
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One fact that a document states once."""

    value: T
    place: Place


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document named by another; `number` is None where it has a title only."""

    number: str | None
    date: str | None
    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A deadline or a milestone: "2021-12-20", or "2021-12-20T08:00" where the hour is stated."""

    date: str
    what: str
    agency: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Period:
    """From one day or minute to another, both as the text writes them."""

    start: str
    end: str
    what: str
    place: Place


@dataclass(frozen=True, slots=True)
class RelativeDeadline:
    """Days before (negative) or after an event."""

    offset_days: int
    anchor: str
    agency: str | None
    what: str
    place: Place


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that is no day ("2024-Q3", "2019-12-end"), or a rule ("hằng tuần")."""

    value: str
    what: str
    place: Place


@dataclass(frozen=True, slots=True)
class Prize:
    """A line of the prize table; what the text leaves out is None."""

    scope: str
    rank: str
    count: int | None
    amount_vnd: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Assignment:
    """An agency and what it is told to do."""

    agency: str
    n_tasks: int
    n_sentences: int
    tasks: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Target:
    """A share to be reached, in percent as written with a point, and of what."""

    percent: str
    of: str
    place: Place


@dataclass(frozen=True, slots=True)
class Signatory:
    name: str
    title: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a document states; what it does not say is None or empty."""

    doc_type: Found[str] | None = None
    number: Found[str] | None = None
    issued_on: Found[str] | None = None
    place: Found[str] | None = None
    issuing_body: Found[str] | None = None
    level: Found[str] | None = None
    title: Found[str] | None = None
    event_form: tuple[Found[str], ...] = ()
    legal_bases: tuple[CitedDocument, ...] = ()
    cited: tuple[CitedDocument, ...] = ()
    deadlines: tuple[DatedFact, ...] = ()
    milestones: tuple[DatedFact, ...] = ()
    periods: tuple[Period, ...] = ()
    relative_deadlines: tuple[RelativeDeadline, ...] = ()
    fuzzy_dates: tuple[Vague, ...] = ()
    recurring: tuple[Vague, ...] = ()
    prizes: tuple[Prize, ...] = ()
    prize_totals: tuple[Vague, ...] = ()
    eligible: Found[str] | None = None
    excluded: Found[str] | None = None
    assignments: tuple[Assignment, ...] = ()
    recipients_count: Found[int] | None = None
    signatory: Signatory | None = None
    signing_authority: Found[str] | None = None
    agenda_rows: Found[int] | None = None
    targets: tuple[Target, ...] = ()
    budget: tuple[Vague, ...] = ()
    page_dates: tuple[Found[str], ...] = ()
    counts: dict[str, Found[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a text, and what a person should look at."""

    facts: Facts
    doubts: tuple[Doubt, ...]
