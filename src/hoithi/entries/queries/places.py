"""Assisted places as their helpers may open and see them."""

from datetime import datetime

from django.db.models import QuerySet

from hoithi.contests.models import Contest
from hoithi.entries.models import AssistedPlace
from hoithi.people.models import Person, RoleName
from hoithi.people.queries import reach

HELPERS = (RoleName.HELPER, RoleName.UNIT_CONTACT, RoleName.ORGANISER, RoleName.SECRETARY)


def may_help(person: Person, contest: Contest, *, at: datetime) -> bool:
    """Whether the person may lead an assisted place of the contest."""
    over = reach(person, *HELPERS, at=at)
    of_unit = any(of in {None, contest.pk} for of, _ in over.units)
    return of_unit or over.covers(body_id=contest.body_id, contest_id=contest.pk)


def open_places(helper: Person, contest: Contest) -> QuerySet[AssistedPlace]:
    """The open places under this helper's name."""
    return AssistedPlace.objects.filter(contest=contest, helper=helper, closed_at=None)
