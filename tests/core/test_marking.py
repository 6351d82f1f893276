"""What each kind of answer earns, by table: right, wrong, none, hostile, and withdrawn."""

from decimal import Decimal

import pytest

from hoithi.core.marking import (
    Mark,
    NumberKey,
    OptionsKey,
    TextKey,
    Withdrawn,
    mark,
)
from hoithi.core.questions.numbers import number_of
from hoithi.core.questions.records import Diacritics, QuestionKind
from hoithi.core.rulebook.parts import MultiplePolicy

SINGLE = OptionsKey(kind=QuestionKind.SINGLE, options=4, right=frozenset({2}))
EITHER = OptionsKey(kind=QuestionKind.SINGLE, options=4, right=frozenset({1, 3}))
TRUE = OptionsKey(kind=QuestionKind.TRUE_FALSE, options=2, right=frozenset({0}))
MULTIPLE = OptionsKey(kind=QuestionKind.MULTIPLE, options=5, right=frozenset({0, 2, 3}))
ALL_RIGHT = OptionsKey(kind=QuestionKind.MULTIPLE, options=2, right=frozenset({0, 1}))
NUMBER = NumberKey(value=Decimal(2030), tolerance=Decimal("0.5"))
TEXT = TextKey(accepted=("Dịch vụ công trực tuyến", "DVC trực tuyến"))
EXACT = TextKey(accepted=("Hòa Sơn",), diacritics=Diacritics.EXACT)
TWO = Decimal(2)

RIGHT = Mark(TWO, right=True, answered=True)
WRONG = Mark(Decimal(0), right=False, answered=True)
NONE = Mark(Decimal(0), right=False, answered=False)

HOSTILE = [None, True, 2.0, "2", "", [], {}, [2, 2], [[2]], [None], 4, -1, 10**30, "x" * 10**6]


@pytest.mark.parametrize(
    ("key", "response", "earned"),
    [
        pytest.param(SINGLE, 2, RIGHT, id="single right"),
        pytest.param(SINGLE, [2], RIGHT, id="single right as a list"),
        pytest.param(SINGLE, 0, WRONG, id="single wrong"),
        pytest.param(SINGLE, [1, 2], NONE, id="two options for a single choice"),
        pytest.param(EITHER, 3, RIGHT, id="either of two after a correction"),
        pytest.param(EITHER, [1, 3], NONE, id="not both of them"),
        pytest.param(TRUE, 0, RIGHT, id="true"),
        pytest.param(TRUE, 1, WRONG, id="false"),
        pytest.param(MULTIPLE, [3, 0, 2], RIGHT, id="all right options in any order"),
        pytest.param(MULTIPLE, [0, 2], WRONG, id="one left out"),
        pytest.param(MULTIPLE, [0, 1, 2, 3], WRONG, id="one too many"),
        pytest.param(NUMBER, "2030", RIGHT, id="number as text"),
        pytest.param(NUMBER, 2030, RIGHT, id="number"),
        pytest.param(NUMBER, "2.030,5", RIGHT, id="number at its tolerance"),
        pytest.param(NUMBER, "2030,51", WRONG, id="number beyond its tolerance"),
        pytest.param(NUMBER, "NaN", NONE, id="no number"),
        pytest.param(TEXT, " DỊCH  vụ công trực tuyến. ", RIGHT, id="case, spaces, end signs"),
        pytest.param(TEXT, "dich vu cong truc tuyen", RIGHT, id="without diacritics"),
        pytest.param(TEXT, "dịch vụ công", WRONG, id="another text"),
        pytest.param(TEXT, " . ", NONE, id="signs only"),
        pytest.param(EXACT, "hoà sơn", RIGHT, id="the other placement of the tone"),
        pytest.param(EXACT, "hoa son", WRONG, id="diacritics count"),
        *(pytest.param(SINGLE, bad, NONE, id=f"single: {bad!r:.12}") for bad in HOSTILE),
        *(
            pytest.param(MULTIPLE, bad, NONE, id=f"multiple: {bad!r:.12}")
            for bad in [*HOSTILE[:9], 9]
        ),
        *(
            pytest.param(NUMBER, bad, NONE, id=f"number: {bad!r:.12}")
            for bad in [None, True, [1], {}, "x" * 10**6, 10**30, float("nan"), "1e9", "１２"]
        ),
        *(
            pytest.param(TEXT, bad, NONE, id=f"text: {bad!r:.12}")
            for bad in [None, True, 5, [], {}, "x" * 501]
        ),
    ],
)
def test_all_or_nothing(key, response, earned):
    assert mark(key, response, MultiplePolicy.ALL_OR_NOTHING, TWO) == earned


@pytest.mark.parametrize(
    ("key", "response", "points"),
    [
        pytest.param(MULTIPLE, [0, 2, 3], "2", id="all"),
        pytest.param(MULTIPLE, [0], "0.6667", id="a third, rounded half up"),
        pytest.param(MULTIPLE, [0, 2, 1], "0.3333", id="two thirds less a half"),
        pytest.param(MULTIPLE, [0, 1], "0", id="not below nothing"),
        pytest.param(MULTIPLE, [0, 1, 2, 3, 4], "0", id="ticking everything"),
        pytest.param(ALL_RIGHT, [0], "1", id="no wrong options to lose by"),
        pytest.param(SINGLE, 1, "0", id="a single choice is all or nothing"),
    ],
)
def test_proportional(key, response, points):
    earned = mark(key, response, MultiplePolicy.PROPORTIONAL, TWO)
    assert earned == Mark(Decimal(points), right=points == "2", answered=True)


@pytest.mark.parametrize(
    ("withdrawn", "response", "earned"),
    [
        (Withdrawn.FULL_TO_ALL, 0, RIGHT),
        (Withdrawn.FULL_TO_ALL, None, Mark(TWO, right=True, answered=False)),
        (Withdrawn.NOT_COUNTED, 2, Mark(Decimal(0), right=False, answered=True, counted=False)),
        (Withdrawn.NOT_COUNTED, None, Mark(Decimal(0), right=False, answered=False, counted=False)),
    ],
)
def test_withdrawn(withdrawn, response, earned):
    key = OptionsKey(kind=QuestionKind.SINGLE, options=4, right=frozenset({2}), withdrawn=withdrawn)
    assert mark(key, response, MultiplePolicy.ALL_OR_NOTHING, TWO) == earned


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234", "1234"),
        ("1.234.567,5", "1234567.5"),
        ("3,5", "3.5"),
        ("3.5", "3.5"),
        ("0.125", "0.125"),
        (" - 12 ", "-12"),
        ("12 000", "12000"),
        (1.234, "1.234"),
        ("1,2,3", None),
        ("1.23.456", None),
        ("--1", None),
        ("", None),
        ("1" * 16, None),
        (float("inf"), None),
    ],
)
def test_numbers_as_they_are_typed(typed, number):
    assert number_of(typed) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        pytest.param("1" + " " * 38 + "2", 12, id="as long as a number may be typed"),
        pytest.param("1" + " " * 39 + "2", None, id="longer"),
        pytest.param(10**15 - 1, 10**15 - 1, id="the greatest"),
        pytest.param(10**15, None, id="beyond it"),
        pytest.param(Decimal(5), None, id="no form in which answers come"),
    ],
)
def test_numbers_at_their_limits(typed, number):
    assert number_of(typed) == number


@pytest.mark.parametrize(("length", "earned"), [(500, RIGHT), (501, NONE)])
def test_a_text_at_its_limit(length, earned):
    key = TextKey(accepted=("a" * 500,))
    assert mark(key, "a" * length, MultiplePolicy.ALL_OR_NOTHING, TWO) == earned


@pytest.mark.parametrize("response", [[0, "2"], [0, 9], [0, 2, None], [-1, 0]])
def test_one_option_that_is_none_spoils_the_list(response):
    assert mark(MULTIPLE, response, MultiplePolicy.PROPORTIONAL, TWO) == NONE


@pytest.mark.parametrize(("response", "points"), [([0, 2, 3], "2"), ([1, 4], "0")])
def test_full_points_and_none_are_written_as_the_rules_write_them(response, points):
    found = mark(MULTIPLE, response, MultiplePolicy.PROPORTIONAL, TWO)
    assert str(found.points) == points


@pytest.mark.parametrize(
    ("points", "half"), [("0.0001", "0.0001"), ("0.0003", "0.0002"), ("1", "0.5"), ("0.5", "0.25")]
)
def test_a_share_is_rounded_half_up_to_four_places(points, half):
    found = mark(ALL_RIGHT, [0], MultiplePolicy.PROPORTIONAL, Decimal(points))
    assert found.points == Decimal(half)


def test_where_no_option_is_right_nothing_is_earned():
    nothing = OptionsKey(kind=QuestionKind.MULTIPLE, options=2, right=frozenset())
    assert mark(nothing, [0], MultiplePolicy.PROPORTIONAL, TWO) == WRONG
