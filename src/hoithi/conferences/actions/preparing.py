"""Preparing a meeting: what its papers say, and its programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Max

from hoithi.campaigns.actions import HoursBackwards, SuperiorsActivity
from hoithi.campaigns.models import Activity
from hoithi.conferences.models import AgendaItem, Meeting
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class AnswerAfterMeeting(Refusal):
    """Answers are wanted until a day after the last one of the meeting."""

    def __init__(self, last_day: date) -> None:
        super().__init__(last_day=last_day)
        self.last_day = last_day


@dataclass(frozen=True)
class NewItem:
    """A line of the programme."""

    content: str
    who: str = ""
    starts_at: time | None = None
    ends_at: time | None = None


def own(activity: Activity) -> Activity:
    """The activity, locked. Refuses the superior's: who invites to it is the superior."""
    locked = Activity.objects.select_for_update().get(pk=activity.pk)
    if locked.is_superiors:
        raise SuperiorsActivity
    return locked


@transaction.atomic
def set_meeting(
    activity: Activity, told: Mapping[str, Any], *, by: Person, at: datetime
) -> Meeting:
    """What the papers of the meeting say, by the names of the columns of `Meeting`.

    Refuses an end before the beginning, and answers that are wanted after the meeting.
    """
    locked = own(activity)
    answer_by = told.get("answer_by")
    if answer_by and locked.last_day and answer_by > locked.last_day:
        raise AnswerAfterMeeting(locked.last_day)
    meeting, _ = Meeting.objects.get_or_create(activity=locked)
    for name, value in told.items():
        setattr(meeting, name, value)
    if meeting.opened_at and meeting.closed_at and meeting.closed_at < meeting.opened_at:
        raise HoursBackwards
    meeting.save()
    facts = {"activity": locked.pk, "told": sorted(told)}
    journal.record("conferences.meeting_set", locked.campaign, by=by, at=at, facts=facts)
    return meeting


@transaction.atomic
def add_item(activity: Activity, new: NewItem, *, by: Person, at: datetime) -> AgendaItem:
    """One more line of the programme. Refuses an end before the beginning."""
    locked = own(activity)
    if new.starts_at and new.ends_at and new.ends_at < new.starts_at:
        raise HoursBackwards
    last = locked.agenda.aggregate(last=Max("ordinal"))["last"] or 0
    item = AgendaItem.objects.create(
        activity=locked,
        ordinal=last + 1,
        starts_at=new.starts_at,
        ends_at=new.ends_at,
        content=new.content,
        who=new.who,
    )
    facts = {"activity": locked.pk, "item": item.pk}
    journal.record("conferences.item_added", locked.campaign, by=by, at=at, facts=facts)
    return item


@transaction.atomic
def drop_item(item: AgendaItem, *, by: Person, at: datetime) -> None:
    """Takes a line out of the programme."""
    campaign, facts = item.activity.campaign, {"activity": item.activity_id, "item": item.pk}
    item.delete()
    journal.record("conferences.item_dropped", campaign, by=by, at=at, facts=facts)
