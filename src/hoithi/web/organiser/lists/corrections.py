"""Requests to stand for another unit: the queue, the decision about one or many, taken away."""

from datetime import datetime
from itertools import chain
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS, contest_for, may_edit
from hoithi.entries.actions.corrections import decide_corrections
from hoithi.entries.forms import CorrectionsForm
from hoithi.entries.queries import corrections as queries
from hoithi.entries.queries.doors import current_door
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.results.queries import newest_published
from hoithi.web.once import taken_once
from hoithi.web.organiser.lists.out import correction_table
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest
from hoithi.web.tables import Asked, TableOut, table_view

_ON_A_PAGE = 100


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def corrections(request: SignedInRequest, slug: str) -> HttpResponse:
    """The queue with what it would change; the ticked ones are decided alike."""
    at = clock.now()
    names = EDITORS if request.method == "POST" else opened_by("corrections")
    contest = contest_for(request.user, slug, *names, at=at)
    if request.method != "POST":
        return _page(request, contest)
    waiting = queries.corrections(contest, waiting=True).values_list("pk", flat=True)
    form = CorrectionsForm(request.POST, numbers=list(waiting))
    if form.is_valid():
        with SaidOn(form):
            number = _decided(contest, form.cleaned_data, by=request.user, at=at)
            told = _("Đã giải quyết %s đề nghị; người dự thi thấy ngay.")
            messages.success(request, told % number)
            return redirect("corrections", slug)
    facts = {"form": form, "ticked": form["asked"].value(), "sentence": not_taken(form)}
    return _page(request, contest, status=422, **facts)


def _decided(contest: Contest, said: dict[str, Any], *, by: Person, at: datetime) -> int:
    """The ticked requests, decided alike; how many."""
    rows, door = queries.chosen(contest, said["asked"]), current_door(contest, at=at)
    accept, answer = said["deed"] == "accept", said["answer"]
    return decide_corrections(rows, door, accept=accept, answer=answer, by=by, at=at)


def _page(
    request: SignedInRequest, contest: Contest, *, status: int = 200, **facts: object
) -> HttpResponse:
    decided = request.GET.get("xem") == "da-giai-quyet"
    rows = queries.corrections(contest, waiting=not decided)
    page = Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("trang"))
    shown = {
        "contest": contest,
        "body": contest.body,
        "page": page,
        "decided": decided,
        "moved": [] if decided else queries.moved(contest, list(page.object_list)),
        "published": newest_published(contest, at=clock.now()),
        "may_edit": may_edit(request.user, contest, at=clock.now()),
        **facts,
    }
    response = render(request, "organiser/lists/corrections.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@table_view
def corrections_out(asked: Asked, slug: str) -> TableOut:
    """Every request, waiting and decided, as a table."""
    contest = contest_for(asked.person, slug, *opened_by("corrections"), at=asked.at)
    both = (queries.corrections(contest, waiting=waiting) for waiting in (True, False))
    rows = chain.from_iterable(each.iterator() for each in both)
    return correction_table(contest, rows).called(f"doi-don-vi-{slug}", contest.body)
