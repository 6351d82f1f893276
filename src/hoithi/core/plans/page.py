"""What a web page puts after a document: related news, comments, counters."""

import re
from collections.abc import Sequence

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.lexicon import any_of

_TAIL = re.compile(rf"\W*{any_of('furniture', 'tail')}\b")
_DOCUMENT = re.compile(r"(?:n\s+)?n[oa][il] nh[aoe][nm]\b|t/?m\. |k/?t\. |phu luc\b")
_LONGEST = 90
_LEAST = 4
"""A page with its links before its text has no tail there."""


def without_tail(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs up to the first line of the page's end that no part of a document follows."""
    last = max((at for at, one in enumerate(blocks) if _DOCUMENT.match(one.bare)), default=0)
    for at, block in enumerate(blocks):
        if at > max(last, _LEAST) and len(block.text) < _LONGEST and _TAIL.match(block.bare):
            return list(blocks[:at])
    return list(blocks)
