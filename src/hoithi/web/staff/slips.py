"""Account slips to be printed: each carries a fresh one-time link."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hoithi.core.vietnamese.dates import date_text, moment_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.documents import typeset
from hoithi.files.facts import FileKind
from hoithi.people import actions
from hoithi.people.facts.accounts import NewDayCard, Slip
from hoithi.people.forms import ROLE_LABELS
from hoithi.people.models import OrganisingBody, Person
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.uploads import download


def slips_to_print(
    request: SignedInRequest, body: OrganisingBody, accounts: Iterable[Person], at: datetime
) -> HttpResponse:
    """The PDF of slips for these accounts; their old passwords and links end."""
    made = [actions.reset_account(account, by=request.user, at=at) for account in accounts]
    if not made:
        messages.error(request, _("Chưa chọn tài khoản nào."))
        return redirect("body_accounts", body.slug)
    pdf = typeset.slips([_printed(request, body, slip) for slip in made])
    return download(pdf, f"phieu-tai-khoan-{body.slug}.pdf", FileKind.PDF.media_type)


def _printed(request: SignedInRequest, body: OrganisingBody, slip: Slip) -> typeset.Slip:
    return typeset.Slip(
        body=body.name,
        name=slip.person.full_name,
        login_name=slip.person.login,
        link=request.build_absolute_uri(reverse("sign_in_link", args=[slip.token])),
        expires=moment_text(LocalMoment.of(slip.expires_at)),
        role=slip.person.post,
    )


def card_to_print(
    request: SignedInRequest, body: OrganisingBody, new: NewDayCard, token: str
) -> HttpResponse:
    """The PDF of one day card."""
    card = typeset.Slip(
        body=body.name,
        name=new.full_name,
        login_name=_("không cần"),
        link=request.build_absolute_uri(reverse("day_card", args=[token])),
        expires=_("hết ngày %s") % date_text(new.day),
        role=str(ROLE_LABELS[new.role]),
    )
    return download(typeset.slips([card]), "the-trong-ngay.pdf", FileKind.PDF.media_type)
