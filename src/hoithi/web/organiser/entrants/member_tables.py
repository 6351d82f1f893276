"""Members of all teams from one table, and the whole list of those registered taken away."""

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
from hoithi.entries.actions.member_tables import members_in_table, take_members
from hoithi.entries.facts.door import Door, door_of
from hoithi.entries.facts.members import member_columns, members_door
from hoithi.entries.queries.registered import REGISTRARS
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
    return contest, members_door(door_of(contest, current_version(contest, at=at), at=at))


def _reader(contest: Contest, at: datetime) -> Reader:
    return partial(members_in_table, contest, at=at)


@require_safe
@login_required
def members_template(request: SignedInRequest, slug: str) -> HttpResponse:
    """The empty table of members to be filled in."""
    _contest, door = _at_door(request, slug, clock.now())
    data = spreadsheets.template(member_columns(door), _("Danh sách thành viên đội thi"))
    return download(data, "mau-thanh-vien-doi-thi.xlsx")


@require_POST
@login_required
def members_file(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who would be in which team by the file, or what is wrong with each line."""
    at = clock.now()
    contest, door = _at_door(request, slug, at)
    upload = Form(request.POST)
    with SaidOn(upload):
        (table,) = seen(kept(request, contest.body)[:1], contest.body, _reader(contest, at))
        last = deadline(request, door.entry, at=at, is_sent=False)
        return _preview(request, contest, door, table, last)
    return page_again(request, contest, not_taken(upload))


def _preview(
    request: SignedInRequest, contest: Contest, door: Door, table: Seen, last: Deadline
) -> HttpResponse:
    shown = {
        "contest": contest,
        "body": contest.body,
        "table": table,
        "rules": door.entry.team,
        "items": table.read.items[:_LINES_SHOWN],
        "more": max(0, len(table.read.items) - _LINES_SHOWN),
        "deadline": last,
    }
    is_refused = last.form is not None and last.form.is_bound
    status = 200 if table.read.is_clean and not is_refused else 422
    return render(request, "organiser/entrants/members_file.html", shown, status=status)


@require_POST
@login_required
def members_take(request: SignedInRequest, slug: str) -> HttpResponse:
    """Makes everybody in the file that was shown a member of the team, or nobody."""
    at = clock.now()
    contest, door = _at_door(request, slug, at)
    upload, last = Form(request.POST), deadline(request, door.entry, at=at)
    with SaidOn(upload):
        file = referred(request, contest.body)[0]
        if last.is_met():
            read = _reader(contest, at)(content(file), file.name)
            made = take_members(contest, read, by=request.user, at=at, late=last.grounds)
            messages.success(request, _("Đã ghi %(made)s thành viên.") % {"made": made})
            return redirect("teams", slug)
        (table,) = seen([file], contest.body, _reader(contest, at))
        return _preview(request, contest, door, table, last)
    return page_again(request, contest, not_taken(upload))


@require_POST
@login_required
def members_give_back(request: SignedInRequest, slug: str) -> HttpResponse:
    """The same file as .xlsx with the column "Lý do"."""
    at = clock.now()
    contest, _door = _at_door(request, slug, at)
    return given_back(referred(request, contest.body)[0], _reader(contest, at))
