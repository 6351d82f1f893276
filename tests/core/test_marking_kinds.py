"""What matching, orders, shares of options and essays earn, by table."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.marking import (
    EssayKey,
    Mark,
    MatchingKey,
    OptionsKey,
    OrderingKey,
    Withdrawn,
    mark,
    mark_sheet,
    of_bank,
)
from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import Draw, MultiplePolicy, PaperPart

ALL, SHARE = MultiplePolicy.ALL_OR_NOTHING, MultiplePolicy.PROPORTIONAL
MATCHING = MatchingKey(pairs=(2, 0, 1), targets=4)
ORDERING = OrderingKey(order=(2, 0, 3, 1))
HALVES = OptionsKey(
    kind=QuestionKind.MULTIPLE,
    options=4,
    right=frozenset({0, 1}),
    weights=tuple(map(Decimal, (50, 50, -50, -100))),
)
PARTLY = OptionsKey(
    kind=QuestionKind.SINGLE,
    options=3,
    right=frozenset({1}),
    weights=tuple(map(Decimal, (50, 100, -25))),
)
SIX = Decimal(6)


@pytest.mark.parametrize(
    ("key", "response", "policy", "points"),
    [
        pytest.param(MATCHING, [2, 0, 1], ALL, 6, id="every pair"),
        pytest.param(MATCHING, [2, 0, 3], ALL, 0, id="two pairs are nothing"),
        pytest.param(MATCHING, [2, 0, 3], SHARE, 4, id="two pairs of three"),
        pytest.param(MATCHING, [2, -1, -1], SHARE, 2, id="one pair, the others open"),
        pytest.param(MATCHING, [2, 2, 2], SHARE, 2, id="the same target for all"),
        pytest.param(ORDERING, [2, 0, 3, 1], ALL, 6, id="the order"),
        pytest.param(ORDERING, [2, 0, 1, 3], ALL, 0, id="nearly the order"),
        pytest.param(ORDERING, [2, 0, 1, 3], SHARE, 3, id="two at their place"),
        pytest.param(HALVES, [0, 1], ALL, 6, id="all that is right, whatever the policy"),
        pytest.param(HALVES, [0], ALL, 3, id="half"),
        pytest.param(HALVES, [0, 1, 2], ALL, 3, id="one wrong takes its share"),
        pytest.param(HALVES, [0, 3], SHARE, 0, id="never below nothing"),
        pytest.param(PARTLY, 0, ALL, 3, id="a single choice that is half right"),
        pytest.param(PARTLY, 2, ALL, 0, id="a single choice below nothing"),
        pytest.param(PARTLY, 1, ALL, 6, id="the right one"),
    ],
)
def test_points(key, response, policy, points):
    assert mark(key, response, policy, SIX) == Mark(
        Decimal(points), right=points == 6, answered=True
    )


@pytest.mark.parametrize(
    ("key", "response"),
    [
        (MATCHING, None),
        (MATCHING, [-1, -1, -1]),
        (MATCHING, [2, 0]),
        (MATCHING, [2, 0, 4]),
        (MATCHING, [2, 0, "1"]),
        (MATCHING, [True, 0, 1]),
        (MATCHING, "2;0;1"),
        (ORDERING, []),
        (ORDERING, [2, 0, 3]),
        (ORDERING, [2, 0, 3, 3]),
        (ORDERING, [2, 0, 3, None]),
        (ORDERING, {"0": 2}),
        (EssayKey(percent=Decimal(100)), None),
    ],
)
def test_what_is_no_answer_earns_nothing(key, response):
    assert mark(key, response, SHARE, SIX) == Mark(Decimal(0), right=False, answered=False)


@pytest.mark.parametrize(
    ("percent", "points", "right", "waiting"),
    [(None, 0, False, True), ("75", "4.5", False, False), ("100", 6, True, False)],
)
def test_an_essay_waits_for_its_markers(percent, points, right, waiting):
    key = EssayKey(percent=None if percent is None else Decimal(percent))
    assert mark(key, "Bài viết", ALL, SIX) == Mark(
        Decimal(points), right=right, answered=True, counted=not waiting, waiting=waiting
    )


@pytest.mark.parametrize("response", [None, "  \n ", ["a"]])
def test_an_essay_that_is_not_there_waits_for_nobody(response):
    assert mark(EssayKey(), response, ALL, SIX) == Mark(
        Decimal(0), right=False, answered=False, counted=False
    )


def test_a_withdrawn_essay_waits_for_nobody():
    key = EssayKey(withdrawn=Withdrawn.FULL_TO_ALL)
    assert mark(key, "Bài viết", ALL, SIX) == Mark(SIX, right=True, answered=True)


@settings(max_examples=60)
@given(st.data())
def test_whatever_order_was_shown_the_marks_are_the_same(data):
    """A paper that shows targets or items in another order is answered with other places."""
    size = data.draw(st.integers(2, 6))
    shown = data.draw(st.permutations(range(size)))
    meant = data.draw(st.permutations(range(size)))
    key = OrderingKey(order=data.draw(st.permutations(range(size)).map(tuple)))
    line = PaperLine(1, tuple(shown))
    places = [shown.index(one) + 1 for one in meant]
    assert of_bank(key, line, places) == list(meant)
    hits = sum(one == right for one, right in zip(meant, key.order, strict=True))
    found = mark(key, of_bank(key, line, places), SHARE, Decimal(size))
    assert Fraction(found.points) == hits


def test_a_sheet_of_new_kinds():
    keys = {1: MATCHING, 2: ORDERING, 3: EssayKey()}
    lines = [PaperLine(1, (3, 2, 1, 0)), PaperLine(2, (0, 1, 2, 3)), PaperLine(3, ())]
    part = PaperPart(
        key="bai",
        title="Bài",
        minutes=10,
        blueprint=(Draw(field="a", count=3),),
        points=SIX,
        multiple=SHARE,
    )
    answers = {"1": [2, 4, 0], "2": [3, 1, 4, 2], "3": "Bài viết"}
    found = mark_sheet(lines, keys, answers, part)
    assert (found.points, found.most, found.right, found.waiting) == (Decimal(10), 12, 1, 1)
    assert found.complete
