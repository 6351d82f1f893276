"""Which sitting counts, what parts make together, and that the order of points is of no account."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.counting import Counting, PointsGivenTwice, results
from hoithi.core.points import PartPoints, PartShare
from hoithi.core.rulebook.document import ContestKind, Round, RoundScope, Rulebook
from hoithi.core.rulebook.parts import AttemptRules, CountedSitting, EnteredPart, PassRule
from tests.core.make import moment, part_points, result

SHARE = (PartShare("paper", Decimal(9), None),)
THREE = [
    part_points(1, 8, sitting_id=11, seconds=100, begun=0),
    part_points(1, 9, sitting_id=12, seconds=200, begun=1000),
    part_points(1, 9, sitting_id=13, seconds=150, begun=2000),
]


@pytest.mark.parametrize(
    ("rule", "sitting"),
    [
        pytest.param(CountedSitting.BEST, 13, id="best, then shorter"),
        pytest.param(CountedSitting.BEST_THEN_EARLIEST, 12, id="best, then earlier"),
        pytest.param(CountedSitting.FIRST, 11, id="first"),
        pytest.param(CountedSitting.LAST, 13, id="last"),
    ],
)
def test_counted_sitting(rule, sitting):
    chosen = next(one for one in THREE if one.sitting_id == sitting)
    (found,) = results(THREE, Counting(usual=rule))
    assert found == result(
        1,
        chosen.points,
        seconds=chosen.seconds,
        started_at=chosen.started_at,
        submitted_at=chosen.submitted_at,
        total_seconds=450,
        sittings=3,
        full_marks=0,
        parts=(PartShare("paper", chosen.points, None),),
        counted=(sitting,),
    )


TOGETHER = {
    "total_seconds": 450,
    "sittings": 3,
    "full_marks": 0,
    "started_at": moment(0),
    "submitted_at": moment(2150),
}


def test_sum_takes_all_sittings():
    assert list(results(THREE, Counting(usual=CountedSitting.SUM))) == [
        result(
            1,
            26,
            most=Decimal(30),
            questions=30,
            seconds=450,
            parts=(PartShare("paper", Decimal(26), None),),
            **TOGETHER,
        )
    ]


def test_mean_takes_all_sittings():
    third = Decimal(26) / 3
    assert list(results(THREE, Counting(usual=CountedSitting.MEAN))) == [
        result(
            1,
            third,
            right=third,
            seconds=150,
            parts=(PartShare("paper", third, None),),
            **TOGETHER,
        )
    ]


PARTS_IN_ORDER = (("law", Decimal(4)), ("paper", Decimal(5)), ("stage", Decimal(8)))
BY_JURY = PartPoints(
    entrant_id=1,
    round_key="week-1",
    part_key="stage",
    points=Decimal(8),
    most=Decimal(10),
    penalty=Decimal("0.5"),
)


def test_parts_are_added_and_each_has_its_own_counted_sitting():
    points = [
        part_points(1, 3, part_key="paper", sitting_id=1, seconds=10, begun=0),
        part_points(1, 5, part_key="paper", sitting_id=2, seconds=20, begun=100),
        part_points(1, 4, part_key="law", sitting_id=3, seconds=40, begun=200, prediction=7),
        BY_JURY,
    ]
    (found,) = results(points, Counting())
    assert found == result(
        1,
        17,
        most=Decimal(30),
        right=9,
        questions=20,
        seconds=60,
        total_seconds=70,
        sittings=3,
        started_at=moment(100),
        submitted_at=moment(240),
        prediction=7,
        penalty=Decimal("0.5"),
        parts=tuple(PartShare(*one, None) for one in PARTS_IN_ORDER),
        counted=(3, 2),
    )


def skills(passing: PassRule | None) -> Rulebook:
    parts = tuple(
        EnteredPart(key=key, title=key, most=Decimal(50), pass_mark=Decimal(25))
        for key in ("skill", "work")
    )
    rounds = (Round(key="check", title="Kiểm tra", scope=RoundScope.WHOLE),)
    return Rulebook(
        kind=ContestKind.SKILLS,
        key="check",
        title="Kiểm tra",
        organiser="UBND huyện",
        parts=parts,
        rounds=rounds,
        passing=passing,
    )


BOTH = PassRule(all_parts=("skill", "work"))


@pytest.mark.parametrize(
    ("passing", "skill", "work", "passed"),
    [
        pytest.param(BOTH, 25, 25, True, id="both at the mark"),
        pytest.param(BOTH, 50, 24, False, id="one below"),
        pytest.param(BOTH, 50, None, False, id="one missing"),
        pytest.param(PassRule(total=Decimal(60)), 50, 10, True, id="total reached"),
        pytest.param(PassRule(total=Decimal(60)), 50, 9, False, id="total missed"),
        pytest.param(None, 50, 50, None, id="no passing in the rules"),
    ],
)
def test_passing(passing, skill, work, passed):
    points = [
        part_points(1, value, part_key=key, round_key="check", sitting_id=None)
        for key, value in (("skill", skill), ("work", work))
        if value is not None
    ]
    (found,) = results(points, Counting.of(skills(passing)))
    assert found.passed is passed


def test_a_source_that_says_passed_is_believed():
    points = [
        part_points(1, 1, part_key=key, round_key="check", sitting_id=None, passed=True)
        for key in ("skill", "work")
    ]
    (found,) = results(points, Counting.of(skills(BOTH)))
    assert found.passed is True


def test_a_round_may_count_otherwise_and_a_trial_counts_for_nothing():
    rulebook = Rulebook(
        kind=ContestKind.ONLINE,
        key="contest",
        title="Cuộc thi",
        organiser="UBND xã",
        rounds=(
            Round(key="trial", title="Thi thử", scope=RoundScope.TRIAL),
            Round(key="week-1", title="Tuần 1"),
            Round(
                key="week-2", title="Tuần 2", attempts=AttemptRules(counted=CountedSitting.FIRST)
            ),
        ),
    )
    points = [
        part_points(1, points, round_key=round_key, sitting_id=number, begun=number)
        for round_key in ("week-2", "trial", "week-1")
        for number, points in enumerate((3, 9, 6))
    ]
    found = [(one.round_key, one.points) for one in results(points, Counting.of(rulebook))]
    assert found == [("week-1", Decimal(9)), ("week-2", Decimal(3))]


def test_points_without_a_sitting_are_given_once():
    twice = [part_points(1, 8, sitting_id=None), part_points(1, 9, sitting_id=None)]
    with pytest.raises(PointsGivenTwice) as refused:
        list(results(twice, Counting()))
    assert refused.value.facts == {"entrant_id": 1, "round_key": "week-1", "part_key": "paper"}


def test_nobody_gives_no_results():
    assert list(results([], Counting())) == []


@given(
    rule=st.sampled_from(CountedSitting),
    sat=st.lists(
        st.tuples(st.integers(1, 3), st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)),
        max_size=12,
    ),
    seed=st.randoms(use_true_random=False),
)
def test_order_of_points_is_of_no_account(rule: CountedSitting, sat, seed: random.Random):
    points = [
        part_points(who, value, seconds=time, begun=begun, sitting_id=number)
        for number, (who, value, time, begun) in enumerate(sat)
    ]
    shuffled = seed.sample(points, len(points))
    counting = Counting(usual=rule)
    assert list(results(points, counting)) == list(results(shuffled, counting))
