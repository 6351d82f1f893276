"""The desk of a contest and of its rounds, and decisions about rounds."""

from datetime import datetime
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.contests import actions, queries
from hoithi.contests.actions import NewTimes, Order
from hoithi.contests.facts import state_at
from hoithi.contests.forms import (
    CancelForm,
    CloseEarlyForm,
    OrderForm,
    PauseForm,
    ReleaseForm,
    RerunForm,
    UntilForm,
)
from hoithi.contests.models import Round
from hoithi.contests.queries import EDITORS
from hoithi.core.next_steps import next_steps
from hoithi.core.rounds import Change, NewPublication, is_extendable, possible_changes
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import UnknownKey, parts_in, rounds_of_table
from hoithi.kit import clock
from hoithi.results import actions as publishing
from hoithi.results import queries as results
from hoithi.sittings.queries.figures import figures_of
from hoithi.web.once import done_once
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.staff.progress import facts_of
from hoithi.web.staff.steps import linked
from hoithi.wording.contests import cancelling_told, extension_told, undecidable_told

CHANGES = {
    "gia-han": Change.EXTEND,
    "dong-som": Change.CLOSE_EARLY,
    "tam-dung": Change.PAUSE,
    "tiep-tuc": Change.RESUME,
    "doi-gio-cong-bo": Change.MOVE_PUBLICATION,
    "huy": Change.CANCEL,
}
"""Decisions by the word in their address."""
_FORMS = {
    Change.CANCEL: CancelForm,
    Change.EXTEND: UntilForm,
    Change.CLOSE_EARLY: CloseEarlyForm,
    Change.MOVE_PUBLICATION: ReleaseForm,
    Change.PAUSE: PauseForm,
}


@require_safe
@login_required
def contest_desk(request: SignedInRequest, slug: str) -> HttpResponse:
    """What is next in this contest, its rounds, its figures, what was decided."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, at=at)
    facts = facts_of([contest], at)
    shown = {
        "contest": contest,
        "body": contest.body,
        "steps": linked(next_steps(facts, at), [contest], request),
        "rounds": facts[0].rounds,
        "decisions": queries.decisions_shown(contest)[:10],
        "may_edit": queries.may_edit(request.user, contest, at=at),
    }
    return render(request, "organiser/desk.html", shown)


@require_safe
@login_required
def round_desk(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """A round: its state, its times as things stand, and what can be decided now."""
    at = clock.now()
    round_ = queries.round_for(request.user, slug, key, at=at)
    shown = {
        "contest": round_.contest,
        "body": round_.contest.body,
        "round": round_,
        "state": state_at(round_, at),
        "now": at,
        **_ways_to_points(round_, at),
        "changes": _offered(round_),
        "decisions": round_.decisions.order_by("-decided_at"),
        "may_edit": queries.may_edit(request.user, round_.contest, at=at),
    }
    return render(request, "organiser/round.html", shown)


def _ways_to_points(round_: Round, at: datetime) -> dict[str, bool]:
    """Whether papers are sat in the round, and whether points are entered by hand."""
    try:
        parts = parts_in(queries.rules_of_round(round_, at=at), round_.key)
    except UnknownKey:
        parts = ()
    papers = [isinstance(part, PaperPart) for part in parts]
    return {"sits_papers": any(papers), "by_hand": not all(papers)}


def _offered(round_: Round) -> list[tuple[str, Change]]:
    at = clock.now()
    possible = possible_changes(state_at(round_, at))
    if results.is_public(round_, at=at):
        possible -= {Change.MOVE_PUBLICATION}
    return [(word, change) for word, change in CHANGES.items() if change in possible]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def round_decide(request: SignedInRequest, slug: str, key: str, word: str) -> HttpResponse:
    """A decision about a round: with its reason, at once, shown to contestants."""
    at = clock.now()
    round_, change = queries.round_for(request.user, slug, key, *EDITORS, at=at), _change(word)
    form = _FORMS.get(change, OrderForm)(sent(request))
    deed = partial(_decide, request, round_, change, form, at)
    if form.is_valid() and (done := done_once(request, form, deed)):
        return done
    return _decision_page(request, round_, change.value, form)


def _decide(
    request: SignedInRequest, round_: Round, change: Change, form: OrderForm, at: datetime
) -> str:
    said, by = form.cleaned_data, request.user
    publication = form.said if isinstance(form, ReleaseForm) else NewPublication()
    order = Order(
        reason=said["reason"],
        document_number=said["document_number"],
        publication=publication,
        stops_clock=said.get("clock") == "stops",
    )
    if change is Change.MOVE_PUBLICATION:
        publishing.move_publication(round_, order=order, by=by, at=at)
    else:
        actions.decide(round_, change, order=order, by=by, at=at, until=said.get("until"))
    messages.success(request, _("Đã ghi quyết định; người dự thi thấy ngay."))
    return reverse("round_desk", args=[round_.contest.slug, round_.key])


def _change(word: str) -> Change:
    if word not in CHANGES:
        raise Round.DoesNotExist
    return CHANGES[word]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def round_rerun(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Holds a round again in new times; the old one is cancelled."""
    at = clock.now()
    round_ = queries.round_for(request.user, slug, key, *EDITORS, at=at)
    form = RerunForm(sent(request))
    deed = partial(_rerun, request, round_, form, at)
    if form.is_valid() and (done := done_once(request, form, deed)):
        return done
    return _decision_page(request, round_, "rerun", form)


def _rerun(request: SignedInRequest, round_: Round, form: RerunForm, at: datetime) -> str:
    said = dict(form.cleaned_data)
    order = Order(reason=said.pop("reason"), document_number=said.pop("document_number"))
    again = actions.rerun(round_, NewTimes(**said), order=order, by=request.user, at=at)
    messages.success(request, _("Đã lập đợt thi tổ chức lại."))
    return reverse("round_desk", args=[again.contest.slug, again.key])


def _decision_page(
    request: SignedInRequest, round_: Round, kind: str, form: OrderForm
) -> HttpResponse:
    at = clock.now()
    shown = {
        "contest": round_.contest,
        "body": round_.contest.body,
        "round": round_,
        "state": state_at(round_, at),
        "kind": kind,
        **_before_deciding(round_, kind, at),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/decide.html", shown, status=status)


def _before_deciding(round_: Round, kind: str, at: datetime) -> dict[str, object]:
    """What is told above the form, and whether there is anything to decide (`is_possible`)."""
    state, times = state_at(round_, at), queries.times_within(round_, at=at)
    if kind in set(Change) and kind not in possible_changes(state):
        return {"told": [undecidable_told(state)], "is_possible": False}
    if kind == Change.EXTEND:
        told = extension_told(times, round_.publishes_at)
        return {"told": told, "is_possible": is_extendable(times)}
    if kind != Change.CANCEL:
        return {"told": [], "is_possible": True}
    told = cancelling_told(figures_of(round_).all, _prizes(round_, at))
    return {"told": told, "is_possible": True}


def _prizes(round_: Round, at: datetime) -> int:
    """How many prizes the rules give in the round."""
    rules = queries.rules_of_round(round_, at=at)
    return sum(
        prize.count
        for table in rules.prizes
        if round_.key in {one.key for one in rounds_of_table(rules, table)}
        for prize in table.prizes
    )
