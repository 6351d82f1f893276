"""Filters of reports: how each stands, what is wrong in them, cells of a line."""

from collections.abc import Sequence
from typing import Any

from django import template

from hoithi.core.reporting.outlines import CellKind
from hoithi.wording import reports

register = template.Library()

register.filter("fault_said", reports.fault_said)

_TONES = {"overdue": "bad", "sent": "info", "sent_back": "warn", "accepted": "good"}


@register.filter
def report_standing(state: str) -> str:
    """How a report stands; of a version that was not sent, that it is a draft."""
    return str(reports.STANDINGS.get(str(state), reports.DRAFT))


@register.filter
def report_tone(state: str) -> str:
    """The colour of its badge; the words in it say the same."""
    tone = _TONES.get(str(state))
    return f"badge--{tone}" if tone else ""


@register.filter
def cell_kind(kind: CellKind) -> str:
    """What the cells of a column hold."""
    return str(reports.CELL_KINDS[kind])


@register.filter
def item(values: Sequence[Any], place: int) -> Any:
    """The value at a place, counted from 0."""
    return values[place]


@register.filter
def upward_kind(kind: str) -> str:
    """Which report to the superior it is."""
    return str(reports.UPWARD_KINDS[kind])
