"""Reminding the holders of tasks: on which days, and the reminding itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from hoithi.campaigns.models import Campaign, TaskReminded, TaskReminding
from hoithi.campaigns.queries.reminding import Reminder, RemindingTold, reminders_due
from hoithi.journal import actions as journal
from hoithi.notices import actions as notices
from hoithi.people.models import Person


@dataclass(frozen=True)
class Said:
    """What somebody is told of their tasks, and where they go on."""

    text: str
    link: str


Say = Callable[[Campaign, Sequence[Reminder]], Said]


@transaction.atomic
def set_reminding(campaign: Campaign, told: RemindingTold, *, by: Person, at: datetime) -> None:
    """On which days before the deadline holders are reminded, or that they are not."""
    chosen = {"days_before": list(told.days_before), "is_on": told.is_on}
    # The new days hold from today on: a step that was not one this morning may be one now.
    TaskReminding.objects.update_or_create(
        campaign=campaign, defaults={**chosen, "looked_on": None}
    )
    journal.record("campaigns.reminding_set", campaign, by=by, at=at, facts=chosen)


def remind(campaign: Campaign, say: Say, *, at: datetime, today: date) -> int:
    """One message to everybody who is to hear of tasks today; how many were told.

    Everybody is told in a transaction of their own, so that hundreds hold up nobody else's.
    Told again the same day, or after a crash, nobody hears of one task and step twice.
    """
    theirs: dict[Person, list[Reminder]] = {}
    for reminder in reminders_due(campaign, at=at, today=today):
        theirs.setdefault(reminder.person, []).append(reminder)
    for person, reminders in theirs.items():
        _told(campaign, person, reminders, say, at)
    chosen = list(RemindingTold().days_before)
    TaskReminding.objects.update_or_create(
        campaign=campaign,
        defaults={"looked_on": today},
        create_defaults={"looked_on": today, "days_before": chosen},
    )
    return len(theirs)


@transaction.atomic
def _told(
    campaign: Campaign, person: Person, reminders: list[Reminder], say: Say, at: datetime
) -> None:
    said = say(campaign, reminders)
    TaskReminded.objects.bulk_create(
        TaskReminded(
            holding=one.holding,
            person=person,
            step=one.step,
            deadline=one.span.last,
            reminded_at=at,
        )
        for one in reminders
    )
    notices.tell(person, said.text, body=campaign.body, at=at, link=said.link)
