"""A campaign joins a superior's contest, whose days and rules it then only reads."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.models import Activity
from hoithi.contests.models import Contest, JoinedContest
from hoithi.core.founding.records import Asks
from hoithi.core.rulebook.document import RoundScope
from hoithi.core.tasks.moments import Moment, set_on
from hoithi.core.vietnamese.moments import local_day
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class NotSuperiors(Refusal):
    """The activity is held by the body itself, so there is nothing to join."""


@transaction.atomic
def join(activity: Activity, contest: Contest, *, by: Person | None, at: datetime) -> JoinedContest:
    """Links the activity with the superior's contest and takes its days over.

    Linked again, the newer contest counts. The question that asked for it is answered.
    """
    if not activity.is_superiors:
        raise NotSuperiors
    joined, _ = JoinedContest.objects.update_or_create(
        activity=activity, defaults={"contest": contest, "joined_by": by, "joined_at": at}
    )
    carry_days(contest, by=by, at=at)
    for question in activity.tasks.filter(asks=Asks.SUPERIOR.value, answered_at=None):
        campaigns.answer_question(question, contest.title, by=by, at=at)
    facts = {"activity": activity.pk, "joined": contest.pk}
    journal.record("contests.joined", activity.campaign, by=by, at=at, facts=facts)
    return joined


def carry_days(contest: Contest, *, by: Person | None, at: datetime) -> None:
    """The activity of the contest, and those that joined it, follow its days with their tasks.

    While no round has a day they keep what their plan says.
    """
    moment = moment_of_contest(contest)
    if moment is None:
        return
    own = Q(contests=contest) | Q(joined__contest=contest)
    for activity in Activity.objects.filter(own).distinct():
        campaigns.follow(activity, moment, by=by, at=at)


def moment_of_contest(contest: Contest) -> Moment | None:
    """From the first opening to the last closing of its rounds, trials apart."""
    rounds = contest.rounds.exclude(scope=RoundScope.TRIAL).filter(cancelled_at=None)
    times = rounds.values_list("opens_at", "closes_at")
    opens = [one for one, _ in times if one]
    closes = [one for _, one in times if one]
    if not opens or not closes:
        return None
    # Windows are half-open: what closes at midnight has closed with the day before.
    return set_on(local_day(min(opens)), local_day(max(closes) - timedelta(microseconds=1)))
