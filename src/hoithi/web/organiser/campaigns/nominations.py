"""Letters that ask agencies to nominate: made, added to, sent, reminded of."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions import nominations as deeds
from hoithi.campaigns.actions.accepting import accept
from hoithi.campaigns.models import Committee, Nomination, NominationRequest
from hoithi.campaigns.queries import committees as listed
from hoithi.campaigns.queries import nominations as asked
from hoithi.core.vietnamese.moments import local_day
from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns import committee_papers as papers
from hoithi.web.organiser.campaigns.nomination_forms import LetterForm, NewRequestForm, WishForm
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.papers import paper_download
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.nominations import message_to_all, reminder_said


def committee_for(
    request: SignedInRequest, body: str, number: int, committee: int, *names: RoleName
) -> Committee:
    """The committee for somebody who holds one of the roles over the body."""
    campaign = queries.campaign_for(request.user, body, number, *names, at=clock.now())
    return listed.committee_of(campaign, committee)


def _names(request: SignedInRequest) -> tuple[RoleName, ...]:
    """Whoever changes something works on campaigns; everybody inside may read."""
    return queries.WORKERS if request.method == "POST" else ()


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def nomination_new(
    request: SignedInRequest, body: str, number: int, committee: int
) -> HttpResponse:
    """A new letter: whom it asks, for how many people, until when."""
    found = committee_for(request, body, number, committee, *queries.WORKERS)
    offered = asked.addressees_offered(found.campaign, local_day(clock.now()))
    form = NewRequestForm(sent(request))
    form.of(offered)
    if form.is_valid():
        with SaidOn(form):
            made = _made(request, found, form)
            return redirect("nomination_request", body, number, committee, made.pk)
    shown = {**_place(found), "form": form, "offered": offered}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/nomination_new.html", shown, status=status)


@transaction.atomic
def _made(
    request: SignedInRequest, committee: Committee, form: NewRequestForm
) -> NominationRequest:
    by, at, data = request.user, clock.now(), form.cleaned_data
    made = deeds.ask(committee, data["deadline"], data["contact"], by=by, at=at)
    deeds.ask_of(made, form.addressees, form.wish, by=by, at=at)
    return made


def _place(committee: Committee) -> dict[str, Any]:
    campaign = committee.campaign
    return {"body": campaign.body, "campaign": campaign, "committee": committee}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def nomination_request(
    request: SignedInRequest, body: str, number: int, committee: int, letter: int
) -> HttpResponse:
    """A letter: who has answered; more addressees, its number, one click to remind or accept."""
    at = clock.now()
    found = committee_for(request, body, number, committee, *_names(request))
    row = asked.request_of(found, letter)
    offered = asked.addressees_offered(found.campaign, local_day(at))
    form = _form_sent(request)
    if isinstance(form, WishForm):
        form.of(offered)
    if form is not None and form.is_valid():
        with SaidOn(form):
            messages.success(request, _done(request, row, form, at))
            return redirect("nomination_request", body, number, committee, letter)
    shown = {**_place(found), **_shown(request, row, form), "offered": offered}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/nomination_request.html", shown, status=status)


def _form_sent(request: SignedInRequest) -> forms.Form | None:
    if request.method != "POST":
        return None
    deed = request.POST.get("viec", "")
    if deed in ("nhac", "nhan"):
        return forms.Form(request.POST)
    return LetterForm(request.POST) if deed == "cong-van" else WishForm(request.POST)


def _done(request: SignedInRequest, row: NominationRequest, form: forms.Form, at: datetime) -> str:
    """Does what the button says; the sentence that tells so."""
    by = request.user
    if isinstance(form, LetterForm):
        deeds.change_request(row, form.told, by=by, at=at)
        return _("Đã ghi.")
    if isinstance(form, WishForm):
        made = deeds.ask_of(row, form.addressees, form.wish, by=by, at=at)
        return _("Đã thêm %(number)s nơi vào công văn.") % {"number": len(made)}
    if request.POST["viec"] == "nhac":
        return _reminded(request, row, at)
    people = accept(asked.nominations_of(row), by=by, at=at)
    return _("Đã ghi thêm %(number)s người vào danh sách.") % {"number": people}


def _reminded(request: SignedInRequest, row: NominationRequest, at: datetime) -> str:
    waiting = _unanswered(asked.nominations_of(row))
    contacts = asked.contacts_of(waiting, row.committee.campaign.body, at=at)
    told = [
        deeds.Reminder(
            one,
            contacts.get(one.pk, []),
            reminder_said(one),
            reverse("unit_nomination", args=[one.pk]),
        )
        for one in waiting
    ]
    people = deeds.remind(row, told, by=request.user, at=at)
    told_so = _(
        "Đã nhắc %(people)s đầu mối có tài khoản. Nơi khác: dán tin nhắc bên dưới vào Zalo."
    )
    return told_so % {"people": people}


def _unanswered(rows: list[Nomination]) -> list[Nomination]:
    return [one for one in rows if one.state in listed.WITHOUT_ANSWER]


def _shown(
    request: SignedInRequest, row: NominationRequest, form: forms.Form | None
) -> dict[str, Any]:
    rows = asked.nominations_of(row)
    names = ("deadline", "contact", "letter_number", "signed_on")
    known = {name: getattr(row, name) for name in names}
    wish = form if isinstance(form, WishForm) else WishForm()
    return {
        "request_row": row,
        "rows": rows,
        "unanswered": len(_unanswered(rows)),
        "undecided": sum(one.state == "answered" for one in rows),
        "message": message_to_all(_unanswered(rows)),
        "form": wish,
        "letter_form": form if isinstance(form, LetterForm) else LetterForm(initial=known),
        "sent": form,
        "not_taken": not_taken(form) if form is not None else "",
        "may_work": may_work(request, row.committee.campaign.body),
    }


@require_safe
@login_required
def nomination_letter(
    request: SignedInRequest, body: str, number: int, committee: int, letter: int, kind: FileKind
) -> HttpResponse:
    """The letter with its form; `?don-doc` is the one that reminds."""
    found = committee_for(request, body, number, committee)
    row = asked.request_of(found, letter)
    rows = asked.nominations_of(row)
    if "don-doc" in request.GET:
        return paper_download(
            papers.reminder(row, _unanswered(rows)), "don-doc-cu-thanh-vien", kind
        )
    return paper_download(papers.letter(row, rows), "cong-van-cu-thanh-vien", kind)


@require_safe
@login_required
def committee_paper(
    request: SignedInRequest, body: str, number: int, committee: int, kind: FileKind
) -> HttpResponse:
    """The draft of the decision that establishes the committee."""
    found = committee_for(request, body, number, committee)
    return paper_download(papers.decision(found), "quyet-dinh-thanh-lap", kind)
