"""Invitations to meetings: to whom they came, and what those invited answer."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns.models import Activity
from hoithi.conferences import actions
from hoithi.conferences.actions.attending import slow_down
from hoithi.conferences.models import Guest
from hoithi.conferences.queries import guests_for, meeting_of
from hoithi.conferences.queries.links import guest_by_token
from hoithi.core.attendance import Answer
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import number_in
from hoithi.web.organiser.meetings.forms import AnswerForm
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest
from hoithi.web.unit.by_link import private

_MOST = 100


@require_safe
@login_required
def my_invitations(request: SignedInRequest) -> HttpResponse:
    """The invitations of the person and of the units that they are the contact of."""
    rows = guests_for(request.user, at=clock.now())[:_MOST]
    activities = {one.activity_id: one.activity for one in reversed(rows)}
    silent = {one.activity_id for one in rows if one.answer == Answer.WAITING}
    shown = [(one, one.pk in silent) for one in reversed(activities.values())]
    return render(request, "unit/invitations.html", {"invitations": shown})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def my_invitation(request: SignedInRequest, activity: int) -> HttpResponse:
    """One invitation with its programme; each seat of theirs is answered here."""
    at = clock.now()
    seats = list(guests_for(request.user, at=at).filter(activity=activity))
    if not seats:
        raise Guest.DoesNotExist
    chosen = number_in(request.POST.get("guest"))
    forms = {one.pk: _form(request, one, is_sent=one.pk == chosen) for one in seats}
    form = forms.get(chosen)
    if form is not None and form.is_valid():
        with SaidOn(form):
            seat = next(one for one in seats if one.pk == chosen)
            actions.answer(seat, form.told, by=request.user, at=at, is_own=True)
            messages.success(request, _("Đã gửi trả lời. Cảm ơn ông/bà."))
            return redirect("my_invitation", activity)
    shown = _invited(seats[0].activity, at)
    shown["seats"] = [(one, forms[one.pk]) for one in seats]
    status = 422 if request.method == "POST" else 200
    return render(request, "unit/invitation.html", shown, status=status)


def _invited(activity: Activity, at: datetime) -> dict[str, Any]:
    """What the invitation says."""
    return {
        "activity": activity,
        "meeting": meeting_of(activity),
        "agenda": list(activity.agenda.all()),
        "is_over": bool(activity.last_day and activity.last_day < local_day(at)),
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def invitation_by_link(request: SignedInRequest, token: str) -> HttpResponse:
    """The invitation of one seat without an account, for whoever was given its link."""
    at = clock.now()
    seat = guest_by_token(token)
    form = _form(request, seat, is_sent=request.method == "POST")
    if form.is_valid():
        with SaidOn(form):
            slow_down(seat, at=at)
            # Whoever is signed in by chance does not answer: the link does.
            actions.answer(seat, form.told, by=None, at=at, is_own=True)
            messages.success(request, _("Đã gửi trả lời. Cảm ơn ông/bà."))
            return redirect("invitation_by_link", token)
    shown = {**_invited(seat.activity, at), "seats": [(seat, form)]}
    status = 422 if request.method == "POST" else 200
    return private(render(request, "unit/invitation_link.html", shown, status=status))


def _form(request: SignedInRequest, guest: Guest, *, is_sent: bool) -> AnswerForm:
    names = ("substitute_name", "substitute_post", "reason")
    known = {name: getattr(guest, name) for name in names}
    if guest.answer != Answer.WAITING:
        known["answer"] = guest.answer
    told = request.POST if is_sent else None
    return AnswerForm(told, initial=known, auto_id=f"g{guest.pk}_%s")
