"""The worker's part of reminding: once a day, in the morning, each campaign is looked at."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from hoithi.campaigns import actions, queries
from hoithi.campaigns.actions import Said
from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries import Reminder
from hoithi.core.vietnamese.moments import LocalMoment, local_day
from hoithi.wording.reminders import reminder_message

FROM_MINUTE = 7 * 60
"""Nobody's telephone rings before 07h00."""


def reminders_due(at: datetime) -> Iterable[Callable[[], object]]:
    """A deed for each campaign that was not looked at today."""
    if LocalMoment.of(at).minute < FROM_MINUTE:
        return
    for campaign in queries.campaigns_to_look_at(local_day(at)):
        yield partial(_remind, campaign, at)


def _remind(campaign: Campaign, at: datetime) -> None:
    today = local_day(at)

    def say(of: Campaign, reminders: Sequence[Reminder]) -> Said:
        return Said(reminder_message(of, reminders, today), reverse("unit_campaigns"))

    with translation.override(settings.LANGUAGE_CODE):
        actions.remind(campaign, say, at=at, today=today)
