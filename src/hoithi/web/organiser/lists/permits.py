"""Attempts given back to a whole unit, and every order about attempts."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS, contest_for, may_edit
from hoithi.core.vietnamese.identifiers import IdentityRefused
from hoithi.entries.forms import PersonSearchForm
from hoithi.entries.queries.searching import AT_MOST, entrants_like
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.sittings.actions.deciding import Grounds
from hoithi.sittings.actions.giving_back import Given, give_back
from hoithi.sittings.forms import UnitPermitForm
from hoithi.sittings.queries import orders
from hoithi.web.organiser.lists.out import order_table
from hoithi.web.organiser.shown import SaidOn, paper_in
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.tables import Asked, TableOut, table_view


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unit_permits(request: SignedInRequest, slug: str) -> HttpResponse:
    """The orders so far; one more gives everybody of a unit an attempt back, at once."""
    at = clock.now()
    names = EDITORS if request.method == "POST" else opened_by("unit_permits")
    contest = contest_for(request.user, slug, *names, at=at)
    units = orders.units_with_people(contest)
    papers = orders.papers_to_permit(contest, at=at)
    form = UnitPermitForm(sent(request), papers=papers, units=units)
    if form.is_valid():
        with SaidOn(form):
            given = _ordered(contest, form.cleaned_data, by=request.user, at=at)
            messages.success(request, _given(given))
            return redirect("unit_permits", slug)
    may = may_edit(request.user, contest, at=at)
    shown = {"contest": contest, "body": contest.body, "form": form, "units": units}
    shown |= {"orders": orders.orders(contest), "may_edit": may}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/lists/permits.html", shown, status=status)


def _ordered(contest: Contest, said: dict[str, Any], *, by: Person, at: datetime) -> Given:
    paper = paper_in(contest, said["round"])
    begun_in = paper.round if said["who"] == "begun" else None
    people = orders.entrants_of_unit(contest, said["unit"], begun_in=begun_in)
    grounds = Grounds(said["reason"], said["document_number"])
    return give_back(people, paper, grounds=grounds, by=by, at=at)


def _given(given: Given) -> str:
    told = _("Đã cho %(people)s người thêm một lượt thi; người dự thi thấy ngay.")
    known = _("%(had)s người đã được cho thêm theo chính văn bản này từ trước nên không cộng nữa.")
    barred = _("%(barred)s người trong danh sách không được dự thi nên không được cho thêm.")
    sentences = [told, *[known] * bool(given.had), *[barred] * bool(given.barred)]
    return " ".join(sentences) % asdict(given)


@table_view
def orders_out(asked: Asked, slug: str) -> TableOut:
    """Every order about attempts as a table."""
    contest = contest_for(asked.person, slug, *opened_by("unit_permits"), at=asked.at)
    table = order_table(contest, orders.orders(contest))
    return table.called(f"quyet-dinh-luot-thi-{slug}", contest.body)


@login_required
@require_POST
def person_search(request: SignedInRequest, slug: str) -> HttpResponse:
    """People by what they say of themselves, masked; sent as a form so that no address holds it."""
    at = clock.now()
    contest = contest_for(request.user, slug, *opened_by("person_find"), at=at)
    form, found = PersonSearchForm(request.POST), None
    if form.is_valid():
        try:
            found = entrants_like(contest, form.cleaned_data, by=request.user, at=at)
        except IdentityRefused:
            form.add_error(None, _("Thông tin chưa đúng dạng. Hãy xem lại số và năm sinh."))
    shown = {"contest": contest, "body": contest.body, "search_form": form}
    shown |= {"found": found and found[:AT_MOST], "more": bool(found and found[AT_MOST:])}
    shown["searched"] = found is not None
    status = 200 if found is not None else 422
    response = render(request, "organiser/people/find.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
