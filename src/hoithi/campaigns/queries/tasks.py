"""The tasks of a campaign with who holds them and how far each is, searched and put in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from hoithi.campaigns.facts import span_now
from hoithi.campaigns.models import Activity, Agency, Campaign, Holding, HoldingStatus, Task
from hoithi.core.tasks.due import DueKind, Span, Urgency, pressing, urgency
from hoithi.core.vietnamese.text import fold
from hoithi.people.models import Person, RoleName
from hoithi.people.queries import reach


@dataclass(frozen=True)
class Holder:
    """An agency that holds a task, with the rows of its units counted by state."""

    agency: Agency
    leads: bool
    rows: int
    done: int
    stuck: int
    doing: int

    @property
    def status(self) -> HoldingStatus:
        """How far it is: done when every row is, stuck when one is."""
        return _status(self.rows, self.done, self.stuck, self.doing)


@dataclass(frozen=True)
class Work:
    """A task with everybody who holds it; leaders come first."""

    task: Task
    holders: tuple[Holder, ...]
    span: Span | None
    urgency: Urgency

    @property
    def leaders(self) -> list[Holder]:
        """Those who answer for it."""
        return [one for one in self.holders if one.leads]

    @property
    def helpers(self) -> list[Holder]:
        """Those who cooperate."""
        return [one for one in self.holders if not one.leads]

    @property
    def status(self) -> HoldingStatus:
        """How far those are who lead it."""
        led = self.leaders
        counted = (sum(getattr(one, name) for one in led) for name in _COUNTS)
        return _status(*counted)

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month of the deadline; None while there is none."""
        return (self.span.last.year, self.span.last.month) if self.span else None

    @property
    def is_open(self) -> bool:
        """Its days may still fall elsewhere, since its activity has no day yet."""
        return is_open(self.task)


_COUNTS = ("rows", "done", "stuck", "doing")


def is_open(task: Task) -> bool:
    """Whether the due day of a task hangs on an activity whose day is not set."""
    counted = task.due_kind == DueKind.RELATIVE.value
    return counted and task.activity is not None and task.activity.is_open


def _status(rows: int, done: int, stuck: int, doing: int) -> HoldingStatus:
    if rows and done == rows:
        return HoldingStatus.DONE
    if stuck:
        return HoldingStatus.STUCK
    return HoldingStatus.DOING if done or doing else HoldingStatus.WAITING


def works_in(campaign: Campaign, agencies: Iterable[Agency], *, today: date) -> list[Work]:
    """Every task of the campaign in the plan's order, questions left out; two queries.

    `agencies` are all of the campaign, which every page that shows tasks names too.
    """
    named = {agency.pk: agency for agency in agencies}
    holders: dict[int, list[Holder]] = {}
    for task, agency, leads, *counts in _counted(campaign):
        holders.setdefault(task, []).append(Holder(named[agency], bool(leads), *counts))
    tasks = campaign.tasks.filter(asks="").select_related("activity").order_by("ordinal")
    return [_work(one, tuple(holders.get(one.pk, ())), today) for one in tasks]


def _counted(campaign: Campaign) -> Iterable[tuple[int, int, bool, int, int, int, int]]:
    states = (HoldingStatus.DONE, HoldingStatus.STUCK, HoldingStatus.DOING)
    counts = {str(state): Count("pk", filter=Q(status=state)) for state in states}
    rows = Holding.objects.filter(task__campaign=campaign).values_list(
        "task_id", "agency_id", "leads"
    )
    return rows.annotate(rows=Count("pk"), **counts).order_by(
        "task__ordinal", "-leads", "agency__ordinal"
    )


def _work(task: Task, holders: tuple[Holder, ...], today: date) -> Work:
    span = span_now(task)
    led = [one for one in holders if one.leads]
    done = bool(led) and all(one.done == one.rows for one in led)
    return Work(task, holders, span, urgency(span, done=done, today=today))


def work_of(campaign: Campaign, number: int) -> Task:
    """A task of the campaign that is work. Raises DoesNotExist for a question."""
    return campaign.tasks.select_related("activity", "campaign").get(pk=number, asks="")


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for among the tasks; what is left empty wants everything."""

    text: str = ""
    agency: int | None = None
    status: str = ""
    urgency: str = ""
    month: tuple[int, int] | None = None
    """Year and month of the deadline."""
    unled: bool = False
    """Only what nobody leads."""
    tasks: frozenset[int] | None = None
    """Only these, such as one's own."""


def found_among(works: Iterable[Work], wanted: Wanted) -> list[Work]:
    """The tasks that are wanted, what presses most first."""
    bare = fold(wanted.text)
    found = [one for one in works if _is_wanted(one, wanted, bare)]
    return sorted(found, key=lambda one: pressing(one.span, one.urgency, one.task.ordinal))


def _is_wanted(work: Work, wanted: Wanted, bare: str) -> bool:
    held_by = {one.agency.pk for one in work.holders}
    names = " ".join([work.task.text, *(one.agency.name for one in work.holders)])
    return (
        (wanted.agency is None or wanted.agency in held_by)
        and wanted.status in {"", work.status.value}
        and wanted.urgency in {"", work.urgency.value}
        and not (wanted.unled and work.leaders)
        and (wanted.month is None or wanted.month == work.month)
        and (wanted.tasks is None or work.task.pk in wanted.tasks)
        and bare in fold(names)
    )


def tasks_of_person(campaign: Campaign, person: Person, *, at: datetime) -> frozenset[int]:
    """Tasks that somebody added, or whose holder is theirs; two queries.

    A holder is somebody's when it sent them to a committee of the campaign, or when they are the
    contact of its unit.
    """
    reached = reach(person, RoleName.UNIT_CONTACT, at=at)
    units = {unit for _contest, unit in reached.units}
    mine = Q(made_by=person) | Q(holdings__agency__members__person=person)
    if units:
        mine |= Q(holdings__unit__in=units)
        mine |= Q(holdings__unit=None, holdings__agency__unit__in=units)
    return frozenset(campaign.tasks.filter(mine, asks="").values_list("pk", flat=True))


def figures(works: Iterable[Work]) -> Mapping[Urgency, int]:
    """How many tasks stand how to today; every urgency is named."""
    counted = dict.fromkeys(Urgency, 0)
    for work in works:
        counted[work.urgency] += 1
    return counted


def activities_with_days(campaign: Campaign) -> list[Activity]:
    """The activities of which somebody can say when they are, the earliest first; one query."""
    dated = campaign.activities.exclude(first_day=None)
    return list(dated.order_by("first_day", "last_day", "ordinal"))
