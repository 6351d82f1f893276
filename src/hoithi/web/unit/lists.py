"""The named list of a unit: its states page by page, taken in, given back, taken away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.rounds import RoundState
from hoithi.core.units.kinds import is_of_residents
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.actions.taking import Source, take_list
from hoithi.entries.facts.lists import NamedLine, twin_lines
from hoithi.entries.models import UnitList
from hoithi.entries.queries import lists
from hoithi.entries.queries.matching import (
    LineShown,
    Standing,
    counted,
    lines_shown,
    quotas_shown,
)
from hoithi.journal import actions as journal
from hoithi.kit import clock
from hoithi.people.models import Person, UnitVersion
from hoithi.results.queries.mornings import UnitSoFar, unit_so_far
from hoithi.web.contestant.pages import now_of, text_of
from hoithi.web.once import taken_once
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import given_back, seen
from hoithi.web.staff.uploads import kept, referred
from hoithi.web.tables import Asked, TableOut, table_view
from hoithi.web.unit.out import list_table
from hoithi.web.unit.replacing import preview
from hoithi.wording.contacts import Progress, reminders

_ON_A_PAGE = 100
_TWINS_TOLD = 10
VIEWS = {
    "chua": Standing.NOT_YET,
    "doi-chieu": Standing.DOUBTFUL,
    "roi": Standing.DONE,
    "mien": Standing.EXEMPT,
}
"""Lines by the word in the address that asks for them."""


@dataclass(frozen=True)
class Read:
    """The newest list of a unit with its lines as they stand."""

    contest: Contest
    unit: UnitVersion
    list: UnitList | None
    lines: tuple[LineShown, ...]


def read_list(
    person: Person, contest: Contest, unit: UnitVersion, deed: str, *, at: datetime
) -> Read:
    """Opens the list for somebody who may see it; the journal keeps who read it."""
    newest = lists.newest_list(contest, unit.unit)
    if newest is None:
        return Read(contest, unit, None, ())
    lines = tuple(lines_shown(newest))
    journal.record(deed, newest, by=person, at=at)
    return Read(contest, unit, newest, lines)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def named_list(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """The list with its states; a table dropped here is taken where there is none yet, else it is
    compared with it first; a faulty one comes back with reasons."""
    at = clock.now()
    contest, unit = lists.contact_unit(request.user, slug, code, at=at)
    if request.method != "POST":
        return _page(request, contest, unit, at)
    read = partial(lists.named_lines, on=local_day(at))
    (table,) = seen(kept(request, contest.body)[:1], contest.body, read)
    if not table.read.is_clean:
        return _page(request, contest, unit, at, table=table)
    if before := lists.newest_list(contest, unit.unit):
        return preview(request, contest, unit, before, table)
    take_list(contest, unit.unit, table.read, by=request.user, at=at, source=Source(table.file, ""))
    messages.success(request, _("Đã nhận danh sách %s người.") % len(table.read.items))
    tell_twins(request, table.read.items)
    return redirect("named_list", slug, code)


def tell_twins(request: SignedInRequest, lines: Sequence[NamedLine]) -> None:
    """Names the lines that may be one person written twice; both are taken all the same."""
    for numbers in twin_lines(lines)[:_TWINS_TOLD]:
        told = _(
            "Các dòng %(lines)s của tệp trùng họ tên và ngày, năm sinh. Hãy xem lại: nếu là một "
            "người thì nộp lại danh sách đã bỏ dòng trùng."
        )
        messages.warning(request, told % {"lines": ", ".join(map(str, numbers))})


def _page(
    request: SignedInRequest, contest: Contest, unit: UnitVersion, at: datetime, **facts: object
) -> HttpResponse:
    read = read_list(request.user, contest, unit, "entries.list_read", at=at)
    shown = {**_shown(request, read, at), **facts}
    response = render(request, "unit/list.html", shown, status=422 if facts else 200)
    response["Cache-Control"] = "private, no-store"
    return response


def _shown(request: SignedInRequest, read: Read, at: datetime) -> dict[str, Any]:
    wanted = VIEWS.get(request.GET.get("xem", ""))
    lines = [line for line in read.lines if wanted is None or line.standing is wanted]
    counts = counted(read.lines)
    so_far = unit_so_far(read.contest, read.unit, at=at)
    rules = rulebook_of(current_version(read.contest, at=at))
    return {
        "contest": read.contest,
        "unit": read.unit,
        "code": read.unit.unit.code,
        "list": read.list,
        "page": Paginator(lines, _ON_A_PAGE).get_page(request.GET.get("trang")),
        "view": request.GET.get("xem", "") if wanted else "",
        "counts": counts,
        "quotas": quotas_shown(rules.entry.quotas, read.lines, of=read.unit.kind),
        "so_far": so_far,
        "is_of_residents": is_of_residents(read.unit.kind),
        "reminders": reminders(_progress(request, read, so_far, at)),
    }


def _progress(request: SignedInRequest, read: Read, so_far: UnitSoFar, at: datetime) -> Progress:
    """What reminders say: of the list where there is one, else of the unit's counters."""
    counts, unit = counted(read.lines), so_far.unit
    return Progress(
        read.contest.title,
        read.unit.name,
        done=counts.done if read.list else unit.people,
        people=counts.people if read.list else unit.expected,
        address=request.build_absolute_uri(f"/{read.contest.slug}/"),
        is_of_residents=is_of_residents(read.unit.kind),
        has_list=read.list is not None,
        **_when(read.contest, at),
    )


def _when(contest: Contest, at: datetime) -> dict[str, str]:
    """Until when people may take part, or from when; nothing when all is over."""
    now = now_of(contest, at=at)
    if now.state is RoundState.COMING:
        return {"opens": text_of(now.until)}
    if now.round is not None and now.state in {RoundState.OPEN, RoundState.PAUSED}:
        return {"closes": text_of(now.round.closes_at)}
    return {}


@login_required
@require_POST
def give_back(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """A faulty table with its column of reasons."""
    at = clock.now()
    contest, _unit = lists.contact_unit(request.user, slug, code, at=at)
    read = partial(lists.named_lines, on=local_day(at))
    return given_back(referred(request, contest.body)[0], read)


@table_view
def named_list_out(asked: Asked, slug: str, code: str) -> TableOut:
    """The list with its states as a table, for the unit and the organiser; with its trace."""
    contest, unit = lists.contact_unit(asked.person, slug, code, at=asked.at)
    newest = lists.newest_list(contest, unit.unit)
    table = list_table(contest, unit, lines_shown(newest) if newest else ())
    table = table.called(f"danh-sach-{code}", contest.body)
    if newest is None:
        return table
    deed, by, at = "entries.list_taken_away", asked.person, asked.at
    return replace(table, trace=partial(journal.record, deed, newest, by=by, at=at))
