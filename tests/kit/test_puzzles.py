"""Puzzles are solved once, in time, by computing; crowds are counted and forgotten."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from hoithi.kit.crowds import Crowd, network_of
from hoithi.kit.puzzles import puzzle, solved

AT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
ASKED = puzzle("secret", "contest-7", bits=8, at=AT)


def solution(asked: str) -> str:
    """The first answer that solves it."""
    tries = (f"{asked}:{n}" for n in count())
    return next(one for one in tries if solved("secret", "contest-7", proof=one, at=AT))


PROOF = solution(ASKED)


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        pytest.param({}, True, id="right"),
        pytest.param({"subject": "contest-8"}, False, id="of another contest"),
        pytest.param({"at": AT + timedelta(minutes=29)}, True, id="still in time"),
        pytest.param({"at": AT + timedelta(minutes=31)}, False, id="too late"),
        pytest.param({"at": AT - timedelta(minutes=2)}, False, id="from the future"),
        pytest.param({"bits": 9}, False, id="too easy a puzzle"),
        pytest.param({"proof": PROOF.replace(".8.", ".0.", 1)}, False, id="difficulty changed"),
        pytest.param({"proof": f"{ASKED}:"}, False, id="not solved"),
        pytest.param({"proof": ""}, False, id="nothing"),
        pytest.param({"proof": "²." + PROOF}, False, id="no number"),
        pytest.param({"proof": PROOF + "\ud800"}, False, id="half a character"),
    ],
)
def test_solved(changes, holds):
    asked = {"secret": "secret", "subject": "contest-7", "proof": PROOF, "at": AT, **changes}
    assert solved(asked.pop("secret"), asked.pop("subject"), **asked) is holds


def test_a_crowd_fades():
    crowd = Crowd(timedelta(minutes=10))
    start = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
    assert [crowd.come("school", at=start) for _ in range(4)] == [1, 2, 3, 4]
    assert crowd.come("another", at=start) == 1
    assert crowd.come("school", at=start + timedelta(minutes=15)) == 3
    assert crowd.come("school", at=start + timedelta(hours=1)) == 1


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.113.131.7", "203.113.131.0/24"),
        ("2001:ee0:4f:1::7", "2001:ee0:4f:1::/64"),
        ("unknown", "unknown"),
    ],
)
def test_network_of(address, network):
    assert network_of(address) == network
