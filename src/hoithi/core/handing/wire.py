"""A campaign as it is written into a file: the records of its format, and drafts to and from them.

A name that a file may not carry is not here: no member, no report, no place of a signed text.
"""

from datetime import date, time
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from hoithi.core.founding.records import (
    ActivityDraft,
    AgencyDraft,
    Asks,
    CampaignDraft,
    CommitteeDraft,
    CommitteeKind,
    Holder,
    Kind,
    SuperiorPlan,
    TaskDraft,
    UnitSet,
)
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import from_file
from hoithi.core.rulebook.reading import plain
from hoithi.core.rulebook.record import KEY_PATTERN
from hoithi.core.tasks.calendar import MOST_DAYS
from hoithi.core.tasks.due import DayCount, Due, DueKind, Edge
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.tasks.moments import Moment

MOST_ACTIVITIES = 300
MOST_AGENCIES = 1_000
MOST_TASKS = 5_000

Key = Annotated[str, Meta(pattern=KEY_PATTERN, max_length=40)]
Title = Annotated[str, Meta(min_length=1, max_length=1_000)]
Name = Annotated[str, Meta(min_length=1, max_length=300)]
Words = Annotated[str, Meta(max_length=300)]
Number = Annotated[str, Meta(max_length=60)]
Issuer = Annotated[str, Meta(max_length=200)]
LongText = Annotated[str, Meta(min_length=1, max_length=20_000)]
Offset = Annotated[int, Meta(ge=-MOST_DAYS, le=MOST_DAYS)]
Clock = Annotated[time, Meta(tz=False)]
Day = date


class _Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the file; fields at their default are not written, unknown ones refused."""


class Days(_Record, frozen=True, kw_only=True):
    """A moment of an activity."""

    first: Day | None = None
    last: Day | None = None
    is_open: bool = True
    words: Words = ""


class Until(_Record, frozen=True, kw_only=True):
    """A due date."""

    kind: DueKind = DueKind.NONE
    first: Day | None = None
    last: Day | None = None
    offset: Offset = 0
    counted: DayCount = DayCount.DAYS
    edge: Edge = Edge.START
    words: Words = ""


class Units(_Record, frozen=True, kw_only=True):
    """A set of units by rule, in words."""

    holder_set: HolderSet
    words: Title


class ActivityTold(_Record, frozen=True, kw_only=True):
    """An activity, a contest with its rules."""

    key: Key
    kind: Kind
    title: Title
    place: Words = ""
    days: Days = Days()
    starts_at: Clock | None = None
    ends_at: Clock | None = None
    agency: Words = ""
    units: Annotated[tuple[Units, ...], Meta(max_length=100)] = ()
    rulebook: dict[str, Any] | None = None
    is_superiors: bool = False


class CommitteeTold(_Record, frozen=True, kw_only=True):
    """A committee: its name and what it does, nobody in it."""

    name: Name
    kind: CommitteeKind


class AgencyTold(_Record, frozen=True, kw_only=True):
    """An agency, or a set of units by rule."""

    name: Name
    holder_set: HolderSet = HolderSet.ONE
    is_standing: bool = False


class HolderTold(_Record, frozen=True, kw_only=True):
    """Who leads or helps."""

    agency: Name
    leads: bool = True


class TaskTold(_Record, frozen=True, kw_only=True):
    """A task, or a question that is still open."""

    text: LongText
    due: Until = Until()
    activity: Annotated[str, Meta(max_length=40)] = ""
    holders: Annotated[tuple[HolderTold, ...], Meta(max_length=MOST_AGENCIES)] = ()
    asks: Asks | None = None


class SuperiorTold(_Record, frozen=True, kw_only=True):
    """The superior's plan."""

    number: Number = ""
    issued_on: Day | None = None
    issuer: Issuer = ""


class CampaignTold(_Record, frozen=True, kw_only=True):
    """All of a campaign that may leave its body."""

    title: Title
    superior: SuperiorTold | None = None
    activities: Annotated[tuple[ActivityTold, ...], Meta(max_length=MOST_ACTIVITIES)] = ()
    committees: Annotated[tuple[CommitteeTold, ...], Meta(max_length=MOST_ACTIVITIES)] = ()
    agencies: Annotated[tuple[AgencyTold, ...], Meta(max_length=MOST_AGENCIES)] = ()
    tasks: Annotated[tuple[TaskTold, ...], Meta(max_length=MOST_TASKS)] = ()


def told(draft: CampaignDraft) -> dict[str, Any]:
    """The draft as plain data. The plan's own number, day and issuer stay with the body."""
    superior = draft.superior
    campaign = CampaignTold(
        title=draft.title,
        superior=SuperiorTold(
            number=superior.number, issued_on=superior.issued_on, issuer=superior.issuer
        )
        if superior
        else None,
        activities=tuple(_activity_told(one) for one in draft.activities),
        committees=tuple(CommitteeTold(name=one.name, kind=one.kind) for one in draft.committees),
        agencies=tuple(
            AgencyTold(name=one.name, holder_set=one.holder_set, is_standing=one.is_standing)
            for one in draft.agencies
        ),
        tasks=tuple(_task_told(one) for one in draft.tasks),
    )
    plain_told: dict[str, Any] = msgspec.to_builtins(campaign)
    return plain_told


def _activity_told(one: ActivityDraft) -> ActivityTold:
    moment = one.moment
    return ActivityTold(
        key=one.key,
        kind=one.kind,
        title=one.title,
        place=one.place,
        days=Days(first=moment.first, last=moment.last, is_open=moment.is_open, words=moment.words),
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        agency=one.agency,
        units=tuple(Units(holder_set=held.holder_set, words=held.words) for held in one.units),
        rulebook=plain(one.rulebook) if one.rulebook else None,
        is_superiors=one.is_superiors,
    )


def _task_told(one: TaskDraft) -> TaskTold:
    due = one.due
    return TaskTold(
        text=one.text,
        due=Until(
            kind=due.kind,
            first=due.first,
            last=due.last,
            offset=due.offset,
            counted=due.counted,
            edge=due.edge,
            words=due.words,
        ),
        activity=one.activity,
        holders=tuple(HolderTold(agency=held.agency, leads=held.leads) for held in one.holders),
        asks=one.asks,
    )


def draft_of(campaign: CampaignTold) -> CampaignDraft:
    """The draft of what a file tells. Refuses (RulebookUnreadable) rules that cannot be read."""
    superior = campaign.superior
    return CampaignDraft(
        title=campaign.title,
        superior=SuperiorPlan(superior.number, superior.issued_on, superior.issuer)
        if superior
        else None,
        activities=tuple(_activity_of(one) for one in campaign.activities),
        committees=tuple(CommitteeDraft(one.name, one.kind) for one in campaign.committees),
        agencies=tuple(
            AgencyDraft(one.name, one.holder_set, one.is_standing) for one in campaign.agencies
        ),
        tasks=tuple(_task_of(one) for one in campaign.tasks),
    )


def _activity_of(one: ActivityTold) -> ActivityDraft:
    days = one.days
    return ActivityDraft(
        one.key,
        one.kind,
        one.title,
        one.place,
        Moment(days.first, days.last, days.is_open, days.words),
        one.starts_at,
        one.ends_at,
        one.agency,
        tuple(UnitSet(held.holder_set, held.words) for held in one.units),
        _rules(one.rulebook) if one.rulebook is not None else None,
        one.is_superiors,
    )


def _rules(told_there: dict[str, Any]) -> Rulebook:
    """Read as an uploaded rulebook is: its size and its days are looked at too."""
    return from_file("the-le.json", msgspec.json.encode(told_there))


def _task_of(one: TaskTold) -> TaskDraft:
    due = one.due
    return TaskDraft(
        one.text,
        Due(due.kind, due.first, due.last, due.offset, due.counted, due.edge, due.words),
        one.activity,
        tuple(Holder(held.agency, held.leads) for held in one.holders),
        one.asks,
    )
