"""Equal units on the results desk: the committee's values, lots, or its decision."""

from datetime import datetime
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hoithi.judging.actions import UnitsJudged, judge_units
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.results import actions
from hoithi.results.actions import Parting
from hoithi.results.actions.refusals import DraftStale
from hoithi.results.facts.snapshot import WHOLE
from hoithi.results.forms import PartingForm
from hoithi.results.models import Draft
from hoithi.results.queries import desk as desks
from hoithi.results.queries.desk import WORKERS
from hoithi.results.queries.unit_ties import undecided_units, unit_ties
from hoithi.web.once import done_once
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.organiser.unit_ties import TieForm, tie_forms
from hoithi.web.organiser.views.results import key_of, results_page
from hoithi.web.request import SignedInRequest


@require_POST
@login_required
def units_judge(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Records what the committee gives units that everything before leaves equal."""
    at = clock.now()
    draft = desks.draft_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    sent = [one for one in tie_forms(unit_ties(draft), request.POST) if one.form.is_bound]
    if not sent:
        raise DraftStale
    (one,) = sent
    deed = partial(_judged, draft, one, by=request.user, at=at)
    if one.form.is_valid() and done_once(request, one.form, deed):
        with SaidOn(one.form):
            return _prepared_again(request, draft, key, at=at)
    return results_page(request, slug, key, not_taken(one.form))


def _judged(draft: Draft, one: TieForm, *, by: Person, at: datetime) -> str:
    given = UnitsJudged(
        title=one.tie.title,
        values=one.form.values(),
        reason=one.form.cleaned_data["reason"],
        document_number=one.form.cleaned_data["document_number"],
    )
    judge_units(draft.contest, draft.round, given, by=by, at=at)
    return _desk_of(draft)


@require_POST
@login_required
def units_part(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Records drawn lots, or the committee's decision, between equal units."""
    at = clock.now()
    draft = desks.draft_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    equals = [one.number for one in undecided_units(draft)]
    form = PartingForm(request.POST, equals=equals, auto_id="dv_%s")
    deed = partial(_part, draft, form, by=request.user, at=at)
    if form.is_valid() and done_once(request, form, deed):
        with SaidOn(form):
            return _prepared_again(request, draft, key, at=at)
    return results_page(request, slug, key, not_taken(form), units_parting_form=form)


def _part(draft: Draft, form: PartingForm, *, by: Person, at: datetime) -> str:
    parting = Parting(
        order=form.cleaned_data["order"],
        of_units=True,
        witnesses=form.cleaned_data["witnesses"],
        reason=form.cleaned_data["reason"],
    )
    actions.part_equals(draft.contest, draft.round, parting, by=by, at=at)
    return _desk_of(draft)


def _desk_of(draft: Draft) -> str:
    key = draft.round.key if draft.round else WHOLE
    return reverse("round_results", args=[draft.contest.slug, key])


def _prepared_again(
    request: SignedInRequest, draft: Draft, key: str, *, at: datetime
) -> HttpResponse:
    if draft.round:
        actions.prepare(draft.round, at=at)
    else:
        actions.prepare_overall(draft.contest, at=at)
    messages.success(request, _("Đã ghi và lập lại danh sách kết quả."))
    return redirect(f"{reverse('round_results', args=[draft.contest.slug, key])}#don-vi-bang-nhau")
