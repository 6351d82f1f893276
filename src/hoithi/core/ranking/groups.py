"""Groups in a ranking: each on its own where papers or prizes differ, points made comparable."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec.structs import replace

from hoithi.core.counting import exact_share
from hoithi.core.points import Result
from hoithi.core.ranking.columns import Grounds
from hoithi.core.ranking.placings import Placing, rank
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.groups import have_own_papers
from hoithi.core.rulebook.ranking import RankingKey

_HUNDRED = 100


def rank_apart(
    results: Iterable[Result],
    keys: Sequence[RankingKey],
    grounds: Grounds,
    groups: Sequence[str],
) -> list[Placing]:
    """One ranking after the other, each from place 1: the groups in order, who has none last.

    Without groups it is one ranking of all.
    """
    found = rankings_by_group(results, keys, grounds, groups)
    return [placing for ranking in found.values() for placing in ranking]


def rankings_by_group(
    results: Iterable[Result],
    keys: Sequence[RankingKey],
    grounds: Grounds,
    groups: Sequence[str],
) -> dict[str | None, list[Placing]]:
    """The ranking of each group; under None of those who have none, without groups of all."""
    of_group: dict[str | None, list[Result]] = {group: [] for group in (*groups, None)}
    for result in results:
        group = grounds.facts(result.entrant_id).group
        of_group[group if group in of_group else None].append(result)
    return {group: rank(mine, keys, grounds) for group, mine in of_group.items()}


def need_shares(rulebook: Rulebook, results: Iterable[Result]) -> bool:
    """Whether points of a round cannot be compared, because groups sat papers of other maxima."""
    if not have_own_papers(rulebook):
        return False
    most: dict[str, Decimal] = {}
    return any(most.setdefault(one.round_key, one.most) != one.most for one in results)


def as_shares(results: Iterable[Result]) -> list[Result]:
    """The results with their points as a share of what could be reached, out of 100."""
    return [
        replace(one, points=_share(one.points, one.most), most=Decimal(_HUNDRED)) for one in results
    ]


def _share(points: Decimal, most: Decimal) -> Decimal:
    return Decimal(exact_share(points * _HUNDRED, most)) if most else Decimal(0)
