"""When things take place and are due, as the papers of a folder say it."""

import re
from datetime import date

from hoithi.campaigns.facts import standing_of, standing_text
from hoithi.campaigns.models import Activity, Task
from hoithi.core.tasks.due import DayCount, DueKind, Span
from hoithi.core.vietnamese.dates import date_text
from hoithi.documents.official import BLANK
from hoithi.wording.tasks import span_text

_TELLS_A_TIME = re.compile(
    r"\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{4}|ngày \d|\d+ (?:ngày|tuần|tháng)\b"
    r"|hằng |hàng (?:tuần|tháng)|[Qq]uý |(?:đầu|giữa|cuối) (?:tuần|tháng|năm)"
)


def when_said(activity: Activity) -> str:
    """When it takes place; days that are not set are "dự kiến", a blank where nobody can say."""
    if activity.is_open and not activity.moment_words and activity.first_day and activity.last_day:
        return f"dự kiến {span_text(Span(activity.first_day, activity.last_day))}"
    return standing_text(standing_of(activity)) or BLANK


def is_over(activity: Activity, today: date) -> bool:
    """Whether it took place before a day; what has no certain day is never over."""
    return not activity.is_open and activity.last_day is not None and activity.last_day < today


def due_said(task: Task) -> str:
    """The deadline alone: its day, or how it is counted from an activity without a day."""
    first, last = task.falls_first, task.falls_last
    if task.due_kind == DueKind.RANGE.value and first and last:
        return span_text(Span(first, last))
    if last and (task.due_kind != DueKind.RELATIVE.value or first == last):
        return date_text(last)
    return _counted(task) if task.due_kind == DueKind.RELATIVE.value else ""


def _counted(task: Task) -> str:
    event = task.activity.title if task.activity else task.due_words or BLANK
    if task.due_offset == 0:
        return f"ngày diễn ra {event}"
    working = task.due_counted == DayCount.WORKING_DAYS.value
    days = f"{abs(task.due_offset):02d} {'ngày làm việc' if working else 'ngày'}"
    return f"{'trước' if task.due_offset < 0 else 'sau'} {event} {days}"


def duty_said(task: Task) -> str:
    """A task as a line of a list; its deadline follows where its own words tell none."""
    text, due = task.text.strip().rstrip(".;"), due_said(task)
    if not due or _TELLS_A_TIME.search(text):
        return f"{text};"
    if task.due_kind == DueKind.RANGE.value:
        return f"{text}, thực hiện {due};"
    certain = task.falls_last is not None and due == date_text(task.falls_last)
    return f"{text}, hoàn thành {'chậm nhất ngày ' if certain else ''}{due};"
