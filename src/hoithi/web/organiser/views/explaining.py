"""Why a line stands where it stands: the whole ranking, two lines side by side, the sheets."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.documents.typeset.sheets import sheet
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.results.models import Draft
from hoithi.results.queries import desk as desks
from hoithi.results.queries import explaining
from hoithi.web.organiser.ranking import judged_said, ranking_shown, units_shown
from hoithi.web.organiser.views.results import key_of
from hoithi.web.request import SignedInRequest
from hoithi.wording.explaining import line_document, unit_document


@require_safe
@login_required
def ranking_desk(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """The whole ranking page by page, and why one line stands above any other."""
    draft = desks.draft_at_desk(request.user, slug, key_of(key), at=clock.now())
    shown = {"contest": draft.contest, "body": draft.contest.body, "key": key, "draft": draft}
    return render(
        request, "organiser/results/ranking.html", shown | ranking_shown(draft, request.GET)
    )


@require_safe
@login_required
def units_desk(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """The collective rankings of a draft."""
    draft = desks.draft_at_desk(request.user, slug, key_of(key), at=clock.now())
    shown = {"contest": draft.contest, "body": draft.contest.body, "key": key, "draft": draft}
    shown["judged"] = judged_said(draft)
    return render(request, "organiser/results/units.html", shown | units_shown(draft))


@require_safe
@login_required
def candidate_sheet(request: SignedInRequest, slug: str, key: str, token: str) -> HttpResponse:
    """The explanation sheet of a person or a team as PDF, the name masked."""
    draft = desks.draft_at_desk(request.user, slug, key_of(key), at=clock.now())
    entrant = Entrant.objects.get(contest=draft.contest_id, token=token)
    found = explaining.line_sheet(draft, entrant)
    if found is None:
        raise Entrant.DoesNotExist
    return _pdf(sheet(line_document(found, sha256=draft.sha256)))


@require_safe
@login_required
def unit_sheet_desk(
    request: SignedInRequest, slug: str, key: str, table: str, code: str
) -> HttpResponse:
    """The explanation sheet of a unit in a collective ranking as PDF."""
    draft = desks.draft_at_desk(request.user, slug, key_of(key), at=clock.now())
    found = explaining.unit_sheet(draft, table, code)
    if found is None:
        raise Draft.DoesNotExist
    return _pdf(sheet(unit_document(found, sha256=draft.sha256)))


def _pdf(content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Cache-Control"] = "private, no-store"
    return response
