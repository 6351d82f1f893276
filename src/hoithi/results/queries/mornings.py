"""Morning reports as the organiser reads them, and those that are due."""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from django.db.models import Max, Min, Q, QuerySet

from hoithi.contests.models import Contest, ContestState
from hoithi.core.morning import report_day
from hoithi.core.rulebook.document import RoundScope
from hoithi.results.models import MorningReport


def reports(contest: Contest) -> QuerySet[MorningReport]:
    """Every report of a contest without its picture, the newest first."""
    return MorningReport.objects.filter(contest=contest).defer("picture").order_by("-day")


def report_of(contest: Contest, day: date) -> MorningReport:
    """The report of a day. Raises DoesNotExist where there is none."""
    return MorningReport.objects.get(contest=contest, day=day)


def newest_days(contest_ids: Collection[int]) -> dict[int, date]:
    """The day of the newest report of each contest that has one. One query."""
    rows = MorningReport.objects.filter(contest__in=contest_ids).order_by()
    return dict(rows.values_list("contest").annotate(newest=Max("day")))


def mornings_due(at: datetime) -> Iterator[tuple[Contest, date]]:
    """Contests that people take and whose report of today is not made yet. One query."""
    counted = ~Q(rounds__scope=RoundScope.TRIAL) & Q(rounds__cancelled_at=None)
    contests = (
        Contest.objects.filter(state=ContestState.ANNOUNCED, rehearses=None)
        .annotate(
            opens=Min("rounds__opens_at", filter=counted),
            closes=Max("rounds__closes_at", filter=counted),
            reported=Max("morning_reports__day"),
        )
        .select_related("body")
        .order_by("pk")
    )
    for contest in contests:
        clock = contest.body.reports_at
        day = report_day(contest.opens, contest.closes, at, clock) if contest.opens else None
        if day is not None and (contest.reported is None or contest.reported < day):
            yield contest, day
