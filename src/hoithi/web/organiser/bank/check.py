"""The check of a bank: what a contestant would contest, and the rows of the papers beside it."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.core.questions.checking import Finding, Grade
from hoithi.kit import clock
from hoithi.questions import queries
from hoithi.questions.queries import CHECKERS
from hoithi.sittings.actions.reading import note_reading
from hoithi.sittings.queries.bank_checks import BankCheck, checked
from hoithi.web.organiser.bank.allowed import allowed
from hoithi.web.request import SignedInRequest
from hoithi.wording.question_checks import finding_proposal, finding_sentence, grade_heading

_SHOWN = 100
"""Findings of one grade on the page; the command prints all."""
_LINKS = 12
_TONES = {Grade.MUST: "badge--bad", Grade.SHOULD: "badge--warn", Grade.LOOK: "badge--info"}


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


@require_safe
@login_required
def bank_check(request: SignedInRequest, bank: int) -> HttpResponse:
    """Everything that is found in the bank, the gravest first."""
    at = clock.now()
    found = queries.bank_for(request.user, bank, *CHECKERS, at=at)
    note_reading(found, "check", by=request.user, at=at)
    outcome = checked(found, at=at)
    shown = {
        "bank": found,
        "outcome": outcome,
        "grades": grades_of(outcome),
        "may": allowed(request.user, found, at=at),
    }
    return render(request, "organiser/bank/check.html", shown)


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
