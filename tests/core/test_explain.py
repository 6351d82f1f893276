"""Why one line stands above another: the key, its number, and both values."""

from hoithi.core.explain import Explanation, LineExplanation, explain_line, why_above
from tests.core.make import result
from tests.core.ranking.make import POINTS, SECONDS, ranked

KEYS = [POINTS, SECONDS]
RANKING = ranked(
    [
        result(1, 10, seconds=60),
        result(2, 9, seconds=40),
        result(3, 9, seconds=40),
        result(4, 9, seconds=None),
    ],
    *KEYS,
)


def test_the_first_key_on_which_they_differ_decides():
    one, two, three, four = RANKING
    assert why_above(one, two, KEYS) == Explanation(1, 2, POINTS, 1, one.points, two.points)
    assert why_above(two, three, KEYS) == Explanation(2, 3)
    assert why_above(three, four, KEYS) == Explanation(3, 4, SECONDS, 2, 40, None)


def test_a_line_is_explained_against_the_next_places_and_its_equals():
    one, two, three, four = RANKING
    above = why_above(one, two, KEYS)
    assert explain_line(RANKING, 0, KEYS) == LineExplanation(1, 1, below=above)
    assert explain_line(RANKING, 1, KEYS) == LineExplanation(
        2, 2, (3,), above, why_above(two, four, KEYS)
    )
    assert explain_line(RANKING, 3, KEYS) == LineExplanation(
        4, 4, above=why_above(three, four, KEYS)
    )


def test_every_line_agrees_with_what_the_ranking_decided():
    for index, line in enumerate(RANKING):
        found = explain_line(RANKING, index, KEYS)
        if line.decided_by is not None:
            assert found.above is not None
            assert found.above.key == KEYS[line.decided_by]
