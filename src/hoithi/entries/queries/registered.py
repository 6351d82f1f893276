"""Those whom the secretariat registered: teams, units, people on paper lists."""

from datetime import datetime

from django.db.models import QuerySet

from hoithi.contests.models import Contest
from hoithi.contests.queries import contest_for
from hoithi.core.vietnamese.text import masked_name
from hoithi.entries.models import Channel, Entrant, EntrantKind
from hoithi.people.models import Person, RoleName

REGISTRARS = (RoleName.ORGANISER, RoleName.SECRETARY)
"""Who registers entrants and types papers."""


def registered(contest: Contest, text: str = "") -> QuerySet[Entrant]:
    """Entrants who did not come in by themselves, by name; those whose name holds the text."""
    rows = Entrant.objects.filter(contest=contest).select_related("unit")
    by_secretariat = rows.filter(channel__in=[Channel.SECRETARIAT, Channel.PAPER])
    if text:
        shown = masked_name(text) if _is_person(contest) else text
        by_secretariat = by_secretariat.filter(name__icontains=shown)
    return by_secretariat.order_by("name", "pk")


def _is_person(contest: Contest) -> bool:
    first = Entrant.objects.filter(contest=contest).values_list("kind", flat=True).first()
    return first == EntrantKind.PERSON


def registered_team(person: Person, slug: str, token: str, *, at: datetime) -> Entrant:
    """A team or unit whose name the person may correct. Raises DoesNotExist for any other."""
    contest = contest_for(person, slug, *REGISTRARS, at=at)
    teams = Entrant.objects.exclude(kind=EntrantKind.PERSON).select_related("contest__body")
    return teams.get(contest=contest, token=token)
