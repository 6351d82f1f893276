"""The contests offered as a superior's: the one that the plan speaks of first, own ones last."""

import re

from hoithi.contests.models import Contest
from hoithi.contests.queries import joinable_contests
from hoithi.core.plans.normal import folded
from hoithi.people.models import OrganisingBody

_WORDS = re.compile(r"\w+")
_MOST = 50
_LOOKED_AT = 500


def offered(body: OrganisingBody, about: str) -> list[Contest]:
    """What a campaign told so may join; contests of the body's own plans are no superior's."""
    rows = joinable_contests(body).exclude(body=body, campaign__from_plan=True)[:_LOOKED_AT]
    told = set(_WORDS.findall(folded(about)))

    def key(one: Contest) -> tuple[bool, float]:
        words = set(_WORDS.findall(folded(f"{one.title} {one.body.name}")))
        return one.body_id == body.pk, -len(words & told) / max(len(words | told), 1)

    return sorted(rows, key=key)[:_MOST]
