"""Who tells of the campaign by which channel, and how often."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from hoithi.campaigns.models import Campaign, OutreachDuty
from hoithi.core.outreach.channels import Cadence, Channel, Phase
from hoithi.plans.actions.parts.part import Arrival, Part, Rows, Told, later, read


class _Duty(Told, frozen=True, kw_only=True):
    agency: Annotated[str, Meta(max_length=300)]
    phase: Phase
    channel: Channel
    cadence: Cadence = Cadence.ONCE
    first_day: date | None = None
    last_day: date | None = None
    words: Annotated[str, Meta(max_length=1_000)] = ""


def _told(campaign: Campaign) -> Rows:
    return [
        msgspec.to_builtins(
            _Duty(
                agency=one.agency.name,
                phase=Phase(one.phase),
                channel=Channel(one.channel),
                cadence=Cadence(one.cadence),
                first_day=one.first_day,
                last_day=one.last_day,
                words=one.words,
            )
        )
        for one in campaign.outreach_duties.select_related("agency")
    ]


def _taken(rows: Rows, arrival: Arrival) -> None:
    campaign = arrival.founded.campaign
    agencies = {one.name: one for one in campaign.agencies.all()}
    duties = {
        (row.agency, row.phase, row.channel): OutreachDuty(
            campaign=campaign,
            agency=agencies[row.agency],
            phase=row.phase.value,
            channel=row.channel.value,
            cadence=row.cadence.value,
            first_day=later(row.first_day, arrival),
            last_day=later(row.last_day, arrival),
            words=row.words,
            made_by=arrival.by,
        )
        for row in read(rows, _Duty)
        if row.agency in agencies
    }
    OutreachDuty.objects.bulk_create(duties.values())


OUTREACH = Part("outreach", _told, _taken)
