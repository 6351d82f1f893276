"""What a plan founds, before it is stored."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from hoithi.core.plans.records import Place
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.tasks.due import NO_DUE, Due
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.tasks.moments import UNKNOWN, Moment


class Kind(StrEnum):
    """What an activity is."""

    CONTEST = "contest"
    THEME = "theme"
    CHECK = "check"
    CONFERENCE = "conference"
    SEMINAR = "seminar"
    MEETING = "meeting"
    TRAINING = "training"
    REHEARSAL = "rehearsal"
    EXHIBITION = "exhibition"
    PERFORMANCE = "performance"
    REVIEW = "review"
    FESTIVAL = "festival"


WITH_RULEBOOK = (Kind.CONTEST, Kind.CHECK)


class CommitteeKind(StrEnum):
    """What a committee does, whatever its name."""

    ORGANISING = "organising"
    JURY = "jury"
    SECRETARIAT = "secretariat"
    QUESTIONS = "questions"
    REVIEW = "review"
    SERVICE = "service"
    SUB_COMMITTEE = "sub_committee"
    OTHER = "other"


class Asks(StrEnum):
    """What a plan left open, and a task asks for."""

    WHEN = "when"
    """The day of an activity."""
    WHERE = "where"
    RULES = "rules"
    """What the rulebook of a contest still lacks."""
    LATER = "later"
    """What the plan leaves to a later document: thể lệ, thư mời, thông báo."""
    WHO = "who"
    """Work that no agency is told to do."""
    SUPERIOR = "superior"
    """The superior's contest or theme that the campaign joins."""
    HEADER = "header"
    """Number or day of the plan left blank."""
    CONTRADICTION = "contradiction"
    """Sentences of the plan that cannot all be true."""
    AGAIN = "again"
    """What a copy of an earlier campaign must have looked at again."""


@dataclass(frozen=True, slots=True)
class UnitSet:
    """Units that take part, in the plan's words and as a rule."""

    holder_set: HolderSet
    words: str


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """An activity; one with a rulebook founds a contest."""

    key: str
    kind: Kind
    title: str
    place: str = ""
    moment: Moment = UNKNOWN
    starts_at: time | None = None
    ends_at: time | None = None
    agency: str = ""
    units: tuple[UnitSet, ...] = ()
    rulebook: Rulebook | None = None
    is_superiors: bool = False
    source: Place | None = None


@dataclass(frozen=True, slots=True)
class CommitteeDraft:
    """A committee by the name that the plan gives it."""

    name: str
    kind: CommitteeKind
    source: Place | None = None


@dataclass(frozen=True, slots=True)
class AgencyDraft:
    """An agency with tasks."""

    name: str
    holder_set: HolderSet = HolderSet.ONE
    is_standing: bool = False
    source: Place | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a task, by the name of the agency."""

    agency: str
    leads: bool = True


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """Work, or a question where `asks` says what is open."""

    text: str
    due: Due = NO_DUE
    activity: str = ""
    """The key of the activity it belongs to and its days are counted from."""
    holders: tuple[Holder, ...] = ()
    asks: Asks | None = None
    source: Place | None = None


@dataclass(frozen=True, slots=True)
class SuperiorPlan:
    """The plan of a superior that this one carries out."""

    number: str
    issued_on: date | None
    issuer: str


@dataclass(frozen=True, slots=True)
class CampaignDraft:
    """All that a plan founds."""

    title: str
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    superior: SuperiorPlan | None = None
    activities: tuple[ActivityDraft, ...] = ()
    committees: tuple[CommitteeDraft, ...] = ()
    agencies: tuple[AgencyDraft, ...] = ()
    tasks: tuple[TaskDraft, ...] = ()
