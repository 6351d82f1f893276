"""Essays are shared evenly, and never given to a colleague, a namesake or the same person twice."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.essays.sharing import Marker, NobodyToMark, Script, may_mark, share

HOA = Marker(1, "Trần Thị Hoa", frozenset({10}))
BINH = Marker(2, "Lê Văn Bình")
CHI = Marker(3, "Phạm Chi")


@pytest.mark.parametrize(
    ("script", "allowed"),
    [
        pytest.param(Script(1), True, id="nothing known"),
        pytest.param(Script(1, unit=11), True, id="another unit"),
        pytest.param(Script(1, unit=10), False, id="the own unit"),
        pytest.param(Script(1, name="TRAN thi  hoa"), False, id="a namesake may be oneself"),
        pytest.param(Script(1, name="Trần T*** Hoa"), True, id="a masked name says nothing"),
        pytest.param(Script(1, taken=frozenset({1})), False, id="had it already"),
    ],
)
def test_who_may_mark(script, allowed):
    assert may_mark(HOA, script) is allowed


def test_too_few_markers_give_out_nothing_and_name_the_essays():
    with pytest.raises(NobodyToMark) as refusal:
        share([Script(1), Script(2, unit=10), Script(3, unit=10)], [HOA, BINH], seed="x")
    assert refusal.value.numbers == (2, 3)


def test_the_same_seed_gives_the_same_and_loads_count():
    scripts = [Script(number) for number in range(1, 5)]
    given_out = share(scripts, [HOA, BINH, CHI], seed="x")
    assert given_out == share(scripts[::-1], [CHI, HOA, BINH], seed="x")
    assert share([Script(9)], [HOA, BINH, CHI], seed="x", loads={1: 5}) != {9: (1, 2)}
    third = share([Script(9, taken=frozenset({1, 2}))], [HOA, BINH, CHI], seed="x", each=1)
    assert third == {9: (3,)}


def test_pairs_of_markers_mix():
    markers = [Marker(number) for number in range(1, 5)]
    found = share([Script(number) for number in range(60)], markers, seed="x")
    pairs = Counter(frozenset(pair) for pair in found.values())
    assert len(pairs) == 6
    assert max(pairs.values()) - min(pairs.values()) <= 4


@settings(max_examples=60)
@given(st.integers(0, 40), st.integers(2, 7), st.text(max_size=5))
def test_everybody_gets_as_many_give_or_take_one(essays, people, seed):
    markers = [Marker(number) for number in range(people)]
    found = share([Script(number) for number in range(essays)], markers, seed=seed)
    loads = Counter(one for pair in found.values() for one in pair)
    assert [pair for pair in found.values() if len(set(pair)) != 2] == []
    assert max(loads.values(), default=0) - min(loads[m.id] for m in markers) <= 1


@settings(max_examples=60)
@given(st.lists(st.integers(0, 4), max_size=30), st.text(max_size=5))
def test_nobody_marks_the_own_unit(units, seed):
    markers = [Marker(number, units=frozenset({number})) for number in range(4)]
    scripts = [Script(number, unit=unit) for number, unit in enumerate(units)]
    found = share(scripts, markers, seed=seed)
    assert [s for s in scripts if s.unit in found[s.number]] == []
