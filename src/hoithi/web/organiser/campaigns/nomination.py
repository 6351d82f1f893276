"""One agency that was asked: its answers, typed or accepted or sent back, and its link."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.campaigns import queries
from hoithi.campaigns.actions import nominations as deeds
from hoithi.campaigns.actions.accepting import accept
from hoithi.campaigns.actions.answering import send_back
from hoithi.campaigns.models import AnswerWay, Nomination, NomineeState
from hoithi.campaigns.queries import nominations as asked
from hoithi.kit import clock
from hoithi.people.queries.identities import opened_identity
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.answers import Table, answer_form, table_sent, taken
from hoithi.web.organiser.campaigns.nomination_forms import AnswerForm, ReasonForm
from hoithi.web.organiser.campaigns.nominations import committee_for
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest
from hoithi.wording.nominations import message_to

_DEEDS = ("nhan", "lien-ket", "bo")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def nomination(
    request: SignedInRequest, body: str, number: int, committee: int, letter: int, asked_of: int
) -> HttpResponse:
    """What one agency answered, with its history; the secretariat types, accepts, sends back."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    found = committee_for(request, body, number, committee, *names)
    row = asked.nomination_of(asked.request_of(found, letter), asked_of)
    table = table_sent(request, row, at)
    form = None if table else _form_sent(request, row)
    if form is not None and form.is_valid():
        with SaidOn(form):
            return redirect(_done(request, row, form, at))
    shown = _shown(request, row, form, table)
    status = 422 if request.method == "POST" and not (table and table.people) else 200
    return render(request, "organiser/campaigns/nomination.html", shown, status=status)


def _form_sent(request: SignedInRequest, row: Nomination) -> forms.Form | None:
    if request.method != "POST":
        return None
    deed = request.POST.get("viec", "")
    if deed in _DEEDS:
        return forms.Form(request.POST)
    return ReasonForm(request.POST) if deed == "tra-lai" else answer_form(request, row, None)


def _done(request: SignedInRequest, row: Nomination, form: forms.Form, at: datetime) -> str:
    """Does what the button says; the address that it leads to."""
    by, deed = request.user, request.POST.get("viec", "")
    if isinstance(form, AnswerForm):
        taken(row, form, AnswerWay.TYPED, by=by, at=at)
        messages.success(request, _("Đã ghi trả lời của %(name)s.") % {"name": row.name})
    elif isinstance(form, ReasonForm):
        send_back(row, form.cleaned_data["reason"], by=by, at=at)
        messages.success(request, _("Đã đề nghị cử lại."))
    elif deed == "nhan":
        people = accept([row], by=by, at=at)
        told = _("Đã ghi thêm %(number)s người vào danh sách.") % {"number": people}
        messages.success(request, told)
    elif deed == "lien-ket":
        deeds.give_link(row, by=by, at=at)
    else:
        deeds.unask(row, by=by, at=at)
        return reverse("nomination_request", args=_address(row))
    return reverse("nomination", args=[*_address(row), row.pk])


def _address(row: Nomination) -> list[Any]:
    committee = row.request.committee
    campaign = committee.campaign
    return [campaign.body.slug, campaign.pk, committee.pk, row.request_id]


def _shown(
    request: SignedInRequest, row: Nomination, form: forms.Form | None, table: Table | None
) -> dict[str, Any]:
    committee = row.request.committee
    worker = may_work(request, committee.campaign.body)
    fresh = AnswerForm().of(row, table.people if table else ())
    return {
        "body": committee.campaign.body,
        "campaign": committee.campaign,
        "committee": committee,
        "row": row,
        "nominees": [(one, _told(request, one)) for one in asked.nominees_of(row)],
        "form": form if isinstance(form, AnswerForm) else fresh,
        "reason_form": form if type(form) is ReasonForm else ReasonForm(auto_id="tra_lai_%s"),
        "table": table,
        "sent": form,
        "not_taken": not_taken(form) if form is not None else "",
        "link": _link(request, row),
        "message": message_to(row, _link(request, row) or _unit_page(request, row)),
        "may_work": worker,
    }


def _told(request: SignedInRequest, nominee: Any) -> dict[str, str]:
    """Birth year and telephone of who is proposed, where the page asks; the journal has it."""
    waits = nominee.state == NomineeState.PROPOSED and nominee.identity is not None
    waits = waits and "du-lieu" in request.GET
    body = nominee.nomination.request.committee.campaign.body if waits else None
    if body is None or not may_work(request, body):
        return {}
    reason = _("Xem người được cử vào ban, tổ")
    return opened_identity(nominee.identity, by=request.user, reason=reason, at=clock.now())


def _link(request: SignedInRequest, row: Nomination) -> str:
    if row.link_until is None or row.link_until <= clock.now():
        return ""
    path = reverse("nomination_link", args=[asked.link_token(row)])
    return request.build_absolute_uri(path)


def _unit_page(request: SignedInRequest, row: Nomination) -> str:
    return request.build_absolute_uri(reverse("unit_nomination", args=[row.pk]))
