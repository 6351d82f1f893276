"""Those whom the secretariat registered: teams, units, people on paper lists."""

from datetime import datetime

from django.db.models import Prefetch, QuerySet

from hoithi.contests.models import Contest
from hoithi.contests.queries import contest_for
from hoithi.core.vietnamese.text import masked_name
from hoithi.entries.models import Channel, Entrant, EntrantKind, LateDecision
from hoithi.people.models import Person, RoleName

REGISTRARS = (RoleName.ORGANISER, RoleName.SECRETARY)
"""Who registers entrants and types papers."""
BY_SECRETARIAT = (Channel.SECRETARIAT, Channel.PAPER)
"""How those came in who did not register by themselves."""


def registered(contest: Contest, text: str = "") -> QuerySet[Entrant]:
    """Entrants who did not come in by themselves, by name; those whose name holds the text."""
    rows = Entrant.objects.filter(contest=contest).select_related("unit")
    by_secretariat = rows.filter(channel__in=BY_SECRETARIAT).prefetch_related(_late(), "members")
    if text:
        shown = masked_name(text) if _is_person(contest) else text
        by_secretariat = by_secretariat.filter(name__icontains=shown)
    return by_secretariat.order_by("name", "pk")


def _late() -> "Prefetch[str]":
    """Decisions after the last day of registration, the oldest first."""
    return Prefetch("late_decisions", LateDecision.objects.order_by("pk"))


def _is_person(contest: Contest) -> bool:
    first = Entrant.objects.filter(contest=contest).values_list("kind", flat=True).first()
    return first == EntrantKind.PERSON


def registered_team(person: Person, slug: str, token: str, *, at: datetime) -> Entrant:
    """A team or unit whose name the person may correct. Raises DoesNotExist for any other."""
    contest = contest_for(person, slug, *REGISTRARS, at=at)
    teams = Entrant.objects.exclude(kind=EntrantKind.PERSON).select_related("contest__body")
    return teams.get(contest=contest, token=token)


def registered_entrant(person: Person, slug: str, token: str, *, at: datetime) -> Entrant:
    """An entrant whom the secretariat registered. Raises DoesNotExist for any other."""
    contest = contest_for(person, slug, *REGISTRARS, at=at)
    rows = Entrant.objects.filter(channel__in=BY_SECRETARIAT).select_related("unit")
    return rows.select_related("contest__body").get(contest=contest, token=token)


def team_for(person: Person, slug: str, token: str, *, at: datetime) -> Entrant:
    """A team with its members, for those who register. Raises DoesNotExist for what is no team."""
    contest = contest_for(person, slug, *REGISTRARS, at=at)
    teams = Entrant.objects.filter(kind=EntrantKind.TEAM).select_related("unit", "contest__body")
    known = teams.prefetch_related("members__identity", _late())
    return known.get(contest=contest, token=token)


def uses_of(entrant: Entrant) -> tuple[str, ...]:
    """Names of the features that hold something of the entrant: `sittings`, `judging` ...

    Asks every table that refers to entrants, so that one made later is not forgotten.
    """
    used = set[str]()
    for relation in Entrant._meta.related_objects:
        table = relation.field.model
        feature = table._meta.app_label
        if feature == Entrant._meta.app_label or feature in used:
            continue
        if QuerySet(table).filter(**{relation.field.name: entrant.pk}).exists():
            used.add(feature)
    return tuple(sorted(used))
