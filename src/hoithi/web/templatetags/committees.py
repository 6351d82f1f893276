"""Filters of the screens of committees and nominations."""

from django import template

from hoithi.campaigns.models import Committee, CommitteeMember
from hoithi.campaigns.queries.committees import CommitteeRow, title_said
from hoithi.wording import committees, nominations

register = template.Library()

register.filter("stage_said", committees.stage_said)
register.filter("missing_said", committees.missing_said)
register.filter("wish_said", nominations.wish_said)

_TONES = {
    "decided": "good",
    "answers_missing": "warn",
    "to_accept": "info",
}


@register.filter
def stage_tone(row: CommitteeRow) -> str:
    """The colour of a committee's badge; the words in it say the same."""
    return f"badge--{_TONES[row.stage]}" if row.stage in _TONES else ""


@register.filter
def member_title(member: CommitteeMember, committee: Committee) -> str:
    """What the decision calls a member."""
    return title_said(member, committee)


@register.filter
def nomination_state(state: str) -> str:
    """How far an agency is with its answer."""
    return str(nominations.STATES.get(state, state))


@register.filter
def nominee_state(state: str) -> str:
    """What became of somebody who was named."""
    return str(nominations.NOMINEES.get(state, state))


@register.filter
def answer_way(way: str) -> str:
    """How an answer came."""
    return str(nominations.WAYS.get(way, way))


@register.filter
def nomination_tone(state: str) -> str:
    """The colour of a nomination's badge."""
    tones = {"waiting": "warn", "answered": "info", "accepted": "good", "returned": "warn"}
    return f"badge--{tones.get(state, 'bad')}"
