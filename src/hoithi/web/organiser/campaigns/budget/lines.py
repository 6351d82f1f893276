"""Writing the lines and sources of a draft: a whole table at once, or nothing."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.campaigns.actions import budgets, proposing
from hoithi.campaigns.models import BudgetVersion, VersionState
from hoithi.campaigns.queries import budgets as queries
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.budget.forms import (
    BLANK_LINES,
    LineFormSet,
    SourceFormSet,
    line_initial,
    source_initial,
)
from hoithi.web.organiser.campaigns.budget.prizes import (
    prizes_as_lines,
    proposed_sources,
    said_in_plan,
)
from hoithi.web.organiser.campaigns.budget.proposals import proposals
from hoithi.web.organiser.campaigns.budget.shown import page
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest

_BLANK_SOURCES = 2


class RevisionForm(forms.Form):
    """The revision that the page showed: a newer one is not overwritten."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


def _revision_form(request: SignedInRequest, version: BudgetVersion) -> RevisionForm:
    return RevisionForm(request.POST or None, initial={"revision": version.revision})


def draft_for(request: SignedInRequest, body: str, number: int, version: int) -> BudgetVersion:
    """The estimate of this number, for those who write estimates."""
    workers = queries.MONEY_WORKERS
    campaign = queries.money_of(request.user, body, number, *workers, at=clock.now())
    return queries.version_of(campaign, version)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def budget_lines(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """All lines of a draft as a table of boxes; the whole table is saved, or nothing of it."""
    found = draft_for(request, body, number, version)
    if request.method != "POST" and found.state != VersionState.DRAFT:
        return redirect("budget_version", body, number, version)
    options: dict[str, Any] = {
        "form_kwargs": {"sources": list(found.sources.all())},
        "prefix": "dong",
    }
    told = _revision_form(request, found)
    if request.method == "POST":
        rows = LineFormSet(request.POST, **options)
        if rows.is_valid() and told.is_valid():
            with SaidOn(told):
                _write_lines(request, found, rows, told.cleaned_data["revision"])
                messages.success(request, _("Đã ghi các dòng chi."))
                onward = "budget_lines" if "more" in request.POST else "budget_version"
                return redirect(onward, body, number, version)
    else:
        rows = _extra(LineFormSet(initial=line_initial(found), **options), BLANK_LINES)
    return page(request, found.budget.campaign, "lines", version=found, rows=rows, told=told)


def _extra(rows: Any, count: int) -> Any:
    """A set of forms that shows so many empty ones below."""
    rows.extra = count
    return rows


def _write_lines(
    request: SignedInRequest, version: BudgetVersion, rows: Any, revision: int
) -> None:
    lines = [row.typed for row in rows if row.typed is not None]
    by, at = request.user, clock.now()
    budgets.write_lines(version, lines, revision=revision, by=by, at=at)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def budget_sources(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """All sources of a draft as a table of boxes."""
    found = draft_for(request, body, number, version)
    if request.method != "POST" and found.state != VersionState.DRAFT:
        return redirect("budget_version", body, number, version)
    sponsors = found.budget.sponsors.all()
    options: dict[str, Any] = {"form_kwargs": {"sponsors": sponsors}, "prefix": "nguon"}
    campaign, told = found.budget.campaign, _revision_form(request, found)
    said = said_in_plan(campaign, "budget")
    if request.method == "POST":
        rows = SourceFormSet(request.POST, **options)
        if rows.is_valid() and told.is_valid():
            with SaidOn(told):
                _write_sources(request, found, rows, told.cleaned_data["revision"])
                messages.success(request, _("Đã ghi các nguồn kinh phí."))
                return redirect("budget_version", body, number, version)
    else:
        initial = source_initial(found) or proposed_sources(said)
        rows = _extra(SourceFormSet(initial=initial, **options), _BLANK_SOURCES)
    shown = {"rows": rows, "told": told, "said": said}
    return page(request, campaign, "sources", version=found, **shown)


def _write_sources(
    request: SignedInRequest, version: BudgetVersion, rows: Any, revision: int
) -> None:
    sources = [row.typed for row in rows if row.typed is not None]
    by, at = request.user, clock.now()
    budgets.write_sources(version, sources, revision=revision, by=by, at=at)


@require_POST
@login_required
@taken_once
def budget_prizes(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """Brings the prize money of the rules into the draft, or brings it up to date."""
    at = clock.now()
    found = draft_for(request, body, number, version)
    form = forms.Form(request.POST)
    with SaidOn(form):
        lines = prizes_as_lines(found.budget.campaign, at=at)
        proposing.follow_rules(found, lines, by=request.user, at=at)
        told = _("Đã lấy tiền thưởng từ thể lệ: %(number)s dòng.") % {"number": len(lines)}
        messages.success(request, told)
    _say(request, form)
    return redirect("budget_version", body, number, version)


@require_POST
@login_required
@taken_once
def budget_propose(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """Adds lines that the campaign speaks for, with their quantity and no norm."""
    at = clock.now()
    found = draft_for(request, body, number, version)
    form = forms.Form(request.POST)
    with SaidOn(form):
        lines = proposals(found.budget.campaign)
        added = proposing.add_lines(found, lines, by=request.user, at=at)
        told = _("Đã thêm %(number)s dòng gợi ý, còn để trống mức chi.") % {"number": added}
        messages.success(request, told)
    _say(request, form)
    return redirect("budget_version", body, number, version)


def _say(request: SignedInRequest, form: forms.Form) -> None:
    for error in form.non_field_errors():
        messages.error(request, str(error))
