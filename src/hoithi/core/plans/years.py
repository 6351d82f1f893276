"""The year that a document is of, by which days without a year are read."""

import re
from collections import Counter
from collections.abc import Iterable

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.cited import cited_documents
from hoithi.core.plans.dates import moments
from hoithi.core.plans.frame import Frame
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import Found

_NAMED = re.compile(
    r"(?<!den )(?<!tam nhin )(?<!huong )\bnam(?: hoc)?\s+((?:19|20)\d\d)\b|"
    r"\bquy [ivx1-4]+\s*/\s*((?:19|20)\d\d)\b"
)

_STAMP = re.compile(r"(?:^|[/.\s-])((?:19|20)\d\d)(?=-\d\d\b|\b)")
_FIRST = 4
_SHORT = 60
"""Characters of a line in which a page says when it was posted."""


def year_of(day: Found[str] | None, title: Found[str] | None, parts: Frame) -> int | None:
    """By its signing, its title, the latest document it rests on, or most of its dates."""
    if day:
        return int(day.value[:4])
    if title and (named := _NAMED.search(folded(title.value))):
        return int(named[1] or named[2])
    cited = [int(one.date[:4]) for one in cited_documents(parts.preamble) if one.date]
    return max(cited, default=None) or _most_frequent(parts.body) or _posted(parts)


def _posted(parts: Frame) -> int | None:
    """The year in which a page says that it was posted."""
    for block in (*parts.before, *parts.preamble, *parts.body)[:_FIRST]:
        if len(block.text) < _SHORT and (found := _STAMP.search(block.bare)):
            return int(found[1])
    return None


def _most_frequent(blocks: Iterable[Block]) -> int | None:
    years = Counter(
        moment.year for block in blocks for moment in moments(block.bare) if moment.year
    )
    return years.most_common(1)[0][0] if years else None
