"""Tasks of committees, as their decisions state them."""

from typing import Annotated

from msgspec import Meta

from hoithi.campaigns.models import Campaign
from hoithi.plans.actions.parts.part import Arrival, Part, Rows, Told, read


class _Duties(Told, frozen=True, kw_only=True):
    committee: Annotated[str, Meta(max_length=300)]
    duties: Annotated[str, Meta(max_length=20_000)]


def _told(campaign: Campaign) -> Rows:
    rows = campaign.committees.exclude(duties="").values("name", "duties")
    return [{"committee": row["name"], "duties": row["duties"]} for row in rows]


def _taken(rows: Rows, arrival: Arrival) -> None:
    for row in read(rows, _Duties):
        name = arrival.titled(row.committee)
        arrival.founded.campaign.committees.filter(name=name).update(duties=row.duties)


COMMITTEES = Part("committees", _told, _taken)
