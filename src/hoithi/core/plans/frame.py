"""The parts of a document: what the web page put before it, header, title, preamble, body, end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from hoithi.core.plans.blocks import Block, Mark, in_columns
from hoithi.core.plans.kind import (
    FAR,
    HEADER,
    announced_type,
    named_type,
    type_line,
)
from hoithi.core.plans.lexicon import any_of, rows
from hoithi.core.plans.title_lines import (
    ANNOUNCES,
    ISSUER_LINE,
    RECIPIENTS,
    SIGNING_LINE,
    subject_lines,
    title_lines,
)

_CLOSING = re.compile(r"tren day la|noi nhan\b|no[il] nh[ao]n\s*:")
_AUTHORITY = re.compile(r"(?:(?:t/?m|k/?t|t/?l|tuq|q)\s*[.]|(?:t/m|k/t|t/l)\b)\s*\S")
_POST = re.compile(rf"{any_of('positions')}\b")
_BASIS = re.compile(r"(?:can cu|theo|thuc hien|xet|luat|nghi|quyet dinh|ke hoach|cong van)\b")
_SHORT_LINE = 120
_SIGNATURE = 8
"""Paragraphs of a signature that stands before the recipients."""
_NUMBERED = re.compile(
    r"(?:Số|SỐ|số)\s*:?\s*[\d.…]{0,8}\s*[/-]\s*([A-Za-zĐđ&]{1,12})\s*(?:[-/]|$|\t)"
)
_COUNTRY = re.compile(r"cong hoa xa hoi chu|dang cong san viet|doc lap\s*-\s*tu do")
__OF_HEADER = re.compile(
    r".*(?:cong hoa xa hoi chu|doc lap\s*-\s*tu do)|[^\d]{0,60}?\bngay .{0,12}thang .{0,12}nam"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The paragraphs of a document by the part they belong to."""

    doc_type: str | None
    type_block: Block | None
    before: tuple[Block, ...]
    """Furniture of the page and the header, up to the line that says KẾ HOẠCH."""
    title: tuple[Block, ...]
    """The lines of the title; the first may open with the type."""
    title_from: int
    """Characters of the first title line that name the type."""
    preamble: tuple[Block, ...]
    body: tuple[Block, ...]
    end: Sequence[Block]
    """From the closing sentence on: recipients, signature, and what the page put after."""

    @property
    def head(self) -> tuple[Block, ...]:
        """Everything in which number, date and body are stated."""
        return (*self.before, *self.preamble[:3])


def frame(blocks: Sequence[Block]) -> Frame:
    """Cuts a text into its parts; a text without a heading is all body."""
    at, doc_type = type_line(blocks)
    if at is None and (opens := _after_header(blocks)):
        return _headed_by_number(blocks, *opens)
    if at is None:
        cut = _end_of_body(blocks, 0)
        start = _first_item(blocks, _first_heading(_without_capitals(blocks), 0, cut))
        body, end = _with_annexes(blocks, start, cut)
        kind = announced_type(blocks)
        named = blocks[0] if kind else None
        return Frame(kind, named, (), (), 0, tuple(blocks[:start]), body, in_columns(end))
    title, title_from, rest = title_lines(blocks, at)
    cut = _end_of_body(blocks, rest)
    start = _first_heading(blocks, rest, cut)
    body, end = _with_annexes(blocks, start, cut)
    before = tuple(in_columns(blocks[:at]))
    preamble = tuple(blocks[rest:start])
    return Frame(doc_type, blocks[at], before, title, title_from, preamble, body, in_columns(end))


def _after_header(blocks: Sequence[Block]) -> tuple[int, str] | None:
    """Where the text begins under a header that bears a number but no heading, and its type."""
    for index, block in enumerate(blocks[:FAR]):
        found = _NUMBERED.match(block.text)
        under = blocks[index + 1 : index + 4]
        dated = any(SIGNING_LINE.search(one.bare) for one in under)
        if found and (dated or any(_COUNTRY.search(one.bare) for one in blocks[: index + 4])):
            last = max(
                (at for at, one in enumerate(under) if __OF_HEADER.match(one.bare)), default=-1
            )
            return index + last + 2, found[1]
    return None


def _headed_by_number(blocks: Sequence[Block], start: int, sign: str) -> Frame:
    """A document whose heading a page left out: "Số: 12/KH-UBND" still says that it is a plan."""
    cut = _end_of_body(blocks, start)
    title = subject_lines(blocks[start:cut])
    start += len(title)
    opens = _first_heading(blocks, start, cut)
    body, end = _with_annexes(blocks, opens, cut)
    kinds = {row[2].lower(): row[0] for row in rows("document_types") if row[2]}
    letter = any(one.bare.startswith(("kinh gui", "kinh goi")) for one in blocks[:FAR])
    doc_type = kinds.get(sign.lower()) or ("cong_van" if letter else None)
    before = tuple(in_columns(blocks[: start - len(title)]))
    named = blocks[0] if doc_type else None
    preamble = tuple(blocks[start:opens])
    return Frame(doc_type, named, before, title, 0, preamble, body, in_columns(end))


def _first_heading(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where the body begins: the first numbered heading, or after "… như sau:"."""
    for index in range(start, end):
        block = blocks[index]
        loud = block.mark is Mark.CAPITALS and (HEADER.match(block.bare) or _has_issuer(block))
        if block.mark < Mark.STAR and not loud:
            return index
        if ANNOUNCES.search(block.bare) and index + 1 < end:
            return index + 1
    return start if end - start > FAR else min(end, start + 1)


def _without_capitals(blocks: Sequence[Block]) -> list[Block]:
    """The capitals of a page without a document are its menu, no headings."""
    return [replace(one, mark=Mark.NONE) if one.mark is Mark.CAPITALS else one for one in blocks]


def _first_item(blocks: Sequence[Block], end: int) -> int:
    """Where a text without a heading begins to say what is done: the first dash, bases apart."""
    items = (
        index
        for index, block in enumerate(blocks[:end])
        if Mark.STAR <= block.mark < Mark.NONE and not _BASIS.match(block.bare_body)
    )
    return next(items, end)


def _has_issuer(block: Block) -> bool:
    return bool(ISSUER_LINE.match(block.bare))


def _end_of_body(blocks: Sequence[Block], start: int) -> int:
    """Where the closing sentence, the signature or the list of recipients begins."""
    for index in range(start, len(blocks)):
        block = blocks[index]
        if _CLOSING.match(block.bare_body) or RECIPIENTS.match(block.bare):
            before = range(max(start, index - _SIGNATURE), index)
            signed = next((one for one in before if is_authority(blocks[one])), index)
            return min(signed, _post_above(blocks, start, index))
    tail = list(takewhile(lambda one: not is_authority(one), reversed(blocks[start:])))
    return len(blocks) if len(tail) == len(blocks) - start else len(blocks) - len(tail) - 1


def _post_above(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where the signer's post alone opens the end: GIÁM ĐỐC SỞ above his name; else `end`."""
    for at in reversed(range(max(start, end - _SIGNATURE), end)):
        block = blocks[at]
        if block.mark not in {Mark.NONE, Mark.CAPITALS}:
            break
        if block.text.isupper() and _POST.match(block.bare) and len(block.text) < _SHORT_LINE:
            return at
    return end


def is_authority(block: Block) -> bool:
    """A line of the signature that says for whom is signed: "TM. ỦY BAN NHÂN DÂN", "KT. …"."""
    return bool(_AUTHORITY.match(block.bare)) and len(block.text) < _SHORT_LINE


def _with_annexes(
    blocks: Sequence[Block], start: int, cut: int
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Body and end; annexes and rules that follow the signature belong to the body."""
    for index in range(cut + 1, len(blocks)):
        block = blocks[index]
        named = named_type(block)
        if block.mark is Mark.ANNEX or (named.isupper() and len(block.text) < 200):
            return (*blocks[start:cut], *blocks[index:]), tuple(blocks[cut:index])
    return tuple(blocks[start:cut]), tuple(blocks[cut:])
