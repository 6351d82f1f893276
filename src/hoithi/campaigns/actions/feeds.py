"""Calendars of tasks under a secret address: made, made anew, revoked."""

from datetime import datetime

from django.db import transaction

from hoithi.campaigns.models import Agency, TaskFeed
from hoithi.journal import actions as journal
from hoithi.people.models import Person


@transaction.atomic
def open_feed(*, agency: Agency | None = None, by: Person, at: datetime) -> TaskFeed:
    """The calendar of an agency, or of whoever asks; one that was open before is closed."""
    close_feed(agency=agency, by=by, at=at)
    feed = TaskFeed.objects.create(
        agency=agency, person=None if agency else by, made_by=by, made_at=at
    )
    _recorded("campaigns.feed_opened", agency, by, at)
    return feed


@transaction.atomic
def close_feed(*, agency: Agency | None = None, by: Person, at: datetime) -> int:
    """Revokes the calendar of an agency, or of whoever asks; how many were open."""
    whose = {"agency": agency} if agency else {"person": by}
    closed = TaskFeed.objects.filter(revoked_at=None, **whose).update(revoked_at=at)
    if closed:
        _recorded("campaigns.feed_closed", agency, by, at)
    return closed


def _recorded(deed: str, agency: Agency | None, by: Person, at: datetime) -> None:
    if agency:
        facts = {"agency": agency.pk}
        journal.record(deed, agency.campaign, by=by, at=at, facts=facts)
    else:
        journal.record(deed, by, by=by, at=at)
