"""Those invited: put on the list from what the campaign knows, and what they answer."""

from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hoithi.campaigns.models import Activity, Agency, Committee
from hoithi.campaigns.queries import units_for
from hoithi.conferences import actions
from hoithi.conferences.actions import NewGuest
from hoithi.conferences.models import Guest
from hoithi.conferences.queries import UnitAsked, units_taking_part
from hoithi.conferences.queries.links import guest_token, needs_link
from hoithi.core.tasks.holders import HolderSet, kinds_in
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import number_in
from hoithi.web.organiser.meetings.forms import AgenciesForm, AnswerForm, NamedForm
from hoithi.web.organiser.meetings.shown import activity_read, shown_of
from hoithi.web.organiser.outreach.told import site_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_guests(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """The list of those invited, with what they answered; more of them are added here."""
    activity = activity_read(request, body, number, key)
    units = units_taking_part(activity, clock.now())
    is_named = "full_name" in request.POST
    named = NamedForm(request.POST if is_named else None)
    told = request.POST if request.method == "POST" and not is_named else None
    known = AgenciesForm(told).of(activity, len(units))
    form: forms.Form = named if is_named else known
    if form.is_valid():
        with SaidOn(form):
            new = list(_new(activity, form, units))
            made = actions.invite(activity, new, by=request.user, at=clock.now())
            _say(request, made)
            return redirect("activity_guests", body, number, key)
    shown = shown_of(request, activity, "activity_guests")
    shown |= {"named_form": named, "known_form": known, "unit_count": len(units)}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/meetings/guests.html", shown, status=status)


def _say(request: SignedInRequest, made: int) -> None:
    if made:
        told = _("Đã thêm %(number)s thành phần vào danh sách mời.") % {"number": made}
        messages.success(request, told)
    else:
        messages.info(request, _("Không có thành phần nào mới: đã có đủ hoặc chưa chọn."))


def _new(activity: Activity, form: forms.Form, units: list[UnitAsked]) -> Iterator[NewGuest]:
    if isinstance(form, NamedForm):
        yield form.told
        return
    data = form.cleaned_data
    post = " ".join(data["post"].split())
    for agency in data.get("agencies", ()):
        yield from _of_agency(activity, agency, post)
    for committee in data.get("committees", ()):
        yield from _of_committee(committee)
    if data.get("units"):
        yield from (NewGuest(one.name[:300], post=post, unit=one.unit) for one in units)


def _of_agency(activity: Activity, agency: Agency, post: str) -> Iterator[NewGuest]:
    """The agency; a set by rule is every unit of it, since a seat is somebody's."""
    if kinds_in(HolderSet(agency.holder_set)):
        on = local_day(clock.now())
        for one in units_for(agency, activity.campaign.body, on):
            yield NewGuest(one.name[:300], post=post, agency=agency, unit=one.unit)
        return
    yield NewGuest(agency.name, post=post, agency=agency, unit=agency.unit)


def _of_committee(committee: Committee) -> Iterator[NewGuest]:
    """Each member; whoever has no account is reached by the unit that nominated them."""
    for one in committee.members.select_related("person", "agency__unit"):
        agency = one.agency.name if one.agency else ""
        unit = one.agency.unit if one.agency and not one.person else None
        yield NewGuest(agency, one.full_name, one.post, one.agency, unit, one.person)


def _link(request: SignedInRequest, guest: Guest) -> str:
    """By which they answer themselves, where nobody with an account does."""
    if not needs_link(guest, at=clock.now()):
        return ""
    return site_of(request) + reverse("invitation_by_link", args=[guest_token(guest)])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_guest(
    request: SignedInRequest, body: str, number: int, key: str, guest: int
) -> HttpResponse:
    """One seat: the answer that came by telephone or letter; taken off the list."""
    activity = activity_read(request, body, number, key)
    found = activity.guests.select_related("answered_by").get(pk=guest)
    names = ("answer", "substitute_name", "substitute_post", "reason")
    is_drop = number_in(request.POST.get("drop")) == guest
    known = {name: getattr(found, name) for name in names}
    form = AnswerForm(None if is_drop else sent(request), initial=known)
    refused = forms.Form(request.POST)
    refused.is_valid()
    with SaidOn(refused if is_drop else form):
        if is_drop:
            actions.drop_guest(found, by=request.user, at=clock.now())
            messages.success(request, _("Đã bỏ khỏi danh sách mời."))
            return redirect("activity_guests", body, number, key)
        if form.is_valid():
            actions.answer(found, form.told, by=request.user, at=clock.now())
            messages.success(request, _("Đã ghi trả lời."))
            return redirect("activity_guests", body, number, key)
    shown = shown_of(request, activity, "activity_guests")
    shown |= {"guest": found, "form": form, "refused": refused, "link": _link(request, found)}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/meetings/guest.html", shown, status=status)
