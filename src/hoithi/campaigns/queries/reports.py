"""Reports asked of units: how many sent theirs, who is late, what they say together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import F, Q, QuerySet

from hoithi.campaigns.models import (
    AnswerState,
    AskedReport,
    Campaign,
    ReportAnswer,
    ReportRequest,
)
from hoithi.campaigns.queries.boards import WORKERS
from hoithi.campaigns.queries.contacts import of_drafts, units_of_contact
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import sort_key
from hoithi.people.models import Person, UnitVersion
from hoithi.people.queries import reach
from hoithi.people.queries.units import in_force

_COUNT = {AnswerState.SENT, AnswerState.ACCEPTED}


class Standing(StrEnum):
    """How one who was asked stands."""

    NOT_YET = "not_yet"
    OVERDUE = "overdue"
    """Nothing was sent, and the day is over."""
    SENT = "sent"
    SENT_BACK = "sent_back"
    ACCEPTED = "accepted"

    @property
    def is_missing(self) -> bool:
        """Whether the organiser still waits for the report."""
        return self in {Standing.NOT_YET, Standing.OVERDUE, Standing.SENT_BACK}


_BY_STATE = {
    AnswerState.SENT: Standing.SENT,
    AnswerState.SENT_BACK: Standing.SENT_BACK,
    AnswerState.ACCEPTED: Standing.ACCEPTED,
}


@dataclass(frozen=True)
class AskedShown:
    """One who was asked, by name, with the newest version that was sent."""

    asked: AskedReport
    name: str
    standing: Standing
    newest: ReportAnswer | None
    """The newest version that was sent; without what it says."""
    draft: ReportAnswer | None
    was_late: bool
    """The first version came after the day."""


@dataclass(frozen=True)
class RequestShown:
    """A request with how many were asked, sent theirs, and are late."""

    request: ReportRequest
    asked: int
    sent: int
    overdue: int


def requests_of(campaign: Campaign, *, today: date) -> list[RequestShown]:
    """The requests of a campaign, the newest first; four queries."""
    rows = list(campaign.report_requests.all())
    asked = _shown(AskedReport.objects.filter(request__in=rows), today)
    by_request: dict[int, list[AskedShown]] = defaultdict(list)
    for one in asked:
        by_request[one.asked.request_id].append(one)
    return [_counted(row, by_request[row.pk]) for row in rows]


def _counted(request: ReportRequest, asked: Collection[AskedShown]) -> RequestShown:
    missing = [one for one in asked if one.standing.is_missing]
    late = [one for one in missing if one.standing is Standing.OVERDUE]
    return RequestShown(request, len(asked), len(asked) - len(missing), len(late))


def request_of(campaign: Campaign, number: int) -> ReportRequest:
    """A request of the campaign."""
    return campaign.report_requests.select_related("campaign__body").get(pk=number)


def asked_in(request: ReportRequest, *, today: date) -> list[AskedShown]:
    """Everybody whom the request names, by name; three queries."""
    shown = _shown(request.asked.all(), today)
    return sorted(shown, key=lambda one: sort_key(one.name))


def asked_of_units(units: Mapping[int, UnitVersion], *, today: date) -> list[AskedShown]:
    """The reports that these units owe or sent, the nearest day first."""
    rows = AskedReport.objects.filter(
        unit__in=units,
        unit__body=F("request__campaign__body"),
        request__sent_at__isnull=False,
    ).exclude(of_drafts("request__campaign"))
    shown = _shown(rows, today)
    return sorted(shown, key=lambda one: (not one.standing.is_missing, one.asked.request.due_on))


def asked_by(request: ReportRequest, number: int) -> AskedReport:
    """One of those whom the request names."""
    return request.asked.select_related("request__campaign__body", "agency", "unit").get(pk=number)


def asked_for(person: Person, number: int, *, at: datetime) -> AskedReport:
    """A report that is out, for the contact of its unit and for who keeps the campaign's tasks.

    Raises DoesNotExist for everybody else.
    """
    bodies = reach(person, *WORKERS, at=at).within("request__campaign__body")
    own = Q(unit__in=units_of_contact(person, at=at), unit__body=F("request__campaign__body"))
    own &= ~of_drafts("request__campaign")
    rows = AskedReport.objects.filter(bodies | own, request__sent_at__isnull=False)
    return rows.select_related("request__campaign__body", "agency", "unit").get(pk=number)


def name_of(asked: AskedReport, on: date) -> str:
    """What the one who was asked is called on a day."""
    return _names([asked], on)[asked.pk]


def versions_of(asked: AskedReport) -> list[ReportAnswer]:
    """All versions, the newest first, with who saved, sent and decided."""
    rows = asked.answers.select_related("saved_by", "sent_by", "decided_by", "asked__request")
    return list(rows.order_by("-version"))


def counted_answers(request: ReportRequest, on: date) -> list[tuple[str, ReportAnswer]]:
    """Of each who was asked, by name, the newest version that counts: sent or accepted."""
    found = _newest(request.asked.select_related("agency", "unit"), on)
    return [(name, answer) for _request, name, answer in found]


def answers_by_request(campaign: Campaign, on: date) -> dict[int, list[tuple[str, ReportAnswer]]]:
    """The same of all requests of a campaign; three queries."""
    asked = AskedReport.objects.filter(request__campaign=campaign)
    found: dict[int, list[tuple[str, ReportAnswer]]] = defaultdict(list)
    for request, name, answer in _newest(asked.select_related("agency", "unit"), on):
        found[request].append((name, answer))
    return found


def _newest(rows: QuerySet[AskedReport], on: date) -> list[tuple[int, str, ReportAnswer]]:
    asked = list(rows)
    names = _names(asked, on)
    answers = ReportAnswer.objects.filter(asked__in=asked, state__in=_COUNT).order_by("version")
    newest = {row.asked_id: row for row in answers}
    found = [(one.request_id, names[one.pk], newest[one.pk]) for one in asked if one.pk in newest]
    return sorted(found, key=lambda row: sort_key(row[1]))


def _shown(rows: QuerySet[AskedReport], today: date) -> list[AskedShown]:
    asked = list(rows.select_related("agency", "unit", "request__campaign__body"))
    answers: dict[int, list[ReportAnswer]] = defaultdict(list)
    versions = ReportAnswer.objects.filter(asked__in=asked).defer("filled").order_by("version")
    for answer in versions:
        answers[answer.asked_id].append(answer)
    names = _names(asked, today)
    return [_seen(one, names[one.pk], answers[one.pk], today) for one in asked]


def _seen(asked: AskedReport, name: str, versions: list[ReportAnswer], today: date) -> AskedShown:
    sent = [one for one in versions if one.state != AnswerState.DRAFT]
    draft = versions[-1] if versions and versions[-1].state == AnswerState.DRAFT else None
    due = asked.request.due_on
    newest = sent[-1] if sent else None
    standing = Standing.OVERDUE if today > due else Standing.NOT_YET
    if newest:
        standing = _BY_STATE[AnswerState(newest.state)]
    first = sent[0].sent_at if sent else None
    return AskedShown(asked, name, standing, newest, draft, bool(first and local_day(first) > due))


def _names(asked: Iterable[AskedReport], on: date) -> dict[int, str]:
    rows = list(asked)
    units = {one.unit_id for one in rows if one.unit_id}
    versions = UnitVersion.objects.filter(in_force(on), unit__in=units).order_by("valid_from")
    names = dict(versions.values_list("unit_id", "name"))
    return {one.pk: names.get(one.unit_id or 0) or _otherwise(one) for one in rows}


def _otherwise(asked: AskedReport) -> str:
    """The name of who is no unit of that day: the agency's, else the unit's code."""
    if asked.agency:
        return asked.agency.name
    return asked.unit.code if asked.unit else ""
