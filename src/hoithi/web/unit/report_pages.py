"""How a report is shown to those who fill it in, and to those who read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from hoithi.campaigns.actions.reports import faults_of
from hoithi.campaigns.facts import answer_of, outline_of
from hoithi.campaigns.models import AnswerState, AskedReport, ReportAnswer
from hoithi.campaigns.queries import reports
from hoithi.core.reporting.answers import Answer, Doubt, cell_said, doubts, fitted
from hoithi.core.reporting.outlines import AskedTable, Outline, Section
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.request import SignedInRequest

_FIRST_LINES, _MORE_LINES, _MOST_MORE = 3, 1, 20
_MOST_CELLS = 600
"""Cells that a page shows as boxes; a longer table is filled in by spreadsheet."""


@dataclass(frozen=True)
class TableShown:
    """A table with its cells as documents write them."""

    number: int
    table: AskedTable
    rows: list[list[str]]
    boxes: list[list[str]]
    """The same with empty lines to write in; none where the table is too long for a page."""


@dataclass(frozen=True)
class ReportShown:
    """A version with its headings and tables."""

    sections: list[tuple[Section, str]]
    tables: list[TableShown]


def shown_answer(asked: AskedReport, outline: Outline) -> Answer:
    """What the newest version says; empty where there is none."""
    newest = asked.answers.order_by("-version").first()
    return answer_of(newest) if newest else fitted(outline, [], [])


def draft_revision(asked: AskedReport) -> int:
    """How often the draft was saved; 0 where a new version would begin."""
    newest = asked.answers.order_by("-version").first()
    return newest.revision if newest and newest.state == AnswerState.DRAFT else 0


def said_rows(table: AskedTable, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Kept cells as documents write them."""
    return [
        [cell_said(column.kind, text) for column, text in zip(table.columns, row, strict=True)]
        for row in rows
    ]


def report_shown(outline: Outline, answer: Answer, more: int = 0) -> ReportShown:
    """The version beside what was asked; `more` empty lines are added to each table."""
    tables = [
        _table_shown(number, table, said_rows(table, answer.tables[number]), more)
        for number, table in enumerate(outline.tables)
    ]
    return ReportShown(list(zip(outline.sections, answer.texts, strict=True)), tables)


def _table_shown(number: int, table: AskedTable, rows: list[list[str]], more: int) -> TableShown:
    width = len(table.columns)
    empty = [[""] * width for _ in range(max(more, _MORE_LINES if rows else _FIRST_LINES))]
    too_long = len(rows) * width > _MOST_CELLS
    return TableShown(number, table, rows, [] if too_long else rows + empty)


def filled_page(
    request: SignedInRequest,
    asked: AskedReport,
    error: str = "",
    revision: int | None = None,
    filled: Answer | None = None,
) -> HttpResponse:
    """The page on which a report is filled in; read only once it was sent, unless it is changed."""
    outline, versions = outline_of(asked.request), reports.versions_of(asked)
    newest = versions[0] if versions else None
    answer = filled or shown_answer(asked, outline)
    is_open = _is_open(newest) or (
        newest is not None and newest.state == AnswerState.SENT and "sua" in request.GET
    )
    shown = {
        "asked": asked,
        "asks": asked.request,
        "name": reports.name_of(asked, local_day(clock.now())),
        "report": report_shown(outline, answer, _more(request)),
        "versions": versions,
        "newest": newest,
        "is_open": is_open or bool(error),
        "revision": draft_revision(asked) if revision is None else revision,
        "error": error,
        "faults": _faults(outline, answer, newest, error),
    }
    response = render(request, "unit/report.html", shown, status=422 if error else 200)
    response["Cache-Control"] = "private, no-store"
    return response


def _is_open(newest: ReportAnswer | None) -> bool:
    return newest is None or newest.state in {AnswerState.DRAFT, AnswerState.SENT_BACK}


def _faults(
    outline: Outline, answer: Answer, newest: ReportAnswer | None, error: str
) -> list[Doubt]:
    """What still keeps a draft from being sent; nothing before anything was written."""
    if error:
        return doubts(outline, answer)
    if newest is None or newest.state != AnswerState.DRAFT:
        return []
    return faults_of(newest)


def _more(request: SignedInRequest) -> int:
    text = request.GET.get("dong", "")
    return min(int(text), _MOST_MORE) if text.isascii() and text.isdecimal() else 0
