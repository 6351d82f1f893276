"""Collective rankings as the records of a draft: places, values, how a score came about."""

from collections import Counter

from hoithi.core.collective.gates import Failure
from hoithi.core.collective.order import UnitLine, UnitRanking, compared_by
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.ranking import Collective, InOrder, RankPoints, WeightedSum
from hoithi.results.facts import snapshot
from hoithi.results.facts.showing import Faces, Prizes
from hoithi.results.facts.snapshot import KeyShown
from hoithi.results.facts.values import written

_METHODS = {InOrder: "in_order", WeightedSum: "weighted_sum", RankPoints: "rank_points"}


def collective_shown(
    collective: Collective, ranking: UnitRanking, faces: Faces, rulebook: Rulebook, prizes: Prizes
) -> snapshot.CollectiveShown:
    """A collective ranking: units in order, then those that are not ranked, with the reasons."""
    columns = tuple(
        KeyShown("score", "more") if key is None else KeyShown(key.by, key.first, key.title or "")
        for key in compared_by(collective)
    )
    shared = Counter(line.place for line in ranking.lines)
    return snapshot.CollectiveShown(
        key=collective.key,
        title=collective.title,
        method=_METHODS[type(collective.method)],
        columns=columns,
        lines=tuple(
            _unit_line(line, faces, rulebook, prizes, tied=shared[line.place] > 1)
            for line in (*ranking.lines, *ranking.not_ranked)
        ),
    )


def _unit_line(
    line: UnitLine, faces: Faces, rulebook: Rulebook, prizes: Prizes, *, tied: bool
) -> snapshot.UnitLine:
    return snapshot.UnitLine(
        place=line.place or 0,
        tied=tied and line.place is not None,
        unit=line.unit_id,
        code=line.figures.unit.code,
        name=faces.unit_name(line.unit_id),
        values=tuple(written(value) for value in line.values),
        score=written(line.score),
        working=tuple(
            snapshot.WorkingShown(
                one.by, written(one.value), written(one.points), one.place, one.capped,
                one.title or "",
            )
            for one in line.working
        ),
        failures=tuple(_failure(one, rulebook) for one in line.failures),
        people=line.figures.people,
        sittings=line.figures.sittings,
        staff=line.figures.unit.staff,
        prize=prizes.get(line.unit_id, ""),
    )  # fmt: skip


def _failure(failure: Failure, rulebook: Rulebook) -> snapshot.FailureShown:
    quotas = {quota.key: quota.title for quota in rulebook.entry.quotas}
    parts = {part.key: part.title for part in rulebook.parts}
    return snapshot.FailureShown(
        kind=failure.kind or "",
        found=written(failure.found),
        needed=written(failure.needed),
        by=failure.by or "",
        quota=quotas.get(failure.quota or "", ""),
        missing=tuple(parts.get(key, key) for key in failure.missing),
    )
