"""The results desk: preparing, telephoning candidates, parting equals, looking into signs."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.awards import queries as awards
from hoithi.contests import queries as contests
from hoithi.entries.queries.doors import current_door
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.results import actions, queries
from hoithi.results.actions import Finding, Parting, SignWord
from hoithi.results.facts.snapshot import WHOLE
from hoithi.results.forms import PartingForm, ReasonForm, SignForm, VerdictForm
from hoithi.results.models import Verdict
from hoithi.results.queries import desk as desks
from hoithi.results.queries.desk import WORKERS
from hoithi.web.organiser.shown import forms_of_desk, refused, said_above
from hoithi.web.organiser.unit_ties import tie_forms
from hoithi.web.request import SignedInRequest
from hoithi.web.request import sent as request_data
from hoithi.wording.desk import contact_shown


def key_of(address: str) -> str:
    """The key of a round; empty for the whole contest."""
    return "" if address == WHOLE else address


@require_safe
@login_required
def round_results(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Everything between the close of a round and its certificates, on one page in order."""
    return results_page(request, slug, key)


def results_page(
    request: SignedInRequest, slug: str, key: str, sentence: str = "", **sent: Form
) -> HttpResponse:
    """The results desk; a form that was not taken stands on it as it was sent, and why (422)."""
    at = clock.now()
    desk = desks.desk(request.user, slug, key_of(key), at=at)
    shown = {
        "contest": desk.contest,
        "body": desk.contest.body,
        "desk": desk,
        "key": key,
        "now": at,
        "may_work": desks.may_work(request.user, desk.contest, at=at),
        "may_edit": contests.may_edit(request.user, desk.contest, at=at),
        "is_public": desk.round is not None and queries.is_public(desk.round, at=at),
        "remarks": desks.remarks_of(desk.contest, desk.round),
        "certificates": awards.certificates_of(request.user, slug, key_of(key), at=at),
        "tie_forms": tie_forms(desk.unit_ties, request_data(request)),
        "sentence": sentence,
    }
    shown |= forms_of_desk() | sent
    return render(request, "organiser/results/desk.html", shown, status=422 if sentence else 200)


@require_POST
@login_required
def results_prepare(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Reckons the round now; the same rows give the same draft."""
    at = clock.now()
    contest, round_ = desks.round_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    if round_ is None:
        actions.prepare_overall(contest, at=at)
    else:
        actions.prepare(round_, at=at)
    messages.success(request, _("Đã lập danh sách kết quả."))
    return redirect("round_results", slug, key)


@require_safe
@login_required
def candidate(request: SignedInRequest, slug: str, key: str, token: str) -> HttpResponse:
    """One candidate: the masked line, and the forms to open the contact and to say the finding."""
    return _candidate_page(request, slug, key, token)


def _candidate_page(
    request: SignedInRequest,
    slug: str,
    key: str,
    token: str,
    *,
    contact: dict[str, str] | None = None,
    form: VerdictForm | None = None,
) -> HttpResponse:
    draft, entrant = desks.candidate(request.user, slug, key_of(key), token, at=clock.now())
    door = current_door(draft.contest, at=clock.now())
    shown = {
        "contest": draft.contest,
        "body": draft.contest.body,
        "key": key,
        "entrant": entrant,
        **desks.standing_of(draft, entrant),
        "contact": contact_shown(contact, door.entry.fields) if contact else None,
        "contact_form": ReasonForm(initial={"reason": _("Gọi điện xác minh")}),
        "form": form or VerdictForm(),
    }
    status = 422 if form else 200
    response = render(request, "organiser/results/candidate.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def candidate_contact(request: SignedInRequest, slug: str, key: str, token: str) -> HttpResponse:
    """Opens name and telephone of a candidate once, with a journal row that says who and why."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        desks.candidate(request.user, slug, key_of(key), token, at=clock.now())
        return refused(request, form)
    contact = desks.candidate_identity(
        request.user,
        slug,
        key_of(key),
        token,
        reason=form.cleaned_data["reason"],
        at=clock.now(),
    )
    return _candidate_page(request, slug, key, token, contact=contact)


@require_POST
@login_required
def candidate_verify(request: SignedInRequest, slug: str, key: str, token: str) -> HttpResponse:
    """What was found about a candidate; the newest finding counts, all are kept."""
    at = clock.now()
    draft, entrant = desks.candidate(request.user, slug, key_of(key), token, at=at)
    form = VerdictForm(request.POST)
    if not form.is_valid():
        return _candidate_page(request, slug, key, token, form=form)
    said = form.cleaned_data
    finding = Finding(verdict=Verdict(said["verdict"]), reason=said["reason"])
    try:
        actions.verify(draft.contest, draft.round, entrant, finding, by=request.user, at=at)
    except Refusal as refusal:
        said_above(form, refusal)
        return _candidate_page(request, slug, key, token, form=form)
    told = _("Đã ghi kết quả xác minh: %(name)s.") % {"name": entrant.name}
    messages.success(request, told)
    return redirect(f"{reverse('round_results', args=[slug, key])}#goi-dien")


@require_POST
@login_required
def equals_part(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Records drawn lots, or the committee's decision, between equals."""
    at = clock.now()
    draft = desks.draft_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    form = PartingForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    parting = Parting(
        order=desks.entrants_numbered(draft, form.numbers()),
        witnesses=form.cleaned_data["witnesses"],
        reason=form.cleaned_data["reason"],
    )
    actions.part_equals(draft.contest, draft.round, parting, by=request.user, at=at)
    actions.prepare(draft.round, at=at) if draft.round else actions.prepare_overall(
        draft.contest, at=at
    )
    return redirect("round_results", slug, key)


@require_POST
@login_required
def sign_judge(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """What a person found about a sign; nothing follows from it by itself."""
    at = clock.now()
    contest, round_ = desks.round_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    form = SignForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    word = SignWord(**form.cleaned_data)
    actions.judge_sign(contest, round_, word, by=request.user, at=at)
    return redirect("round_results", slug, key)
