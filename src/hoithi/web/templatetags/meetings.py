"""Filters of the screens of meetings: those invited, answers and presence as officials say them."""

from collections.abc import Mapping

from django import template

from hoithi.campaigns.models import Activity
from hoithi.core.attendance import Tally
from hoithi.wording import meetings

register = template.Library()

register.filter("guest_said", meetings.guest_said)
register.filter("attends_said", meetings.attends_said)
register.filter("item_hours", meetings.item_hours)

_TONES = {
    "coming": "good",
    "sends": "info",
    "excused": "bad",
    "waiting": "warn",
    "present": "good",
    "late": "warn",
    "absent": "bad",
}


@register.filter
def of_activity(told: Mapping[int, Tally], activity: Activity) -> Tally | None:
    """How those invited to the activity answered; None where nobody is invited."""
    return told.get(activity.pk)


@register.filter
def answer_said(answer: str) -> str:
    """What somebody who is invited says."""
    return str(meetings.ANSWERS.get(answer, answer))


@register.filter
def presence_said(presence: str) -> str:
    """Whether somebody came."""
    return str(meetings.PRESENCES.get(presence, presence))


@register.filter
def answer_tone(answer: str) -> str:
    """The colour of a badge; the words in it say the same."""
    return f"badge--{_TONES[answer]}" if answer in _TONES else ""


@register.filter
def presence_tone(presence: str) -> str:
    """The colour of a badge; absent with a reason is no blame."""
    return "" if presence == "excused" else answer_tone(presence)
