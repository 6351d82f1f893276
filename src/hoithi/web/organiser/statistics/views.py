"""Pages: how the papers of a round measured, each of their questions, and its answers."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.contests.models import Round
from hoithi.kit import clock
from hoithi.results.facts.item_statistics import PaperStored
from hoithi.results.models import RoundStatistics
from hoithi.results.queries import item_statistics as queries
from hoithi.sittings.actions.reading import note_reading
from hoithi.web.organiser.bank.shown import shown_question
from hoithi.web.organiser.statistics.shown import (
    ORDERS,
    answers_of,
    chart_of,
    in_order,
    lines_of,
    paper_asked,
    title_of,
)
from hoithi.web.request import SignedInRequest
from hoithi.wording.item_statistics import doubt_said, reliability_said


@require_safe
@login_required
def round_statistics(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """What the papers of a round measured, and their questions, doubtful ones first."""
    round_ = queries.round_to_read(request.user, slug, key, at=clock.now())
    shown = _frame(round_)
    row = queries.statistics_of(round_)
    if row is not None:
        shown |= _of_papers(request, round_, row)
    return render(request, "organiser/statistics/round.html", shown)


def _frame(round_: Round) -> dict[str, Any]:
    return {"round": round_, "contest": round_.contest, "body": round_.contest.body}


def _of_papers(request: SignedInRequest, round_: Round, row: RoundStatistics) -> dict[str, Any]:
    figures = queries.figures_of(row)
    asked = paper_asked(figures, request.GET.get("de", ""))
    if asked is None:
        return {"statistics": row}
    place, stored = asked
    order = request.GET.get("xep", "")
    questions = queries.questions_of(stored)
    return {
        "statistics": row,
        "papers": [title_of(round_, one) for one in figures.papers],
        "place": place,
        "stored": stored,
        "reliability": reliability_said(stored.paper.alpha),
        "order": order if order in ORDERS else "nghi-van",
        "orders": _orders(),
        "lines": lines_of(in_order(questions, order)),
        "doubtful": sum(bool(one.doubts) for one in questions),
    }


def _orders() -> list[tuple[str, str]]:
    return [
        ("nghi-van", _("Nghi vấn trước")),
        ("do-kho", _("Khó trước")),
        ("phan-biet", _("Phân biệt kém trước")),
        ("ma", _("Theo mã")),
    ]


@require_safe
@login_required
def question_statistics(
    request: SignedInRequest, slug: str, key: str, version: int
) -> HttpResponse:
    """One question of a paper: its key, its figures, and who gave which answer."""
    at = clock.now()
    round_ = queries.round_to_read(request.user, slug, key, at=at)
    row = queries.statistics_of(round_)
    asked = row and paper_asked(queries.figures_of(row), request.GET.get("de", ""))
    if not asked:
        raise Http404
    place, stored = asked
    seen = _question(stored, version)
    bank = seen.version.question.bank
    note_reading(bank, seen.version.question.code, by=request.user, at=at)
    answers = answers_of(seen)
    shown = _frame(round_) | shown_question(seen.version)
    shown |= {
        "seen": seen,
        "place": place,
        "sentences": [doubt_said(one) for one in seen.doubts],
        "answers": answers,
        "chart": chart_of(answers),
        "history": queries.history_of(seen.version.question, at=at),
    }
    return render(request, "organiser/statistics/question.html", shown)


def _question(paper: PaperStored, version: int) -> queries.QuestionSeen:
    found = [one for one in queries.questions_of(paper) if one.version.pk == version]
    if not found:
        raise Http404
    return found[0]
