"""What every page of money shows: who may write or approve, and the tabs below the campaign's."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries import budgets as queries
from hoithi.web.permissions import holds
from hoithi.web.request import SignedInRequest


def page(request: SignedInRequest, campaign: Campaign, here: str, /, **facts: Any) -> HttpResponse:
    """The page `here` of the campaign's money; a form that was not taken is shown with 422."""
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "here": here,
        "may_write": holds(request, campaign.body, queries.MONEY_WORKERS),
        "may_approve": holds(request, campaign.body, queries.MONEY_APPROVERS),
        **facts,
    }
    status = 422 if request.method == "POST" else 200
    response = render(request, f"organiser/campaigns/budget/{here}.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
