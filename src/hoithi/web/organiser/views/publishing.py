"""From the verified draft to the public result: approval and publication."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.typeset.press import qr_svg
from hoithi.files import actions as files
from hoithi.files.facts import FileKind
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.people import actions as people
from hoithi.people import queries as people_queries
from hoithi.people.facts.accounts import Invited
from hoithi.results import actions
from hoithi.results.actions import APPROVE, LeaderWord
from hoithi.results.forms import InviteForm, LeaderForm, PaperForm, ReasonForm
from hoithi.results.models import Draft
from hoithi.results.queries import desk as desks
from hoithi.results.queries.desk import APPROVERS, WORKERS
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.organiser.views.results import key_of, results_page
from hoithi.web.request import SignedInRequest

SCANS = frozenset({FileKind.PDF, FileKind.PNG, FileKind.JPEG})


@require_POST
@login_required
@taken_once
def result_approve(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """A second person approves on their own account."""
    at = clock.now()
    draft = desks.draft_at_desk(request.user, slug, key_of(key), *APPROVERS, at=at)
    button = Form(request.POST)
    with SaidOn(button):
        actions.approve(draft, by=request.user, at=at)
        messages.success(request, _("Đã phê duyệt."))
        return redirect("round_results", slug, key)
    return results_page(request, slug, key, not_taken(button))


@require_POST
@login_required
@taken_once
def result_approve_document(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Records a leader's approval from the signed document."""
    at = clock.now()
    draft = desks.draft_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    form = LeaderForm(request.POST, request.FILES, auto_id="vb_%s", today=local_day(at))
    if form.is_valid():
        said = dict(form.cleaned_data)
        with SaidOn(form):
            word = LeaderWord(file=_stored(request, draft, said.pop("file")), **said)
            actions.approve_by_document(draft, word, by=request.user, at=at)
            return redirect("round_results", slug, key)
    return results_page(request, slug, key, not_taken(form), leader_form=form)


@require_POST
@login_required
@taken_once
def result_approve_paper(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """A body with one official closes the step with a signed sheet."""
    at = clock.now()
    draft = desks.draft_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    form = PaperForm(request.POST, request.FILES, auto_id="bb_%s")
    if form.is_valid():
        with SaidOn(form):
            paper = _stored(request, draft, form.cleaned_data["file"])
            actions.approve_on_paper(draft, paper, by=request.user, at=at)
            return redirect("round_results", slug, key)
    return results_page(request, slug, key, not_taken(form), paper_form=form)


def _stored(request: SignedInRequest, draft: Draft, upload: InMemoryUploadedFile) -> StoredFile:
    return files.store(
        upload,
        upload.name or "",
        body=draft.contest.body,
        by=request.user,
        at=clock.now(),
        allowed=SCANS,
    )


@require_POST
@login_required
def result_invite(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """A one-time link and its QR code for somebody named in the establishing decision."""
    at = clock.now()
    draft = desks.draft_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    form = InviteForm(request.POST, auto_id="moi_%s")
    if not form.is_valid():
        return results_page(request, slug, key, not_taken(form), invite_form=form)
    invited = Invited(deed=APPROVE, subject_id=draft.pk, **form.cleaned_data)
    issued = people.invite(invited, body=draft.contest.body, by=request.user, at=at)
    path = reverse("guest_approve", args=[issued.token])
    address = f"{settings.PUBLIC_ADDRESS or request.build_absolute_uri('/')[:-1]}{path}"
    shown = {
        "contest": draft.contest,
        "body": draft.contest.body,
        "key": key,
        "address": address,
        "qr": qr_svg(address),
        "invitation": issued.row,
    }
    return render(request, "organiser/results/invited.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def guest_approve(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody invited by a one-time link reads and approves, without an account."""
    at = clock.now()
    invitation = people_queries.invitation(token, at, opened_by=request.user.pk)
    draft = desks.draft_of_invitation(invitation)
    if request.method == "POST":
        actions.approve_by_guest(token, at=at)
        return render(request, "organiser/results/guest_thanks.html", {"draft": draft})
    shown = {"draft": draft, "invitation": invitation, "tables": desks.tables_of(draft)}
    return render(request, "organiser/results/guest.html", shown)


@require_POST
@login_required
@taken_once
def result_publish(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Publishes the approved draft: visible at the set minute; later numbers are corrections."""
    at = clock.now()
    draft = desks.draft_at_desk(request.user, slug, key_of(key), *WORKERS, at=at)
    form = ReasonForm(request.POST, auto_id="cb_%s")
    # Only a correction needs its reason: the action says so.
    form.fields["reason"].required = False
    if form.is_valid():
        with SaidOn(form):
            reason = form.cleaned_data["reason"]
            result = actions.publish(draft, by=request.user, at=at, reason=reason)
            told = _("Đã công bố. Kết quả hiện đúng giờ đã định.")
            messages.success(request, _("Đã công bố.") if result.visible_from <= at else told)
            return redirect("round_results", slug, key)
    return results_page(request, slug, key, not_taken(form), reason_form=form)
