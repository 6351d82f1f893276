"""Moving an activity and telling all who wait for it, once."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.actions import ActivityTold
from hoithi.campaigns.facts import standing_from
from hoithi.campaigns.models import Activity, ActivityMove
from hoithi.campaigns.queries.contacts import is_draft
from hoithi.conferences import queries
from hoithi.conferences.facts import moved_text
from hoithi.conferences.queries import Waiting
from hoithi.notices import actions as notices
from hoithi.people.models import Person

NOBODY = Waiting((), ())


@transaction.atomic
def move(
    activity: Activity, told: ActivityTold, *, by: Person, at: datetime, reason: str = ""
) -> ActivityMove | None:
    """Gives the activity another time or place and tells all who wait; None where none is new."""
    campaigns.change_activity(activity, told, by=by, at=at, reason=reason)
    made = ActivityMove.objects.filter(activity=activity, made_at=at, told_at=None).first()
    if made:
        tell_moved(made.pk, by=by, at=at)
    return made


@transaction.atomic
def tell_moved(move_id: int, *, by: Person | None, at: datetime) -> Waiting:
    """Tells everybody who holds a moved task or was invited, once; whom it concerned.

    While the day is open before and after, or the campaign is a copy without a signed plan of its
    own, nobody is disturbed.
    """
    waiting = ActivityMove.objects.select_for_update().filter(pk=move_id, told_at=None)
    found = waiting.first()
    if found is None:
        return NOBODY
    ActivityMove.objects.filter(pk=move_id).update(told_at=at)
    if not is_told(found):
        return NOBODY
    tasks = list(found.tasks.values_list("task", flat=True))
    reached = queries.waiting_for(found.activity, tasks, at=at)
    text, body = moved_text(found, len(tasks)), found.activity.campaign.body
    for person in reached.people:
        if by is None or person.pk != by.pk:
            link = _page_of(person, found, reached)
            key = f"conferences.moved:{move_id}"
            notices.tell(person, text, body=body, at=at, link=link, key=key)
    return reached


def _page_of(person: Person, made: ActivityMove, reached: Waiting) -> str:
    """The invitation of those who have one, else the tasks of the person's units."""
    if person.pk in reached.invited:
        return reverse("my_invitation", args=[made.activity_id])
    return reverse("unit_campaigns")


def is_told(made: ActivityMove) -> bool:
    """Whether others are told of it: not of days still open, nor of a copy that is a draft."""
    before, after = standing_from(made.before), standing_from(made.after)
    still_open = before.moment.is_open and after.moment.is_open
    return not still_open and not is_draft(made.activity.campaign)
