"""The review of a plan: the document on one side, what was understood on the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns.queries import FOUNDERS
from hoithi.core.founding.activities import carries_out_superiors
from hoithi.core.plans.checking import Finding, Grade, findings
from hoithi.core.plans.records import Facts, Reading
from hoithi.core.vietnamese.text import fold
from hoithi.kit import clock
from hoithi.plans import actions
from hoithi.plans.facts import understanding_of
from hoithi.plans.models import PlanDocument, Understood, UnderstoodState
from hoithi.plans.queries import document_for, prize_norms, understood_in, understood_row
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.fact_forms import FactForm, addable, fields_in
from hoithi.web.organiser.campaigns.lines import lines
from hoithi.web.organiser.campaigns.shown import may_found
from hoithi.web.organiser.campaigns.superiors import offered
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.plan_facts import FIELDS, GROUPS, fact_line
from hoithi.wording.plan_findings import grade_heading


@dataclass(frozen=True)
class FieldShown:
    """What was understood of one field."""

    field: str
    label: str
    rows: list[tuple[Understood, str]]


@dataclass(frozen=True)
class GroupShown:
    """The fields below one heading of the review."""

    label: str
    fields: list[FieldShown]

    @property
    def number(self) -> int:
        """How many facts stand below the heading."""
        return sum(len(field.rows) for field in self.fields)

    @property
    def unseen(self) -> int:
        """How many of them nobody has looked at yet."""
        rows = (row for field in self.fields for row, _said in field.rows)
        return sum(row.state == UnderstoodState.READ for row in rows)


@dataclass(frozen=True)
class GradeShown:
    """The findings of one grade."""

    grade: Grade
    label: str
    findings: list[Finding]


@require_safe
@login_required
def plan_review(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The document and what was understood of it, linked both ways, with what is doubtful."""
    document = document_for(request.user, body, number, at=clock.now())
    return review_page(request, document)


def review_page(
    request: SignedInRequest, document: PlanDocument, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The page of the review; a form that was refused is shown on it again."""
    rows = understood_in(document)
    facts, _noticed = understanding_of(rows)
    shown = {
        "body": document.body,
        "document": document,
        "lines": list(lines(document.text, rows)),
        "groups": list(_groups(rows)),
        "facts_number": len(rows),
        "other_issuer": _other_issuer(document, facts),
        "grades": list(_grades(document, Reading(facts, ()))),
        "joins": carries_out_superiors(facts),
        "joinable": offered(document.body, facts.title.value if facts.title else ""),
        "may_found": may_found(request, document.body),
        "is_open": document.campaign_id is None and document.read_at is not None,
        "addable": addable(),
    }
    return render(request, "organiser/campaigns/review.html", shown | more, status=status)


def _other_issuer(document: PlanDocument, facts: Facts) -> str:
    """Who issued the plan, where that is not the body that uploads it."""
    issuer = facts.issuing_body.value if facts.issuing_body else ""
    return "" if fold(issuer) in {"", fold(document.body.name)} else issuer


def _grades(document: PlanDocument, reading: Reading) -> Iterator[GradeShown]:
    norms = prize_norms(document.body)
    found = findings(document.text, reading, norms=norms) if document.text else ()
    for grade in Grade:
        of_grade = [finding for finding in found if finding.grade is grade]
        if of_grade:
            yield GradeShown(grade, grade_heading(grade), of_grade)


def _groups(rows: list[Understood]) -> Iterator[GroupShown]:
    for label, fields in GROUPS:
        shown = list(_fields(rows, fields.split()))
        if shown:
            yield GroupShown(str(label), shown)


def _fields(rows: list[Understood], fields: list[str]) -> Iterator[FieldShown]:
    for field in fields:
        found = [(row, fact_line(field, row.value)) for row in rows if row.field == field]
        if found:
            yield FieldShown(field, str(FIELDS[field]), found)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def plan_fact(request: SignedInRequest, body: str, number: int, fact: int) -> HttpResponse:
    """A fact is accepted or refused from the review, or corrected on this page."""
    at, by = clock.now(), request.user
    row = understood_row(document_for(by, body, number, *FOUNDERS, at=at), fact)
    deed = request.POST.get("deed", "")
    form = FactForm(row.field, sent(request), initial=row.value)
    with SaidOn(form):
        if deed in _PLAIN:
            _PLAIN[deed](row, by=by, at=at)
            return _back(row.document, row.pk)
        if deed == "correct" and form.is_valid():
            actions.correct(row, form.value(row.value), by=by, at=at)
            return _back(row.document, row.pk)
    return _fact_page(request, row.document, row.field, form, fact=row)


_PLAIN = {"accept": actions.accept, "refuse": actions.refuse}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def plan_fact_add(request: SignedInRequest, body: str, number: int, field: str) -> HttpResponse:
    """A fact that the reader missed; the page of a field that nobody may add does not exist."""
    at, by = clock.now(), request.user
    document = document_for(by, body, number, *FOUNDERS, at=at)
    name = field.replace("-", "_")
    if not fields_in(name):
        raise Http404
    form = FactForm(name, sent(request))
    if form.is_valid():
        with SaidOn(form):
            row = actions.add(document, name, form.value({}), by=by, at=at)
            return _back(document, row.pk)
    return _fact_page(request, document, name, form)


def _back(document: PlanDocument, fact: int) -> HttpResponse:
    page = reverse("plan_review", args=[document.body.slug, document.pk])
    return redirect(f"{page}#noi-dung-{fact}")


def _fact_page(
    request: SignedInRequest,
    document: PlanDocument,
    field: str,
    form: FactForm,
    *,
    fact: Understood | None = None,
) -> HttpResponse:
    shown = {
        "body": document.body,
        "document": document,
        "form": form,
        "label": FIELDS.get(field, field),
        "fact": fact,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/fact.html", shown, status=status)
