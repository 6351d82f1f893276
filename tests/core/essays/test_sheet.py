"""Lines of a marker's sheet, faults of its marks, its total."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.essays.sheet import Line, MarkFault, faults, lines_of, total
from hoithi.core.questions.records import Criterion as RubricLine
from hoithi.core.rulebook.parts import Criterion

LINES = (Line("y", "Ý", Decimal(6)), Line("v", "Văn", Decimal(4)))
RUBRIC = (RubricLine("Nêu đúng căn cứ", Decimal(4)), RubricLine("Có ví dụ", Decimal(6)))


def test_the_rules_come_before_the_rubrics():
    criteria = (Criterion(key="y", title="Ý", most=Decimal(6)),)
    assert lines_of(criteria, [RUBRIC], Decimal(10)) == (Line("y", "Ý", Decimal(6)),)


def test_the_rubrics_of_several_questions_and_one_without():
    assert lines_of((), [RUBRIC, ()], Decimal(20)) == (
        Line("q1-0", "Nêu đúng căn cứ", Decimal(4)),
        Line("q1-1", "Có ví dụ", Decimal(6)),
        Line("q2", "", Decimal(10)),
    )


@pytest.mark.parametrize(
    ("marks", "step", "whole", "found"),
    [
        ({"y": "6", "v": "0"}, None, True, {}),
        ({"y": "6"}, None, True, {"v": MarkFault.MISSING}),
        ({"y": "6"}, None, False, {}),
        ({"y": "6.01", "v": "0"}, None, True, {"y": MarkFault.ABOVE_MOST}),
        ({"y": "6", "v": "-1"}, None, True, {"v": MarkFault.BELOW_NOTHING}),
        ({"y": "5.3", "v": "1.25"}, Decimal("0.25"), True, {"y": MarkFault.BETWEEN_STEPS}),
        ({"y": "5.00001", "v": "1"}, None, True, {"y": MarkFault.TOO_PRECISE}),
        ({"y": "5.00000000", "v": "1", "z": "99"}, None, True, {}),
    ],
)
def test_what_is_wrong_with_marks(marks, step, whole, found):
    given_marks = {key: Decimal(one) for key, one in marks.items()}
    assert faults(LINES, given_marks, step=step, whole=whole) == found


@pytest.mark.parametrize(
    ("most", "found"),
    [(10, Fraction(15, 2)), (100, Fraction(75)), (15, Fraction(45, 4))],
)
def test_the_total_is_brought_to_the_scale_of_the_part(most, found):
    assert total(LINES, {"y": Decimal("4.5"), "v": Decimal(3)}, Decimal(most)) == found


@settings(max_examples=50)
@given(st.decimals(0, 6, places=2), st.decimals(0, 4, places=2), st.integers(1, 200))
def test_a_total_lies_between_nothing_and_the_most(y, v, most):
    assert 0 <= total(LINES, {"y": y, "v": v}, Decimal(most)) <= most
