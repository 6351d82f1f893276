"""Remarks on results: until when they are taken, one's own, and those that wait for an answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, QuerySet

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import contest_for
from hoithi.core.vietnamese.moments import days_after
from hoithi.entries.models import Entrant
from hoithi.people.models import Person
from hoithi.results.models import Remark, Result
from hoithi.results.queries.desk import WORKERS
from hoithi.results.queries.published import newest_published


@dataclass(frozen=True)
class RemarkDoor:
    """A published result, and whether remarks on it are taken now."""

    result: Result
    until: datetime | None
    """None where the rules give no time for remarks."""
    is_open: bool


def remarks_until(result: Result) -> datetime | None:
    """Until when remarks on this result are taken; None where the rules give no time for them."""
    window = rulebook_of(result.draft.version).remarks
    return days_after(result.visible_from, window.days) if window else None


def remark_doors(contest: Contest, *, at: datetime) -> list[RemarkDoor]:
    """The newest published result of each round and of the whole, with its window."""
    found = []
    for result in newest_published(contest, at=at):
        until = remarks_until(result)
        is_open = until is not None and at < until
        found.append(RemarkDoor(result, until, is_open))
    return found


def own_remarks(entrant: Entrant) -> QuerySet[Remark]:
    """What somebody filed, newest first, with the answers."""
    rows = entrant.remark_set.select_related("result__round")
    return rows.order_by("-filed_at")


def waiting_remarks(contests: Collection[int]) -> dict[int, tuple[int, datetime]]:
    """Remarks without an answer by contest: how many, and when the oldest was filed.

    Those on a list that came first, or on a result that was corrected since, wait as well.
    """
    rows = Remark.objects.filter(result__contest__in=contests, answered_at=None)
    by_contest = rows.values_list("result__contest")
    counted = by_contest.annotate(number=Count("pk"), since=Min("filed_at")).order_by()
    return {contest: (number, since) for contest, number, since in counted}


def all_remarks(contest: Contest) -> list[Remark]:
    """Every remark of a contest: those without an answer first, the oldest of them on top."""
    rows = Remark.objects.filter(result__contest=contest).select_related("result__round")
    return sorted(rows.order_by("filed_at"), key=lambda one: one.answered_at is not None)


def remarks_of(contest: Contest, round_: Round | None) -> list[Remark]:
    """Remarks on results of a round, those without an answer first."""
    rows = Remark.objects.filter(result__contest=contest, result__round=round_)
    return sorted(
        rows.select_related("result", "answered_by").order_by("pk"),
        key=lambda remark: remark.answered_at is not None,
    )


def remark_for(person: Person, slug: str, remark_id: int, *, at: datetime) -> Remark:
    """A remark that the person may answer."""
    contest = contest_for(person, slug, *WORKERS, at=at)
    return Remark.objects.select_related("result__round").get(result__contest=contest, pk=remark_id)
