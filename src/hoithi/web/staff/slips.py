"""Account slips and day cards to be printed: each carries a fresh one-time link."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hoithi.core.vietnamese.dates import date_text
from hoithi.documents import typeset
from hoithi.files.facts import FileKind
from hoithi.files.facts.errands import Wanted
from hoithi.people.facts.accounts import NewDayCard
from hoithi.people.forms import ROLE_LABELS
from hoithi.people.models import OrganisingBody
from hoithi.web.errands import hand_on
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.errands import slips
from hoithi.web.staff.uploads import download


def address_of(request: HttpRequest) -> str:
    """How the address of the site begins on paper."""
    return settings.PUBLIC_ADDRESS or request.build_absolute_uri("/")[:-1]


def slips_to_print(
    request: SignedInRequest, body: OrganisingBody, people: Sequence[int]
) -> HttpResponse:
    """Leads to the PDF of slips for these accounts; their old passwords and links end."""
    if not people:
        messages.error(request, _("Chưa chọn tài khoản nào."))
        return redirect("body_accounts", body.slug)
    wanted = Wanted(
        slips,
        {"body": body.slug, "people": sorted(people), "address": address_of(request)},
        title=_("Phiếu tài khoản"),
        onward=reverse("body_accounts", args=[body.slug]),
        body=body,
    )
    return hand_on(request, wanted)


def card_to_print(
    request: SignedInRequest, body: OrganisingBody, new: NewDayCard, token: str
) -> HttpResponse:
    """The PDF of one day card."""
    card = typeset.Slip(
        body=body.name,
        name=new.full_name,
        login_name="",
        link=f"{address_of(request)}{reverse('day_card', args=[token])}",
        expires=_("hết ngày %s") % date_text(new.day),
        role=str(ROLE_LABELS[new.role]),
        is_day_card=True,
    )
    return download(typeset.slips([card]), "the-trong-ngay.pdf", FileKind.PDF.media_type)
