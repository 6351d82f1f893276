"""The page on which a report is filled in."""

from django.http import HttpResponse
from django.shortcuts import render

from hoithi.campaigns.actions.reports import faults_of
from hoithi.campaigns.facts import answer_of, outline_of
from hoithi.campaigns.models import AnswerState, AskedReport, ReportAnswer
from hoithi.campaigns.queries import reports
from hoithi.core.reporting.answers import Answer, Doubt, doubts, empty_tables, fitted
from hoithi.core.reporting.outlines import Outline
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.reports import report_shown
from hoithi.web.request import SignedInRequest

_MOST_MORE = 20


def shown_answer(asked: AskedReport, outline: Outline) -> Answer:
    """What the newest version says; empty where there is none."""
    newest = asked.answers.order_by("-version").first()
    return answer_of(newest) if newest else fitted(outline, [], [])


def draft_revision(asked: AskedReport) -> int:
    """How often the draft was saved; 0 where a new version would begin."""
    newest = asked.answers.order_by("-version").first()
    return newest.revision if newest and newest.state == AnswerState.DRAFT else 0


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
        "empty_tables": empty_tables(outline, answer) if newest or error else [],
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
