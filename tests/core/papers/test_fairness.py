"""Exposure is even over a hundred thousand papers (R28), pools balance it, choices never repeat."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.papers.draw import TooFewQuestions, draw_1, strata
from hoithi.core.papers.exposure import Spread, exposure
from hoithi.core.papers.pool import choose, pool
from hoithi.core.papers.stream import Stream
from tests.core.papers.make import PAIRED, bank, critical_chi_square, rows

SMALL = bank(("a", 7), ("b", 5))
BLUEPRINT = rows(("a", 2), ("b", 1))


@pytest.mark.long
def test_a_hundred_thousand_single_papers_expose_evenly():
    ready = strata(SMALL, BLUEPRINT)
    papers = (draw_1(ready, str(number)) for number in range(100_000))
    report = exposure(papers, SMALL, BLUEPRINT)
    assert report.papers == 100_000
    assert all(row.chi_square < critical_chi_square(row.degrees) for row in report.rows)


def test_options_and_places_are_shuffled_evenly():
    ready = strata(bank(("a", 3)), rows(("a", 3)))
    orders: dict[tuple[int, ...], int] = {}
    for number in range(24_000):
        line = draw_1(ready, str(number)).lines[0]
        orders[line.options] = orders.get(line.options, 0) + 1
    assert len(orders) == 24
    chi_square = sum(Decimal((seen - 1000) ** 2) / 1000 for seen in orders.values())
    assert chi_square < critical_chi_square(23)


def test_a_pool_exposes_within_field_and_difficulty_almost_equally():
    papers = list(pool(SMALL, BLUEPRINT, "pool", 700))
    report = exposure(papers, SMALL, BLUEPRINT)
    assert [(row.least, row.most) for row in report.rows] == [(200, 200), (140, 140)]
    assert report.difficulty.within(Decimal("1.34"))
    assert papers == list(pool(SMALL, BLUEPRINT, "pool", 700))
    assert papers != list(pool(SMALL, BLUEPRINT, "other", 700))


def test_a_pool_keeps_pairs_apart_and_stays_balanced():
    papers = list(pool(PAIRED, rows(("a", 2)), "pool", 300))
    assert not any({1, 2} <= {line.question for line in paper.lines} for paper in papers)
    (row,) = exposure(papers, PAIRED, rows(("a", 2))).rows
    assert row.most - row.least <= 30


def test_a_pool_of_a_short_bank_is_refused_at_once():
    with pytest.raises(TooFewQuestions):
        pool(SMALL, rows(("a", 8)), "pool", 10)


def test_difficulty_of_papers_is_reported():
    twelve = bank(("a", 12))
    papers = list(pool(twelve, rows(("a", 6)), "pool", 50))
    report = exposure(papers, twelve, rows(("a", 6)))
    assert report.difficulty == Spread(Decimal(2), Decimal(2), Decimal(2))
    assert exposure([], twelve, rows(("a", 6))).difficulty == Spread(*[Decimal(0)] * 3)


@given(size=st.integers(1, 30), sitting=st.integers(0, 2**63), data=st.data())
def test_no_paper_comes_twice_while_others_remain(size, sitting, data):
    had = data.draw(st.sets(st.integers(0, size + 2)))
    chosen = choose(size, sitting, had)
    assert 0 <= chosen < size
    assert chosen not in had or had >= set(range(size))
    assert chosen == choose(size, sitting, sorted(had, reverse=True))


def test_papers_of_a_pool_are_chosen_evenly():
    seen = [0] * 50
    for sitting in range(50_000):
        seen[choose(50, sitting)] += 1
    chi_square = sum(Decimal((count - 1000) ** 2) / 1000 for count in seen)
    assert chi_square < critical_chi_square(49)


def test_the_stream_can_be_recomputed_by_anyone():
    stream = Stream("hoithi/paper/1", "seed")
    # printf "hoithi/paper/1\0seed\00060" | sha256sum begins with these words (\0060 is "0").
    assert [stream.below(2**32) for _ in range(2)] == [0x5745094D, 0x66549E8B]
