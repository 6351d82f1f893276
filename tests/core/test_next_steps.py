"""What is to be done next, by the state of the contest."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hoithi.core.key_waiting import KeyWaiting
from hoithi.core.next_steps import (
    ContestFacts,
    ResultFacts,
    RoundFacts,
    next_steps,
)
from hoithi.core.rounds import RoundState
from hoithi.core.step_keys import StepKey

AT = datetime(2026, 10, 12, 2, tzinfo=UTC)
DAY = timedelta(days=1)
COMING = RoundFacts(
    "week-2", "Tuần thứ Hai", RoundState.COMING, AT + DAY, AT + 7 * DAY, AT + 8 * DAY
)
OPEN = replace(COMING, state=RoundState.OPEN, opens_at=AT - DAY, is_sealed=True)
CLOSED = RoundFacts("week-1", "Tuần thứ Nhất", RoundState.CLOSED, AT - 7 * DAY, AT - DAY, AT)
READY = ContestFacts(
    "hoa-son",
    "Cuộc thi xã Hòa Sơn",
    is_in_force=True,
    is_announced=True,
    is_rehearsed=True,
    has_bank=True,
)
BROKEN = replace(OPEN, seal_is_broken=True)
VERIFIED = ResultFacts(is_prepared=True)
PUBLISHED = ResultFacts(
    is_prepared=True, is_approved=True, visible_from=AT - DAY, has_certificates=True
)


def keys(contest: ContestFacts) -> list[str]:
    return [step.key for step in next_steps([contest], AT)]


@pytest.mark.parametrize(
    ("contest", "expected"),
    [
        pytest.param(
            replace(READY, is_in_force=False, has_draft=True, contradictions=2, open_points=1),
            [StepKey.RESOLVE, StepKey.ANSWER],
            id="a draft that contradicts itself cannot be put in force",
        ),
        pytest.param(
            replace(READY, is_in_force=False, has_draft=True, has_bank=False, rounds=(COMING,)),
            [StepKey.PUT_IN_FORCE, StepKey.CHOOSE_BANK],
            id="first the rules and the bank",
        ),
        pytest.param(
            replace(READY, is_announced=False, is_rehearsed=False, to_review=3, rounds=(COMING,)),
            [StepKey.REVIEW, StepKey.SEAL, StepKey.ANNOUNCE, StepKey.REHEARSE],
            id="review, seal, announce, rehearse before the first opening",
        ),
        pytest.param(
            replace(READY, rounds=(replace(OPEN, outdated=2),)),
            [StepKey.BASES_CHANGED, StepKey.WATCH],
            id="papers that people sit ask what no longer holds",
        ),
        pytest.param(
            replace(READY, open_points=1, is_announced=False),
            [StepKey.ANSWER],
            id="nothing is announced while the plan leaves something open",
        ),
        pytest.param(
            replace(READY, rounds=(replace(COMING, is_sealed=True),)),
            [StepKey.OPENS],
            id="a sealed round opens by itself",
        ),
        pytest.param(replace(READY, rounds=(OPEN,)), [StepKey.WATCH], id="an open round: watch"),
        pytest.param(
            replace(READY, rounds=(replace(OPEN, is_sealed=False),)),
            [StepKey.SEAL, StepKey.WATCH],
            id="an open round without papers is late",
        ),
        pytest.param(
            replace(READY, rounds=(replace(OPEN, state=RoundState.PAUSED),)),
            [StepKey.RESUME],
            id="a paused round waits to go on",
        ),
        pytest.param(
            replace(READY, rounds=(replace(OPEN, state=RoundState.CANCELLED),)),
            [],
            id="a cancelled round asks for nothing",
        ),
        pytest.param(
            replace(READY, rounds=(replace(CLOSED, is_trial=True),)), [], id="nor does a trial"
        ),
    ],
)
def test_preparing_and_running(contest, expected):
    assert keys(contest) == expected


@pytest.mark.parametrize(
    ("round_", "expected"),
    [
        pytest.param(replace(CLOSED, points_missing=1), StepKey.ENTER_POINTS, id="points missing"),
        pytest.param(
            replace(CLOSED, points_unconfirmed=1), StepKey.CONFIRM_POINTS, id="unconfirmed"
        ),
        pytest.param(CLOSED, StepKey.PREPARE, id="nothing prepared"),
        pytest.param(
            replace(CLOSED, result=replace(VERIFIED, is_stale=True, unverified=4)),
            StepKey.PREPARE,
            id="stale",
        ),
        pytest.param(
            replace(CLOSED, result=replace(VERIFIED, undecided=2, unverified=4)),
            StepKey.SETTLE_TIES,
            id="equal places",
        ),
        pytest.param(
            replace(CLOSED, result=replace(VERIFIED, unverified=4)),
            StepKey.TELEPHONE,
            id="candidates to be telephoned",
        ),
        pytest.param(replace(CLOSED, result=VERIFIED), StepKey.APPROVE, id="all verified"),
        pytest.param(
            replace(CLOSED, result=replace(VERIFIED, is_approved=True)),
            StepKey.PUBLISH,
            id="approved",
        ),
        pytest.param(
            replace(CLOSED, result=replace(PUBLISHED, visible_from=AT + DAY)),
            StepKey.APPEARS,
            id="published for a later moment",
        ),
        pytest.param(
            replace(CLOSED, result=replace(PUBLISHED, has_certificates=False)),
            StepKey.CERTIFICATES,
            id="certificates",
        ),
    ],
)
def test_after_closing_one_step_at_a_time(round_, expected):
    assert keys(replace(READY, rounds=(round_,))) == [expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"is_stale": True}, StepKey.PREPARE, id="somebody is not recognised"),
        pytest.param({"unverified": 1}, StepKey.TELEPHONE, id="who moved up"),
        pytest.param({}, StepKey.APPROVE, id="a new list"),
        pytest.param({"is_approved": True}, StepKey.PUBLISH, id="an approved one"),
    ],
)
def test_a_published_result_that_is_no_longer_so_is_corrected_now(changes, expected):
    result = replace(PUBLISHED, corrects=True, **{"is_approved": False, **changes})
    (step,) = next_steps([replace(READY, rounds=(replace(CLOSED, result=result),))], AT)
    assert (step.key, step.corrects, step.due) == (expected, True, AT)


def test_a_whole_result_asks_for_nothing():
    assert keys(replace(READY, rounds=(replace(CLOSED, result=PUBLISHED),))) == []


def test_what_is_due_first_stands_first_over_all_contests():
    late = replace(READY, slug="muon", rounds=(replace(CLOSED, publishes_at=AT - DAY),))
    soon = replace(READY, slug="som", rounds=(OPEN, CLOSED))
    found = [(step.slug, step.key, step.is_overdue) for step in next_steps([soon, late], AT)]
    assert found == [
        ("muon", StepKey.PREPARE, True),
        ("som", StepKey.PREPARE, False),
        ("som", StepKey.WATCH, False),
    ]


def test_preparations_are_due_at_the_next_opening():
    contest = replace(READY, to_review=2, rounds=(CLOSED, replace(COMING, is_sealed=True)))
    review = next(step for step in next_steps([contest], AT) if step.key is StepKey.REVIEW)
    assert (review.due, review.count, review.is_overdue) == (AT + DAY, 2, False)


def test_what_comes_out_on_approval_is_due_now_and_not_late():
    on_approval = replace(CLOSED, publishes_at=None, publishes_on_approval=True, result=VERIFIED)
    (step,) = next_steps([replace(READY, rounds=(on_approval,))], AT)
    assert (step.key, step.due, step.is_overdue) == (StepKey.APPROVE, AT, False)


def test_requests_are_decided_before_the_next_result_and_remarks_in_their_days():
    rounds = (replace(CLOSED, result=VERIFIED), replace(OPEN, publishes_at=AT + 8 * DAY))
    asked = replace(READY, corrections=3, remarks=2, remarks_due=AT + DAY, rounds=rounds)
    found = [(step.key, step.round_key, step.count, step.due) for step in next_steps([asked], AT)]
    assert found == [
        (StepKey.DECIDE_CORRECTIONS, "", 3, AT),
        (StepKey.APPROVE, "week-1", 1, AT),
        (StepKey.ANSWER_REMARKS, "", 2, AT + DAY),
        (StepKey.WATCH, "week-2", 0, AT + 7 * DAY),
    ]


def test_a_request_after_the_last_result_has_no_day():
    asked = replace(READY, corrections=1, rounds=(replace(CLOSED, result=PUBLISHED), COMING))
    (step,) = (s for s in next_steps([asked], AT) if s.key is StepKey.DECIDE_CORRECTIONS)
    assert (step.due, step.is_overdue) == (None, False)


@pytest.mark.parametrize(
    ("round_", "told"),
    [
        pytest.param(BROKEN, True, id="at the opening"),
        pytest.param(replace(BROKEN, state=RoundState.CLOSED), True, id="until the result is out"),
        pytest.param(
            replace(BROKEN, state=RoundState.CLOSED, result=PUBLISHED), False, id="no longer then"
        ),
        pytest.param(OPEN, False, id="never where it held"),
    ],
)
def test_a_broken_seal_stands_first(round_, told):
    steps = next_steps([replace(READY, rounds=(round_,))], AT)
    assert [step.due for step in steps if step.key is StepKey.SEAL_BROKEN] == [AT] * told


def test_each_key_that_waits_is_due_now_and_named():
    waiting = (KeyWaiting(7, "S-1", 3), KeyWaiting(9, "S-2", 3))
    published = replace(CLOSED, result=PUBLISHED)
    found = next_steps([replace(READY, keys_waiting=waiting, rounds=(published,))], AT)
    assert [(step.key, step.key_waiting, step.due) for step in found] == [
        (StepKey.APPROVE_KEY, one, AT) for one in waiting
    ]
