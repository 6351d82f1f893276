"""The sentence of a paragraph in which some words stand."""

import re

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.records import Place

_OPENS = re.compile(r"[.;] (?=\w)")
_ENDS = re.compile(r"[.;](?= |$)")


def sentence_around(block: Block, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds the characters from `start` up to `end`."""
    before = [one.end() for one in _OPENS.finditer(block.bare, 0, start)]
    after = _ENDS.search(block.bare, end)
    return max([len(block.sign), *before]), after.end() if after else len(block.bare)


def place_of_sentence(block: Block, start: int, end: int) -> Place:
    """The place of that sentence in the source."""
    return block.place(*sentence_around(block, start, end))
