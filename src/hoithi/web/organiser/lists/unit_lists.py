"""The units' named lists on the organiser's desk: states, a hundred returned files, reminders."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.contests.models import Contest
from hoithi.contests.queries import contest_for
from hoithi.core.entering.belonging import OfferedUnit
from hoithi.core.units.kinds import is_of_residents
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import words_key
from hoithi.documents import spreadsheets
from hoithi.entries.actions.taking import Source, take_list
from hoithi.entries.facts.lists import DROPPED_COLUMNS
from hoithi.entries.queries import unit_lists as queries
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.people.facts.tables import TableFaulty
from hoithi.people.models import Person, Unit
from hoithi.web.contestant.pages import now_of, text_of
from hoithi.web.organiser.lists.out import unit_list_table
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import Seen, given_back
from hoithi.web.staff.uploads import (
    NotKept,
    content,
    download,
    kept_one_by_one,
    reference,
    referred,
)
from hoithi.web.tables import Asked, TableOut, table_view
from hoithi.wording import sentence
from hoithi.wording.contacts import list_title, reminder_to_units
from hoithi.wording.tables import fault_sentences

_ON_A_PAGE = 50


@login_required
@require_safe
def unit_lists(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every unit with its list and shares, page by page; those without a list can be asked for."""
    at = clock.now()
    contest = contest_for(request.user, slug, *opened_by("unit_lists"), at=at)
    return _page(request, contest, at)


def _page(
    request: SignedInRequest, contest: Contest, at: datetime, **facts: object
) -> HttpResponse:
    units, text = queries.units_offered(contest, at=at), request.GET.get("tim", "").strip()[:80]
    handed = queries.newest_lists(contest)
    missing = [unit for unit in units if unit.id not in handed]
    wanted = missing if request.GET.get("xem") == "chua-nop" else units
    page = Paginator(_found(wanted, text), _ON_A_PAGE).get_page(request.GET.get("trang"))
    closes = text_of(now_of(contest, at=at).until)
    shown = {
        "contest": contest,
        "body": contest.body,
        "page": page,
        "states": queries.states_of(contest, list(page.object_list), at=at),
        "units": len(units),
        "missing": missing,
        "text": text,
        "only_missing": wanted is missing,
        "reminder": reminder_to_units(contest.title, [unit.name for unit in missing], closes),
        **facts,
    }
    status = 422 if facts else 200
    response = render(request, "organiser/lists/unit_lists.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def _found(units: Sequence[OfferedUnit], text: str) -> list[OfferedUnit]:
    words = words_key(text)
    return [unit for unit in units if words in words_key(f"{unit.name} {unit.code}")]


@login_required
@require_POST
def unit_lists_import(request: SignedInRequest, slug: str) -> HttpResponse:
    """Up to a hundred returned files: of which unit each is, what is wrong, who is missing."""
    at = clock.now()
    contest = contest_for(request.user, slug, *opened_by("unit_lists"), at=at)
    upload = Form(request.POST)
    with SaidOn(upload):
        files, left_out = kept_one_by_one(request, contest.body)
        return _preview(request, contest, files, left_out)
    return _page(request, contest, at, sentence=not_taken(upload))


def _preview(
    request: SignedInRequest,
    contest: Contest,
    files: Sequence[StoredFile],
    left_out: Sequence[NotKept],
) -> HttpResponse:
    units = queries.units_offered(contest, at=clock.now())
    seen = _seen(files, contest, units)
    clean = [table for table, _unit in seen if table.read.is_clean]
    there = {unit.id for _table, unit in seen if unit} | set(queries.newest_lists(contest))
    shown = {
        "contest": contest,
        "body": contest.body,
        "seen": seen,
        "left_out": [(one.name, sentence(one.refusal)) for one in left_out],
        "still_missing": [unit for unit in units if unit.id not in there],
        "tep": reference([table.file for table in clean], contest.body) if clean else "",
    }
    status = 200 if clean else 422
    return render(request, "organiser/lists/unit_lists_import.html", shown, status=status)


def _dropped(files: Sequence[StoredFile], units: Sequence[OfferedUnit]) -> list[queries.Dropped]:
    on = local_day(clock.now())
    return queries.each_once(
        [queries.dropped(content(one), one.name, units, on=on) for one in files]
    )


def _seen(
    files: Sequence[StoredFile], contest: Contest, units: Sequence[OfferedUnit]
) -> list[tuple[Seen, OfferedUnit | None]]:
    found = zip(files, _dropped(files, units), strict=True)
    return [
        (
            Seen(file, one.read, fault_sentences(one.read.faults), reference([file], contest.body)),
            one.unit,
        )
        for file, one in found
    ]


@login_required
@require_POST
def unit_lists_take(request: SignedInRequest, slug: str) -> HttpResponse:
    """Takes the clean files that were shown, each whole; two of one unit are refused."""
    at = clock.now()
    contest = contest_for(request.user, slug, *opened_by("unit_lists"), at=at)
    upload = Form(request.POST)
    with SaidOn(upload):
        number = _taken(contest, referred(request, contest.body), by=request.user, at=at)
        messages.success(request, _("Đã nhận danh sách của %s đơn vị.") % number)
        return redirect("unit_lists", slug)
    return _page(request, contest, at, sentence=not_taken(upload))


def _taken(contest: Contest, files: Sequence[StoredFile], *, by: Person, at: datetime) -> int:
    """Takes each file whole; of how many units."""
    found = _dropped(files, queries.units_offered(contest, at=at))
    if faulty := sum(not one.read.is_clean for one in found):
        raise TableFaulty(lines=faulty)
    own = Unit.objects.in_bulk([one.unit.id for one in found if one.unit])
    for file, one in zip(files, found, strict=True):
        unit = own[one.unit.id if one.unit else 0]
        take_list(contest, unit, one.read, by=by, at=at, source=Source(file))
    return len(own)


@login_required
@require_POST
def unit_lists_give_back(request: SignedInRequest, slug: str) -> HttpResponse:
    """A faulty file with its column of reasons."""
    at = clock.now()
    contest = contest_for(request.user, slug, *opened_by("unit_lists"), at=at)
    units = queries.units_offered(contest, at=at)
    file = referred(request, contest.body)[0]
    return given_back(
        file, lambda data, name: queries.dropped(data, name, units, on=local_day(at)).read
    )


@login_required
@require_safe
def unit_lists_form(request: SignedInRequest, slug: str) -> HttpResponse:
    """The empty table to send to the units."""
    at = clock.now()
    contest = contest_for(request.user, slug, *opened_by("unit_lists"), at=at)
    units = queries.units_offered(contest, at=at)
    of_residents = any(is_of_residents(unit.kind) for unit in units)
    post = "" if of_residents else "Công chức"
    example = {"full_name": "Nguyễn Thị An", "born": "1985-03-05", "post": post}
    title = list_title(of_residents=of_residents)
    data = spreadsheets.template(DROPPED_COLUMNS, title, [example])
    return download(data, "mau-danh-sach-don-vi.xlsx")


@table_view
def unit_lists_out(asked: Asked, slug: str) -> TableOut:
    """Every unit with its list and shares as a table, without names."""
    contest = contest_for(asked.person, slug, *opened_by("unit_lists"), at=asked.at)
    units = queries.units_offered(contest, at=asked.at)
    table = unit_list_table(contest, queries.states_of(contest, units, at=asked.at))
    return table.called(f"danh-sach-don-vi-{slug}", contest.body)
