"""The tables of questions (ma trận đề) of a contest, each beside what its banks hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseFormSet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.contests import actions, queries
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, RulebookVersion
from hoithi.core.papers.matrices import Check, Matrix, check, matrices
from hoithi.core.papers.records import BankQuestion
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.editing import set_records
from hoithi.core.rulebook.problem import Problem
from hoithi.kit import clock
from hoithi.sittings.queries.pools import bank_of
from hoithi.web.once import taken_once
from hoithi.web.organiser.permissions import editors
from hoithi.web.organiser.rules.matrix_forms import DrawForm, DrawFormSet, fields_known, initial_of
from hoithi.web.request import SignedInRequest
from hoithi.wording.matrices import shortages_said

_PREFIX = "dong"


@dataclass(frozen=True)
class Line:
    """A line of the form with what the banks hold for it."""

    form: DrawForm
    available: int | None
    missing: int


@dataclass(frozen=True)
class Card:
    """One table: its form, its lines, and why no paper could be drawn by it."""

    matrix: Matrix
    rows: BaseFormSet[DrawForm]
    lines: tuple[Line, ...]
    shortages: tuple[str, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def rules_matrix(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every table of the rules being prepared; a sent one is written into the draft."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, *editors(request), at=at)
    version = queries.newest_version(contest)
    rulebook = rulebook_of(version)
    found, bank = matrices(rulebook), bank_of(contest, at=at)
    path = request.POST.get("o", "")
    if request.method == "POST" and path not in {one.path for one in found}:
        raise RulebookVersion.DoesNotExist
    cards = [_card(one, bank, request.POST if one.path == path else None) for one in found]
    sent = next((one for one in cards if one.matrix.path == path), None)
    if sent is not None and sent.rows.is_valid():
        _written(request, contest, rulebook, sent, at)
        return redirect("rules_matrix", slug)
    shown = {"contest": contest, "body": contest.body, "version": version, "cards": cards}
    shown["may_edit"] = queries.may_edit(request.user, contest, at=at)
    return render(request, "organiser/rules/matrix.html", shown, status=422 if sent else 200)


def _card(matrix: Matrix, bank: Sequence[BankQuestion], data: Any) -> Card:
    known = fields_known({one.field for one in bank} | {row.field for row in matrix.rows})
    rows = DrawFormSet(
        data,
        prefix=_PREFIX,
        initial=initial_of(matrix.rows),
        form_kwargs={"fields_known": known},
    )
    found = check(bank, matrix)
    return Card(matrix, rows, tuple(_lines(rows, matrix, found)), tuple(_said(matrix, found)))


def _lines(rows: BaseFormSet[DrawForm], matrix: Matrix, found: Check) -> list[Line]:
    lines = []
    for number, form in enumerate(rows.forms):
        if number < len(matrix.rows):
            has, needed = found.available[number], matrix.rows[number].count
            lines.append(Line(form, has, max(0, needed - has)))
        else:
            lines.append(Line(form, None, 0))
    return lines


def _said(matrix: Matrix, found: Check) -> list[str]:
    return shortages_said(matrix, found) if matrix.rows else [_("Ma trận chưa có dòng nào.")]


def _written(
    request: SignedInRequest, contest: Contest, rulebook: Rulebook, sent: Card, at: datetime
) -> None:
    draws = tuple(draw for form in sent.rows.forms if (draw := form.draw()) is not None)
    changed = set_records(rulebook, sent.matrix.path, draws)
    if isinstance(changed, Problem):
        raise RulebookVersion.DoesNotExist
    actions.redraft(contest, changed, by=request.user, at=at)
    messages.success(request, _("Đã ghi ma trận vào dự thảo thể lệ."))
