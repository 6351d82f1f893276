"""The parts of a document: what the web page put before it, header, title, preamble, body, end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from hoithi.core.plans.blocks import Block, Mark, in_columns
from hoithi.core.plans.kind import (
    FAR,
    HEADER,
    ISSUED,
    POSTED,
    SUBJECT,
    TYPE_AT_START,
    announced_type,
    named_type,
    title_in,
    type_line,
)
from hoithi.core.plans.lexicon import any_of, rows, words

_BODY_OPENS = re.compile(
    r"can cu|thuc hien|xet de nghi|theo de nghi|huong ung|de |nham |thi hanh|trien khai thuc hien|"
    r"ngay \d|tiep theo|ubnd |uy ban nhan dan|ban to chuc|kinh gui|phan |so\s*:|so\s+\d|nam \d{4},|"
    r"hien nay|trong (?:thoi gian|nhung nam)|cong hoa xa hoi|doc lap|chao mung|sau khi|dieu \d"
)
_LED_BY_SOURCE = re.compile(rf"[\w.() ]{{2,25}}\s?[-:]\s?(?:{_BODY_OPENS.pattern})")
"""The first sentence of a page's text, led by its source: "SONOIVU.VN - Thực hiện …"."""
_GOES_ON = re.compile(r"(?:nam hoc|lan thu|giai doan)\b[^,;:]{0,60}$|nam (?:19|20)\d\d\W*$")
"""The last line of a title in capitals, set in small letters."""
_STAMP = re.compile(r"\W*\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?:\W+[\d:]*)*$")
"""A day alone, with a clock or a counter: when the page was posted."""
_LABEL = re.compile(
    r"(?:muc dich|yeu cau|doi tuong|y nghia|the thuc|cach thuc|thoi gian|dieu kien|co cau)\b"
    r".{0,40}$"
)
"""A heading of the body that bears no number."""
_NO_MORE = re.compile(
    r"\bto chuc (?:cuoc thi|hoi thi|hoi nghi|hoi thao|hoi dien|ngay hoi|giai|le)\W*$"
)
_ISSUER_LINE = re.compile(
    r"(?:(?:uy ban nhan dan|ubnd|btc|chu tich|giam doc|bo truong|hieu truong|ban to chuc|"
    r"truong ban)\b"
    r"(?! cac).*|quyet dinh\W*)$"
)
_ASIDE = re.compile(
    r"\((?:ban hanh|kem|duoc ban hanh|dinh kem|du thao)|ban hanh kem|kem theo|du thao$"
)
_ENDED = re.compile(r"[.;:,][\"')\]]*$")
_CLOSING = re.compile(r"tren day la|noi nhan\b|no[il] nh[ao]n\s*:")
_RECIPIENTS = re.compile(r"(?:n\s+)?n[oa][il] nh[aoe][nm]\b")
_SIGNING_LINE = re.compile(r"^[^\d]{0,60}?\bngay\s*[\d.…_ ]{0,8}\s*thang\s*[\d.…_ ]{0,8}\s*nam\b")
_ANNOUNCES = re.compile(
    r"\b(?:nhu sau|sau day|duoi day|(?:noi dung|cu the|the le|chi tiet) sau)\W*:$"
)
_AUTHORITY = re.compile(r"(?:(?:t/?m|k/?t|t/?l|tuq|q)\s*[.]|(?:t/m|k/t|t/l)\b)\s*\S")
_POST = re.compile(rf"{any_of('positions')}\b")
_BASIS = re.compile(r"(?:can cu|theo|thuc hien|xet|luat|nghi|quyet dinh|ke hoach|cong van)\b")
_SHORT_LINE = 120
_SIGNATURE = 8
"""Paragraphs of a signature that stands before the recipients."""
_FURNITURE = re.compile(rf"\W*{any_of('furniture')}")
_NUMBERED = re.compile(
    r"(?:Số|SỐ|số)\s*:?\s*[\d.…]{0,8}\s*[/-]\s*([A-Za-zĐđ&]{1,12})\s*(?:[-/]|$|\t)"
)
_COUNTRY = re.compile(r"cong hoa xa hoi chu|dang cong san viet|doc lap\s*-\s*tu do")
__OF_HEADER = re.compile(
    r".*(?:cong hoa xa hoi chu|doc lap\s*-\s*tu do)|[^\d]{0,60}?\bngay .{0,12}thang .{0,12}nam"
)
_SERIAL = re.compile(r"\s*\(?(?:so|lan(?: thu)?)\s*(?:\d{1,2}|[ivx]{1,4})\W*")
"""THÔNG BÁO SỐ 1."""
_AS_LONG = 25


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
    title, title_from, rest = _title(blocks, at)
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
        if found and any(_COUNTRY.search(one.bare) for one in blocks[: index + 4]):
            under = blocks[index + 1 : index + 4]
            last = max(
                (at for at, one in enumerate(under) if __OF_HEADER.match(one.bare)), default=-1
            )
            return index + last + 2, found[1]
    return None


def _headed_by_number(blocks: Sequence[Block], start: int, sign: str) -> Frame:
    """A document whose heading a page left out: "Số: 12/KH-UBND" still says that it is a plan."""
    cut = _end_of_body(blocks, start)
    title = _subject(blocks[start:cut])
    start += len(title)
    opens = _first_heading(blocks, start, cut)
    body, end = _with_annexes(blocks, opens, cut)
    kinds = {row[2].lower(): row[0] for row in rows("document_types") if row[2]}
    letter = any(one.bare.startswith("kinh gui") for one in blocks[:FAR])
    doc_type = kinds.get(sign.lower()) or ("cong_van" if letter else None)
    before = tuple(in_columns(blocks[: start - len(title)]))
    named = blocks[0] if doc_type else None
    preamble = tuple(blocks[start:opens])
    return Frame(doc_type, named, before, title, 0, preamble, body, in_columns(end))


def _subject(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The lines in capitals right under a header that say what a document is about."""
    lines: list[Block] = []
    for block in blocks:
        opens = lines or SUBJECT.match(block.bare)
        if not opens or not block.text.isupper() or not _is_title_line(block, lines):
            break
        lines.append(block)
    return tuple(lines)


def _title(blocks: Sequence[Block], at: int) -> tuple[tuple[Block, ...], int, int]:
    """The title's lines, how much of the first is the type, and where the rest begins."""
    found = title_in(blocks[at], first=at <= 1)
    rest_of_line = blocks[at].text[found.end() :] if found else ""
    if _SERIAL.fullmatch(blocks[at].bare, found.end() if found else 0):
        rest_of_line = ""
    lines = [blocks[at]] if rest_of_line.strip() or SUBJECT.match(blocks[at].bare) else []
    index = at + 1
    while index < min(len(blocks), at + 9) and _is_title_line(blocks[index], lines):
        lines.append(blocks[index])
        index += 1
    return tuple(lines), found.end() if lines and lines[0] is blocks[at] and found else 0, index


def _is_title_line(block: Block, lines: Sequence[Block]) -> bool:
    marked = block.mark not in {Mark.NONE, Mark.CAPITALS}
    if marked or len(block.text) > 320 or _is_of_page(block) or _said_before(block, lines):
        return False
    if re.match(r"\W*v/v\b", block.bare):
        return True
    if _is_sentence(block, lines) or _begins_text(block, lines):
        return False
    if lines and _GOES_ON.match(block.bare):
        return True
    if lines and all(line.text.isupper() for line in lines) and not _is_open(lines):
        return block.text.isupper()
    return not lines or not (_BODY_OPENS.match(block.bare) or _LABEL.match(block.bare))


def _is_of_page(block: Block) -> bool:
    """What stands beside a title: when it was posted or signed, of what it is an annex."""
    known = (_ASIDE, _RECIPIENTS, _FURNITURE, _STAMP)
    found = any(one.match(block.bare) for one in known)
    return found or any(one.search(block.bare) for one in (_SIGNING_LINE, POSTED))


def _is_sentence(block: Block, lines: Sequence[Block]) -> bool:
    """A line that ends as a sentence or a list, where the title does not plainly go on."""
    goes_on = not lines and block.text.endswith((";", ",")) and not _BODY_OPENS.match(block.bare)
    goes_on = goes_on or bool(lines and block.text[:1].islower() and block.text.endswith("."))
    return bool(_ENDED.search(block.text)) and not goes_on


def _begins_text(block: Block, lines: Sequence[Block]) -> bool:
    """The first line after the title: bases, the body in capitals, the type once more."""
    if re.match(r"can cu|kinh gui|so\s*:|so\s+\d", block.bare):
        return True
    if _LED_BY_SOURCE.match(block.bare) or _ANNOUNCES.search(block.bare):
        return True
    if lines and ISSUED.match(block.bare):
        return True
    if not block.text.isupper():
        return False
    again = bool(lines) and block.bare.strip(" :") in words("document_types")
    return again or bool(_ISSUER_LINE.match(block.bare))


def _is_open(lines: Sequence[Block]) -> bool:
    """Whether a title in capitals says no more than that there is a contest: "TỔ CHỨC HỘI THI"."""
    return len(lines) == 1 and bool(_NO_MORE.search(lines[0].bare))


def _said_before(block: Block, lines: Sequence[Block]) -> bool:
    """A page's heading is often followed by the same words once more."""
    if not lines or len(block.bare) <= _AS_LONG:
        return False
    named = TYPE_AT_START.match(lines[0].bare)
    before = lines[0].bare[named.end() if named else 0 :]
    return block.bare in lines[0].bare or (len(before) > _AS_LONG and block.bare.startswith(before))


def _first_heading(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where the body begins: the first numbered heading, or after "… như sau:"."""
    for index in range(start, end):
        block = blocks[index]
        loud = block.mark is Mark.CAPITALS and (HEADER.match(block.bare) or _has_issuer(block))
        if block.mark < Mark.STAR and not loud:
            return index
        if _ANNOUNCES.search(block.bare) and index + 1 < end:
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
    return bool(_ISSUER_LINE.match(block.bare))


def _end_of_body(blocks: Sequence[Block], start: int) -> int:
    """Where the closing sentence, the signature or the list of recipients begins."""
    for index in range(start, len(blocks)):
        block = blocks[index]
        if _CLOSING.match(block.bare_body) or _RECIPIENTS.match(block.bare):
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
