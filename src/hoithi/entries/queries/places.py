"""Assisted places as their helpers may open and see them."""

from datetime import datetime

from django.db.models import Q, QuerySet

from hoithi.contests.models import Contest, ContestState
from hoithi.entries.models import AssistedPlace
from hoithi.people.models import Person, Role, RoleName, Scope
from hoithi.people.queries import roles_in_force

HELPERS = (RoleName.HELPER, RoleName.UNIT_CONTACT, RoleName.ORGANISER, RoleName.SECRETARY)


def may_help(person: Person, contest: Contest, *, at: datetime) -> bool:
    """Whether the person may lead an assisted place of the contest."""
    held = roles_in_force(at).filter(person=person, name__in=HELPERS)
    return held.filter(Q(scope=Scope.INSTALLATION) | _reaching(contest)).exists()


def contests_helped(person: Person, *, at: datetime) -> list[Contest]:
    """Public contests for which the person was made helper, by title."""
    held = roles_in_force(at).filter(person=person, name=RoleName.HELPER).select_related("unit")
    contests, bodies = set(), set()
    for role in held:
        if role.contest_id:
            contests.add(role.contest_id)
        else:
            bodies |= {role.body_id, role.unit.body_id if role.unit else None}
    reached = Q(pk__in=contests) | Q(body__in=bodies - {None})
    public = Contest.objects.filter(state=ContestState.ANNOUNCED, rehearses=None)
    return list(public.filter(reached).order_by("title", "pk"))


def _reaching(contest: Contest) -> Q:
    """Roles over the contest, its body, or a unit of that body."""
    covers = Q(scope=Scope.BODY, body=contest.body_id) | Q(contest_id=contest.pk)
    of_body = Q(body=contest.body_id) | Q(unit__body=contest.body_id)
    return covers | (Q(scope=Scope.UNIT, contest_id=None) & of_body)


def open_places(helper: Person, contest: Contest) -> QuerySet[AssistedPlace]:
    """The open places under this helper's name."""
    return AssistedPlace.objects.filter(contest=contest, helper=helper, closed_at=None)


def helpers_of(contest: Contest, *, at: datetime) -> list[Role]:
    """Who may be named helper: people whose role reaches the contest now or on a later day.

    A role each, so that two cards of one name can be told apart; the body's own come by name.
    """
    held = Role.objects.filter(_reaching(contest), name__in=HELPERS, person__is_active=True)
    held = held.filter(Q(until=None) | Q(until__gt=at)).select_related("person", "unit")
    people: dict[int, Role] = {}
    for role in held.order_by("person__full_name", "pk"):
        people.setdefault(role.person_id, role)
    return list(people.values())


def place_of(contest: Contest, number: int) -> AssistedPlace:
    """One place of the contest. Raises DoesNotExist for any other."""
    return AssistedPlace.objects.select_related("helper", "unit").get(contest=contest, pk=number)
