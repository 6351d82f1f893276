"""The campaigns of a body, and one of them with all that is to be done."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.campaigns import queries
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.plans.queries import waiting_documents
from hoithi.web.organiser.campaigns.shown import contests_in, may_found, may_work
from hoithi.web.request import SignedInRequest


@require_safe
@login_required
def campaigns(request: SignedInRequest, body: str) -> HttpResponse:
    """All campaigns of the body, and the plans that wait to be looked through."""
    at = clock.now()
    over = queries.body_with_campaigns(request.user, body, at=at)
    rows = list(queries.campaigns_of(over))
    told = queries.summaries(rows, today=local_day(at))
    shown = {
        "body": over,
        "campaigns": [(row, told[row.pk]) for row in rows],
        "waiting": list(waiting_documents(over)),
        "may_found": may_found(request, over),
    }
    return render(request, "organiser/campaigns/list.html", shown)


@require_safe
@login_required
def campaign(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """One campaign: what is urgent, activities, open questions, tasks by agency, committees."""
    at = clock.now()
    found = queries.campaign_for(request.user, body, number, at=at)
    board = queries.board(found, today=local_day(at))
    shown = {
        "body": found.body,
        "campaign": found,
        "board": board,
        "activities": contests_in(request, board.activities),
        "may_work": may_work(request, found.body),
        "plan": getattr(found, "plan_document", None),
    }
    return render(request, "organiser/campaigns/campaign.html", shown)
