"""Those whom the secretariat registered: teams, units, people on paper lists."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from hoithi.contests.models import Contest
from hoithi.contests.queries import contest_for
from hoithi.core.vietnamese.text import masked_name, sort_key, words_key
from hoithi.entries.models import Channel, Entrant, EntrantKind, LateDecision
from hoithi.people.models import Person, RoleName

REGISTRARS = (RoleName.ORGANISER, RoleName.SECRETARY)
"""Who registers entrants and types papers."""
_AT_ONCE = 500
BY_SECRETARIAT = (Channel.SECRETARIAT, Channel.PAPER)
"""How those came in who did not register by themselves."""


def registered(contest: Contest, text: str = "") -> list[int]:
    """Numbers of the entrants who did not come in by themselves, in Vietnamese order of names.

    With a text only those whose name holds it, however it is typed. `registered_rows` fetches as
    many of them as a page or a file takes at once.
    """
    rows = Entrant.objects.filter(contest=contest, channel__in=BY_SECRETARIAT)
    found = list(rows.values_list("name", "pk"))
    if text:
        words = words_key(masked_name(text) if _is_person(contest) else text)
        found = [(name, pk) for name, pk in found if words in words_key(name)]
    return [pk for name, pk in sorted(found, key=lambda one: (sort_key(one[0]), one[1]))]


def registered_rows(numbers: Sequence[int]) -> list[Entrant]:
    """These entrants in this order with units, members and late decisions. Three queries."""
    rows = Entrant.objects.select_related("unit").prefetch_related(_late(), "members")
    found = rows.in_bulk(list(numbers))
    return [found[number] for number in numbers if number in found]


def each_registered(contest: Contest) -> Iterator[Entrant]:
    """All of them in order, some hundreds at a time."""
    numbers = registered(contest)
    for start in range(0, len(numbers), _AT_ONCE):
        yield from registered_rows(numbers[start : start + _AT_ONCE])


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
