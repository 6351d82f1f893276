"""The contests offered as a superior's: what the plan speaks of first, own ones last."""

import re

from hoithi.contests.models import Contest
from hoithi.contests.queries import joinable_contests
from hoithi.core.founding.superiors import may_be_superior
from hoithi.core.plans.normal import folded
from hoithi.people.models import OrganisingBody

_WORDS = re.compile(r"\w+")
_MOST = 50
_LOOKED_AT = 500


def offered(body: OrganisingBody, about: str) -> list[Contest]:
    """What a campaign told so may join; contests of equals and of its own are no superior's."""
    others = joinable_contests(body).exclude(body=body, campaign__from_plan=True)
    # Of the body's own only those that stand in for a superior's are joined again.
    found = others.exclude(body=body, joined_by__isnull=True)[:_LOOKED_AT]
    rows = [one for one in found if one.body_id == body.pk or _may_lead(one, body)]
    told = set(_WORDS.findall(folded(about)))

    def key(one: Contest) -> tuple[bool, float]:
        words = set(_WORDS.findall(folded(f"{one.title} {one.body.name}")))
        return one.body_id == body.pk, -len(words & told) / max(len(words | told), 1)

    return sorted(rows, key=key)[:_MOST]


def _may_lead(one: Contest, body: OrganisingBody) -> bool:
    return may_be_superior(one.body.name, body.name, year=one.created_at.year)
