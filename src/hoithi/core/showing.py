"""When contestants may see points, right answers and live figures: never before the rules say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.document import AnswersShown, Publication, Rulebook
from hoithi.core.rulebook.parts import PredictionScope
from hoithi.core.rulebook.windows import attempts_for, numbers_asked, papers_in

_PATIENCE = timedelta(seconds=5)
"""What came within the grace is on disk by then."""
_OVER = frozenset({RoundState.CLOSED, RoundState.CANCELLED})
_RUNNING = frozenset({RoundState.OPEN, RoundState.PAUSED})


@dataclass(frozen=True, slots=True)
class RoundThen:
    """How a round stands at a moment, for the question of what may be shown of it."""

    state: RoundState
    settled: bool = True
    """No paper of it can be saved or handed in any more."""
    published: bool = False
    """Its result is public; a trial has none and counts as published when it is over."""


def settles_at(
    rulebook: Rulebook, round_key: str, closes_at: datetime, longest_extension: timedelta
) -> datetime:
    """From when no paper of a round can be saved any more: its close, the time that papers may
    run on after it where the rules let them finish, the grace, and a moment of patience."""
    limits = attempts_for(rulebook, round_key)
    runs_on = timedelta()
    if limits.finish_after_close:
        runs_on = (
            timedelta(minutes=max(_minutes(rulebook, round_key), default=0)) + longest_extension
        )
    return closes_at + runs_on + timedelta(seconds=limits.grace_seconds) + _PATIENCE


def _minutes(rulebook: Rulebook, round_key: str) -> list[int]:
    return [paper.minutes for paper in papers_in(rulebook, round_key)]


def answers_shown(rule: AnswersShown, own: RoundThen, rounds: Iterable[RoundThen]) -> bool:
    """Whether the right answers of a paper sat in the round `own` may be seen.

    `rounds` are all rounds of the contest. A cancelled round may be held again with the same
    questions, so that its answers wait for the end of the contest.
    """
    if rule is AnswersShown.NEVER or not _is_over(own):
        return False
    if rule is AnswersShown.AFTER_CONTEST or own.state is RoundState.CANCELLED:
        return all(_is_over(one) for one in rounds)
    return rule is AnswersShown.AFTER_ROUND or own.published


def points_shown(rules: Publication, own: RoundThen, *, answers: bool) -> bool:
    """Whether somebody may see the points of a paper: at once where the rules say so, with the
    answers, or with the published result."""
    return rules.score_at_once or answers or (_is_over(own) and own.published)


def _is_over(one: RoundThen) -> bool:
    return one.state in _OVER and one.settled


def figures_shown(rulebook: Rulebook, states: Mapping[str, RoundState]) -> bool:
    """Whether people and attempts may be counted in public now, by the states of the rounds.

    Not while a round runs that asks contestants to predict such a number, nor, where the number
    is that of the whole contest, before every round is over.
    """
    if not rulebook.publication.live_figures:
        return False
    everything_over = all(state in _OVER for state in states.values())
    for key, state in states.items():
        scopes = numbers_asked(rulebook, key)
        begun = state in _RUNNING or state is RoundState.CLOSED
        if PredictionScope.ROUND in scopes and state in _RUNNING:
            return False
        if PredictionScope.CONTEST in scopes and begun and not everything_over:
            return False
    return True
