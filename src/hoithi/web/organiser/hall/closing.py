"""The second person's word on typed sheets: a guest by link, or a signed sheet uploaded."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.contests.models import Round
from hoithi.kit import clock
from hoithi.people import queries as people
from hoithi.people.facts.accounts import Invited
from hoithi.results.forms import InviteForm, PaperForm
from hoithi.sittings.actions import typed_alone
from hoithi.sittings.models import TypedSheet
from hoithi.sittings.queries import typed as queries
from hoithi.sittings.queries.typed import CONFIRM_TYPED
from hoithi.web.once import taken_once
from hoithi.web.organiser.hall.desk import sheets_page
from hoithi.web.organiser.hall.shown import answers_shown, paper_titles, value_shown
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.organiser.two_persons import link_made, scan_stored
from hoithi.web.request import SignedInRequest, sent

_ROW = re.compile(r"[0-9]{1,18}")


@require_POST
@login_required
def typed_invite(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """A one-time link for somebody named in the decision; it opens the waiting sheets alone."""
    at = clock.now()
    round_ = queries.hall_round(request.user, slug, key, at=at)
    form = InviteForm(request.POST, auto_id="moi_%s")
    if form.is_valid():
        with SaidOn(form):
            typed_alone.refuse_typist(round_, form.cleaned_data["full_name"])
            return _invited(request, round_, form)
    return sheets_page(request, round_, not_taken(form), invite_form=form)


def _invited(request: SignedInRequest, round_: Round, form: InviteForm) -> HttpResponse:
    invited = Invited(deed=CONFIRM_TYPED, subject_id=round_.pk, **form.cleaned_data)
    body = round_.contest.body
    shown = {"contest": round_.contest, "body": body, "round": round_}
    shown |= link_made(request, body, invited, "guest_typed")
    response = render(request, "organiser/hall/invited.html", shown)
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def guest_typed(request: HttpRequest, token: str) -> HttpResponse:
    """The waiting sheets answer by answer; those ticked count, and the link is used up."""
    at = clock.now()
    invitation = people.invitation(token, at, opened_by=request.user.pk)
    round_ = queries.round_of_invitation(invitation)
    page: dict[str, Any] = {"contest": round_.contest, "body": round_.contest.body, "round": round_}
    button = Form(sent(request))
    if button.is_bound:
        chosen = {int(one) for one in request.POST.getlist("khop") if _ROW.fullmatch(one)}
        with SaidOn(button):
            page["counted"] = len(typed_alone.count_by_guest(token, chosen, at=at))
            return _for_guest(request, "organiser/hall/guest_thanks.html", page)
        page |= {"chosen": chosen, "sentence": not_taken(button)}
    page |= {"invitation": invitation, "sheets": _sheets(round_, at)}
    return _for_guest(request, "organiser/hall/guest.html", page)


def _for_guest(request: HttpRequest, template: str, page: dict[str, Any]) -> HttpResponse:
    status = 422 if page.get("sentence") else 200
    response = render(request, template, page, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@dataclass(frozen=True)
class _Sheet:
    """A waiting sheet as a guest compares it."""

    sheet: TypedSheet
    title: str
    """Of its paper, where the round has several."""
    time: str
    answers: list[tuple[str, str]]


def _sheets(round_: Round, at: datetime) -> list[_Sheet]:
    """Every waiting sheet with its time and its answers by place."""
    waiting, titles = queries.waiting_of(round_), paper_titles(round_, at=at)
    slots = queries.slots_of_all(one.paper for one in waiting)
    return [
        _Sheet(
            sheet=one,
            title=titles.get(one.part_key, ""),
            time=value_shown(one, "seconds"),
            answers=answers_shown(one, slots[one.paper_id]),
        )
        for one in waiting
    ]


@require_POST
@login_required
@taken_once
def typed_paper(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """A body with one official closes the waiting sheets with a signed one; the result says so."""
    at = clock.now()
    round_ = queries.hall_round(request.user, slug, key, at=at)
    form = PaperForm(request.POST, request.FILES, auto_id="bb_%s")
    if form.is_valid():
        with SaidOn(form):
            typed_alone.refuse_paper(round_)
            evidence = scan_stored(request, round_.contest.body, form.cleaned_data["file"])
            done = typed_alone.count_on_paper(round_, evidence, by=request.user, at=at)
            messages.success(request, _("Đã tính %(count)s bài.") % {"count": len(done)})
            return redirect("paper_sheets", slug, key)
    return sheets_page(request, round_, not_taken(form), paper_form=form)
