"""The mornings of the demonstration: what its leaders were told each day since the opening."""

from datetime import datetime, timedelta

from django.db.models import Max, Min

from hoithi.contests.models import Contest
from hoithi.core.morning import ready_at, report_day
from hoithi.core.rulebook.document import RoundScope
from hoithi.core.vietnamese.moments import local_day
from hoithi.results.actions.mornings import report_morning
from hoithi.sittings.actions.counting import count
from hoithi.sittings.queries.figures import figures_before


def tell_mornings(contest: Contest, *, at: datetime) -> int:
    """Makes the reports of all mornings until this moment; how many. Counters stand as of now."""
    rounds = contest.rounds.exclude(scope=RoundScope.TRIAL)
    for round_ in rounds.filter(opens_at__lte=at):
        count(round_, at=at)
    times = rounds.aggregate(opens=Min("opens_at"), closes=Max("closes_at"))
    if times["opens"] is None:
        return 0
    clock = contest.body.reports_at
    told, moment = 0, ready_at(local_day(times["opens"]), clock)
    while moment <= at:
        day = report_day(times["opens"], times["closes"], moment, clock)
        if day is not None:
            report_morning(contest, day, figures_before(contest, moment), at=moment)
            told += 1
        moment += timedelta(days=1)
    return told
