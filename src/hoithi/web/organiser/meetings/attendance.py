"""Check-in at the door: by list, by number or name and Enter, on a phone."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.campaigns.models import Activity
from hoithi.conferences import actions
from hoithi.conferences.queries import guests_named
from hoithi.core.attendance import Presence
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import number_in
from hoithi.web.organiser.meetings.forms import NamedForm
from hoithi.web.organiser.meetings.shown import activity_read, shown_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest
from hoithi.wording.meetings import NOTED, PRESENCES

_LONGEST_TYPED = 120


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_attendance(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """The list to check in: one press for each, or what is typed where it means only one."""
    activity = activity_read(request, body, number, key)
    here = reverse("activity_attendance", args=[body, number, key])
    guest = number_in(request.POST.get("guest"))
    if guest and request.POST.get("presence") in PRESENCES:
        return _noted(request, activity, guest, here)
    if "left_over" in request.POST:
        rows = actions.note_left_over(activity, by=request.user, at=clock.now())
        messages.success(
            request, _("Đã ghi vắng %(number)s người chưa điểm danh.") % {"number": rows}
        )
        return redirect(here)
    walk_in = NamedForm(request.POST if "full_name" in request.POST else None)
    if walk_in.is_valid():
        with SaidOn(walk_in):
            actions.walk_in(activity, walk_in.told, by=request.user, at=clock.now())
            messages.success(request, _("Đã thêm và ghi có mặt."))
            return redirect(here)
    typed = request.POST.get("typed", "").strip()[:_LONGEST_TYPED]
    if typed and len(found := guests_named(activity, typed)) == 1:
        return _come(request, found[0][1].pk, activity, here)
    return _page(request, activity, walk_in, typed)


def _come(request: SignedInRequest, guest: int, activity: Activity, here: str) -> HttpResponse:
    found = activity.guests.get(pk=guest)
    actions.check_in(found, Presence.PRESENT, by=request.user, at=clock.now())
    messages.success(request, _("Có mặt: %(who)s") % {"who": found})
    return redirect(here)


def _noted(request: SignedInRequest, activity: Activity, guest: int, here: str) -> HttpResponse:
    found = activity.guests.get(pk=guest)
    presence = Presence(request.POST["presence"])
    actions.check_in(found, presence, by=request.user, at=clock.now())
    return redirect(f"{here}#khach-{guest}")


def _page(
    request: SignedInRequest, activity: Activity, walk_in: forms.Form, typed: str
) -> HttpResponse:
    shown = shown_of(request, activity, "activity_attendance")
    rows = guests_named(activity, typed) if typed else list(enumerate(shown["guests"], 1))
    shown |= {
        "rows": rows,
        "typed": typed,
        "walk_in": walk_in,
        "buttons": list(NOTED.items()),
    }
    status = 422 if request.method == "POST" and not rows else 200
    if walk_in.errors or (request.method == "POST" and not typed):
        status = 422
    return render(request, "organiser/meetings/attendance.html", shown, status=status)
