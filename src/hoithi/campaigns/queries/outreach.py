"""Outreach of a campaign: who tells by which channel, what was told, and who told nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, QuerySet, Sum

from hoithi.campaigns.models import (
    Activity,
    ActivityKind,
    Agency,
    Campaign,
    Holding,
    OutreachDeed,
    OutreachDuty,
    Task,
)
from hoithi.core.outreach.channels import (
    Cadence,
    Channel,
    Days,
    Phase,
    Windows,
    expected,
    windows_of,
)
from hoithi.core.outreach.noticing import Noticed, noticed
from hoithi.core.tasks.holders import HolderSet, kinds_in
from hoithi.people.models import Person, Role, RoleName, Scope, UnitVersion
from hoithi.people.queries.units import in_force, versions_on

_PREPARING = (ActivityKind.MEETING, ActivityKind.TRAINING, ActivityKind.REHEARSAL)


def windows(campaign: Campaign) -> Windows:
    """From when until when what the public is to hear of lasts; days still open do not count."""
    return windows_by_campaign([campaign.pk]).get(campaign.pk, Windows())


def windows_by_campaign(campaigns: Iterable[int]) -> dict[int, Windows]:
    """The windows of several campaigns; one query."""
    told = Activity.objects.filter(campaign__in=set(campaigns), is_open=False).exclude(
        kind__in=_PREPARING
    )
    days: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for campaign, first, last in told.values_list("campaign_id", "first_day", "last_day"):
        if first:
            days[campaign].append((first, last or first))
    return {campaign: windows_of(spans) for campaign, spans in days.items()}


def days_of(duty: OutreachDuty, known: Windows) -> Days:
    """The duty's own days, else those of its phase as the activities stand."""
    phase = known.days(Phase(duty.phase))
    return Days(duty.first_day or phase.first, duty.last_day or phase.last)


@dataclass(frozen=True)
class Teller:
    """Who is to tell: an agency, or one unit of its set by the name it has that day."""

    agency: Agency
    unit_id: int | None
    name: str

    @property
    def key(self) -> tuple[int, int | None]:
        """What deeds name it by."""
        return self.agency.pk, self.unit_id


def tellers(campaign: Campaign, agencies: Iterable[Agency], *, on: date) -> list[Teller]:
    """These agencies, each set as one teller a unit; at most two queries.

    A set that was opened by hand has the units chosen there; one by rule that was not has every
    such unit of the body's tree; any other set stands as one.
    """
    wanted = list(agencies)
    opened = opened_units(wanted)
    versions = sorted(versions_on(on, campaign.body), key=lambda one: one.search)
    return [
        teller
        for agency in wanted
        for teller in _of(agency, opened.get(agency.pk, set()), versions)
    ]


def is_among(version: UnitVersion, agency: Agency, opened: set[int]) -> bool:
    """Whether the unit is one of the agency's set: chosen by hand, else by the set's rule."""
    if opened:
        return version.unit_id in opened
    return version.kind in kinds_in(HolderSet(agency.holder_set))


def opened_units(agencies: Iterable[Agency]) -> dict[int, set[int]]:
    """The units to which each of these sets was opened by hand; one query."""
    opened: dict[int, set[int]] = defaultdict(set)
    rows = Holding.objects.filter(agency__in=list(agencies), unit__isnull=False)
    for agency_id, unit_id in rows.values_list("agency_id", "unit_id").distinct():
        if unit_id:
            opened[agency_id].add(unit_id)
    return opened


def _of(agency: Agency, opened: set[int], versions: Sequence[UnitVersion]) -> list[Teller]:
    units = [
        Teller(agency, one.unit_id, one.name) for one in versions if is_among(one, agency, opened)
    ]
    return units or [Teller(agency, None, agency.name)]


class CellState(StrEnum):
    """How far a teller is with a channel."""

    FREE = "free"
    """Not asked for, and nothing was told."""
    COMING = "coming"
    MISSING = "missing"
    BEHIND = "behind"
    DONE = "done"


@dataclass(frozen=True)
class Cell:
    """What one teller told by one channel, beside what was to be told by today."""

    channel: Channel
    count: int
    wanted: int
    is_duty: bool

    @property
    def state(self) -> CellState:
        """Whether it is enough."""
        if not self.is_duty and not self.count:
            return CellState.FREE
        if self.count >= max(self.wanted, 1) or not self.is_duty:
            return CellState.DONE
        if not self.wanted and not self.count:
            return CellState.COMING
        return CellState.BEHIND if self.count else CellState.MISSING


@dataclass(frozen=True)
class Line:
    """A teller with all channels."""

    teller: Teller
    cells: tuple[Cell, ...]

    @property
    def missing(self) -> tuple[Channel, ...]:
        """Channels by which it was to tell something by now, and told nothing."""
        return tuple(one.channel for one in self.cells if one.state is CellState.MISSING)

    @property
    def told(self) -> int:
        """How often it told anything."""
        return sum(one.count for one in self.cells)


@dataclass(frozen=True)
class Table:
    """Units by channels, with how often and how many were reached by each channel."""

    channels: tuple[Channel, ...]
    lines: tuple[Line, ...]
    totals: tuple[tuple[Channel, int, int], ...]
    """Channel, deeds, people reached as the units estimate."""

    @property
    def told(self) -> int:
        """How often anybody told anything."""
        return sum(deeds for _channel, deeds, _reached in self.totals)

    @property
    def silent(self) -> tuple[Line, ...]:
        """Those who miss something that was due."""
        return tuple(one for one in self.lines if one.missing)


def deeds_of(campaign: Campaign) -> QuerySet[OutreachDeed]:
    """What was told and still stands, the newest first."""
    rows = campaign.outreach_deeds.filter(withdrawn_at=None)
    return rows.select_related("agency", "reported_by", "campaign__body")


def table(campaign: Campaign, *, today: date, phase: Phase | None = None) -> Table:
    """Who told what in a phase, or in all of them; five queries and no more."""
    duties = campaign.outreach_duties.select_related("agency").order_by("agency__ordinal", "pk")
    asked = [one for one in duties if phase is None or one.phase == phase]
    found = deeds_of(campaign).order_by()
    if phase is not None:
        found = found.filter(phase=phase)
    done = Counter[tuple[int, int | None, str]]()
    reached = Counter[str]()
    rows = found.values_list("agency_id", "unit_id", "channel")
    for agency_id, unit_id, channel, number, people in rows.annotate(
        number=Count("pk"), people=Sum("reached")
    ):
        done[agency_id, unit_id, channel] += number
        reached[channel] += people or 0
    wanted = _wanted(asked, windows(campaign), today)
    used = {channel for _agency, channel in wanted} | {channel for *_, channel in done}
    channels = tuple(one for one in Channel if one in used)
    who = tellers(campaign, _agencies(campaign, asked, {key for key, *_ in done}), on=today)
    lines = tuple(Line(one, _cells(one, channels, done, wanted)) for one in who)
    totals = _totals(done)
    return Table(channels, lines, tuple((one, totals[one], reached[one]) for one in channels))


def _totals(done: Mapping[tuple[int, int | None, str], int]) -> Counter[str]:
    totals = Counter[str]()
    for (_agency, _unit, channel), number in done.items():
        totals[channel] += number
    return totals


def _agencies(
    campaign: Campaign, duties: Iterable[OutreachDuty], told: set[int]
) -> Iterable[Agency]:
    """Those who have duties, and those who told something without one."""
    found = {one.agency_id: one.agency for one in duties}
    if extra := told - set(found):
        found |= campaign.agencies.in_bulk(extra)
    return sorted(found.values(), key=lambda one: one.ordinal)


def _wanted(
    duties: Iterable[OutreachDuty], known: Windows, today: date
) -> dict[tuple[int, str], int]:
    """How often each agency was to tell by each channel by today."""
    wanted: dict[tuple[int, str], int] = defaultdict(int)
    for duty in duties:
        wanted[duty.agency_id, duty.channel] += times_due(duty, known, today=today)
    return dict(wanted)


def times_due(duty: OutreachDuty, known: Windows, *, today: date) -> int:
    """How often the duty was to be done by a day; never, while nobody knows when it begins."""
    days = days_of(duty, known)
    if days.first is None and duty.phase != Phase.BEFORE:
        return 0
    return expected(Cadence(duty.cadence), days, today=today)


def _cells(
    teller: Teller,
    channels: Sequence[Channel],
    done: Mapping[tuple[int, int | None, str], int],
    wanted: Mapping[tuple[int, str], int],
) -> tuple[Cell, ...]:
    agency = teller.agency.pk
    return tuple(
        Cell(
            one,
            done.get((*teller.key, one.value), 0),
            wanted.get((agency, one.value), 0),
            is_duty=(agency, one.value) in wanted,
        )
        for one in channels
    )


@dataclass(frozen=True)
class Proposal:
    """A duty that a task of the plan asks for and that is not there yet."""

    task: Task
    agency: Agency
    noticed: Noticed
    phase: Phase
    channel: Channel

    @property
    def key(self) -> str:
        """By which a form names it."""
        return f"{self.agency.pk}-{self.phase.value}-{self.channel.value}"


def proposals(campaign: Campaign) -> list[Proposal]:
    """The duties that the plan's own sentences ask for, without those that stand; two queries."""
    there = set(campaign.outreach_duties.values_list("agency_id", "phase", "channel"))
    rows = Holding.objects.filter(task__campaign=campaign, task__asks="")
    held = rows.select_related("task", "agency").order_by("task__ordinal", "agency__ordinal", "pk")
    found: dict[str, Proposal] = {}
    for row in held:
        said = noticed(row.task.text, HolderSet(row.agency.holder_set))
        for phase, channel in _pairs(said):
            if said and (row.agency_id, phase.value, channel.value) not in there:
                one = Proposal(row.task, row.agency, said, phase, channel)
                found.setdefault(one.key, one)
    return list(found.values())


def _pairs(said: Noticed | None) -> list[tuple[Phase, Channel]]:
    return [(phase, channel) for phase in said.phases for channel in said.channels] if said else []


def contacts_of(campaign: Campaign, units: Iterable[int], *, on: date) -> dict[int, list[Person]]:
    """Who speaks for each of these units of the campaign's body; one query."""
    roles = Role.objects.filter(
        name=RoleName.UNIT_CONTACT,
        scope=Scope.UNIT,
        contest_id=None,
        unit__in=set(units),
        unit__body=campaign.body_id,
        person__is_active=True,
        since__date__lte=on,
    )
    found: dict[int, list[Person]] = defaultdict(list)
    for role in roles.exclude(until__date__lt=on).select_related("person").order_by("pk"):
        if role.unit_id and role.person not in found[role.unit_id]:
            found[role.unit_id].append(role.person)
    return dict(found)


def unit_names(units: Iterable[int], on: date) -> dict[int, str]:
    """The names of units on a day; one query."""
    versions = UnitVersion.objects.filter(in_force(on), unit__in=set(units))
    return dict(versions.order_by("valid_from").values_list("unit_id", "name"))


def activities_told(campaign: Campaign) -> list[Activity]:
    """The activities that the public is to hear of."""
    return list(campaign.activities.exclude(kind__in=_PREPARING).select_related("agency"))
