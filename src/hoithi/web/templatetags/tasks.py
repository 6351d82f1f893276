"""Filters of the screens of tasks: days, urgencies and the marks of a line of time."""

from datetime import date

from django import template

from hoithi.core.tasks.due import Span
from hoithi.core.vietnamese.dates import date_text, weekday_text
from hoithi.web.organiser.tasks.timeline import Tick
from hoithi.wording import tasks

register = template.Library()
_YEAR, _QUARTER = 12, 3


@register.filter
def span_text(span: Span | None) -> str:
    """The day, or the days between which it falls."""
    return tasks.span_text(span)


@register.filter
def span_short(span: Span | None) -> str:
    """The day, or the first and the last with a dash, for a narrow column."""
    if span is None or span.first == span.last:
        return tasks.span_text(span)
    return f"{date_text(span.first)} – {date_text(span.last)}"


@register.filter
def urgency_heading(urgency: str) -> str:
    """The heading of the tasks that stand so to today."""
    return str(tasks.URGENCY_HEADINGS[urgency])


@register.filter
def urgency_short(urgency: str) -> str:
    """How a number of tasks stands to today, after the number."""
    return str(tasks.URGENCY_SHORT[urgency])


@register.filter
def weekday_said(day: date) -> str:
    """The day of the week with a capital letter."""
    return weekday_text(day).capitalize()


@register.filter
def tick_said(tick: Tick) -> str:
    """The month, quarter or year that begins at a mark."""
    if tick.step == _YEAR:
        return f"{tick.first.year}"
    if tick.step == _QUARTER:
        return f"{_ROMAN[(tick.first.month - 1) // _QUARTER]}/{tick.first.year}"
    return f"{tick.first.month:02d}/{tick.first.year % 100:02d}"


_ROMAN = ("I", "II", "III", "IV")
