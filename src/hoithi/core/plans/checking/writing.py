"""Checks of how a plan is written: spelling, clauses said twice, the sign at the end."""

import re
import unicodedata
from functools import cache

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.lexicon import rows
from hoithi.core.plans.normal import BREAKS
from hoithi.core.plans.records import Place

_LEAST_WORDS = 12
_CLOSES = re.compile(r"[./]\s*/\s*\.?\s*[\"'”)*]*\s*$")


def spelling(paper: Paper) -> Findings:
    """Slips of the table, looked for in the text as it was given: the readers put some right."""
    table, pattern = _slips()
    inside = {line.number for block in paper.written for line in block.lines}
    places: dict[str, list[Place]] = {}
    for number, line in enumerate(BREAKS.split(paper.text), 1):
        if number not in inside:
            continue
        composed = unicodedata.normalize("NFC", line)
        for match in pattern.finditer(composed):
            start, end = _in_source(line, composed, *match.span())
            slip = match[0].lower()
            places.setdefault(slip, []).append(Place(number, start, end, number))
    for slip, where in places.items():
        wrong, right = table[slip]
        yield found(Code.SPELLING, *where, wrong=wrong, right=right)


@cache
def _slips() -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    table = {wrong.lower(): (wrong, right) for wrong, right in rows("spelling")}
    written = "|".join(re.escape(wrong) for wrong in table)
    return table, re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)


def _in_source(line: str, composed: str, start: int, end: int) -> tuple[int, int]:
    """A span of the composed line in the line as it was given."""
    if line == composed:
        return start, end
    before = len(unicodedata.normalize("NFD", composed[:start]))
    length = len(unicodedata.normalize("NFD", composed[start:end]))
    return min(before, len(line)), min(before + length, len(line))


def repeated(paper: Paper) -> Findings:
    """Twelve words or more that one sentence says twice."""
    for node in paper.nodes:
        span = _twice(node.block)
        if span:
            start, end = span
            words = node.block.text[start:end]
            yield found(Code.CLAUSE_REPEATED, node.block.place(start, end), words=words)


def _twice(block: Block) -> tuple[int, int] | None:
    """Where the second of two equal runs of words stands."""
    words = list(re.finditer(r"[^\W_]+", block.bare))
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - _LEAST_WORDS + 1):
        run = tuple(word[0] for word in words[at : at + _LEAST_WORDS])
        first = seen.setdefault(run, at)
        apart = first + _LEAST_WORDS <= at
        if apart and not re.search(r"[\"“”:;]", block.text[words[first].start() : words[at].end()]):
            end = at + _LEAST_WORDS
            while end < len(words) and words[end][0] == words[first + end - at][0]:
                end += 1
            return words[at].start(), words[end - 1].end()
    return None


def end_sign(paper: Paper) -> Findings:
    """The last sentence of a document closes with "./."."""
    end = paper.parts.end
    if not end or not end[0].bare.startswith("tren day la"):
        return
    if not _CLOSES.search(end[0].text):
        place = end[0].place(max(0, len(end[0].text) - 20))
        yield found(Code.END_SIGN, place)
