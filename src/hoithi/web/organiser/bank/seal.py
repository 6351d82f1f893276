"""The papers of a contest: its banks, what each paper needs, sealing a round."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.contests.facts import is_over
from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS, contest_for, rules_of_round
from hoithi.essays.queries.criteria import other_criteria
from hoithi.kit import clock
from hoithi.questions import actions, queries
from hoithi.questions.forms import BanksForm
from hoithi.questions.queries.seals import newest_seals, revised_unreviewed
from hoithi.sittings.actions.rounds import PAPERS, seal_round
from hoithi.sittings.queries.outdated import outdated
from hoithi.sittings.queries.pools import paper_needs
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def bank_seal(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every round with its papers beside the bank; sends the key of the round to be sealed."""
    at = clock.now()
    contest = contest_for(request.user, slug, *opened_by("bank_seal"), at=at)
    button = Form(sent(request))
    if button.is_bound:
        with SaidOn(button):
            _seal(request, contest, at)
            return redirect("bank_seal", slug)
    return _page(request, contest, button)


def _page(request: SignedInRequest, contest: Contest, button: Form) -> HttpResponse:
    at = clock.now()
    shown = {
        "contest": contest,
        "body": contest.body,
        "banks": queries.banks_of(request.user, at=at).filter(body=contest.body),
        "used": set(contest.banks.values_list("pk", flat=True)),
        "unreviewed": revised_unreviewed(contest).count(),
        **_of_rounds(contest, at),
        "papers": PAPERS,
        "now": at,
        "sentence": not_taken(button) if button.is_bound else "",
    }
    status = 422 if button.is_bound else 200
    return render(request, "organiser/bank/seal.html", shown, status=status)


def _of_rounds(contest: Contest, at: datetime) -> dict[str, object]:
    """Each round with what its papers need, its seal, and what of it has to be looked at."""
    rounds = contest.rounds.select_related("contest", "version")
    coming = [one for one in rounds if not is_over(one, at)]
    seals, old = newest_seals(rounds), outdated(coming, at=at)
    rules = {one.pk: rules_of_round(one, at=at) for one in rounds}
    return {
        "rounds": [
            (
                one,
                paper_needs(one, rules[one.pk], at=at),
                seals.get(one.pk),
                old.get(one.pk, ()),
                one.opens_at is None or one.opens_at > at,
            )
            for one in rounds
        ],
        "criteria": [told for one in coming for told in other_criteria(one, rules[one.pk], at=at)],
        "over": {one.pk for one in rounds} - {one.pk for one in coming},
    }


def _seal(request: SignedInRequest, contest: Contest, at: datetime) -> None:
    rounds = contest.rounds.select_related("contest", "version")
    round_ = rounds.get(key=request.POST.get("round", ""))
    reason = request.POST.get("reason", "")[:500]
    seal_round(round_, reason=reason, by=request.user, at=at)
    messages.success(request, _("Đã niêm phong đề của %s.") % round_.title)


@require_POST
@login_required
@taken_once
def bank_unseal(request: SignedInRequest, slug: str) -> HttpResponse:
    """Lifts the seal over the questions of a round to come, with the reason."""
    at = clock.now()
    contest = contest_for(request.user, slug, *opened_by("bank_seal"), at=at)
    round_ = contest.rounds.get(key=request.POST.get("round", "")[:60])
    button = Form(request.POST)
    with SaidOn(button):
        actions.lift_seal(round_, reason=request.POST.get("reason", ""), by=request.user, at=at)
        messages.success(request, _("Đã mở niêm phong câu hỏi của %s.") % round_.title)
        return redirect("bank_seal", slug)
    return _page(request, contest, button)


@require_POST
@login_required
@taken_once
def bank_use(request: SignedInRequest, slug: str) -> HttpResponse:
    """Which banks the papers of the contest are drawn from."""
    at = clock.now()
    contest = contest_for(request.user, slug, *EDITORS, at=at)
    form = BanksForm(request.POST, banks=queries.banks_of(request.user, at=at))
    if form.is_valid():
        chosen, used = set(form.cleaned_data["banks"]), set(contest.banks.all())
        for bank in used - chosen:
            actions.stop_using(bank, contest, by=request.user, at=at)
        for bank in chosen - used:
            actions.use_in(bank, contest, by=request.user, at=at)
    return redirect("bank_seal", slug)
