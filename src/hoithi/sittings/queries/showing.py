"""What of a contest contestants may see now: points, right answers, live figures."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Sum

from hoithi.contests.facts import state_at
from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import stops
from hoithi.core import showing
from hoithi.core.attempts import Stop
from hoithi.core.rulebook.document import Publication, Rulebook
from hoithi.core.rulebook.windows import is_trial, round_of
from hoithi.core.showing import RoundThen
from hoithi.sittings.models import SittingDecision, SittingDecisionKind


@dataclass(frozen=True)
class Showing:
    """The rules about showing with the rounds as they stand."""

    rules: Publication
    rounds: Mapping[int, RoundThen]

    def answers(self, round_id: int) -> bool:
        """Whether the right answers of papers sat in this round may be seen."""
        own = self.rounds[round_id]
        return showing.answers_shown(self.rules.answers, own, self.rounds.values())

    def points(self, round_id: int) -> bool:
        """Whether somebody may see the points of a paper sat in this round."""
        answers = self.answers(round_id)
        return showing.points_shown(self.rules, self.rounds[round_id], answers=answers)


def showing_of(
    contest: Contest, rulebook: Rulebook, published: Collection[int], *, at: datetime
) -> Showing:
    """What may be shown now; `published` are the rounds whose result is public. Three queries."""
    rounds = list(contest.rounds.all())
    stopped = stops([round_.pk for round_ in rounds], at=at)
    longest = _longest_extensions(rounds)
    return Showing(
        rulebook.publication,
        {
            one.pk: RoundThen(
                state_at(one, at),
                settled=_settled(one, rulebook, stopped.get(one.pk, ()), longest, at),
                published=one.pk in published or is_trial(round_of(rulebook, one.key)),
            )
            for one in rounds
        },
    )


def _settled(
    round_: Round,
    rulebook: Rulebook,
    stopped: tuple[Stop, ...],
    longest: Mapping[int, timedelta],
    at: datetime,
) -> bool:
    if round_.closes_at is None:
        return False
    given_back = sum((stop.ended_at - stop.began_at for stop in stopped), timedelta())
    extension = longest.get(round_.pk, timedelta())
    over = showing.settles_at(rulebook, round_.key, round_.closes_at, extension) + given_back
    return round_.cancelled_at is not None or at >= over


def _longest_extensions(rounds: Collection[Round]) -> dict[int, timedelta]:
    decided = SittingDecision.objects.filter(
        round__in=[one.pk for one in rounds], kind=SittingDecisionKind.EXTEND
    )
    found: dict[int, timedelta] = {}
    totals = decided.values("round_id", "sitting_id").annotate(seconds=Sum("seconds"))
    for row in totals.order_by():
        longest = found.get(row["round_id"], timedelta())
        found[row["round_id"]] = max(longest, timedelta(seconds=row["seconds"]))
    return found


def shows_figures(contest: Contest, rulebook: Rulebook, *, at: datetime) -> bool:
    """Whether people and attempts may be counted in public now."""
    states = {one.key: state_at(one, at) for one in contest.rounds.all()}
    return showing.figures_shown(rulebook, states)
