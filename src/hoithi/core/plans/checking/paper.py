"""A plan as the checks see it: what was understood, beside the paragraphs it was read from."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hoithi.core.plans.assignments import Assigned, assigned
from hoithi.core.plans.blocks import Block
from hoithi.core.plans.frame import Frame, frame
from hoithi.core.plans.outline import Node, outline, walk
from hoithi.core.plans.page import paragraphs
from hoithi.core.plans.records import Facts, Place, Reading

_TITLE_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.;!?](?=\s|$)")
_LONGEST_QUOTE = 300


@dataclass(frozen=True)
class Paper:
    """A document that is checked."""

    text: str
    reading: Reading

    @property
    def facts(self) -> Facts:
        return self.reading.facts

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """All paragraphs, furniture of the page included."""
        return paragraphs(self.text)

    @cached_property
    def parts(self) -> Frame:
        return frame(self.blocks)

    @cached_property
    def roots(self) -> list[Node]:
        return outline(self.parts.body)

    @cached_property
    def nodes(self) -> list[Node]:
        """The paragraphs of the body in the order of the text."""
        return list(walk(self.roots))

    @cached_property
    def agencies(self) -> list[Assigned]:
        return assigned(self.roots)

    @cached_property
    def written(self) -> list[Block]:
        """The paragraphs of the document itself: title, preamble, body and end."""
        parts = self.parts
        return [*parts.title, *parts.preamble, *(one.block for one in self.nodes), *parts.end]

    @cached_property
    def whole(self) -> str:
        """The folded text of preamble and body, for a word that may stand anywhere."""
        blocks = [*self.parts.title, *self.parts.preamble, *self.parts.body, *self.parts.end[:1]]
        return "\n".join(block.bare for block in blocks)

    @cached_property
    def opening(self) -> Place:
        """The line that names the type, else the first one: what is missing is told there."""
        block = self.parts.type_block or next(iter(self.blocks), None)
        return block.place() if block else Place(1, 0, 0, 1)

    @cached_property
    def issued_on(self) -> date | None:
        """The day of signing, when it is stated whole."""
        found = self.facts.issued_on
        return _day(found.value) if found else None

    @cached_property
    def not_before(self) -> date | None:
        """A day before which the plan was certainly not signed: its own, else of its bases.

        A plan "năm 2026" without any day is taken to be signed after the middle of 2025.
        """
        if self.issued_on:
            return self.issued_on
        days = [_day(one.date) for one in self.facts.legal_bases if one.date]
        title = self.facts.title.value if self.facts.title else ""
        if named := _TITLE_YEAR.search(title):
            days.append(date(int(named[1]) - 1, 7, 1))
        return max((day for day in days if day), default=None)

    def block_at(self, place: Place) -> Block | None:
        """The paragraph that a place lies in."""
        return self._blocks_by_line.get(place.line)

    def node_at(self, place: Place) -> Node | None:
        """The paragraph of the body that a place lies in, with its headings."""
        return self._nodes_by_line.get(place.line)

    @cached_property
    def _stops(self) -> dict[int, list[int]]:
        return {}

    @cached_property
    def _blocks_by_line(self) -> dict[int, Block]:
        return {line.number: block for block in self.blocks for line in block.lines}

    @cached_property
    def _nodes_by_line(self) -> dict[int, Node]:
        return {line.number: node for node in self.nodes for line in node.block.lines}

    def _stops_of(self, block: Block) -> list[int]:
        """Where the sentences of a paragraph end, looked for once."""
        line = block.lines[0].number
        if line not in self._stops:
            self._stops[line] = [found.end() for found in _SENTENCE_ENDS.finditer(block.text)]
        return self._stops[line]

    def quote(self, place: Place) -> str:
        """The sentence at a place, cut when it is very long."""
        block = self.block_at(place)
        if block is None:
            return ""
        at = offset_in(block, place)
        stops = self._stops_of(block)
        index = bisect_right(stops, at)
        start = stops[index - 1] if index else 0
        end = stops[index] if index < len(stops) else len(block.text)
        return _cut(block.text, start, end, at)


def _cut(text: str, start: int, end: int, at: int) -> str:
    """A sentence of bearable length around the words at `at`, cut between words."""
    begin, stop = start, end
    if end - start > _LONGEST_QUOTE:
        begin = max(start, at - _LONGEST_QUOTE // 2)
        stop = min(end, begin + _LONGEST_QUOTE)
        begin = text.find(" ", begin) + 1 if begin > start and " " in text[begin:at] else begin
        stop = text.rfind(" ", begin, stop) if stop < end and " " in text[at:stop] else stop
    before, after = "… " if begin > start else "", " …" if stop < end else ""
    return f"{before}{text[begin:stop].strip()}{after}"


def offset_in(block: Block, place: Place) -> int:
    """Where a place begins in the paragraph's own text."""
    at = 0
    for line in block.lines:
        if line.number == place.line:
            return at + max(bisect_right(line.columns, place.start) - 1, 0)
        at += len(line.text) + 1
    return 0


def clauses(block: Block) -> Iterator[tuple[int, int]]:
    """The parts of a paragraph between full stops and semicolons, as (start, end)."""
    start = 0
    for stop in _SENTENCE_ENDS.finditer(block.text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(block.text)


def day_of(written: str) -> date | None:
    """The day of a fact: "2021-12-20" or "2021-12-20T08:00"; None for what is no day."""
    return _day(written)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
