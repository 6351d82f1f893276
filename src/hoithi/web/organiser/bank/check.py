"""The check of a bank: what a contestant would contest, and the rows of the papers beside it."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import msgspec
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.core.questions.checking import Finding, Grade
from hoithi.core.vietnamese.numbers import dotted
from hoithi.files.facts.errands import Made, Wanted
from hoithi.files.models import Errand
from hoithi.files.queries import last_outcome, waiting_errand
from hoithi.kit import clock
from hoithi.questions import queries
from hoithi.questions.models import Bank
from hoithi.questions.queries import CHECKERS
from hoithi.sittings.actions.reading import note_reading
from hoithi.sittings.queries.bank_checks import (
    BankCheck,
    as_bytes,
    checked,
    count_questions,
    from_bytes,
)
from hoithi.web.errands import hand_on
from hoithi.web.once import taken_once
from hoithi.web.organiser.bank.allowed import allowed
from hoithi.web.request import SignedInRequest
from hoithi.wording.question_checks import finding_proposal, finding_sentence, grade_heading

MOST_AT_ONCE = 1_000
"""Questions that are looked through while the person waits: some tenths of a second."""
_SHOWN = 100
"""Findings of one grade on the page; the command prints all."""
_LINKS = 12
_TONES = {Grade.MUST: "badge--bad", Grade.SHOULD: "badge--warn", Grade.LOOK: "badge--info"}


@dataclass(frozen=True)
class Last:
    """What was found, and when the bank was looked through."""

    at: datetime
    outcome: BankCheck


@dataclass(frozen=True)
class ShownFinding:
    """A finding with links to its questions."""

    sentence: str
    proposal: str
    links: tuple[tuple[str, int], ...]
    """Codes with the version each leads to."""
    more: int


@dataclass(frozen=True)
class ShownGrade:
    """The findings of one grade."""

    heading: str
    tone: str
    count: int
    findings: tuple[ShownFinding, ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.findings)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def bank_check(request: SignedInRequest, bank: int) -> HttpResponse:
    """Everything that is found in the bank, the gravest first; a large one is left to the worker,
    and its last outcome is shown with its time."""
    at = clock.now()
    found = queries.bank_for(request.user, bank, *CHECKERS, at=at)
    if request.method == "POST":
        return hand_on(request, _wanted(found))
    note_reading(found, "check", by=request.user, at=at)
    is_large = count_questions(found) > MOST_AT_ONCE
    last = _last(found) if is_large else Last(at, checked(found, at=at))
    shown = {
        "bank": found,
        "is_large": is_large,
        "last": last,
        "waiting": waiting_errand(large_bank_checked, _wish(found), by=request.user),
        "grades": grades_of(last.outcome) if last else [],
        "may": allowed(request.user, found, at=at),
    }
    return render(request, "organiser/bank/check.html", shown)


def _wish(bank: Bank) -> dict[str, int]:
    return {"bank": bank.pk}


def _wanted(bank: Bank) -> Wanted:
    title = _("Kiểm tra ngân hàng câu hỏi “%s”") % bank.title
    onward = reverse("bank_check", args=[bank.pk])
    return Wanted(large_bank_checked, _wish(bank), title[:200], onward, body=bank.body)


def large_bank_checked(errand: Errand, at: datetime) -> Made:
    """Looks the bank through for whoever asked; its page shows what was found, for a day."""
    bank = queries.bank_for(errand.person, errand.wish["bank"], *CHECKERS, at=at)
    outcome = checked(bank, at=at)
    told = _("Đã kiểm tra %(count)s câu hỏi. Bấm Tiếp tục để xem kết quả.")
    return Made(told % {"count": dotted(outcome.questions)}, as_bytes(outcome))


def _last(bank: Bank) -> Last | None:
    """What the worker last found, if it has looked within a day."""
    kept = last_outcome(large_bank_checked, _wish(bank))
    if kept is None or kept[0].ended_at is None:
        return None
    try:
        return Last(kept[0].ended_at, from_bytes(kept[1]))
    except msgspec.DecodeError:
        # Written by another version of the program: it is as if nobody had looked yet.
        return None


def grades_of(outcome: BankCheck) -> list[ShownGrade]:
    """The findings as the page shows them."""
    grades = []
    for grade, found in groupby(outcome.findings, key=lambda one: one.grade):
        listed = list(found)
        shown = tuple(_shown(one, outcome) for one in listed[:_SHOWN])
        grades.append(ShownGrade(grade_heading(grade), _TONES[grade], len(listed), shown))
    return grades


def _shown(found: Finding, outcome: BankCheck) -> ShownFinding:
    links = tuple((code, outcome.versions[code]) for code in found.questions[:_LINKS])
    more = max(0, len(found.questions) - _LINKS)
    return ShownFinding(finding_sentence(found), finding_proposal(found), links, more)
