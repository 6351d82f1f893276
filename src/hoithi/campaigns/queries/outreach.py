"""Outreach of a campaign: who tells by which channel, what was told, and who told nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

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


def deeds_of(campaign: Campaign) -> QuerySet[OutreachDeed]:
    """What was told and still stands, the newest first."""
    rows = campaign.outreach_deeds.filter(withdrawn_at=None)
    return rows.select_related("agency", "reported_by", "campaign__body")


def times_due(duty: OutreachDuty, known: Windows, *, today: date) -> int:
    """How often the duty was to be done by a day; never, while nobody knows when it begins."""
    days = days_of(duty, known)
    if days.first is None and duty.phase != Phase.BEFORE:
        return 0
    return expected(Cadence(duty.cadence), days, today=today)


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
