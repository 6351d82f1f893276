"""What meetings are about and their programmes; who chairs, speaks and is invited is asked anew."""

from datetime import time
from typing import Annotated

import msgspec
from msgspec import Meta

from hoithi.campaigns.models import Campaign
from hoithi.conferences.models import AgendaItem, Meeting
from hoithi.plans.actions.parts.part import Arrival, Part, Rows, Told, read

Clock = Annotated[time, Meta(tz=False)]
LongText = Annotated[str, Meta(max_length=20_000)]


class _Item(Told, frozen=True, kw_only=True):
    content: Annotated[str, Meta(max_length=1_000)]
    starts_at: Clock | None = None
    ends_at: Clock | None = None


class _Meeting(Told, frozen=True, kw_only=True):
    activity: Annotated[str, Meta(max_length=40)]
    content: LongText = ""
    note: LongText = ""
    agenda: Annotated[tuple[_Item, ...], Meta(max_length=200)] = ()


def _told(campaign: Campaign) -> Rows:
    meetings = {one.activity_id: one for one in Meeting.objects.filter(activity__campaign=campaign)}
    told = []
    for activity in campaign.activities.prefetch_related("agenda"):
        meeting = meetings.get(activity.pk)
        items = tuple(
            _Item(content=one.content, starts_at=one.starts_at, ends_at=one.ends_at)
            for one in activity.agenda.all()
        )
        if meeting or items:
            content, note = (meeting.content, meeting.note) if meeting else ("", "")
            row = _Meeting(activity=activity.key, content=content, note=note, agenda=items)
            told.append(msgspec.to_builtins(row))
    return told


def _taken(rows: Rows, arrival: Arrival) -> None:
    activities = arrival.founded.activities
    for row in read(rows, _Meeting):
        activity = activities.get(row.activity)
        if activity is None:
            continue
        known = {"content": row.content, "note": row.note}
        Meeting.objects.update_or_create(activity=activity, defaults=known)
        AgendaItem.objects.bulk_create(
            AgendaItem(
                activity=activity,
                ordinal=ordinal,
                content=one.content,
                starts_at=one.starts_at,
                ends_at=one.ends_at,
            )
            for ordinal, one in enumerate(row.agenda, 1)
        )


MEETINGS = Part("meetings", _told, _taken)
