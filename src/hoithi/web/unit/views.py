"""Screens of a unit's contact."""

from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.documents import spreadsheets
from hoithi.documents.typeset.posters import Poster, poster
from hoithi.entries.actions import lists as deeds
from hoithi.entries.facts import code_shown
from hoithi.entries.facts.lists import LIST_COLUMNS
from hoithi.entries.models import Entrant
from hoithi.entries.queries import lists
from hoithi.entries.queries.lists import Standing
from hoithi.journal import actions as journal
from hoithi.kit import clock
from hoithi.people.models import UnitVersion
from hoithi.web.contestant.pages import now_of, text_of
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import given_back, seen
from hoithi.web.staff.uploads import download, kept, referred
from hoithi.wording.contacts import Progress, reminders


@login_required
@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    """The units and contests for which the person is the contact."""
    places = lists.contact_units(request.user, at=clock.now())
    return render(request, "unit/home.html", {"places": places})


@login_required
@require_safe
def form(_request: SignedInRequest) -> HttpResponse:
    """The empty table of a named list."""
    examples = [{"full_name": "Nguyễn Thị An", "born": "1985-03-05", "post": "Công chức"}]
    data = spreadsheets.template(LIST_COLUMNS, "Danh sách cán bộ, công chức, viên chức", examples)
    return download(data, "danh-sach-don-vi.xlsx")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def named_list(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """The list with its states; a table dropped here replaces it, or comes back with reasons."""
    at = clock.now()
    contest, unit = lists.contact_unit(request.user, slug, code, at=at)
    if request.method != "POST":
        return _list(request, contest, unit, at)
    (table,) = seen(kept(request, contest.body)[:1], contest.body, lists.named_lines)
    if not table.read.is_clean:
        return _list(request, contest, unit, at, table=table, status=422)
    deeds.take_list(contest, unit.unit, table.read, by=request.user, at=at, file=table.file)
    return redirect("named_list", slug, code)


def _list(
    request: SignedInRequest,
    contest: Contest,
    unit: UnitVersion,
    at: datetime,
    *,
    status: int = 200,
    **facts: object,
) -> HttpResponse:
    newest = lists.newest_list(contest, unit.unit)
    lines = lists.lines_shown(newest) if newest else []
    if newest:
        journal.record("entries.list_read", newest, by=request.user, at=at)
    counted = [line for line in lines if line.standing is not Standing.EXEMPT]
    done = [line for line in counted if line.standing is Standing.DONE]
    address = request.build_absolute_uri(f"/{contest.slug}/")
    progress = Progress(
        contest.title,
        unit.name,
        len(done),
        len(counted),
        text_of(now_of(contest, at=at).until),
        address,
    )
    rulebook = rulebook_of(current_version(contest, at=at))
    shown = {
        "contest": contest,
        "unit": unit,
        "list": newest,
        "lines": lines,
        "progress": progress,
        "quotas": lists.quotas_shown(rulebook.entry.quotas, lines),
        "reminders": reminders(progress),
        "code": unit.unit.code,
        **facts,
    }
    response = render(request, "unit/list.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_POST
def give_back(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """A faulty table with its column of reasons."""
    contest, _unit = lists.contact_unit(request.user, slug, code, at=clock.now())
    return given_back(referred(request, contest.body)[0], lists.named_lines)


@login_required
@require_POST
def line(request: SignedInRequest, slug: str, code: str, line: int) -> HttpResponse:
    """One line: exempt it, settle a doubt, or give its person a new entry code."""
    at = clock.now()
    contest, unit = lists.contact_unit(request.user, slug, code, at=at)
    listed = lists.listed_person(contest, unit.unit, line)
    deed, by = request.POST.get("viec", ""), request.user
    if deed == "mien":
        deeds.exempt(listed, reason=request.POST.get("ly-do", ""), by=by, at=at)
        return redirect("named_list", slug, code)
    entrant = lists.entrant_of(contest, request.POST.get("nguoi", ""))
    if deed == "cap-ma":
        return _renewed(request, contest, unit, entrant, at)
    deeds.settle(listed, entrant, same=deed == "dung", by=by, at=at)
    return redirect("named_list", slug, code)


def _renewed(
    request: SignedInRequest, contest: Contest, unit: UnitVersion, entrant: Entrant, at: datetime
) -> HttpResponse:
    new = code_shown(deeds.renew_for(unit.unit, entrant, by=request.user, at=at))
    facts = {"contest": contest, "unit": unit, "entrant": entrant, "new": new}
    response = render(request, "unit/code.html", facts | {"code": unit.unit.code})
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_safe
def poster_pdf(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """A poster whose QR code leads to the contest."""
    at = clock.now()
    contest, unit = lists.contact_unit(request.user, slug, code, at=at)
    rulebook = rulebook_of(current_version(contest, at=at))
    content = Poster(
        title=contest.title,
        address=request.build_absolute_uri(f"/{contest.slug}/"),
        issuer=tuple(filter(None, [rulebook.superior, rulebook.organiser])),
        when=now_of(contest, at=at).sentence,
        steps=(
            _("Quét mã bằng máy ảnh hoặc Zalo"),
            _("Đăng ký, giữ mã dự thi"),
            _("Làm bài, nhận mã bài thi"),
        ),
        who=unit.name,
    )
    return download(poster(content), f"poster-{contest.slug}.pdf", "application/pdf")
