"""Outlines of the reports that units fill in; nobody is asked yet."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from hoithi.campaigns.facts import outline_of
from hoithi.campaigns.models import Campaign, ReportRequest
from hoithi.core.reporting.outlines import Outline
from hoithi.plans.actions.parts.part import Arrival, Part, Rows, Told, later, read


class _Request(Told, frozen=True, kw_only=True):
    title: Annotated[str, Meta(min_length=1, max_length=300)]
    outline: Outline
    due_on: date
    guidance: Annotated[str, Meta(max_length=20_000)] = ""


def _told(campaign: Campaign) -> Rows:
    return [
        msgspec.to_builtins(
            _Request(
                title=one.title,
                outline=outline_of(one),
                due_on=one.due_on,
                guidance=one.guidance,
            )
        )
        for one in campaign.report_requests.order_by("made_at", "pk")
    ]


def _taken(rows: Rows, arrival: Arrival) -> None:
    ReportRequest.objects.bulk_create(
        ReportRequest(
            campaign=arrival.founded.campaign,
            title=arrival.titled(row.title),
            guidance=row.guidance,
            outline=msgspec.to_builtins(row.outline),
            due_on=later(row.due_on, arrival) or row.due_on,
            made_by=arrival.by,
            made_at=arrival.at,
        )
        for row in read(rows, _Request)
    )


REPORTS = Part("reports", _told, _taken)
