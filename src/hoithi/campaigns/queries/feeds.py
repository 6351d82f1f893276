"""Calendars of tasks: whose an address is, and what is in it."""

from datetime import datetime

from django.db.models import F, Q, QuerySet

from hoithi.campaigns.models import Agency, Campaign, Task, TaskFeed
from hoithi.campaigns.queries.boards import READERS, WORKERS
from hoithi.campaigns.queries.contacts import units_of_contact
from hoithi.people.models import Person
from hoithi.people.queries import reach


def feed_by(token: str) -> TaskFeed:
    """The calendar at this address. Raises DoesNotExist for one that was revoked.

    That of a person who may no longer sign in is gone with them.
    """
    feeds = TaskFeed.objects.filter(Q(person=None) | Q(person__is_active=True), revoked_at=None)
    return feeds.select_related("person", "agency__campaign__body").get(token=token)


def feed_of(*, person: Person | None = None, agency: Agency | None = None) -> TaskFeed | None:
    """The open calendar of a person or of an agency; one query."""
    whose = {"agency": agency} if agency else {"person": person}
    return TaskFeed.objects.filter(revoked_at=None, **whose).first()


def tasks_in_feed(feed: TaskFeed, *, at: datetime) -> QuerySet[Task]:
    """Dated tasks of the agency; or those of a person: of the units they are the contact of, of
    the agency that sent them to a committee, and of the campaigns whose tasks they keep."""
    dated = Task.objects.filter(asks="", falls_last__isnull=False)
    found = dated.filter(holdings__agency=feed.agency)
    if feed.person:
        found = _own(feed.person, dated, at)
    # By number: somebody may hold one task in several ways, and whole rows are long to compare.
    rows = Task.objects.filter(pk__in=found.values("pk"))
    return (
        rows.select_related("campaign__body", "activity")
        .prefetch_related("holdings__agency")
        .order_by("falls_last", "pk")
    )


def _own(person: Person, dated: QuerySet[Task], at: datetime) -> QuerySet[Task]:
    units = list(units_of_contact(person, at=at))
    as_unit = Q(holdings__unit__in=units, holdings__unit__body=F("campaign__body"))
    as_agency = Q(
        holdings__unit=None,
        holdings__agency__unit__in=units,
        holdings__agency__unit__body=F("campaign__body"),
    )
    sent = Q(holdings__agency__members__person=person)
    readable = reach(person, *READERS, at=at).within("campaign__body")
    kept = reach(person, *WORKERS, at=at)
    return dated.filter(as_unit | as_agency | (sent & readable) | Q(campaign__body__in=kept.bodies))


def feeds_of_agencies(campaign: Campaign) -> dict[int, TaskFeed]:
    """The open calendars of a campaign's agencies, by the agency's number; one query."""
    open_ones = TaskFeed.objects.filter(agency__campaign=campaign, revoked_at=None)
    return {feed.agency_id: feed for feed in open_ones if feed.agency_id}
