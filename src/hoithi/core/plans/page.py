"""The paragraphs of a text without what a web page puts after it: news, comments, counters."""

import re
from collections.abc import Sequence

from hoithi.core.plans.blocks import Block, read_blocks
from hoithi.core.plans.cells import in_rows
from hoithi.core.plans.lexicon import any_of
from hoithi.core.plans.normal import read_lines
from hoithi.core.plans.squeezed import unsqueezed

_TAIL = re.compile(rf"\W*{any_of('furniture', 'tail')}\b")
_DOCUMENT = re.compile(r"(?:n\s+)?n[oa][il] nh[aoe][nm]\b|t/?m\. |k/?t\. |phu luc\b")
_DAY = re.compile(r"\W*\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\W*(?:\t[^\t\d]{3,40})?")
_HEADING = 6
"""Paragraphs at the top of a page, among which its heading stands."""
_SHORT_LINE = 25
_LONGEST = 90
_LEAST = 0.4
"""The share of a page's characters before its tail: links may stand before the text too."""


def paragraphs(text: str) -> list[Block]:
    """The paragraphs of a text from whatever source, in order."""
    lines = list(unsqueezed(read_lines(text)))
    return without_tail(_without_stamp(read_blocks(list(in_rows(lines)))))


def _without_stamp(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs without the day that a page sets alone under its heading."""
    return [
        block
        for at, block in enumerate(blocks)
        if not (0 < at < _HEADING and _DAY.fullmatch(block.bare) and _is_text(blocks[at - 1]))
    ]


def _is_text(block: Block) -> bool:
    return len(block.text) > _SHORT_LINE


def without_tail(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs up to the first line of the page's end that no part of a document follows."""
    last = max((at for at, one in enumerate(blocks) if _DOCUMENT.match(one.bare)), default=0)
    least = _LEAST * sum(len(block.text) for block in blocks)
    before = 0
    for at, block in enumerate(blocks):
        tail = len(block.text) < _LONGEST and _TAIL.match(block.bare)
        if tail and at > last and before >= least:
            return list(blocks[:at])
        before += len(block.text)
    return list(blocks)
