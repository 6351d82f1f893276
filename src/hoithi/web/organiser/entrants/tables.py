"""Entrants from a table: the form to fill in, a file looked at before anybody is registered."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.contests.models import Contest
from hoithi.contests.queries import contest_for, current_version
from hoithi.documents import spreadsheets
from hoithi.documents.spreadsheets import Column
from hoithi.entries import actions
from hoithi.entries.facts import Door
from hoithi.entries.facts.door import door_of
from hoithi.entries.facts.registering import TEAM_COLUMNS, people_columns
from hoithi.entries.models import EntrantKind
from hoithi.entries.queries.registered import REGISTRARS
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.web.organiser.entrants.late import Deadline, deadline
from hoithi.web.organiser.entrants.registering import page_again
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import Reader, Seen, given_back, seen
from hoithi.web.staff.uploads import content, download, kept, referred

_LINES_SHOWN = 200


def _at_door(request: SignedInRequest, slug: str, at: datetime) -> tuple[Contest, Door]:
    contest = contest_for(request.user, slug, *REGISTRARS, at=at)
    return contest, door_of(contest, current_version(contest, at=at), at=at)


def _is_of_people(door: Door) -> bool:
    return door.entry.entrant.value == EntrantKind.PERSON.value


def _unsent(request: SignedInRequest, door: Door, at: datetime) -> Deadline:
    return deadline(request, door.entry, at=at, is_sent=False)


def _reader(contest: Contest, door: Door, at: datetime) -> Reader:
    if _is_of_people(door):
        return partial(actions.people_in_table, door, at=at)
    kind = EntrantKind(door.entry.entrant)
    return partial(actions.teams_in_table, contest, kind, at=at)


def _columns(door: Door) -> Sequence[Column]:
    return people_columns(door) if _is_of_people(door) else TEAM_COLUMNS


@require_safe
@login_required
def teams_template(request: SignedInRequest, slug: str) -> HttpResponse:
    """The empty table to be filled in."""
    _contest, door = _at_door(request, slug, clock.now())
    data = spreadsheets.template(_columns(door), _("Danh sách đăng ký dự thi"))
    return download(data, "mau-danh-sach-du-thi.xlsx")


@require_POST
@login_required
def teams_file(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who would be registered by the file, or what is wrong with each line."""
    at = clock.now()
    contest, door = _at_door(request, slug, at)
    upload = Form(request.POST)
    with SaidOn(upload):
        file = kept(request, contest.body)[:1]
        (table,) = seen(file, contest.body, _reader(contest, door, at))
        return _preview(request, contest, door, table, _unsent(request, door, at))
    return page_again(request, contest, not_taken(upload))


def _preview(
    request: SignedInRequest, contest: Contest, door: Door, table: Seen, last: Deadline
) -> HttpResponse:
    shown = {
        "contest": contest,
        "body": contest.body,
        "table": table,
        "is_of_people": _is_of_people(door),
        "items": table.read.items[:_LINES_SHOWN],
        "more": max(0, len(table.read.items) - _LINES_SHOWN),
        "deadline": None if _is_of_people(door) else last,
    }
    is_refused = last.form is not None and last.form.is_bound
    status = 200 if table.read.is_clean and not is_refused else 422
    return render(request, "organiser/entrants/file.html", shown, status=status)


@require_POST
@login_required
def teams_take(request: SignedInRequest, slug: str) -> HttpResponse:
    """Registers everybody in the file that was shown, or nobody."""
    at = clock.now()
    contest, door = _at_door(request, slug, at)
    upload, last = Form(request.POST), deadline(request, door.entry, at=at)
    with SaidOn(upload):
        file = referred(request, contest.body)[0]
        if _is_of_people(door) or last.is_met():
            made = _taken(request, contest, door, file, last)
            messages.success(request, _("Đã ghi nhận %(made)s dòng.") % {"made": made})
            return redirect("teams", slug)
        (table,) = seen([file], contest.body, _reader(contest, door, at))
        return _preview(request, contest, door, table, last)
    return page_again(request, contest, not_taken(upload))


def _taken(
    request: SignedInRequest, contest: Contest, door: Door, file: StoredFile, last: Deadline
) -> int:
    """Registers everybody in the file; how many."""
    at, by = clock.now(), request.user
    read = _reader(contest, door, at)(content(file), file.name)
    if _is_of_people(door):
        return actions.register_people(contest, read, by=by, at=at)
    return len(actions.register_teams(contest, read, by=by, at=at, late=last.grounds))


@require_POST
@login_required
def teams_give_back(request: SignedInRequest, slug: str) -> HttpResponse:
    """The same file as .xlsx with the column "Lý do"."""
    at = clock.now()
    contest, door = _at_door(request, slug, at)
    return given_back(referred(request, contest.body)[0], _reader(contest, door, at))
