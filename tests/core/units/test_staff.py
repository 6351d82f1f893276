"""Counts of staff: nobody is counted under two parents unless the rule says whose."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.units.staff import (
    CountingRule,
    DoubleCounted,
    Keep,
    Overlap,
    StaffCount,
    Twice,
    double_counted,
    staff_total,
    whose,
)

PARENTS = {
    "school": ["commune", "education"],
    "commune": ["province"],
    "education": ["province"],
    "hamlet": ["commune"],
}


def count(unit, people, counted_by=""):
    return StaffCount(unit, date(2026, 1, 1), people, "Phòng VHXH", counted_by or unit)


SCHOOL, COMMUNE, EDUCATION = count("school", 40), count("commune", 100), count("education", 900)
BY_COMMUNE = count("school", 40, "commune")
BY_EDUCATION = count("school", 42, "education")


@pytest.mark.parametrize(
    ("counts", "overlaps"),
    [
        pytest.param([COMMUNE, EDUCATION], [], id="side by side"),
        pytest.param(
            [SCHOOL, COMMUNE], [Overlap(COMMUNE, SCHOOL, Twice.CONTAINED)], id="child and parent"
        ),
        pytest.param(
            [SCHOOL, COMMUNE, EDUCATION],
            [
                Overlap(COMMUNE, SCHOOL, Twice.CONTAINED),
                Overlap(EDUCATION, SCHOOL, Twice.CONTAINED),
            ],
            id="child under two parents",
        ),
        pytest.param(
            [BY_COMMUNE, BY_EDUCATION],
            [Overlap(BY_COMMUNE, BY_EDUCATION, Twice.SAME_UNIT)],
            id="one unit counted by two",
        ),
        pytest.param(
            [count("province", 5000), count("hamlet", 3)],
            [Overlap(count("province", 5000), count("hamlet", 3), Twice.CONTAINED)],
            id="grandchild",
        ),
    ],
)
def test_double_counted(counts, overlaps):
    assert list(double_counted(counts, PARENTS)) == overlaps


@pytest.mark.parametrize(
    ("counts", "rule", "total"),
    [
        pytest.param([COMMUNE, EDUCATION], CountingRule(), 1000, id="nothing twice"),
        pytest.param([SCHOOL, COMMUNE], CountingRule(Keep.WIDER), 100, id="the commune's"),
        pytest.param([SCHOOL, COMMUNE], CountingRule(Keep.NARROWER), 40, id="the school's"),
        pytest.param(
            [BY_COMMUNE, BY_EDUCATION],
            CountingRule(counted_by=("education", "commune")),
            42,
            id="the department's figure for the school",
        ),
        pytest.param(
            [BY_COMMUNE, BY_EDUCATION, COMMUNE],
            CountingRule(Keep.WIDER, ("education",)),
            100,
            id="both rules",
        ),
        pytest.param([], CountingRule(), 0, id="nobody"),
    ],
)
def test_staff_total(counts, rule, total):
    assert staff_total(counts, PARENTS, rule) == total


@pytest.mark.parametrize(
    ("counts", "rule"),
    [
        ([SCHOOL, COMMUNE], CountingRule()),
        ([BY_COMMUNE, BY_EDUCATION], CountingRule(Keep.WIDER)),
        ([BY_COMMUNE, BY_COMMUNE], CountingRule(counted_by=("commune",))),
    ],
)
def test_what_the_rule_leaves_open_is_refused(counts, rule):
    with pytest.raises(DoubleCounted) as refusal:
        staff_total(counts, PARENTS, rule)
    assert refusal.value.overlaps == double_counted(counts, PARENTS)


def test_a_circle_of_parents_ends():
    parents = {"a": ["b"], "b": ["a"]}
    assert len(double_counted([count("a", 1), count("b", 1)], parents)) == 2


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"))), st.data())
def test_a_rule_for_the_wider_never_leaves_a_unit_and_its_parent(parents, data):
    units = data.draw(st.lists(st.sampled_from("abcdef"), unique=True))
    tree = {unit: [above for above in parents.get(unit, []) if above < unit] for unit in units}
    counts = [count(unit, 1) for unit in units]
    total = staff_total(counts, tree, CountingRule(Keep.WIDER))
    tops = [unit for unit in units if not any(above in units for above in tree[unit])]
    assert total <= len(units)
    assert total >= min(1, len(tops))


@pytest.mark.parametrize(
    ("counted_by", "named", "place"),
    [
        pytest.param(["commune", "education"], [], 0, id="nothing said: who came first"),
        pytest.param(["commune", "education"], ["education"], 1, id="the one that is named"),
        pytest.param(["commune", "education"], ["x", "commune", "education"], 0, id="in order"),
        pytest.param(["education"], ["commune"], 0, id="only one count"),
        pytest.param(["", "education"], ["education"], 1, id="before the unit's own"),
    ],
)
def test_whose_count_holds(counted_by, named, place):
    assert whose(counted_by, named) == place
