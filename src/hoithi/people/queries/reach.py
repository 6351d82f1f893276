"""What a person may reach; every other query asks here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from hoithi.people.models import Person, Role, RoleName, Scope


@dataclass(frozen=True)
class Reach:
    """Over what somebody holds one of the roles asked for."""

    everywhere: bool = False
    bodies: frozenset[int] = frozenset()
    contests: frozenset[int] = frozenset()
    units: frozenset[tuple[int | None, int]] = frozenset()
    """Pairs of contest (None: every contest of the body) and unit."""

    def covers(self, *, body_id: int, contest_id: int | None = None) -> bool:
        """Whether an object of this body, and of this contest if it has one, is within reach."""
        return self.everywhere or body_id in self.bodies or contest_id in self.contests

    def within(self, body: str, contest: str | None = None) -> Q:
        """The condition on rows, given the lookups to their body and their contest."""
        if self.everywhere:
            return Q()
        condition = Q(**{f"{body}__in": self.bodies})
        if contest:
            condition |= Q(**{f"{contest}__in": self.contests})
        return condition


def reach(person: Person, *names: RoleName, at: datetime) -> Reach:
    """Where the person holds any of these roles at that moment. One query."""
    rows = _in_force(person, at).filter(name__in=names)
    roles = list(rows.values_list("scope", "body_id", "contest_id", "unit_id"))
    return Reach(
        everywhere=any(scope == Scope.INSTALLATION for scope, *_ in roles),
        bodies=frozenset(body for scope, body, _, _ in roles if scope == Scope.BODY and body),
        contests=frozenset(c for scope, _, c, _ in roles if scope == Scope.CONTEST and c),
        units=frozenset((c, unit) for scope, _, c, unit in roles if scope == Scope.UNIT and unit),
    )


@dataclass(frozen=True)
class Held:
    """All roles of a person at a moment, read once to be asked about many objects."""

    rows: tuple[tuple[str, str, int | None, int | None], ...] = ()
    """Name, scope, body and contest of each."""

    def over(self, *, body_id: int, contests: Collection[int | None] = ()) -> frozenset[RoleName]:
        """The roles that reach an object of this body, or of one of these contests of it."""
        reached = (
            name
            for name, scope, body, contest in self.rows
            if scope == Scope.INSTALLATION
            or (scope == Scope.BODY and body == body_id)
            or (scope == Scope.CONTEST and contest in contests)
        )
        return frozenset(map(RoleName, reached))


def held(person: Person, *, at: datetime) -> Held:
    """Everything the person holds at that moment. One query."""
    rows = _in_force(person, at).values_list("name", "scope", "body_id", "contest_id")
    return Held(tuple(rows))


def _in_force(person: Person, at: datetime) -> QuerySet[Role]:
    return Role.objects.filter(
        Q(until__isnull=True) | Q(until__gt=at),
        person=person,
        person__is_active=True,
        since__lte=at,
    )
