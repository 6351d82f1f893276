"""What every screen of a meeting fetches and shows."""

from typing import Any

from hoithi.campaigns.models import Activity
from hoithi.campaigns.queries import WORKERS, campaign_for
from hoithi.conferences import queries
from hoithi.kit import clock
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.request import SignedInRequest


def activity_read(request: SignedInRequest, body: str, number: int, key: str) -> Activity:
    """The activity for those who read campaigns; for a deed, those who keep their tasks."""
    names = WORKERS if request.method == "POST" else ()
    campaign = campaign_for(request.user, body, number, *names, at=clock.now())
    return campaign.activities.select_related("campaign__body", "agency").get(key=key)


def shown_of(request: SignedInRequest, activity: Activity, here: str) -> dict[str, Any]:
    """Body, campaign, activity, what the meeting says, and how many answered and came."""
    body = activity.campaign.body
    guests = list(activity.guests.select_related("person"))
    return {
        "body": body,
        "campaign": activity.campaign,
        "activity": activity,
        "meeting": queries.meeting_of(activity),
        "guests": guests,
        "tally": queries.counted(guests),
        "here": here,
        "may_work": may_work(request, body) and not activity.is_superiors,
    }
