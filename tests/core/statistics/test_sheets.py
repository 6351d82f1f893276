"""Sheets as pages send them, counted: the same marks as the marking core, whatever is sent."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.marking import OptionsKey, TextKey, Withdrawn, mark_sheet
from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import Draw, MultiplePolicy, PaperPart, WithdrawnRule
from hoithi.core.statistics.sheets import OTHER, SCALE, Place, SheetTally, guess_share

PART = PaperPart(
    key="paper",
    title="Bài thi",
    minutes=10,
    blueprint=(Draw(field="a", count=2), Draw(field="b", count=1, points=Decimal("2.5"))),
    multiple=MultiplePolicy.PROPORTIONAL,
)
KEYS = {
    1: OptionsKey(kind=QuestionKind.SINGLE, options=4, right=frozenset({2})),
    2: OptionsKey(kind=QuestionKind.MULTIPLE, options=3, right=frozenset({0, 1})),
    3: TextKey(accepted=("Hòa Sơn",)),
}
SHOWN = (PaperLine(2, (2, 1, 0)), PaperLine(3, (), 1), PaperLine(1, (3, 2, 1, 0)))
OTHERWISE = (PaperLine(1, (0, 1, 2, 3)), PaperLine(2, (0, 1, 2)), PaperLine(3, (), 1))
ANSWER = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 5), st.floats(allow_nan=False), st.text(max_size=4),
    st.just("hòa sơn"), st.lists(st.integers(0, 4), max_size=3), st.just({"1": [2]}),
)  # fmt: skip
SHEET = st.one_of(
    st.none(), st.integers(), st.dictionaries(st.sampled_from(["1", "2", "3", "x"]), ANSWER)
)


def test_a_question_is_the_same_wherever_and_however_it_was_shown():
    tally = SheetTally(PART, KEYS)
    tally.add("first", SHOWN, {"1": [3, 2], "2": " hoa  sơn ", "3": [2]})
    tally.add("second", OTHERWISE, {"1": 3, "2": [1]})
    found = tally.statistics()
    assert (found.paper.sittings, found.paper.questions, found.paper.most) == (2, 3, 4.5)
    assert found.paper.mean == pytest.approx((4.5 + 1.5) / 2)
    told = {key: {r.response: r.mark for r in found.items[key].responses} for key in (1, 2, 3)}
    assert told == {
        1: {(2,): SCALE},
        2: {(0, 1): SCALE, (0,): SCALE // 2},
        3: {"hoa sơn": 25_000, None: 0},
    }
    assert found.items[3].intended_weight == pytest.approx(2.5 / 4.5)
    assert found.items[1].guess == 0.25
    assert set(found.items) == {1, 2, 3, Place(0, 1), Place(0, 2), Place(1, 1)}


@settings(max_examples=60)
@given(st.lists(st.tuples(st.booleans(), SHEET), min_size=1, max_size=8))
def test_totals_are_the_points_that_marking_gives(sheets):
    tally, points = SheetTally(PART, KEYS), []
    for is_first, answers in sheets:
        lines = SHOWN if is_first else OTHERWISE
        tally.add(is_first, lines, answers)
        points.append(mark_sheet(lines, KEYS, answers, PART).points)
    found = tally.statistics()
    assert found.paper.mean == pytest.approx(float(sum(points)) / len(points))
    assert all(found.items[key].sittings == len(sheets) for key in KEYS)


def withdrawn(question, how):
    return {**KEYS, question: msgspec.structs.replace(KEYS[question], withdrawn=how)}


@pytest.mark.parametrize(
    ("how", "rule", "most", "mean"),
    [
        (Withdrawn.BY_RULES, WithdrawnRule.FULL_TO_ALL, 4.5, 4.0),
        (Withdrawn.BY_RULES, WithdrawnRule.NOT_COUNTED, 2.0, 1.5),
        (Withdrawn.NOT_COUNTED, WithdrawnRule.FULL_TO_ALL, 2.0, 1.5),
    ],
)
def test_a_withdrawn_question_has_no_figures_and_counts_as_the_rules_say(how, rule, most, mean):
    tally = SheetTally(msgspec.structs.replace(PART, withdrawn=rule), withdrawn(3, how))
    tally.add(1, SHOWN, {"1": [3, 2]})
    tally.add(2, OTHERWISE, {"1": 3, "2": [1, 2]})
    found = tally.statistics()
    assert (found.paper.most, found.paper.mean) == (most, mean)
    assert {key for key in found.items if isinstance(key, int)} == {1, 2}
    assert (found.paper.alpha is None, found.paper.uneven) == (False, False)


def uneven():
    """Three of four sat the questions 1 and 2; the fourth had another one, which is withdrawn."""
    keys = withdrawn(3, Withdrawn.NOT_COUNTED)
    first, second, gone = PaperLine(1, (0, 1, 2, 3)), PaperLine(2, (0, 1, 2)), PaperLine(3, ())
    tally = SheetTally(PART, keys)
    for answers in ({"1": 3, "2": [1, 2]}, {"1": 3, "2": [1]}, {}):
        tally.add("both", (first, second), answers)
    tally.add("shorter", (first, gone), {"1": 3})
    return tally.statistics()


def test_papers_that_lost_a_question_are_measured_by_what_they_kept():
    paper = uneven().paper
    assert (paper.sittings, paper.questions, paper.uneven) == (4, 2, True)
    assert (paper.most, paper.mean) == (7 / 4, (2 + 1.5 + 0 + 1) / 4)
    # Reliability is that of the three who had both places: 2 · (1 - (1/3 + 1/4) / (13/12)).
    assert paper.alpha == pytest.approx(2 * (1 - (1 / 3 + 1 / 4) / (13 / 12)))
    assert uneven().items[1].facility == 3 / 4


def test_texts_without_end_are_counted_together():
    tally = SheetTally(PART, KEYS)
    for number in range(1_100):
        tally.add(1, SHOWN, {"2": f"câu trả lời {number}"})
    responses = tally.statistics().items[3].responses
    assert (responses[0].response, responses[0].count) == (OTHER, 100)
    assert len(responses) == 1_001


@pytest.mark.parametrize(
    ("key", "policy", "share"),
    [
        (KEYS[1], MultiplePolicy.PROPORTIONAL, 0.25),
        (KEYS[2], MultiplePolicy.ALL_OR_NOTHING, 1 / 7),
        (KEYS[3], MultiplePolicy.PROPORTIONAL, None),
    ],
)
def test_what_blind_choice_earns(key, policy, share):
    assert guess_share(key, policy) == (share if share is None else pytest.approx(share))
