"""The points of a round part by part, and each sheet as it was entered."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.files.models import StoredFile
from hoithi.judging import queries
from hoithi.judging.models import PointsSheet
from hoithi.judging.queries import CONFIRMERS, READERS, TYPISTS
from hoithi.judging.queries.retypings import retyping_of
from hoithi.kit import clock
from hoithi.people.queries import reach
from hoithi.results.forms import InviteForm, PaperForm
from hoithi.web.files import sent as file_sent
from hoithi.web.organiser.points.shown import about_sheet, without_points
from hoithi.web.request import SignedInRequest


@require_safe
@login_required
def points_sheets(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Every part of the round that is entered from paper, and what is still to be done."""
    at = clock.now()
    round_ = queries.round_to_read(request.user, slug, key, at=at)
    contest = round_.contest
    over = reach(request.user, *TYPISTS, at=at)
    shown = {
        "contest": contest,
        "body": contest.body,
        "round": round_,
        "parts": queries.parts_at_desk(round_, at=at),
        "may_type": over.covers(body_id=contest.body_id, contest_id=contest.pk),
    }
    return render(request, "organiser/points/desk.html", shown)


@require_safe
@login_required
def points_sheet(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """One sheet: its lines, who entered and confirmed it, and the ways to confirm it."""
    found = queries.sheet_for(request.user, slug, sheet, *READERS, at=clock.now())
    return sheet_page(request, found)


def sheet_page(
    request: SignedInRequest, found: PointsSheet, sentence: str = "", **sent: object
) -> HttpResponse:
    """A sheet; a form that was not taken stands on it as it was sent, and why (422)."""
    at, contest = clock.now(), found.round.contest
    holds = {"body_id": contest.body_id, "contest_id": contest.pk}
    shown = {
        **about_sheet(found, at=at),
        "may_confirm": reach(request.user, *CONFIRMERS, at=at).covers(**holds),
        "may_type": reach(request.user, *TYPISTS, at=at).covers(**holds),
        "is_mine": queries.typed_by(found, request.user),
        "is_newest": queries.is_newest(found),
        "retyping": retyping_of(found),
        "without": without_points(found, at=at),
        "invitations": queries.invitations_of(found, at=at),
        "invite_form": InviteForm(auto_id="moi_%s"),
        "paper_form": PaperForm(auto_id="bb_%s"),
        "sentence": sentence,
        **sent,
    }
    status = 422 if sentence else 200
    return render(request, "organiser/points/sheet.html", shown, status=status)


@require_safe
@login_required
def points_paper(request: SignedInRequest, slug: str, sheet: int) -> FileResponse:
    """The scan of the signed paper behind a sheet."""
    found = queries.sheet_for(request.user, slug, sheet, *READERS, at=clock.now())
    if found.paper is None:
        raise StoredFile.DoesNotExist
    return file_sent(found.paper)


@require_safe
@login_required
def points_evidence(request: SignedInRequest, slug: str, sheet: int) -> FileResponse:
    """The signed sheet with which a body with one official confirmed the points."""
    found = queries.sheet_for(request.user, slug, sheet, *READERS, at=clock.now())
    confirmation = getattr(found, "confirmation", None)
    if confirmation is None or confirmation.paper is None:
        raise StoredFile.DoesNotExist
    return file_sent(confirmation.paper)
