"""The rounds that matter now with the decisions about them, read in a few queries."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Q, QuerySet

from hoithi.contests.models import Contest, ContestState, Round, RulebookVersion
from hoithi.contests.queries import pause_reasons, stops
from hoithi.core.attempts import Stop
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import from_json
from hoithi.sittings.facts.records import Hall, RoundNow
from hoithi.sittings.models import PaperPool, PoolKind, SittingDecision, SittingDecisionKind


class _Row(NamedTuple):
    id: int
    contest_id: int
    slug: str
    key: str
    opens_at: datetime | None
    closes_at: datetime | None
    paused_at: datetime | None
    cancelled_at: datetime | None
    clock_stopped: bool
    version_id: int | None


def hall(at: datetime) -> Hall:
    """Everything the exam room must know beside the packets themselves."""
    return _hall(Contest.objects.filter(state=ContestState.ANNOUNCED), at)


def hall_of(contest: Contest, at: datetime) -> Hall:
    """The same for one contest."""
    return _hall(Contest.objects.filter(pk=contest.pk, state=ContestState.ANNOUNCED), at)


def _hall(public: QuerySet[Contest], at: datetime) -> Hall:
    contests = dict(public.values_list("slug", "pk"))
    rounds = _rounds(Q(contest__in=contests.values()), at)
    by_contest: dict[str, list[RoundNow]] = {slug: [] for slug in contests}
    for one in rounds:
        by_contest.setdefault(one.slug, []).append(one)
    decided = _decisions([one.id for one in rounds])
    return Hall(
        rounds={one.id: one for one in rounds},
        contests={slug: tuple(each) for slug, each in by_contest.items()},
        contest_ids=contests,
        pools=_pools([one.id for one in rounds]),
        extensions=decided.extensions,
        annulled=frozenset(decided.annulled),
        permissions=decided.permissions,
    )


def rounds_now(contest: Contest, at: datetime) -> list[RoundNow]:
    """The rounds of a contest in their order, whatever their state."""
    return _rounds(Q(contest=contest), at)


def round_now(round_id: int, at: datetime) -> RoundNow:
    """One round, however long ago it closed. Raises DoesNotExist."""
    found = _rounds(Q(pk=round_id), at)
    if not found:
        raise Round.DoesNotExist
    return found[0]


@lru_cache(maxsize=256)
def rulebook(version_id: int) -> Rulebook:
    """The rules of a version; one in force never changes, so it is read once."""
    document = RulebookVersion.objects.values_list("document", flat=True).get(pk=version_id)
    return from_json(bytes(document))


def _rounds(condition: Q, at: datetime) -> list[RoundNow]:
    fields = [name if name != "slug" else "contest__slug" for name in _Row._fields]
    found = Round.objects.filter(condition).order_by("contest_id", "ordinal")
    rows = [_Row(*row) for row in found.values_list(*fields)]
    current = _current_versions({row.contest_id for row in rows if row.version_id is None}, at)
    versions = [(row, row.version_id or current.get(row.contest_id)) for row in rows]
    stopped = stops([row.id for row in rows], at=at)
    reasons = pause_reasons([row.id for row in rows if row.paused_at is not None])
    return [
        replace(_now(row, version, stopped.get(row.id, ())), pause_reason=reasons.get(row.id, ""))
        for row, version in versions
        if version is not None
    ]


def _current_versions(contests: set[int], at: datetime) -> dict[int, int]:
    if not contests:
        return {}
    in_force = RulebookVersion.objects.filter(contest__in=contests, effective_at__lte=at)
    return dict(in_force.order_by("number").values_list("contest_id", "pk"))


def _now(row: _Row, version_id: int, stopped: tuple[Stop, ...]) -> RoundNow:
    return RoundNow(
        id=row.id,
        contest_id=row.contest_id,
        slug=row.slug,
        key=row.key,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        paused=row.paused_at is not None,
        cancelled=row.cancelled_at is not None,
        version_id=version_id,
        rulebook=rulebook(version_id),
        stops=stopped,
        clock_stopped=row.clock_stopped and row.paused_at is not None,
    )


class _Decided(NamedTuple):
    extensions: dict[int, timedelta]
    annulled: set[int]
    permissions: dict[int, dict[tuple[int, str], int]]


def _decisions(rounds: list[int]) -> _Decided:
    found = _Decided(defaultdict(timedelta), set(), defaultdict(lambda: defaultdict(int)))
    rows = SittingDecision.objects.filter(round__in=rounds)
    for kind, sitting, entrant, round_, part, seconds in rows.values_list(
        "kind", "sitting_id", "entrant_id", "round_id", "part_key", "seconds"
    ):
        if kind == SittingDecisionKind.PERMIT:
            found.permissions[entrant][round_, part] += 1
        elif kind == SittingDecisionKind.EXTEND:
            found.extensions[sitting] += timedelta(seconds=seconds)
        elif kind == SittingDecisionKind.ANNUL:
            found.annulled.add(sitting)
    return found


def _pools(rounds: list[int]) -> dict[tuple[int, str, str], tuple[int, int]]:
    """The newest sealed pool wins; one whose papers are still being written has no hash yet."""
    online = PaperPool.objects.filter(round__in=rounds, kind=PoolKind.ONLINE)
    pools = online.exclude(sha256="").order_by("number")
    rows = pools.values_list("round_id", "part_key", "group", "pk", "size")
    return {(round_, part, group): (pk, size) for round_, part, group, pk, size in rows}
