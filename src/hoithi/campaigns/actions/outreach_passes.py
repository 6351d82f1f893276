"""Links by which units report outreach without an account: given, taken back, slowed down."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from hoithi.campaigns.actions.nominations import refuse_draft
from hoithi.campaigns.models import Campaign, OutreachPass
from hoithi.campaigns.queries.outreach import Teller
from hoithi.campaigns.queries.outreach_units import passes_of
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.actions.tallies import count_try
from hoithi.people.facts.tries import Counter, Limit
from hoithi.people.models import Person

LONGEST = timedelta(days=366)
_REPORTS = Limit("outreach_pass", 40, timedelta(hours=1))
"""Of one link: nobody tells more in an hour, whoever got hold of it."""


class PassTooLong(Refusal):
    """A link must end, within a year and after today."""


@transaction.atomic
def give_passes(
    campaign: Campaign, to: Iterable[Teller], *, until: datetime, by: Person, at: datetime
) -> int:
    """A link for each of these who has none that holds; how many are new.

    Refuses while the campaign is a copy without a signed plan.
    """
    refuse_draft(campaign)
    if not at < until <= at + LONGEST:
        raise PassTooLong
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    there = passes_of(campaign, at=at)
    new = [
        OutreachPass(
            campaign=campaign,
            agency=one.agency,
            unit_id=one.unit_id,
            made_by=by,
            made_at=at,
            expires_at=until,
        )
        for one in to
        if one.key not in there
    ]
    OutreachPass.objects.bulk_create(new, batch_size=200)
    facts = {"links": len(new), "until": until.isoformat()}
    journal.record("campaigns.outreach_links_given", campaign, by=by, at=at, facts=facts)
    return len(new)


@transaction.atomic
def revoke_pass(given: OutreachPass, *, by: Person, at: datetime) -> None:
    """The link opens nothing any more; what was reported by it stays."""
    if OutreachPass.objects.filter(pk=given.pk, revoked_at=None).update(revoked_at=at):
        facts = {"pass": given.pk}
        journal.record("campaigns.outreach_link_revoked", given.campaign, by=by, at=at, facts=facts)


def slow_down(given: OutreachPass, *, at: datetime) -> None:
    """Counts a report by a link. Refuses (TooManyTries) the forty-first of an hour."""
    count_try([Counter(_REPORTS, str(given.pk))], at=at)
