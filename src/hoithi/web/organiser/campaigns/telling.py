"""Messages on the site to the contacts of units, with the way to what they are about."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from hoithi.campaigns.models import Holding
from hoithi.notices import actions as notices
from hoithi.people.models import Person
from hoithi.people.queries.contacts import contacts_of

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
