"""Messages on the site to the contacts of units, with the way to what they are about."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from hoithi.campaigns.models import AskedReport, Holding, ReportAnswer, ReportRequest
from hoithi.core.vietnamese.moments import local_day
from hoithi.notices import actions as notices
from hoithi.people.models import Person
from hoithi.people.queries.contacts import contacts_of
from hoithi.wording.reports import asked_notice, decided_notice, reminder_notice

_WORDS = 150


def tell_answered(holding: Holding, *, by: Person, at: datetime) -> None:
    """Tells the contacts of the unit that their obstacle was answered."""
    unit, task = holding.unit_id or holding.agency.unit_id, holding.task
    if unit is None:
        return
    facts = {"task": task.text[:_WORDS], "answer": holding.obstacle_answer}
    text = _("Ban Tổ chức đã trả lời vướng mắc về việc “%(task)s”: %(answer)s") % facts
    link = reverse("unit_task", args=[holding.pk])
    for person in contacts_of([unit], at=at).get(unit, []):
        if person != by:
            notices.tell(person, text, body=task.campaign.body, at=at, link=link)


def tell_asked(request: ReportRequest, *, at: datetime) -> int:
    """Tells the contacts of all who are to report; how many they are."""
    text = asked_notice(request.title, request.due_on)
    return _tell_of(request, request.asked.all(), text, at, "asked")


def tell_reminded(request: ReportRequest, asked: Iterable[AskedReport], *, at: datetime) -> int:
    """Reminds the contacts of those who have not sent it, once a day; how many they are."""
    text = reminder_notice(request.title, request.due_on)
    return _tell_of(request, asked, text, at, f"{local_day(at)}")


def tell_decided(answer: ReportAnswer, *, at: datetime) -> int:
    """Tells the contacts that their report was taken, or what is to be changed in it."""
    request = answer.asked.request
    text = decided_notice(request.title, answer.remark)
    return _tell_of(request, [answer.asked], text, at, f"{answer.version}-{at.isoformat()}")


def _tell_of(
    request: ReportRequest, asked: Iterable[AskedReport], text: str, at: datetime, key: str
) -> int:
    rows = [one for one in asked if one.unit_id]
    people = contacts_of([one.unit_id for one in rows if one.unit_id], at=at)
    body, told = request.campaign.body, 0
    for one in rows:
        link = reverse("unit_report", args=[one.pk])
        for person in people.get(one.unit_id or 0, []):
            of = f"report-{one.pk}-{key}"
            notices.tell(person, text, body=body, at=at, link=link, key=of)
            told += 1
    return told
