"""Which lines of a document make its title."""

import re
from collections.abc import Sequence

from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.kind import ISSUED, POSTED, SUBJECT, TYPE_AT_START, title_in
from hoithi.core.plans.lexicon import any_of, words

BODY_OPENS = re.compile(
    r"can cu|thuc hien|xet de nghi|theo de nghi|huong ung|de |nham |thi hanh|trien khai thuc hien|"
    r"ngay \d|tiep theo|ubnd |uy ban nhan dan|ban to chuc|kinh g[uo]i|phan |so\s*:|so\s+\d|"
    r"nam \d{4},|hien nay|trong (?:thoi gian|nhung nam)|cong hoa xa hoi|doc lap|chao mung|"
    r"sau khi|dieu \d"
)
_LED_BY_SOURCE = re.compile(rf"[\w.() ]{{2,25}}\s?[-:]\s?(?:{BODY_OPENS.pattern})")
"""The first sentence of a page's text, led by its source: "SONOIVU.VN - Thực hiện …"."""
_NAMED_EVENT = re.compile(
    r"(?:to chuc|hoi thi|cuoc thi|ngay hoi|trien khai|phat dong)\b(?!.*\b(?:nham|duoc to chuc)\b)"
    r"[^.:]{20,200}\.$|"
    r"(?:to chuc|trien khai|phat dong)\b(?!.*\b(?:nham|duoc to chuc|giao cho)\b)[^:;]{20,300}\.$"
)
"""A title that was given a full stop."""
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
    r"\b(?:to chuc (?:cuoc thi|hoi thi|hoi nghi|hoi thao|hoi dien|ngay hoi|giai|le)|"
    r"(?:the|dieu) le (?:cuoc thi|hoi thi)|"
    r"(?:cuoc|hoi) thi(?: (?:truc tuyen|trac nghiem|viet|sang tac|anh|video|online))*)\W*$"
)
ISSUER_LINE = re.compile(
    r"(?:(?:uy ban nhan dan|ubnd|btc|chu tich|giam doc|bo truong|hieu truong|ban to chuc|"
    r"truong ban)\b"
    r"(?! cac).*|quyet dinh\W*)$"
)
_ASIDE = re.compile(
    r"\((?:ban hanh|kem|duoc ban hanh|dinh kem|du thao)|ban hanh kem|kem theo|du thao$"
)
_ENDED = re.compile(r"[.;:,][\"')\]]*$")
RECIPIENTS = re.compile(r"(?:n\s+)?n[oa][il] nh[aoe][nm]\b")
SIGNING_LINE = re.compile(r"^[^\d]{0,60}?\bngay\s*[\d.…_ ]{0,8}\s*thang\s*[\d.…_ ]{0,8}\s*nam\b")
ANNOUNCES = re.compile(
    r"\b(?:nhu sau|sau day|duoi day|(?:noi dung|cu the|the le|chi tiet) sau)\W*:$"
)
_FURNITURE = re.compile(rf"\W*{any_of('furniture')}")
_SERIAL = re.compile(r"\s*\(?(?:so|lan(?: thu)?)\s*(?:\d{1,2}|[ivx]{1,4})\W*")
"""THÔNG BÁO SỐ 1."""
_AS_LONG = 25


def title_lines(blocks: Sequence[Block], at: int) -> tuple[tuple[Block, ...], int, int]:
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
    return not lines or not (BODY_OPENS.match(block.bare) or _LABEL.match(block.bare))


def _is_of_page(block: Block) -> bool:
    """What stands beside a title: when it was posted or signed, of what it is an annex."""
    known = (_ASIDE, RECIPIENTS, _FURNITURE, _STAMP)
    found = any(one.match(block.bare) for one in known)
    return found or any(one.search(block.bare) for one in (SIGNING_LINE, POSTED))


def _is_sentence(block: Block, lines: Sequence[Block]) -> bool:
    """A line that ends as a sentence or a list, where the title does not plainly go on."""
    goes_on = not lines and block.text.endswith((";", ",")) and not BODY_OPENS.match(block.bare)
    goes_on = goes_on or bool(not lines and _NAMED_EVENT.match(block.bare))
    goes_on = goes_on or bool(lines and block.text[:1].islower() and block.text.endswith("."))
    return bool(_ENDED.search(block.text)) and not goes_on


def _begins_text(block: Block, lines: Sequence[Block]) -> bool:
    """The first line after the title: bases, the body in capitals, the type once more."""
    if re.match(r"can cu|kinh g[uo]i|so\s*:|so\s+\d", block.bare):
        return True
    if _LED_BY_SOURCE.match(block.bare) or ANNOUNCES.search(block.bare):
        return True
    if lines and ISSUED.match(block.bare):
        return True
    if not block.text.isupper():
        return False
    again = bool(lines) and block.bare.strip(" :") in words("document_types")
    return again or bool(ISSUER_LINE.match(block.bare))


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


def subject_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The lines in capitals right under a header that say what a document is about."""
    lines: list[Block] = []
    for block in blocks:
        opens = lines or SUBJECT.match(block.bare)
        if not opens or not block.text.isupper() or not _is_title_line(block, lines):
            break
        lines.append(block)
    return tuple(lines)
