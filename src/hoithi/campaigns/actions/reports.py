"""Reports asked of units: the outline, who is asked, drafts, versions sent, the verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from django.db import transaction

from hoithi.campaigns.actions.nominations import DeadlineOver, refuse_draft
from hoithi.campaigns.facts import answer_of, outline_of
from hoithi.campaigns.models import (
    Agency,
    AnswerState,
    AskedReport,
    Campaign,
    ReportAnswer,
    ReportRequest,
)
from hoithi.campaigns.queries.recipients import Asked
from hoithi.core.reporting.answers import Answer, Doubt, doubts, empty_tables
from hoithi.core.reporting.outlines import Outline
from hoithi.core.vietnamese.moments import local_day
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person, Unit


class RequestIsOut(Refusal):
    """Units fill in the outline already, so it stays as it is."""


class NobodyAsked(Refusal):
    """The request names nobody who is to report."""


class RequestNotOut(Refusal):
    """Nobody was asked yet, so there is nothing to fill in."""


class ReportChanged(Refusal):
    """Somebody else saved the draft since this page was opened."""


class ReportNotOpen(Refusal):
    """The version was sent or accepted; it is not changed any more."""


class ReportUnfinished(Refusal):
    """Something keeps the report from being sent; `faults` counts it."""


class TablesEmpty(ReportUnfinished):
    """A table has no line and nobody said that there is nothing to tell; `tables` names them."""


class TextTooLong(Refusal):
    """What is written under a heading (`heading`) is longer than a report takes (`most`)."""


class RemarkMissing(Refusal):
    """A report is sent back without a word of what is to be changed."""


@dataclass(frozen=True)
class NewRequest:
    """What is asked of units."""

    title: str
    outline: Outline
    due_on: date
    guidance: str = ""


@transaction.atomic
def make_request(
    campaign: Campaign, new: NewRequest, asked: Iterable[Asked], *, by: Person, at: datetime
) -> ReportRequest:
    """A request that waits to be looked at; nobody is told of it yet.

    Refuses (DeadlineOver) a day before today.
    """
    _refuse_over(new.due_on, at)
    request = ReportRequest(campaign=campaign, made_by=by, made_at=at)
    _told(request, new).save()
    _name(request, asked)
    facts = {"request": request.pk}
    journal.record("campaigns.report_drafted", campaign, by=by, at=at, facts=facts)
    return request


@transaction.atomic
def change_request(
    request: ReportRequest, new: NewRequest, asked: Iterable[Asked], *, by: Person, at: datetime
) -> ReportRequest:
    """Other words, another day or others who are asked.

    Refuses once it is out, and a day that is over.
    """
    _refuse_over(new.due_on, at)
    locked = _locked_request(request)
    if locked.sent_at:
        raise RequestIsOut
    _told(locked, new).save()
    locked.asked.all().delete()
    _name(locked, asked)
    facts = {"request": locked.pk}
    journal.record("campaigns.report_drafted", locked.campaign, by=by, at=at, facts=facts)
    return locked


def _refuse_over(due_on: date, at: datetime) -> None:
    if due_on < local_day(at):
        raise DeadlineOver


def _told(request: ReportRequest, new: NewRequest) -> ReportRequest:
    request.title, request.guidance, request.due_on = new.title, new.guidance, new.due_on
    request.outline = msgspec.to_builtins(new.outline)
    return request


def _name(request: ReportRequest, asked: Iterable[Asked]) -> None:
    """Those who are to report; a unit that is asked in two ways reports once."""
    rows: dict[tuple[str, Unit | Agency | None], AskedReport] = {}
    for one in asked:
        key = ("unit", one.unit) if one.unit else ("agency", one.agency)
        rows.setdefault(key, AskedReport(request=request, agency=one.agency, unit=one.unit))
    AskedReport.objects.bulk_create(rows.values(), batch_size=500)


def _locked_request(request: ReportRequest) -> ReportRequest:
    rows = ReportRequest.objects.select_for_update(of=("self",)).select_related("campaign__body")
    return rows.get(pk=request.pk)


@transaction.atomic
def send_request(request: ReportRequest, *, by: Person, at: datetime) -> ReportRequest:
    """From now on the units fill it in. Refuses where nobody is asked, where its day
    is over, for a campaign that is a draft, and a second time."""
    locked = _locked_request(request)
    if locked.sent_at:
        raise RequestIsOut
    refuse_draft(locked.campaign)
    if not locked.asked.exists():
        raise NobodyAsked
    _refuse_over(locked.due_on, at)
    locked.sent_at = at
    locked.save(update_fields=["sent_at"])
    facts = {"request": locked.pk, "asked": locked.asked.count()}
    journal.record("campaigns.report_asked", locked.campaign, by=by, at=at, facts=facts)
    return locked


@transaction.atomic
def save_answer(
    asked: AskedReport, filled: Answer, *, revision: int, by: Person, at: datetime
) -> ReportAnswer:
    """Keeps what was filled in. `revision` is that of the draft which the page showed, 0 for none.

    After a version that was sent, a new one begins; that one stays as it was. Refuses over words
    that somebody else saved meanwhile, and once a version was accepted.
    """
    last = _last(asked)
    if last and last.state == AnswerState.ACCEPTED:
        raise ReportNotOpen
    if last is None or last.state != AnswerState.DRAFT:
        number = last.version + 1 if last else 1
        if revision:
            raise ReportChanged
        last = ReportAnswer(asked=asked, version=number, revision=0)
    elif last.revision != revision:
        raise ReportChanged
    last.filled, last.revision = msgspec.to_builtins(filled), last.revision + 1
    last.saved_by, last.saved_at = by, at
    last.save()
    return last


def _last(asked: AskedReport) -> ReportAnswer | None:
    """The newest version, while nobody else saves one. Refuses before the request is out."""
    locked = AskedReport.objects.select_for_update(of=("self",)).select_related("request")
    if locked.get(pk=asked.pk).request.sent_at is None:
        raise RequestNotOut
    return asked.answers.order_by("-version").first()


@transaction.atomic
def send_answer(
    asked: AskedReport, *, by: Person, at: datetime, may_be_empty: bool = False
) -> ReportAnswer:
    """Sends the draft as it was saved. Refuses one that is not finished, and without a draft.

    Tables without a line go only where the unit says that it has nothing to tell in them.
    """
    last = _last(asked)
    if last is None or last.state != AnswerState.DRAFT:
        raise ReportNotOpen
    if found := faults_of(last):
        raise ReportUnfinished(faults=len(found))
    empty = empty_tables(outline_of(asked.request), answer_of(last))
    if empty and not may_be_empty:
        raise TablesEmpty(tables="; ".join(empty))
    last.state, last.sent_by, last.sent_at = AnswerState.SENT, by, at
    last.save()
    facts = {"asked": asked.pk, "version": last.version}
    campaign = asked.request.campaign
    journal.record("campaigns.report_sent", campaign, by=by, at=at, facts=facts)
    return last


def faults_of(answer: ReportAnswer) -> list[Doubt]:
    """What keeps a version from being sent."""
    return doubts(outline_of(answer.asked.request), answer_of(answer))


@transaction.atomic
def send_back(answer: ReportAnswer, remark: str, *, by: Person, at: datetime) -> ReportAnswer:
    """The unit is to change something and send it again; an accepted one may be sent back too."""
    if not remark.strip():
        raise RemarkMissing
    return _decided(answer, AnswerState.SENT_BACK, remark.strip(), by, at)


@transaction.atomic
def accept(answer: ReportAnswer, *, by: Person, at: datetime) -> ReportAnswer:
    """The report is taken as it is."""
    return _decided(answer, AnswerState.ACCEPTED, "", by, at)


def _decided(
    answer: ReportAnswer, state: AnswerState, remark: str, by: Person, at: datetime
) -> ReportAnswer:
    _last(answer.asked)
    locked = ReportAnswer.objects.select_related("asked__request__campaign").get(pk=answer.pk)
    open_to = {AnswerState.SENT, AnswerState.ACCEPTED} - {state}
    if locked.state not in open_to:
        raise ReportNotOpen
    locked.state, locked.remark, locked.decided_by, locked.decided_at = state, remark, by, at
    locked.save()
    campaign, facts = locked.asked.request.campaign, {"asked": locked.asked_id, "state": str(state)}
    journal.record("campaigns.report_decided", campaign, by=by, at=at, facts=facts)
    return locked


@transaction.atomic
def remind(
    asked: Iterable[AskedReport], request: ReportRequest, *, by: Person, at: datetime
) -> int:
    """Notes that these were reminded; how many they are."""
    if request.sent_at is None:
        raise RequestNotOut
    keys = [one.pk for one in asked]
    AskedReport.objects.filter(pk__in=keys, request=request).update(reminded_at=at)
    facts = {"request": request.pk, "reminded": len(keys)}
    journal.record("campaigns.report_reminded", request.campaign, by=by, at=at, facts=facts)
    return len(keys)
