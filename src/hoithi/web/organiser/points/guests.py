"""Somebody named in the decision confirms points by a one-time link, without an account."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.judging import actions, queries
from hoithi.judging.queries import CONFIRM, TYPISTS
from hoithi.kit import clock
from hoithi.people import queries as people
from hoithi.people.facts.accounts import Invited
from hoithi.results.forms import InviteForm
from hoithi.web.organiser.points.shown import about_sheet
from hoithi.web.organiser.shown import refused
from hoithi.web.organiser.two_persons import link_made
from hoithi.web.request import SignedInRequest


@require_POST
@login_required
def points_invite(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A one-time link and its QR code, bound to this sheet; shown once."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *TYPISTS, at=at)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    actions.check_confirmable(found)
    actions.refuse_typist(found, form.cleaned_data["full_name"])
    invited = Invited(deed=CONFIRM, subject_id=found.pk, **form.cleaned_data)
    body = found.round.contest.body
    shown = {**about_sheet(found, at=at), **link_made(request, body, invited, "guest_points")}
    response = render(request, "organiser/points/invited.html", shown)
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def guest_points(request: HttpRequest, token: str) -> HttpResponse:
    """The sheet line by line; the link is used up with the confirmation."""
    at = clock.now()
    invitation = people.invitation(token, at)
    sheet = queries.sheet_of_invitation(invitation)
    actions.check_confirmable(sheet)
    shown = {**about_sheet(sheet, at=at), "invitation": invitation}
    template = "organiser/points/guest.html"
    if request.method == "POST":
        actions.check_lines(sheet, request.POST.getlist("khop"))
        actions.confirm_by_guest(token, at=at)
        template = "organiser/points/guest_thanks.html"
    response = render(request, template, shown)
    response["Cache-Control"] = "private, no-store"
    return response
