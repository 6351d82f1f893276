"""The list of those the secretariat registered, and one more typed in."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi import wording
from hoithi.contests.models import Contest
from hoithi.contests.queries import contest_for, current_version
from hoithi.entries import actions
from hoithi.entries.facts import Door
from hoithi.entries.facts.door import door_of
from hoithi.entries.facts.registering import EntrantInUse
from hoithi.entries.forms import ReasonForm, TeamForm, TeamNameForm
from hoithi.entries.models import Channel, EntrantKind
from hoithi.entries.queries.registered import (
    registered,
    registered_entrant,
    registered_rows,
    registered_team,
    uses_of,
)
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.web.contestant.forms import entry_form, with_typed_unit
from hoithi.web.once import taken_once
from hoithi.web.organiser.entrants.late import deadline
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest, sent

_ON_A_PAGE = 100


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def teams(request: SignedInRequest, slug: str) -> HttpResponse:
    """Everybody registered by the secretariat; teams and units by name, people by identity."""
    at = clock.now()
    contest = contest_for(request.user, slug, *opened_by("teams"), at=at)
    door = door_of(contest, current_version(contest, at=at), at=at)
    if door.entry.entrant.value == EntrantKind.PERSON.value:
        return _person(request, contest, door, at)
    return _team(request, contest, door, at)


def _team(request: SignedInRequest, contest: Contest, door: Door, at: datetime) -> HttpResponse:
    form, last = TeamForm(sent(request), door=door), deadline(request, door.entry, at=at)
    if form.is_valid() and last.is_met():
        name, unit = form.cleaned_data["name"], form.cleaned_data["unit"]
        with SaidOn(form):
            actions.register_team(contest, name, unit, by=request.user, at=at, late=last.grounds)
            return _registered(request, contest.slug, name)
    kind = EntrantKind(door.entry.entrant)
    shown = {"team_form": form, "kind": kind, "deadline": last, "rules": door.entry.team}
    return _page(request, contest, shown, is_refused=form.is_bound)


def _person(request: SignedInRequest, contest: Contest, door: Door, at: datetime) -> HttpResponse:
    answers = with_typed_unit(door, request.POST.dict())
    form = entry_form(door, answers)
    if request.method == "POST":
        channel = Channel.SECRETARIAT
        try:
            done = actions.register_person(door, answers, channel, by=request.user, at=at)
        except actions.EntryRefused as refused:
            form = entry_form(door, answers, refused.problems)
            messages.warning(request, wording.sentence(refused))
        except actions.AlreadyEntered:
            messages.warning(request, _("Người này đã có trong danh sách dự thi."))
        else:
            return _registered(request, contest.slug, done.entrant.name)
    shown = {"form": form, "kind": EntrantKind.PERSON}
    return _page(request, contest, shown, is_refused=request.method == "POST")


def page_again(request: SignedInRequest, contest: Contest, sentence: str) -> HttpResponse:
    """The list with nothing typed, and why a file was not taken (422)."""
    at = clock.now()
    door = door_of(contest, current_version(contest, at=at), at=at)
    kind = EntrantKind(door.entry.entrant)
    shown: dict[str, Any] = {"kind": kind, "sentence": sentence}
    if kind is EntrantKind.PERSON:
        shown["form"] = entry_form(door, with_typed_unit(door, {}))
    else:
        shown |= {"team_form": TeamForm(door=door), "rules": door.entry.team}
        shown["deadline"] = deadline(request, door.entry, at=at, is_sent=False)
    return _page(request, contest, shown, is_refused=True)


def _registered(request: SignedInRequest, slug: str, name: str) -> HttpResponse:
    messages.success(request, _("Đã ghi nhận %(name)s.") % {"name": name})
    return redirect("teams", slug)


def _page(
    request: SignedInRequest, contest: Contest, shown: dict[str, Any], *, is_refused: bool
) -> HttpResponse:
    text = request.GET.get("tim", "").strip()[:120]
    pages: Paginator[Any] = Paginator(registered(contest, text), _ON_A_PAGE)
    page = pages.get_page(request.GET.get("trang"))
    page.object_list = registered_rows(list(page.object_list))
    facts = {
        "contest": contest,
        "body": contest.body,
        "page": page,
        "text": text,
    }
    status = 422 if is_refused else 200
    response = render(request, "organiser/entrants/list.html", facts | shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def team_rename(request: SignedInRequest, slug: str, token: str) -> HttpResponse:
    """Corrects the name of a team or unit; results that are public keep the name they had."""
    at = clock.now()
    entrant = registered_team(request.user, slug, token, at=at)
    form = TeamNameForm(sent(request), initial={"name": entrant.name})
    if form.is_valid():
        try:
            actions.rename_team(entrant, form.cleaned_data["name"], by=request.user, at=at)
        except Refusal as refused:
            form.add_error("name", wording.sentence(refused))
        else:
            messages.success(request, _("Đã sửa tên."))
            return redirect("teams", slug)
    contest = entrant.contest
    shown = {"contest": contest, "body": contest.body, "entrant": entrant, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "organiser/entrants/rename.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def entrant_remove(request: SignedInRequest, slug: str, token: str) -> HttpResponse:
    """Takes out an entrant registered by mistake; says why not where something was done with it."""
    at = clock.now()
    entrant = registered_entrant(request.user, slug, token, at=at)
    form, uses = ReasonForm(sent(request)), uses_of(entrant)
    if form.is_valid():
        actions.remove(entrant, reason=form.cleaned_data["reason"], by=request.user, at=at)
        messages.success(request, _("Đã xóa %(name)s khỏi danh sách.") % {"name": entrant.name})
        return redirect("teams", slug)
    shown = {
        "contest": entrant.contest,
        "body": entrant.contest.body,
        "entrant": entrant,
        "form": form,
        "hindrance": wording.sentence(EntrantInUse(entrant.name, uses)) if uses else "",
    }
    status = 422 if form.is_bound else 200
    return render(request, "organiser/entrants/remove.html", shown, status=status)
