"""Laws that a document rests on without giving their number: by name, and day or year."""

import re
from collections.abc import Iterable, Iterator

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.cited import mentions
from hoithi.core.plans.dates import moments
from hoithi.core.plans.records import CitedDocument

_OPENS = re.compile(
    r"\W*(?:(?:can cu|theo|thuc hien|thi hanh)\b\s*(?:vao\s+)?(?:quy dinh cua\s+)?)?"
    r"(?=(?:luat|bo luat|phap lenh|hien phap)\s[^\W\d])"
)
_CLAUSE = re.compile(r"[^;]+")
_NAME_ENDS = re.compile(r"\.(?: |$)|:|\s(?:va can cu|uy ban nhan dan \w+ ban hanh|ubnd)\b")


def unnumbered_laws(blocks: Iterable[Block]) -> Iterator[CitedDocument]:
    """The laws that lead a clause of the bases: "Căn cứ Luật Viên chức năm 2010;"."""
    for block in blocks:
        for clause in _CLAUSE.finditer(block.bare):
            opening = _OPENS.match(block.bare, clause.start(), clause.end())
            if opening and (law := _law(block, opening.end(), clause.end())):
                yield law


def _law(block: Block, start: int, end: int) -> CitedDocument | None:
    stop = _NAME_ENDS.search(block.bare, start, end)
    end = stop.start() if stop else end
    if any(start <= one.start < end for one in mentions(block)):
        return None
    title = block.text[start:end].strip(" ,.")
    day = next(iter(moments(block.bare[start:end])), None)
    date = day.whole.isoformat() if day and day.whole else None
    return CitedDocument(None, date, title, block.place(start, start + len(title)))
