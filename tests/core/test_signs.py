"""Signs are noticed at their thresholds, and nothing innocent is."""

from datetime import timedelta
from decimal import Decimal

import pytest

from hoithi.core.signs import Sign, SignKind, Thresholds, Trace, signs, wrong_pattern
from tests.core.make import moment

COPIED = wrong_pattern([(7, [1]), (3, [0, 2]), (9, "hai")])


def trace(number: int, entrant: int | None = None, **facts) -> Trace:
    facts = {"round_key": "week-1", "seconds": 300, "submitted_at": moment(number)} | facts
    return Trace(sitting_id=number, entrant_id=entrant or number, **facts)


def extent(sittings: int, first: float, last: float) -> dict[str, object]:
    """How many sittings a sign is about, and when the first and last were handed in."""
    return {"sittings": sittings, "from": moment(first), "to": moment(last)}


def test_nothing_is_noticed_in_an_ordinary_round():
    ordinary = [
        trace(n, seconds=200 + n, device=f"phone {n}", wrong=4, pattern=bytes([n]))
        for n in range(1, 100)
    ]
    assert signs(ordinary) == []
    assert signs([]) == []


@pytest.mark.parametrize(
    ("seconds", "least", "limit"),
    [
        pytest.param(29, 0, 30, id="a tenth of the median"),
        pytest.param(30, 0, None, id="at the tenth"),
        pytest.param(59, 60, 60, id="below the stated least"),
        pytest.param(60, 60, None, id="at the stated least"),
    ],
)
def test_speed(seconds, least, limit):
    traces = [trace(1), trace(2), trace(3, seconds=seconds)]
    facts = {"seconds": seconds, "limit": limit, "median": Decimal(300)} | extent(1, 3, 3)
    expected = [] if limit is None else [Sign(SignKind.IMPOSSIBLE_SPEED, (3,), (3,), facts)]
    assert signs(traces, Thresholds(least_seconds=least)) == expected


def test_who_was_too_quick_twice_is_one_sign_of_the_quickest():
    traces = [*(trace(n) for n in range(3, 9)), *(trace(n, 1, seconds=10 * n) for n in (2, 1))]
    facts = {"seconds": 10, "limit": 30, "median": Decimal(300)} | extent(2, 1, 2)
    assert signs(traces) == [Sign(SignKind.IMPOSSIBLE_SPEED, (1,), (1, 2), facts)]


def test_a_paper_that_the_system_closed_was_not_finished_quickly():
    closed = [trace(n, seconds=9, cut_short=True) for n in (1, 2, 3)]
    assert signs(closed, Thresholds(least_seconds=60)) == []
    quick = trace(4, seconds=20)
    facts = {"seconds": 20, "limit": 30, "median": Decimal(300)} | extent(1, 4, 4)
    expected = [Sign(SignKind.IMPOSSIBLE_SPEED, (4,), (4,), facts)]
    assert signs([*closed, quick, trace(5), trace(6)]) == expected


def test_many_people_on_one_device():
    shared = [trace(n, device="tablet") for n in (4, 3, 2, 1)]
    facts = {"device": "tablet", "people": 4} | extent(4, 1, 4)
    assert signs(shared) == [Sign(SignKind.SHARED_DEVICE, (1, 2, 3, 4), (1, 2, 3, 4), facts)]


@pytest.mark.parametrize(
    "traces",
    [
        pytest.param([trace(n, device="phone") for n in (1, 2, 3)], id="a family"),
        pytest.param([trace(n, 1, device="phone") for n in range(9)], id="one person often"),
        pytest.param([trace(n, device="x", assisted=True) for n in range(9)], id="assisted place"),
        pytest.param([trace(n, device=None) for n in range(9)], id="device not known"),
    ],
)
def test_innocent_devices(traces):
    assert signs(traces) == []


def copied(number: int, at: float, **facts) -> Trace:
    return trace(number, submitted_at=moment(at), wrong=3, pattern=COPIED, **facts)


def test_the_same_mistakes_shortly_one_after_another():
    traces = [copied(1, 0), copied(2, 500), copied(3, 1100), copied(4, 1701), copied(5, 9000)]
    facts = {"wrong": 3, "people": 3} | extent(3, 0, 1100)
    assert signs(traces[::-1]) == [Sign(SignKind.SAME_WRONG_ANSWERS, (1, 2, 3), (1, 2, 3), facts)]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(copied(2, 601), id="much later"),
        pytest.param(copied(2, 5, entrant=1), id="the same person"),
        pytest.param(copied(2, 5, round_key="week-2"), id="another round"),
        pytest.param(trace(2, wrong=3, pattern=b"other"), id="other mistakes"),
    ],
)
def test_innocent_mistakes(second):
    assert signs([copied(1, 0), second]) == []


def test_few_equal_mistakes_are_chance():
    assert signs([trace(n, wrong=2, pattern=COPIED) for n in (1, 2)]) == []


def test_one_person_with_very_many_sittings():
    often = [trace(n, 1) for n in range(101)]
    assert signs(often) == [Sign(SignKind.MANY_SITTINGS, (1,), (), extent(101, 0, 100))]
    assert signs(often[1:]) == []


def test_patterns_do_not_depend_on_the_order_of_questions():
    assert wrong_pattern([(1, [2]), (3, "x")]) == wrong_pattern([(3, "x"), (1, [2])])
    assert wrong_pattern([(1, [2])]) != wrong_pattern([(1, [3])])


def test_every_kind_at_once_in_a_steady_order():
    traces = [copied(n, n, device="tablet", seconds=300 if n > 1 else 1) for n in (5, 4, 3, 2, 1)]
    found = signs(traces, Thresholds(sittings_of_one=0, within=timedelta(seconds=1)))
    assert [one.kind for one in found] == [*SignKind, *[SignKind.MANY_SITTINGS] * 4]
    assert found == signs(traces[::-1], Thresholds(sittings_of_one=0, within=timedelta(seconds=1)))
