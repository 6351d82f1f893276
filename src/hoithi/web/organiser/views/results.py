"""The results desk: preparing, telephoning candidates, parting equals, looking into signs."""

from datetime import datetime
from functools import partial
from urllib.parse import urlencode

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
from hoithi.contests.models import Contest, Round
from hoithi.core.entering.answers import winner_fields
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.actions.winners import take_winner_fields
from hoithi.entries.models import Entrant
from hoithi.entries.queries.doors import current_door
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.questions.queries.seals import broken_seal
from hoithi.results import actions, queries
from hoithi.results.actions import Finding, Parting, SignWord
from hoithi.results.facts.snapshot import WHOLE
from hoithi.results.forms import (
    AnswerForm,
    InviteForm,
    LeaderForm,
    PaperForm,
    PartingForm,
    ReasonForm,
    SignForm,
    VerdictForm,
)
from hoithi.results.models import Draft, Verdict
from hoithi.results.queries import corrections
from hoithi.results.queries import desk as desks
from hoithi.results.queries.calling import findings_about
from hoithi.results.queries.desk import WORKERS
from hoithi.results.queries.remarks import remarks_of
from hoithi.web.once import done_once, taken_once
from hoithi.web.organiser.shown import SaidOn, beside, not_taken
from hoithi.web.organiser.signs import signs_page
from hoithi.web.organiser.unit_ties import tie_forms
from hoithi.web.organiser.winners import WinnerForm
from hoithi.web.permissions import holds
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
    sign = sent.pop("sign_form", None)
    shown = {
        "contest": desk.contest,
        "body": desk.contest.body,
        "desk": desk,
        "signs": signs_page(desk.signs, request.GET.get("trang"), sign),
        "key": key,
        "now": at,
        "may_work": desks.may_work(request.user, desk.contest, at=at),
        "may_edit": contests.may_edit(request.user, desk.contest, at=at),
        "is_public": desk.round is not None and queries.is_public(desk.round, at=at),
        "remarks": beside(remarks_of(desk.contest, desk.round), AnswerForm, {}),
        "certificates": awards.certificates_of(request.user, slug, key_of(key), at=at),
        "tie_forms": tie_forms(desk.unit_ties, request_data(request)),
        "corrections": corrections.waiting_in(desk.round) if desk.round else (),
        "may_correct": holds(request, desk.contest, corrections.READERS),
        "broken_seal": broken_seal(desk.round) if desk.round else None,
        "sentence": sentence,
    }
    shown |= _forms(at) | sent
    return render(request, "organiser/results/desk.html", shown, status=422 if sentence else 200)


def _forms(at: datetime) -> dict[str, Form]:
    """The empty forms of the desk; each has ids of its own."""
    return {
        "parting_form": PartingForm(auto_id="bang_%s"),
        "units_parting_form": PartingForm(auto_id="dv_%s"),
        "leader_form": LeaderForm(auto_id="vb_%s", today=local_day(at)),
        "paper_form": PaperForm(auto_id="bb_%s"),
        "invite_form": InviteForm(auto_id="moi_%s"),
        "reason_form": ReasonForm(auto_id="cb_%s"),
    }


@require_POST
@login_required
def results_prepare(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Reckons the round now; the same rows give the same draft."""
    at = clock.now()
    contest, round_ = desks.round_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    button = Form(request.POST)
    with SaidOn(button):
        _prepare(contest, round_, at)
        messages.success(request, _("Đã lập danh sách kết quả."))
        return redirect("round_results", slug, key)
    return results_page(request, slug, key, not_taken(button))


def _prepare(contest: Contest, round_: Round | None, at: datetime) -> None:
    if round_ is None:
        actions.prepare_overall(contest, at=at)
    else:
        actions.prepare(round_, at=at)


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
    contact: dict[str, str] | None = None,
    **sent: Form,
) -> HttpResponse:
    """The candidate with what was opened of the contact; a form not taken stands as it was sent."""
    draft, entrant = desks.candidate(request.user, slug, key_of(key), token, at=clock.now())
    door = current_door(draft.contest, at=clock.now())
    shown = {
        "contest": draft.contest,
        "body": draft.contest.body,
        "key": key,
        "entrant": entrant,
        **desks.standing_of(draft, entrant),
        "findings": findings_about(draft, entrant),
        "contact": contact_shown(contact, door.entry.fields) if contact else None,
        "contact_form": ReasonForm(initial={"reason": _("Gọi điện xác minh")}, auto_id="lh_%s"),
        "form": VerdictForm(),
        "winner_form": WinnerForm(fields=winner_fields(door.entry)),
        "sentence": "".join(not_taken(form) for form in sent.values()),
        **sent,
    }
    status = 422 if sent else 200
    response = render(request, "organiser/results/candidate.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def candidate_contact(request: SignedInRequest, slug: str, key: str, token: str) -> HttpResponse:
    """Opens name and telephone of a candidate once, with a journal row that says who and why."""
    form = ReasonForm(request.POST, auto_id="lh_%s")
    if not form.is_valid():
        return _candidate_page(request, slug, key, token, contact_form=form)
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
@taken_once
def candidate_fields(request: SignedInRequest, slug: str, key: str, token: str) -> HttpResponse:
    """Records what the rules ask only of those who are proposed for a prize."""
    at = clock.now()
    draft, entrant = desks.candidate(request.user, slug, key_of(key), token, at=at)
    fields = winner_fields(current_door(draft.contest, at=at).entry)
    form = WinnerForm(request.POST, fields=fields)
    if form.is_valid():
        desks.identity_of_candidate(draft, entrant)
        with SaidOn(form), form.told():
            take_winner_fields(entrant, form.cleaned_data, by=request.user, at=at)
            messages.success(request, _("Đã ghi thông tin của người được đề nghị trao giải."))
            return redirect("candidate", slug, key, token)
    return _candidate_page(request, slug, key, token, winner_form=form)


@require_POST
@login_required
def candidate_verify(request: SignedInRequest, slug: str, key: str, token: str) -> HttpResponse:
    """What was found about a candidate; the newest finding counts, all are kept."""
    at = clock.now()
    draft, entrant = desks.candidate(request.user, slug, key_of(key), token, at=at)
    form = VerdictForm(request.POST)
    deed = partial(_verified, request, draft, entrant, form)
    if form.is_valid() and (done := done_once(request, form, deed)):
        return done
    return _candidate_page(request, slug, key, token, form=form)


def _verified(request: SignedInRequest, draft: Draft, entrant: Entrant, form: VerdictForm) -> str:
    said, by = form.cleaned_data, request.user
    finding = Finding(verdict=Verdict(said["verdict"]), reason=said["reason"])
    actions.verify(draft.contest, draft.round, entrant, finding, by=by, at=clock.now())
    messages.success(request, _("Đã ghi kết quả xác minh: %(name)s.") % {"name": entrant.name})
    return f"{_desk_of(draft.contest, draft.round)}#goi-dien"


def _desk_of(contest: Contest, round_: Round | None) -> str:
    return reverse("round_results", args=[contest.slug, round_.key if round_ else WHOLE])


@require_POST
@login_required
def equals_part(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Records drawn lots, or the committee's decision, between equals."""
    at = clock.now()
    draft = desks.draft_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    equals = desks.undecided_people(draft)
    form = PartingForm(request.POST, equals=equals, auto_id="bang_%s")
    deed = partial(_part, draft, form, by=request.user, at=at)
    if form.is_valid() and (done := done_once(request, form, deed)):
        with SaidOn(form):
            # A large draft is written in small transactions, so after the form is taken.
            _prepare(draft.contest, draft.round, at)
            return done
    return results_page(request, slug, key, not_taken(form), parting_form=form)


def _part(draft: Draft, form: PartingForm, *, by: Person, at: datetime) -> str:
    parting = Parting(
        order=form.cleaned_data["order"],
        witnesses=form.cleaned_data["witnesses"],
        reason=form.cleaned_data["reason"],
    )
    actions.part_equals(draft.contest, draft.round, parting, by=by, at=at)
    return _desk_of(draft.contest, draft.round)


@require_POST
@login_required
def sign_judge(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """What a person found about a sign; nothing follows from it by itself."""
    at = clock.now()
    contest, round_ = desks.round_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    form = SignForm(request.POST, auto_id="dau_hieu_%s")
    deed = partial(_judged, request, contest, round_, form)
    if form.is_valid() and (done := done_once(request, form, deed)):
        return done
    return results_page(request, slug, key, not_taken(form), sign_form=form)


def _judged(
    request: SignedInRequest, contest: Contest, round_: Round | None, form: SignForm
) -> str:
    """Records the word; leads back to the page of the list on which its sign stood."""
    word = SignWord(**form.cleaned_data)
    actions.judge_sign(contest, round_, word, by=request.user, at=clock.now())
    page = urlencode({"trang": request.GET["trang"]}) if "trang" in request.GET else ""
    return f"{_desk_of(contest, round_)}{page and '?'}{page}#dau-hieu"
