"""The papers of a round that were sat in a hall: whose sheets were typed, and who is next."""

from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi import wording
from hoithi.contests.models import Round
from hoithi.contests.queries import current_version
from hoithi.entries import actions
from hoithi.entries.facts import Door, code_shown
from hoithi.entries.facts.door import door_of
from hoithi.entries.models import Channel, Entrant
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.results.forms import InviteForm, PaperForm
from hoithi.sittings.queries import typed as queries
from hoithi.web.contestant.forms import entry_form, with_typed_unit
from hoithi.web.files import sent as file_sent
from hoithi.web.organiser.hall.forms import SheetFindForm
from hoithi.web.organiser.hall.shown import paper_titles
from hoithi.web.organiser.shown import not_taken
from hoithi.web.request import SignedInRequest


@require_safe
@login_required
def paper_sheets(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Whose sheets were typed by whom, never what was typed: the second typist is to be blind."""
    return sheets_page(request, queries.hall_round(request.user, slug, key, at=clock.now()))


def sheets_page(
    request: SignedInRequest, round_: Round, sentence: str = "", **sent: Form
) -> HttpResponse:
    """The desk of the hall; a form not taken stands on it as it was sent, and why (422)."""
    rows, titles = queries.typed_entrants(round_), paper_titles(round_, at=clock.now())
    shown = {
        "contest": round_.contest,
        "body": round_.contest.body,
        "round": round_,
        "rows": [(row, row.typed_by(request.user), titles.get(row.part_key, "")) for row in rows],
        "counted": sum(row.state is queries.TypedState.COUNTED for row in rows),
        "waiting": sum(row.state is queries.TypedState.WAITING for row in rows),
        "evidence": queries.evidence_of(round_),
        "invite_form": InviteForm(auto_id="moi_%s"),
        "paper_form": PaperForm(auto_id="bb_%s"),
        "find_form": SheetFindForm(auto_id="tim_%s"),
        "sentence": sentence,
        **sent,
    }
    status = 422 if sentence else 200
    response = render(request, "organiser/hall/desk.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def paper_find(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Opens a sheet by the two numbers at its top, for the first typist as for the second."""
    at = clock.now()
    round_ = queries.hall_round(request.user, slug, key, at=at)
    form = SheetFindForm(request.POST, auto_id="tim_%s")
    if not form.is_valid():
        return sheets_page(request, round_, not_taken(form), find_form=form)
    said = form.cleaned_data
    found = queries.hall_entrant_by_code(request.user, round_, said["entry_code"], at=at)
    if found is None:
        told = _("Không có người thi trên giấy nào mang số này. Hãy xem lại phiếu.")
        form.add_error("entry_code", told)
    elif queries.paper_by_code(round_, said["code"]) is None:
        form.add_error("code", _("Đợt thi này không có đề mang mã đó. Hãy xem lại phiếu."))
    else:
        there = reverse("paper_type", args=[slug, key, found.token])
        return redirect(f"{there}?{urlencode({'code': said['code'].strip()})}")
    return sheets_page(request, round_, not_taken(form), find_form=form)


@require_safe
@login_required
def typed_evidence(request: SignedInRequest, slug: str, key: str, number: int) -> FileResponse:
    """A signed sheet that closed waiting papers; the first is number 1."""
    round_ = queries.hall_round(request.user, slug, key, at=clock.now())
    found = dict(enumerate(queries.evidence_of(round_), start=1))
    if number not in found:
        raise StoredFile.DoesNotExist
    return file_sent(found[number])


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def paper_person(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Whose sheet it is: found by the identity on the paper, or registered on the spot."""
    at = clock.now()
    round_ = queries.hall_round(request.user, slug, key, at=at)
    door = door_of(round_.contest, current_version(round_.contest, at=at), at=at)
    if request.method != "POST":
        return _form(request, round_, door, {})
    answers = with_typed_unit(door, request.POST.dict())
    try:
        found = _registered(request, door, answers, at)
    except actions.EntryRefused as refused:
        return _form(request, round_, door, answers, refused)
    if found.channel != Channel.PAPER:
        messages.warning(request, _("Người này đã đăng ký thi trên mạng nên không nhập bài giấy."))
        return _form(request, round_, door, answers)
    return redirect("paper_type", slug, key, found.token)


def _registered(
    request: SignedInRequest, door: Door, answers: dict[str, str], at: datetime
) -> Entrant:
    """Who has this identity; with a code to hand over where nobody had it before."""
    try:
        done = actions.register_person(door, answers, Channel.PAPER, by=request.user, at=at)
    except actions.AlreadyEntered:
        return actions.entrant_of_answers(door, answers, at=at)
    told = _("Đã ghi nhận %(name)s. Mã dự thi để ghi vào bài: %(code)s")
    code = code_shown(done.code)
    messages.success(request, told % {"name": done.entrant.name, "code": code})
    return done.entrant


def _form(
    request: SignedInRequest,
    round_: Round,
    door: Door,
    answers: dict[str, str],
    refused: actions.EntryRefused | None = None,
) -> HttpResponse:
    if refused is not None:
        messages.warning(request, wording.sentence(refused))
    shown = {
        "contest": round_.contest,
        "body": round_.contest.body,
        "round": round_,
        "form": entry_form(door, answers, refused.problems if refused else ()),
        "person_button": _("Tiếp tục"),
    }
    status = 422 if request.method == "POST" else 200
    response = render(request, "organiser/hall/person.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
