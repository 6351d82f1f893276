"""What a campaign can say of itself: the figures that a report to the superior draws on."""

from dataclasses import dataclass
from datetime import date

from msgspec import Struct


class Source(Struct, frozen=True):
    """Where a figure comes from: the page that shows it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class ActivityTold:
    """An activity with its days in words, and who came where people were invited."""

    key: str
    title: str
    when: str
    place: str
    is_over: bool
    source: Source
    invited: int = 0
    came: int = 0
    was_held: bool = False
    """Whether something shows that it took place: people who came, conclusions, a closed contest,
    a result."""


@dataclass(frozen=True, slots=True)
class AgencyTold:
    """The tasks that an agency leads."""

    name: str
    led: int
    done: int
    overdue: int
    stuck: int


@dataclass(frozen=True, slots=True)
class ObstacleTold:
    """An obstacle that a holder reported, with the answer; empty while there is none."""

    key: str
    who: str
    text: str
    answer: str
    source: Source


@dataclass(frozen=True, slots=True)
class RoundTold:
    """A published result: people, attempts and prizes as it states them."""

    title: str
    people: int
    sittings: int
    winners: int


@dataclass(frozen=True, slots=True)
class ContestTold:
    """A contest with those who have taken part so far and what was published."""

    key: str
    title: str
    people: int
    sittings: int
    units: int
    source: Source
    rounds: tuple[RoundTold, ...] = ()
    quota: int | None = None
    """How many people the own unit set itself for a superior's contest, where it did."""
    has_begun: bool = True
    """Whether its activity's first day is reached; without a day it is not."""


@dataclass(frozen=True, slots=True)
class RequestTold:
    """A report that units were asked for, and what they propose in theirs."""

    key: str
    title: str
    asked: int
    sent: int
    source: Source
    proposals: tuple[tuple[str, str], ...] = ()
    """Unit and its words."""


@dataclass(frozen=True, slots=True)
class OutreachTold:
    """How often was told, how many were reached as units estimate, and who told all that is due."""

    deeds: int
    reached: int
    units: int
    silent: int
    source: Source


@dataclass(frozen=True, slots=True)
class MoneyTold:
    """What was approved and spent, in đồng."""

    approved: int
    spent: int
    source: Source


@dataclass(frozen=True, slots=True)
class CampaignTold:
    """All that the report draws on."""

    title: str
    issuer: str
    number: str
    issued_on: date | None
    superior: str
    """The superior's plan in words; empty where there is none."""
    source: Source
    tasks: Source
    today: date
    committees: tuple[tuple[str, int, str], ...] = ()
    """Name, members and number of the decision."""
    activities: tuple[ActivityTold, ...] = ()
    agencies: tuple[AgencyTold, ...] = ()
    overdue: tuple[str, ...] = ()
    """Tasks, with who leads them."""
    late_units: int = 0
    """How many units are late with a task that many units lead."""
    upcoming: tuple[str, ...] = ()
    """Tasks that fall due in the weeks to come, with the day."""
    obstacles: tuple[ObstacleTold, ...] = ()
    contests: tuple[ContestTold, ...] = ()
    requests: tuple[RequestTold, ...] = ()
    outreach: OutreachTold | None = None
    money: MoneyTold | None = None
