"""Filters of the screens of outreach: phases, channels and states in words."""

from django import template
from django.utils.translation import gettext as _

from hoithi.core.vietnamese.numbers import dotted
from hoithi.wording.outreach import CHANNELS, PHASES, STATES

register = template.Library()

_TONES = {"missing": "bad", "behind": "warn", "done": "good"}


@register.filter
def channel_name(code: str) -> str:
    """By which way people are told."""
    return str(CHANNELS.get(code, code))


@register.filter
def phase_name(code: str) -> str:
    """Before, during or after."""
    return str(PHASES.get(code, code))


@register.filter
def outreach_state(code: str) -> str:
    """How far a unit is with a channel."""
    return str(STATES.get(code, code))


@register.filter
def outreach_tone(code: str) -> str:
    """The colour of a cell; the words in it say the same."""
    return f"badge--{_TONES[code]}" if code in _TONES else ""


@register.filter
def people_told(number: int) -> str:
    """How many people something reached."""
    return _("%(number)s lượt người") % {"number": dotted(number)}
