"""Moments of activities and due dates of tasks, as officials write them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.facts import Standing, hours_text, standing_from, standing_of
from hoithi.campaigns.models import Activity, ActivityMove, ActivityOption, Task
from hoithi.core.tasks.calendar import holiday_name, is_working_day
from hoithi.core.tasks.due import DayCount, DueKind, Span
from hoithi.core.tasks.moments import Moment
from hoithi.core.vietnamese.dates import date_text, days_text, weekday_text

STATUSES = {
    "waiting": gettext_lazy("Chưa bắt đầu"),
    "doing": gettext_lazy("Đang thực hiện"),
    "done": gettext_lazy("Đã xong"),
    "stuck": gettext_lazy("Đang vướng"),
}
REPORTED = {
    "doing": gettext_lazy("Đang thực hiện"),
    "done": gettext_lazy("Đã xong"),
    "stuck": gettext_lazy("Đang vướng, cần Ban Tổ chức trả lời"),
}
"""What a unit may say of its task; that nothing has begun is not reported."""
URGENCIES = {
    "done": gettext_lazy("Đã xong"),
    "overdue": gettext_lazy("Quá hạn"),
    "soon": gettext_lazy("Sắp đến hạn"),
    "later": gettext_lazy("Còn thời gian"),
    "undated": gettext_lazy("Chưa có hạn"),
}
URGENCY_HEADINGS = {
    "overdue": gettext_lazy("Quá hạn"),
    "soon": gettext_lazy("Sắp đến hạn, đang trong thời gian thực hiện"),
    "later": gettext_lazy("Còn thời gian"),
    "undated": gettext_lazy("Chưa có hạn"),
    "done": gettext_lazy("Đã xong"),
}
URGENCY_SHORT = {
    "overdue": gettext_lazy("quá hạn"),
    "soon": gettext_lazy("sắp đến hạn"),
    "later": gettext_lazy("còn thời gian"),
    "undated": gettext_lazy("chưa có hạn"),
    "done": gettext_lazy("đã xong"),
}
"""After a number: "3 quá hạn"."""
SETS = {
    "communes": gettext_lazy("mọi xã, phường"),
    "host_communes": gettext_lazy("các xã nơi tổ chức"),
    "districts": gettext_lazy("mọi huyện"),
    "departments": gettext_lazy("mọi sở, phòng, ban"),
    "schools": gettext_lazy("mọi trường học"),
    "hamlets": gettext_lazy("mọi thôn, tổ dân phố"),
    "unions": gettext_lazy("Mặt trận, các đoàn thể"),
    "others": gettext_lazy("nhiều cơ quan, đơn vị"),
}
_SHORT = 60


def span_text(span: Span | None) -> str:
    """The day, or the days between which it falls; empty while nobody can say."""
    if span is None:
        return ""
    if span.first == span.last:
        return date_text(span.first)
    return days_text(span.first, span.last)


def moment_said(activity: Activity) -> str:
    """When an activity takes place; an open one says that the day is not set."""
    return when_said(standing_of(activity))


def when_said(standing: Standing) -> str:
    """When an activity that stands so takes place."""
    moment = standing.moment
    if moment.first is None or moment.last is None:
        return moment.words or _("Chưa ấn định ngày")
    days = span_text(Span(moment.first, moment.last))
    if not moment.is_open:
        hours = hours_text(standing.starts_at, standing.ends_at)
        return f"{hours}, {days}" if hours else days
    if moment.words:
        return _("%(words)s (chưa ấn định ngày)") % {"words": moment.words}
    return _("trong khoảng %(days)s (chưa ấn định ngày)") % {"days": days}


def standing_said(standing: Standing) -> str:
    """When and where an activity that stands so takes place."""
    told = when_said(standing)
    return f"{told}; {standing.place}" if standing.place else told


def day_off_said(moment: Moment) -> str:
    """That a single day that is set is no working day; empty on every other."""
    day = moment.first
    if moment.is_open or day is None or day != moment.last or is_working_day(day):
        return ""
    facts = {"day": date_text(day), "weekday": weekday_text(day), "holiday": holiday_name(day)}
    if facts["holiday"]:
        return _("Ngày %(day)s (%(weekday)s) là ngày nghỉ: %(holiday)s.") % facts
    return _("Ngày %(day)s là %(weekday)s, ngày nghỉ cuối tuần.") % facts


def option_said(option: ActivityOption) -> str:
    """When an activity may take place."""
    days = span_text(Span(option.first_day, option.last_day))
    return _("một ngày trong khoảng %(days)s") % {"days": days} if option.is_open else days


def move_said(move: ActivityMove) -> str:
    """From when and where an activity was moved, and to."""
    before, after = standing_from(move.before), standing_from(move.after)
    if before.place == after.place:
        return f"{when_said(before)} → {when_said(after)}"
    return f"{standing_said(before)} → {standing_said(after)}"


def due_said(task: Task) -> str:
    """Until when a task is due, with how the plan counts it."""
    known = task.falls_first and task.falls_last
    span = Span(task.falls_first, task.falls_last) if known else None  # type: ignore[arg-type]  # both are days then
    days = span_text(span)
    if task.due_kind != DueKind.RELATIVE.value:
        return days
    counted = _("ngày làm việc") if task.due_counted == DayCount.WORKING_DAYS.value else _("ngày")
    facts = {
        "number": f"{abs(task.due_offset):02d}",
        "days": counted,
        "activity": _short(task.activity.title) if task.activity else task.due_words,
    }
    if task.due_offset == 0:
        told = _("vào ngày diễn ra “%(activity)s”") % facts
    elif task.due_offset < 0:
        told = _("trước “%(activity)s” %(number)s %(days)s") % facts
    else:
        told = _("sau “%(activity)s” %(number)s %(days)s") % facts
    return f"{days} ({told})" if days else told


def _short(title: str) -> str:
    """The first words of a title, which ends with a whole word."""
    return title if len(title) <= _SHORT else f"{title[:_SHORT].rpartition(' ')[0]}…"


def moved_sentence(moved: Sequence[object]) -> str:
    """How many tasks moved with their activity."""
    return _("Đã dời hạn của %(number)s nhiệm vụ theo ngày mới.") % {"number": len(moved)}
