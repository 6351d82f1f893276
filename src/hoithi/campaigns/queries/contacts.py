"""What the contact of a unit sees of campaigns: the tasks of the own units and of nobody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from hoithi.campaigns.facts import span_now
from hoithi.campaigns.models import Campaign, Holding, HoldingStatus
from hoithi.core.tasks.due import Span, Urgency, urgency
from hoithi.core.vietnamese.moments import local_day
from hoithi.people.models import Person, RoleName, UnitVersion
from hoithi.people.queries import reach
from hoithi.people.queries.units import in_force


def of_drafts(campaign: str = "") -> Q:
    """Rows whose campaign (its place in the query) was copied and is under no signed plan yet.

    Units see nothing of it: days and holders are those of another year, looked at by nobody.
    """
    before = f"{campaign}__" if campaign else ""
    return Q(**{f"{before}origin__isnull": False, f"{before}plan_number": ""})


def is_draft(campaign: Campaign) -> bool:
    """Whether it is such a copy; one query at most."""
    alike = Campaign.objects.filter(of_drafts(), pk=campaign.pk)
    return not campaign.plan_number and alike.exists()


_NEVER = Span(date.max, date.max)
_ORDER = (Urgency.OVERDUE, Urgency.SOON, Urgency.LATER, Urgency.UNDATED, Urgency.DONE)


@dataclass(frozen=True)
class UnitTask:
    """A task as one unit holds it, with how it stands to today."""

    holding: Holding
    unit: UnitVersion
    span: Span | None
    urgency: Urgency


def units_of_contact(person: Person, *, at: datetime) -> dict[int, UnitVersion]:
    """The units that the person is the contact of for their whole body, as they are called now.

    The contact of a unit in one contest only has nothing to do with campaigns. Two queries.
    """
    units = {
        unit for contest, unit in reach(person, RoleName.UNIT_CONTACT, at=at).units if not contest
    }
    if not units:
        return {}
    versions = UnitVersion.objects.filter(in_force(local_day(at)), unit__in=units)
    return {one.unit_id: one for one in versions.select_related("unit").order_by("valid_from")}


def tasks_of_units(units: Mapping[int, UnitVersion], *, today: date) -> list[UnitTask]:
    """Everything that these units hold, the most urgent first and what is done last; one query."""
    if not units:
        return []
    found = [_seen(row, units, today) for row in _held_by(units)]
    return sorted(
        found,
        key=lambda one: (
            _ORDER.index(one.urgency),
            one.span or _NEVER,
            not one.holding.leads,
            one.holding.pk,
        ),
    )


def holding_for_contact(person: Person, number: int, *, at: datetime) -> UnitTask:
    """A task of one of the contact's own units. Raises DoesNotExist for everybody else's."""
    units = units_of_contact(person, at=at)
    row = _held_by(units).select_related("reported_by", "evidence_file").get(pk=number)
    return _seen(row, units, local_day(at))


def _held_by(units: Mapping[int, UnitVersion]) -> QuerySet[Holding]:
    """Rows of the units themselves, and of agencies that are one of them, in their own body."""
    as_unit = Q(unit__in=units, unit__body=F("task__campaign__body"))
    as_agency = Q(unit=None, agency__unit__in=units, agency__unit__body=F("task__campaign__body"))
    rows = Holding.objects.filter(as_unit | as_agency, task__asks="")
    rows = rows.exclude(of_drafts("task__campaign"))
    return rows.select_related("task__campaign__body", "task__activity", "agency")


def _seen(row: Holding, units: Mapping[int, UnitVersion], today: date) -> UnitTask:
    span = span_now(row.task)
    how = urgency(span, done=row.status == HoldingStatus.DONE, today=today)
    return UnitTask(row, units[row.unit_id or row.agency.unit_id or 0], span, how)
