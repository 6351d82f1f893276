"""Morning reports as the organiser reads them, those that are due, a unit's figures of now."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Min, Q, QuerySet

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, ContestState, Round
from hoithi.contests.queries import current_version
from hoithi.core.morning import UnitMorning, days_left, report_day
from hoithi.core.rulebook.document import RoundScope
from hoithi.core.vietnamese.moments import local_day
from hoithi.people.models import UnitVersion
from hoithi.results.models import MorningReport
from hoithi.results.queries.sources import staff_of
from hoithi.sittings.queries.figures import Counts, contest_figures


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


def closes_at(contest: Contest) -> datetime | None:
    """The last closing of a round that counts; None while one of them has no time."""
    rounds = Round.objects.filter(contest=contest, cancelled_at=None)
    closings = rounds.exclude(scope=RoundScope.TRIAL).values_list("closes_at", flat=True)
    known = [one for one in closings if one is not None]
    return max(known) if known and len(known) == len(closings) else None


@dataclass(frozen=True)
class UnitSoFar:
    """A unit's figures without a name, and how long people may still take part."""

    unit: UnitMorning
    counted_at: datetime | None
    """When the worker last counted; None where nobody has taken part anywhere."""
    days_left: int | None
    """Whole days until the last day; negative once it is over, None while its time is open."""


def unit_so_far(contest: Contest, unit: UnitVersion, *, at: datetime) -> UnitSoFar:
    """From the counters, whether or not the unit has given a list. Expected is its staff count."""
    figures, day = contest_figures(contest), local_day(at)
    counts = figures.units.get(unit.unit_id, Counts())
    counted_by = rulebook_of(current_version(contest, at=at)).entry.counted_by
    staff = staff_of(contest, day, counted_by).get(unit.unit_id)
    shown = UnitMorning(
        name=unit.name, people=counts.people, attempts=counts.sittings, expected=staff
    )
    return UnitSoFar(shown, figures.counted_at, days_left(closes_at(contest), day))
