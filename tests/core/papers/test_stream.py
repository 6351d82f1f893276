"""The stream of numbers behind every draw: the same for ever, and each number equally likely."""

from collections import Counter
from hashlib import sha256
from itertools import islice

import pytest

from hoithi.core.papers.stream import Stream

WHOLE = 1 << 32
MOST = 3 << 30
"""A quarter of all words lies above it and is thrown away."""


def words():
    """The words as the rule states them, worked out apart."""
    block = 0
    while True:
        hashed = sha256(f"a\0b\0{block}".encode()).digest()
        for first in range(0, 32, 4):
            yield int.from_bytes(hashed[first : first + 4], "big")
        block += 1


@pytest.mark.parametrize("limit", [1, 6, WHOLE - 1, WHOLE])
def test_numbers_are_those_that_anyone_can_work_out(limit):
    stream = Stream("a", "b")
    fair = WHOLE // limit * limit
    expected = (word % limit for word in words() if word < fair)
    assert [stream.below(limit) for _ in range(40)] == list(islice(expected, 40))


def test_words_above_the_last_whole_multiple_are_thrown_away():
    stream = Stream("a", "b")
    kept = [stream.below(MOST) for _ in range(60)]
    assert kept == list(islice((word for word in words() if word < MOST), 60))
    assert kept != [word % MOST for word in islice(words(), 60)]


def test_every_number_comes_about_equally_often():
    stream = Stream("a", "c")
    counts = Counter(stream.below(6) for _ in range(6000))
    assert set(counts) == set(range(6))
    assert all(850 < count < 1150 for count in counts.values())


def test_shuffling_keeps_everything_and_leaves_the_list_alone():
    items = list("abcdefgh")
    shuffled = Stream("a", "b").shuffled(items)
    assert sorted(shuffled) == items == list("abcdefgh")
    assert shuffled != items
    assert Stream("a", "b").shuffled([]) == []
