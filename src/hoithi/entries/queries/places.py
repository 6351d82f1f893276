"""Assisted places as their helpers may open and see them."""

from datetime import datetime

from django.db.models import Q, QuerySet

from hoithi.contests.models import Contest
from hoithi.entries.models import AssistedPlace
from hoithi.people.models import Person, Role, RoleName, Scope
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


def helpers_of(contest: Contest, *, at: datetime) -> list[Role]:
    """Who may be named helper: people whose role reaches the contest now or on a later day.

    A role each, so that two cards of one name can be told apart; the body's own come by name.
    """
    covers = Q(scope=Scope.BODY, body=contest.body_id) | Q(contest_id=contest.pk)
    of_unit = Q(scope=Scope.UNIT, contest_id=None, unit__body=contest.body_id)
    held = Role.objects.filter(covers | of_unit, name__in=HELPERS, person__is_active=True)
    held = held.filter(Q(until=None) | Q(until__gt=at)).select_related("person", "unit")
    people: dict[int, Role] = {}
    for role in held.order_by("person__full_name", "pk"):
        people.setdefault(role.person_id, role)
    return list(people.values())


def place_of(contest: Contest, number: int) -> AssistedPlace:
    """One place of the contest. Raises DoesNotExist for any other."""
    return AssistedPlace.objects.select_related("helper", "unit").get(contest=contest, pk=number)
