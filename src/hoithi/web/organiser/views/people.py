"""Finding a person by a code, and decisions about one person's sittings."""

from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.contests import queries as contests
from hoithi.contests.queries import EDITORS
from hoithi.entries.actions import codes
from hoithi.entries.facts import code_shown
from hoithi.entries.forms import PersonSearchForm
from hoithi.entries.models import Entrant
from hoithi.entries.queries.doors import current_door
from hoithi.kit import clock
from hoithi.kit.ids import code_of
from hoithi.results.forms import ReasonForm
from hoithi.sittings.actions import deciding
from hoithi.sittings.actions.deciding import Grounds
from hoithi.sittings.forms import PermitForm, SittingForm
from hoithi.sittings.models import Sitting
from hoithi.sittings.queries import desk
from hoithi.sittings.queries.orders import papers_to_permit
from hoithi.web.once import done_once, shown_once
from hoithi.web.organiser.shown import beside, not_taken, paper_in
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest
from hoithi.wording.desk import contact_shown


@require_safe
@login_required
def person_find(request: SignedInRequest, slug: str) -> HttpResponse:
    """Looks somebody up by entry code or receipt; leads to their page, or says there is none."""
    at = clock.now()
    contest = contests.contest_for(request.user, slug, *opened_by("person_find"), at=at)
    code = request.GET.get("ma", "").strip()
    if code:
        try:
            found = desk.entrant_found(request.user, contest, code, at=at)
            return redirect("person", slug, found.token)
        except Entrant.DoesNotExist:
            messages.warning(request, _("Không có người dự thi nào có mã này."))
    shown = {"contest": contest, "body": contest.body, "code": code}
    shown["search_form"] = PersonSearchForm()
    return render(request, "organiser/people/find.html", shown)


@require_safe
@login_required
def person(request: SignedInRequest, slug: str, token: str) -> HttpResponse:
    """One entrant, masked: sittings, what was decided, what can be decided."""
    return _person_page(request, desk.entrant_for(request.user, slug, token, at=clock.now()))


def _person_page(
    request: SignedInRequest, entrant: Entrant, sentence: str = "", **facts: Any
) -> HttpResponse:
    """The entrant; a form that was not taken stands on the page as it was sent, and why (422)."""
    contest, at = entrant.contest, clock.now()
    decided = facts.pop("sitting_forms", {})
    shown = {
        "contest": contest,
        "body": contest.body,
        "entrant": entrant,
        "sittings": beside(desk.sittings_at_desk(entrant), SittingForm, decided),
        "decisions": desk.decisions_about(entrant),
        "contact": None,
        "contact_form": ReasonForm(auto_id="lh_%s"),
        "code_form": ReasonForm(auto_id="ma_%s"),
        "permit_form": PermitForm(papers=papers_to_permit(contest, at=at), auto_id="luot_%s"),
        "may_edit": contests.may_edit(request.user, contest, at=at),
        "sentence": sentence,
        **facts,
    }
    status = 422 if sentence else 200
    response = render(request, "organiser/people/person.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def person_contact(request: SignedInRequest, slug: str, token: str) -> HttpResponse:
    """Opens what the person told the body, with a journal row."""
    at = clock.now()
    form = ReasonForm(request.POST, auto_id="lh_%s")
    if not form.is_valid():
        entrant = desk.entrant_for(request.user, slug, token, at=at)
        return _person_page(request, entrant, not_taken(form), contact_form=form)
    reason = form.cleaned_data["reason"]
    entrant, told = desk.contact_of(request.user, slug, token, reason=reason, at=at)
    fields = current_door(entrant.contest, at=at).entry.fields
    return _person_page(request, entrant, contact=contact_shown(told, fields) if told else None)


@require_POST
@login_required
def person_code(request: SignedInRequest, slug: str, token: str) -> HttpResponse:
    """A new entry code for somebody who lost theirs, shown this once."""
    at = clock.now()
    entrant = desk.entrant_for(request.user, slug, token, at=at)
    form = ReasonForm(request.POST, auto_id="ma_%s")
    if not form.is_valid():
        return _person_page(request, entrant, not_taken(form), code_form=form)
    reason, contest = form.cleaned_data["reason"], entrant.contest
    code = code_of(
        shown_once(
            request,
            lambda secret: codes.renew_code(
                entrant, by=request.user, reason=reason, at=at, code=code_of(secret)
            ),
        )
    )
    shown = {"contest": contest, "body": contest.body, "entrant": entrant, "new": code_shown(code)}
    response = render(request, "organiser/people/code.html", shown)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def person_permit(request: SignedInRequest, slug: str, token: str) -> HttpResponse:
    """Gives the person one attempt back in a round."""
    at = clock.now()
    entrant = desk.entrant_for(request.user, slug, token, *EDITORS, at=at)
    papers = papers_to_permit(entrant.contest, at=at)
    form = PermitForm(request.POST, papers=papers, auto_id="luot_%s")
    deed = partial(_permitted, request, entrant, form, at)
    if form.is_valid() and (done := done_once(request, form, deed)):
        return done
    return _person_page(request, entrant, not_taken(form), permit_form=form)


def _permitted(request: SignedInRequest, entrant: Entrant, form: PermitForm, at: datetime) -> str:
    said = form.cleaned_data
    paper = paper_in(entrant.contest, said["round"])
    grounds = Grounds(said["reason"], said["document_number"])
    deciding.permit([entrant], paper, grounds=grounds, by=request.user, at=at)
    messages.success(request, _("Đã cho thêm một lượt thi."))
    return reverse("person", args=[entrant.contest.slug, entrant.token])


@require_POST
@login_required
def sitting_decide(request: SignedInRequest, slug: str, token: str, sitting: str) -> HttpResponse:
    """More time, a late sheet counted, or a sitting annulled."""
    at = clock.now()
    entrant = desk.entrant_for(request.user, slug, token, *EDITORS, at=at)
    found = desk.sitting_of(entrant, sitting)
    form = SittingForm(request.POST, auto_id="quyet_dinh_%s")
    deed = partial(_decided, request, found, form, at)
    if form.is_valid() and (done := done_once(request, form, deed)):
        return done
    return _person_page(request, entrant, not_taken(form), sitting_forms={found.pk: form})


def _decided(request: SignedInRequest, sitting: Sitting, form: SittingForm, at: datetime) -> str:
    said, by = form.cleaned_data, request.user
    grounds = Grounds(said["reason"], said["document_number"])
    if said["deed"] == "extend":
        deciding.extend(sitting, seconds=said["minutes"] * 60, grounds=grounds, by=by, at=at)
    elif said["deed"] == "annul":
        deciding.annul(sitting, grounds=grounds, by=by, at=at)
    else:
        deciding.count_late(sitting, grounds=grounds, by=by, at=at)
    messages.success(request, _("Đã ghi quyết định; người dự thi thấy ngay."))
    return reverse("person", args=[sitting.round.contest.slug, sitting.entrant.token])
