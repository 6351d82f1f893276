"""Somebody named in the decision confirms points by a one-time link, without an account."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.judging import actions, queries
from hoithi.judging.queries import CONFIRM, TYPISTS
from hoithi.kit import clock
from hoithi.people import queries as people
from hoithi.people.facts.accounts import Invited
from hoithi.results.forms import InviteForm
from hoithi.web.organiser.points.desk import sheet_page
from hoithi.web.organiser.points.shown import about_sheet
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.organiser.two_persons import link_made
from hoithi.web.request import SignedInRequest, sent


@require_POST
@login_required
def points_invite(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A one-time link and its QR code, bound to this sheet; shown once."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *TYPISTS, at=at)
    form = InviteForm(request.POST, auto_id="moi_%s")
    if form.is_valid():
        with SaidOn(form):
            actions.check_confirmable(found)
            actions.refuse_typist(found, form.cleaned_data["full_name"])
            invited = Invited(deed=CONFIRM, subject_id=found.pk, **form.cleaned_data)
            link = link_made(request, found.round.contest.body, invited, "guest_points")
            return _private(request, "invited", about_sheet(found, at=at) | link)
    return sheet_page(request, found, not_taken(form), invite_form=form)


def _private(request: HttpRequest, page: str, shown: dict[str, Any]) -> HttpResponse:
    status = 422 if shown.get("sentence") else 200
    response = render(request, f"organiser/points/{page}.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def guest_points(request: HttpRequest, token: str) -> HttpResponse:
    """The sheet line by line; the link is used up with the confirmation."""
    at = clock.now()
    invitation = people.invitation(token, at, opened_by=request.user.pk)
    sheet = queries.sheet_of_invitation(invitation)
    actions.check_confirmable(sheet)
    shown = about_sheet(sheet, at=at) | {"invitation": invitation}
    button = Form(sent(request))
    if button.is_bound:
        shown["checked"] = request.POST.getlist("khop")
        with SaidOn(button):
            actions.check_lines(sheet, shown["checked"])
            actions.confirm_by_guest(token, at=at)
            return _private(request, "guest_thanks", shown)
        shown["sentence"] = not_taken(button)
    return _private(request, "guest", shown)
