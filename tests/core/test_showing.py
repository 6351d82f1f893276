"""What contestants may see when: every policy before the close, after it, with the result."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.document import AnswersShown, Publication
from hoithi.core.rulebook.parts import (
    AttemptRules,
    Prediction,
    PredictionScope,
    PredictionTarget,
)
from hoithi.core.showing import (
    RoundThen,
    answers_shown,
    figures_shown,
    points_shown,
    settles_at,
)
from tests.core.rulebook.make import PAPER, rulebook, week

CLOSES = datetime(2026, 10, 11, 17, tzinfo=UTC)

OPEN = RoundThen(RoundState.OPEN, settled=False)
GRACE = RoundThen(RoundState.CLOSED, settled=False)
OVER = RoundThen(RoundState.CLOSED)
PUBLISHED = RoundThen(RoundState.CLOSED, published=True)
CANCELLED = RoundThen(RoundState.CANCELLED)
COMING = RoundThen(RoundState.COMING, settled=False)
UNDATED = RoundThen(RoundState.UNDATED, settled=False)

NEVER, ROUND = AnswersShown.NEVER, AnswersShown.AFTER_ROUND
RESULT, CONTEST = AnswersShown.AFTER_PUBLICATION, AnswersShown.AFTER_CONTEST


@pytest.mark.parametrize(
    ("own", "others", "shown_by"),
    [
        pytest.param(OPEN, [], set(), id="open"),
        pytest.param(RoundThen(RoundState.PAUSED, settled=False), [], set(), id="paused"),
        pytest.param(GRACE, [], set(), id="closed, somebody may still hand in"),
        pytest.param(OVER, [], {ROUND, CONTEST}, id="over"),
        pytest.param(PUBLISHED, [], {ROUND, RESULT, CONTEST}, id="published"),
        pytest.param(OVER, [COMING], {ROUND}, id="over, another one comes"),
        pytest.param(PUBLISHED, [OPEN], {ROUND, RESULT}, id="published, another one is open"),
        pytest.param(PUBLISHED, [UNDATED], {ROUND, RESULT}, id="another one has no time yet"),
        pytest.param(PUBLISHED, [GRACE], {ROUND, RESULT}, id="another one is just closing"),
        pytest.param(CANCELLED, [COMING], set(), id="cancelled, held again later"),
        pytest.param(CANCELLED, [OVER], {ROUND, RESULT, CONTEST}, id="cancelled, all is over"),
    ],
)
def test_answers(own, others, shown_by):
    found = {rule for rule in AnswersShown if answers_shown(rule, own, [own, *others])}
    assert found == shown_by


@pytest.mark.parametrize(
    ("own", "at_once", "answers", "shown"),
    [
        pytest.param(OPEN, False, False, False, id="open"),
        pytest.param(OPEN, True, False, True, id="at once"),
        pytest.param(OVER, False, False, False, id="over, not published"),
        pytest.param(OVER, False, True, True, id="with the answers"),
        pytest.param(PUBLISHED, False, False, True, id="with the result"),
    ],
)
def test_points(own, at_once, answers, shown):
    assert points_shown(Publication(score_at_once=at_once), own, answers=answers) is shown


@pytest.mark.parametrize(
    ("attempts", "seconds"),
    [
        pytest.param(AttemptRules(), 35, id="grace and a moment"),
        pytest.param(AttemptRules(grace_seconds=0), 5, id="no grace"),
        pytest.param(
            AttemptRules(finish_after_close=True), 35 + 60 * (PAPER.minutes + 10), id="may finish"
        ),
    ],
)
def test_a_round_is_settled_when_nothing_more_can_come(attempts, seconds):
    rules = rulebook(attempts=attempts)
    longest = timedelta(minutes=10)
    settled = settles_at(rules, rules.rounds[0].key, CLOSES, longest)
    assert settled == CLOSES + timedelta(seconds=seconds)


def asking(target: PredictionTarget, scope: PredictionScope, **publication):
    paper = replace(PAPER, prediction=Prediction(target=target, scope=scope))
    rounds = (week(1), week(2))
    return rulebook(parts=(paper,), rounds=rounds, publication=Publication(**publication))


PEOPLE, ALL_RIGHT = PredictionTarget.CONTESTANTS, PredictionTarget.ALL_RIGHT
OF_ROUND, OF_CONTEST = PredictionScope.ROUND, PredictionScope.CONTEST
CLOSED, RUNS, COMES = RoundState.CLOSED, RoundState.OPEN, RoundState.COMING


@pytest.mark.parametrize(
    ("rules", "states", "shown"),
    [
        pytest.param(rulebook(rounds=(week(1), week(2))), (RUNS, COMES), True, id="nothing asked"),
        pytest.param(asking(ALL_RIGHT, OF_ROUND), (RUNS, COMES), True, id="another number asked"),
        pytest.param(asking(PEOPLE, OF_ROUND), (RUNS, COMES), False, id="asked just now"),
        pytest.param(
            asking(PEOPLE, OF_ROUND), (RoundState.PAUSED, COMES), False, id="asked, and paused"
        ),
        pytest.param(asking(PEOPLE, OF_ROUND), (CLOSED, COMES), True, id="between two rounds"),
        pytest.param(asking(PEOPLE, OF_CONTEST), (COMES, COMES), True, id="nothing has begun"),
        pytest.param(asking(PEOPLE, OF_CONTEST), (CLOSED, COMES), False, id="of the contest"),
        pytest.param(asking(PEOPLE, OF_CONTEST), (CLOSED, CLOSED), True, id="all is over"),
        pytest.param(
            asking(ALL_RIGHT, OF_ROUND, live_figures=False), (RUNS, COMES), False, id="never"
        ),
    ],
)
def test_live_figures_never_tell_a_number_that_is_being_predicted(rules, states, shown):
    keys = [round_.key for round_ in rules.rounds]
    assert figures_shown(rules, dict(zip(keys, states, strict=True))) is shown
