"""What goes with a contest that is deleted."""

from dataclasses import dataclass

from hoithi.contests.models import Contest
from hoithi.entries.models import AssistedPlace, ListedExclusion, ListedPerson
from hoithi.people.models import Role
from hoithi.sittings.models import Paper


@dataclass(frozen=True)
class Goes:
    """How much of each there is."""

    versions: int
    rounds: int
    papers: int
    """Papers that are drawn and sealed; the bank keeps its questions."""
    excluded: int
    unit_lists: int
    listed: int
    """People on these lists."""
    places: int
    rehearsals: int
    roles: int
    """Roles that were given over this contest alone."""


def what_goes(contest: Contest) -> Goes:
    """Everything that exists for the sake of the contest."""
    return Goes(
        versions=contest.versions.count(),
        rounds=contest.rounds.count(),
        papers=Paper.objects.filter(pool__round__contest=contest).count(),
        excluded=ListedExclusion.objects.filter(contest=contest).count(),
        unit_lists=contest.unit_lists.count(),
        listed=ListedPerson.objects.filter(list__contest=contest).count(),
        places=AssistedPlace.objects.filter(contest=contest).count(),
        rehearsals=contest.rehearsals.count(),
        roles=Role.objects.filter(contest_id=contest.pk).count(),
    )
