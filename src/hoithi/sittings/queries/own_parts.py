"""Papers of a round that has several, as the person who sat them is told of them."""

from datetime import datetime

from hoithi.core.rulebook.rehearsal import papers_in
from hoithi.core.rulebook.windows import part_of
from hoithi.entries.models import Entrant
from hoithi.sittings.models import Sitting, SittingDecision, SittingDecisionKind
from hoithi.sittings.queries.halls import rulebook


def part_title(row: Sitting) -> str:
    """What the paper of a sitting is called, where its round has several; else empty."""
    rules = rulebook(row.version_id)
    if len(papers_in(rules, row.round.key)) == 1:
        return ""
    return part_of(rules, row.part_key).title


def unsat(entrant: Entrant, *, at: datetime) -> list[tuple[str, list[str]]]:
    """Of rounds that are over, and in which one sat something: the papers that one did not sit.

    The title of each round with those of the papers, in the order of the rounds. Two queries.
    """
    annulled = SittingDecision.objects.filter(entrant=entrant, kind=SittingDecisionKind.ANNUL)
    rows = (
        Sitting.objects.filter(entrant=entrant, round__closes_at__lte=at)
        .exclude(pk__in=annulled.exclude(sitting=None).values("sitting_id"))
        .select_related("round")
        .order_by("round__ordinal", "ordinal")
    )
    by_round: dict[int, list[Sitting]] = {}
    for row in rows:
        by_round.setdefault(row.round_id, []).append(row)
    found = [(mine[0].round.title, _titles_unsat(mine)) for mine in by_round.values()]
    return [(title, titles) for title, titles in found if titles]


def _titles_unsat(mine: list[Sitting]) -> list[str]:
    rules = rulebook(mine[-1].version_id)
    sat = {one.part_key for one in mine}
    keys = papers_in(rules, mine[0].round.key)
    return [part_of(rules, key).title for key in keys if key not in sat]
