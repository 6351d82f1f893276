"""A report that a unit fills in: on screen, from a spreadsheet, drafts, versions that are sent."""

import re
from collections.abc import Mapping
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns.actions import reports as deeds
from hoithi.campaigns.facts import outline_of
from hoithi.campaigns.models import AskedReport, ReportAnswer
from hoithi.campaigns.queries import reports
from hoithi.campaigns.queries.report_tables import columns_of, read_rows
from hoithi.core.reporting.answers import LONGEST_TEXT, Answer, fitted
from hoithi.core.reporting.outlines import AskedTable, Outline
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents import spreadsheets
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.people.facts.tables import TableFaulty
from hoithi.web.once import taken_once
from hoithi.web.reports import said_rows
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import given_back, seen
from hoithi.web.staff.uploads import content, download, kept, referred
from hoithi.web.unit.report_pages import (
    draft_revision,
    filled_page,
    shown_answer,
)
from hoithi.wording import sentence

_CELL = re.compile(r"o-(\d{1,2})-(\d{1,3})-(\d{1,2})")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def unit_report(request: SignedInRequest, asked: int) -> HttpResponse:
    """The outline with what is written so far; saving keeps a draft, sending makes a version."""
    at = clock.now()
    found = reports.asked_for(request.user, asked, at=at)
    if request.method != "POST":
        return filled_page(request, found)
    filled = _typed(request, found)
    try:
        saved = _saved(request, found, filled)
        if request.POST.get("viec") == "gui":
            empty = "bang-trong" in request.POST
            deeds.send_answer(found, by=request.user, at=at, may_be_empty=empty)
            messages.success(request, _("Đã gửi báo cáo tới Ban Tổ chức."))
        else:
            messages.success(request, _("Đã lưu bản nháp; báo cáo chưa gửi."))
    except deeds.ReportUnfinished as refusal:
        return filled_page(request, found, sentence(refusal), saved.revision, filled)
    except Refusal as refusal:
        return filled_page(request, found, sentence(refusal), _revision(request), filled)
    more = "?dong=5" if request.POST.get("viec") == "them" else ""
    return redirect(f"{request.path}{more}")


def _saved(request: SignedInRequest, asked: AskedReport, filled: Answer) -> ReportAnswer:
    _refuse_long(request, outline_of(asked.request))
    revision, at = _revision(request), clock.now()
    return deeds.save_answer(asked, filled, revision=revision, by=request.user, at=at)


def _refuse_long(request: SignedInRequest, outline: Outline) -> None:
    """Nothing is cut off unseen."""
    for n, section in enumerate(outline.sections):
        if len(_text(request, n)) > LONGEST_TEXT:
            raise deeds.TextTooLong(heading=section.heading, most=LONGEST_TEXT)


def _text(request: SignedInRequest, section: int) -> str:
    """As the browser counts it, which sends two signs for the end of a line."""
    return request.POST.get(f"muc-{section}", "").replace("\r\n", "\n").strip()


def _revision(request: SignedInRequest) -> int:
    text = request.POST.get("ban", "")
    return int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else 0


def _typed(request: SignedInRequest, asked: AskedReport) -> Answer:
    """What the form sent; tables that are too long for a page stay as they were saved."""
    outline = outline_of(asked.request)
    texts = [_text(request, n) for n in range(len(outline.sections))]
    rows = _typed_rows(request.POST.dict(), outline)
    filled = fitted(outline, texts, rows)
    before = shown_answer(asked, outline)
    long = {n for n, each in enumerate(outline.tables) if f"bang-{n}" not in request.POST}
    tables = [before.tables[n] if n in long else each for n, each in enumerate(filled.tables)]
    return Answer(filled.texts, tuple(tables))


def _typed_rows(sent: Mapping[str, str], outline: Outline) -> list[list[list[str]]]:
    """The cells by table, line and column."""
    cells: dict[int, dict[int, dict[int, str]]] = {}
    for name, text in sent.items():
        if place := _CELL.fullmatch(name):
            table, row, column = map(int, place.groups())
            cells.setdefault(table, {}).setdefault(row, {})[column] = text
    return [
        [
            [line.get(column, "") for column in range(len(table.columns))]
            for _row, line in sorted(cells.get(number, {}).items())
        ]
        for number, table in enumerate(outline.tables)
    ]


def _table(asked: AskedReport, number: int) -> AskedTable:
    tables = outline_of(asked.request).tables
    if number >= len(tables):
        raise Http404
    return tables[number]


@require_safe
@login_required
def unit_report_form(request: SignedInRequest, asked: int, table: int) -> HttpResponse:
    """The empty spreadsheet of one table."""
    found = reports.asked_for(request.user, asked, at=clock.now())
    wanted = _table(found, table)
    data = spreadsheets.template(columns_of(wanted), wanted.title)
    return download(data, f"mau-bang-{table + 1}.xlsx")


@require_POST
@login_required
@taken_once
def unit_report_table(request: SignedInRequest, asked: int, table: int) -> HttpResponse:
    """A filled spreadsheet: what it says is shown first; a faulty one comes back with reasons."""
    at = clock.now()
    found = reports.asked_for(request.user, asked, at=at)
    wanted, body = _table(found, table), found.request.campaign.body
    (read,) = seen(kept(request, body)[:1], body, partial(read_rows, table=wanted))
    shown = {
        "asked": found,
        "name": reports.name_of(found, local_day(at)),
        "number": table,
        "wanted": wanted,
        "table": read,
        "rows": said_rows(wanted, read.read.items),
        "revision": draft_revision(found),
    }
    status = 200 if read.read.is_clean else 422
    response = render(request, "unit/report_table.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
@taken_once
def unit_report_take(request: SignedInRequest, asked: int, table: int) -> HttpResponse:
    """Puts the lines that were shown into the draft; the other parts stay as they are."""
    at = clock.now()
    found = reports.asked_for(request.user, asked, at=at)
    outline, wanted = outline_of(found.request), _table(found, table)
    file = referred(request, found.request.campaign.body)[0]
    read = read_rows(content(file), file.name, wanted)
    if not read.is_clean:
        raise TableFaulty(lines=len(read.faults))
    before = shown_answer(found, outline)
    tables = [read.items if n == table else each for n, each in enumerate(before.tables)]
    deeds.save_answer(
        found, Answer(before.texts, tuple(tables)), revision=_revision(request), by=request.user,
        at=at,
    )  # fmt: skip
    facts = {"rows": len(read.items), "table": wanted.title}
    messages.success(request, _("Đã đưa %(rows)s dòng vào “%(table)s”; báo cáo chưa gửi.") % facts)
    return redirect("unit_report", asked)


@require_POST
@login_required
def unit_report_give_back(request: SignedInRequest, asked: int, table: int) -> HttpResponse:
    """A faulty spreadsheet with its column of reasons."""
    found = reports.asked_for(request.user, asked, at=clock.now())
    file = referred(request, found.request.campaign.body)[0]
    return given_back(file, partial(read_rows, table=_table(found, table)))
