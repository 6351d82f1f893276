"""Questions of sealed papers whose document has ended or was amended since."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q

from hoithi.contests.models import Round
from hoithi.core.papers.records import decode
from hoithi.core.vietnamese.moments import local_day
from hoithi.questions.models import QuestionVersion
from hoithi.questions.queries.changes import first_change_day
from hoithi.sittings.models import Paper, PaperPool, PoolKind


@dataclass(frozen=True)
class Outdated:
    """A question that papers hold as it was sealed, and since when its document is another."""

    version: QuestionVersion
    since: date


def outdated(rounds: Collection[Round], *, at: datetime) -> dict[int, list[Outdated]]:
    """By round what its newest sealed papers ask that no longer holds when they are sat.

    A question that a reviewer confirmed after the change is none of them. Two queries for all
    rounds, and one to look into papers where a bank has such a question.
    """
    if not rounds:
        return {}
    ending = _ending({one.contest_id for one in rounds})
    by_round = {one.pk: _held_no_more(ending[one.contest_id], one, at) for one in rounds}
    asked = _asked([pk for pk, found in by_round.items() if found])
    told = {
        pk: [one for one in found if one.version.pk in asked[pk]] for pk, found in by_round.items()
    }
    return {pk: found for pk, found in told.items() if found}


def _ending(contests: Collection[int]) -> Mapping[int, list[Outdated]]:
    """By contest all versions in its banks whose document ends or is changed some day."""
    rows = (
        QuestionVersion.objects.filter(question__bank__contests__in=contests)
        .annotate(contest=F("question__bank__contests"), changed_on=first_change_day())
        .filter(Q(changed_on__isnull=False) | Q(in_force_to__isnull=False))
        .select_related("question")
        .order_by("question__code", "number")
    )
    found: dict[int, list[Outdated]] = defaultdict(list)
    for version in rows:
        days = (version.in_force_to, version.changed_on)
        since = min(day for day in days if day)
        contest = version.contest
        found[contest].append(Outdated(version, since))
    return found


def _held_no_more(found: Collection[Outdated], round_: Round, at: datetime) -> list[Outdated]:
    day = local_day(max(at, round_.opens_at or at))
    return [one for one in found if one.since <= day]


def _asked(rounds: Collection[int]) -> Mapping[int, set[int]]:
    """The versions in the newest sealed papers of each round, of every part and group."""
    asked: dict[int, set[int]] = defaultdict(set)
    if not rounds:
        return asked
    pools = PaperPool.objects.filter(round__in=rounds, kind=PoolKind.ONLINE).exclude(sha256="")
    newest = {(pool.round_id, pool.part_key, pool.group): pool for pool in pools.order_by("number")}
    papers = Paper.objects.filter(pool__in=[pool.pk for pool in newest.values()])
    for round_, content in papers.values_list("pool__round", "content"):
        asked[round_].update(line.question for line in decode(content))
    return asked
