"""A paper is stored compactly and read back; what is no paper is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.papers.draw import draw
from hoithi.core.papers.records import PaperUnreadable, decode, encode
from tests.core.papers.make import bank, rows


@given(seed=st.integers())
def test_a_paper_comes_back_as_it_was(seed):
    paper = draw(bank(("a", 4), ("b", 4)), rows(("a", 2), ("b", 3)), str(seed))
    assert decode(json.loads(json.dumps(encode(paper)))) == paper.lines


def test_the_stored_form():
    paper = draw(bank(("a", 1)), rows(("a", 1), shuffle_options=False), "x")
    assert encode(paper) == [[1, [0, 1, 2, 3], 0]]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="nothing"),
        pytest.param({"1": 2}, id="an object"),
        pytest.param([[1]], id="no options"),
        pytest.param([["1", [0], 0]], id="a text for a number"),
        pytest.param([[1, [0, 0], 0]], id="an option twice"),
        pytest.param([[1, [1, 2], 0]], id="an option left out"),
        pytest.param([[1, [0.5], 0]], id="half an option"),
    ],
)
def test_what_is_no_paper_is_refused(content):
    with pytest.raises(PaperUnreadable):
        decode(content)
