"""What a web page puts after a document: related news, comments, counters."""

import re
from collections.abc import Sequence

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.lexicon import any_of

_TAIL = re.compile(rf"\W*{any_of('furniture', 'tail')}\b")
_DOCUMENT = re.compile(r"(?:n\s+)?n[oa][il] nh[aoe][nm]\b|t/?m\. |k/?t\. |phu luc\b")
_LONGEST = 90
_LEAST = 0.4
"""The share of a page's characters before its tail: links may stand before the text too."""


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
