"""The ways to a second person's word: a one-time link with its code, a signed sheet uploaded."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.contests import queries
from hoithi.contests.actions import declare_officials
from hoithi.contests.forms import OfficialsForm
from hoithi.documents.typeset.press import qr_svg
from hoithi.files import actions as files
from hoithi.files.facts import FileKind
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.people import actions as people
from hoithi.people.facts.accounts import Invited
from hoithi.people.models import OrganisingBody
from hoithi.web.once import taken_once
from hoithi.web.organiser.permissions import editors
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent

SCANS = frozenset({FileKind.PDF, FileKind.PNG, FileKind.JPEG})
"""What a signed sheet is uploaded as."""


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def two_persons(request: SignedInRequest, slug: str) -> HttpResponse:
    """Where two persons are required, who the second may be; a body may have one official only."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, *editors(request), at=at)
    initial = {"one_official": contest.one_official}
    form = OfficialsForm(sent(request), initial=initial)
    if form.is_valid():
        with SaidOn(form):
            declare_officials(contest, **form.cleaned_data, by=request.user, at=at)
            messages.success(request, _("Đã ghi nhận."))
            return redirect("two_persons", slug)
    shown = {
        "contest": contest,
        "body": contest.body,
        "form": form,
        "may_edit": queries.may_edit(request.user, contest, at=at),
    }
    status = 422 if form.is_bound else 200
    return render(request, "organiser/two_persons.html", shown, status=status)


def scan_stored(
    request: SignedInRequest, body: OrganisingBody, upload: UploadedFile[Any]
) -> StoredFile:
    """Keeps a scan or photograph of a signed sheet. Refuses every other kind of file."""
    return files.store(
        upload, upload.name or "", body=body, by=request.user, at=clock.now(), allowed=SCANS
    )


def link_made(
    request: SignedInRequest, body: OrganisingBody, invited: Invited, guest_page: str
) -> dict[str, Any]:
    """A one-time link to a guest's page and its QR code; both are shown once."""
    issued = people.invite(invited, body=body, by=request.user, at=clock.now())
    address = f"{_site(request)}{reverse(guest_page, args=[issued.token])}"
    return {"address": address, "qr": qr_svg(address), "invitation": issued.row}


def _site(request: HttpRequest) -> str:
    return settings.PUBLIC_ADDRESS or request.build_absolute_uri("/")[:-1]
