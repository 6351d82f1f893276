"""Calendars of tasks: their secret addresses, and the file that lies there."""

from datetime import date, datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns import actions, queries
from hoithi.campaigns.models import Agency, Holding, HoldingStatus, Task, TaskFeed
from hoithi.core.tasks.due import DueKind
from hoithi.documents import feeds as documents
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.request import SignedInRequest
from hoithi.wording.reminders import shortened
from hoithi.wording.tasks import due_said


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def task_feeds(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The address of each agency's calendar; those who keep the tasks make and revoke it."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    if request.method == "POST":
        key = request.POST.get("agency", "")
        agency = campaign.agencies.get(pk=int(key) if _is_number(key) else 0)
        _done(request, agency, at)
        return redirect("task_feeds", body, number)
    open_ones = queries.feeds_of_agencies(campaign)
    works = may_work(request, campaign.body)
    rows = [
        (agency, _address(request, open_ones.get(agency.pk) if works else None))
        for agency in campaign.agencies.all()
    ]
    shown = {"body": campaign.body, "campaign": campaign, "rows": rows, "may_work": works}
    return render(request, "organiser/tasks/feeds.html", shown)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < len(str(2**63))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def my_task_calendar(request: SignedInRequest) -> HttpResponse:
    """The address of one's own calendar; everybody makes and revokes their own."""
    if request.method == "POST":
        _done(request, None, clock.now())
        return redirect("my_task_calendar")
    feed = queries.feed_of(person=request.user)
    return render(request, "organiser/tasks/my_calendar.html", {"address": _address(request, feed)})


def _done(request: SignedInRequest, agency: Agency | None, at: datetime) -> None:
    if request.POST.get("deed") == "close":
        actions.close_feed(agency=agency, by=request.user, at=at)
        messages.success(request, _("Đã hủy địa chỉ lịch. Ai dùng địa chỉ cũ sẽ không xem được."))
        return
    actions.open_feed(agency=agency, by=request.user, at=at)
    messages.success(request, _("Đã tạo địa chỉ lịch."))


def _address(request: HttpRequest, feed: TaskFeed | None) -> str:
    if feed is None:
        return ""
    site = settings.PUBLIC_ADDRESS or request.build_absolute_uri("/")[:-1]
    return f"{site}{reverse('task_calendar', args=[feed.token])}"


@require_safe
def task_calendar(_request: HttpRequest, token: str) -> HttpResponse:
    """The calendar at a secret address, for whatever program asks."""
    at = clock.now()
    try:
        feed = queries.feed_by(token)
    except TaskFeed.DoesNotExist as gone:
        raise Http404 from gone
    events = [
        _event(task, task.falls_first, task.falls_last, at)
        for task in queries.tasks_in_feed(feed, at=at)
        if task.falls_first and task.falls_last
    ]
    name = feed.agency.name if feed.agency else _("Nhiệm vụ của tôi")
    data = documents.calendar(name, events)
    response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response


def _is_done(holding: Holding) -> bool:
    return holding.status == HoldingStatus.DONE


def _titled(text: str, *, is_open: bool, is_done: bool) -> str:
    if is_done:
        return _("Đã xong: %(task)s") % {"task": text}
    return _("%(task)s (chưa ấn định ngày)") % {"task": text} if is_open else text


def _event(task: Task, first: date, last: date, at: datetime) -> documents.DayEvent:
    """A deadline on its day; a range over its days; an open one over those it may fall on."""
    is_open = queries.is_open(task)
    spread = is_open or task.due_kind == DueKind.RANGE.value
    text = shortened(task.text)
    held = task.holdings.all()
    led = "; ".join(dict.fromkeys(one.agency.name for one in held if one.leads))
    lines = [task.campaign.title, _("Hạn: %(due)s") % {"due": due_said(task)}]
    if led:
        lines.append(_("Chủ trì: %(agencies)s") % {"agencies": led})
    return documents.DayEvent(
        key=f"nhiem-vu-{task.pk}@hoithi",
        title=_titled(text, is_open=is_open, is_done=all(map(_is_done, held)) and bool(held)),
        first=first if spread else last,
        last=last,
        changed_at=at,
        text="\n".join(lines),
        is_tentative=is_open,
    )
