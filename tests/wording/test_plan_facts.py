"""Facts of a plan, each on a line as an official writes it."""

import pytest

from hoithi.wording.plan_facts import fact_line

WORDS = "Tổng số 10 giải"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("13000000", f"13.000.000 đồng: {WORDS}"),
        ("13 triệu đồng", f"13 triệu đồng: {WORDS}"),
        ("²", f"²: {WORDS}"),
        ("", f": {WORDS}"),
    ],
)
def test_the_total_of_the_prizes_is_told_as_money(value, line):
    assert fact_line("prize_totals", {"value": value, "what": WORDS}) == line
