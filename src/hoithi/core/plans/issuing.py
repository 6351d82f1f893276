"""The sentence in which a document, or the page that shows it, says who issues it."""

import re

from hoithi.core.plans.areas import LEVEL
from hoithi.core.plans.blocks import Block
from hoithi.core.plans.frame import Frame
from hoithi.core.plans.lexicon import any_of
from hoithi.core.plans.naming import full_name
from hoithi.core.plans.records import Found

PEOPLE = r"(?:ubnd|u\.b\.n\.d|uy ban nhan dan|uy ban nd)"
_BODIES = rf"(?!bao cao\b|hoi (?:thi|nghi|thao)\b){any_of('issuing_bodies', 'sentence')}"
_WITHIN = r",(?= (?:the thao|thuong binh|gia dinh|thong tin|phoi hop|cuoc thi|cong nghe|doi moi)\b)"
"""The comma in the name of a department: "Sở Văn hóa, Thể thao và Du lịch"."""
_PARTNER = re.compile(
    r"(?i)\s+(?:(?:(?<!hội đồng )phối hợp|chủ trì|cùng với|đã|vừa)\b|[-–(]\s*(?:là )?cơ quan ).*"
)
_PURPOSE = re.compile(
    r"(?:\([a-z]{2,8}\)\s*-\s*)?(?:nham|de|huong ung|thuc hien|chao mung|nhan)\b.*[,;] $"
)
"""What a sentence says before it names who organises: "Nhằm nâng cao …, Sở X tổ chức"."""
_LED = re.compile(r"^\W*[\w.() ]{2,20}\s?[-:]\s?$|\bngay [\d/. -]{3,12},? $|ngay \d[^,;.]{5,25}, $")
"""The source or the day with which news begin: "Ngày 14/5/2024, UBND huyện X ban hành …"."""
_ISSUES = re.compile(
    rf"(?:^|[.;:,]\s+|\s)({PEOPLE}(?: {LEVEL})?|{_BODIES}\b)"
    r"(?P<rest>(?:(?!\b(?:cua|ve|ngay|tai|gui|den|theo|duoc)\b|(?<!\bso )\d)"
    rf"(?:tp\.|{_WITHIN}|[^.;:,()\"])){{0,130}}?)"
    r"(?:\s*\([^)]{1,80}\)(?:\s+phoi hop [^.;:()]{3,90}?)?)?"
    r",?\s+(?:da\s+|chu truong\s+|tran trong\s+|xin\s+)?"
    r"(?P<verb>ban hanh|xay dung|(?<!ban )to chuc|"
    r"phat dong|thong bao|de ra|lap|trien khai)\s+"
    r"(?:va\s+\w+\s+\w+\s+)?(?:phat dong\s+)?(?:phong trao|noi dung\s+|tham gia\s+|huong ung\s+)?"
    r"(?:ke hoach|the le|thong bao|"
    r"quy che|huong dan|cuoc thi|hoi thi|ngay hoi|"
    r"\"|hoi nghi|phong trao|mot so|chuong trinh|viec|ve viec|to chuc|dieu le|"
    r"giai\b|hoi thao|hoi dien)"
)
ANNOUNCES = re.compile(
    r"\b(?:nhu sau|sau day|noi dung(?: cu the)? sau)\s*:?$|\bcu the(?: nhu sau)?\s*:$"
)
_TELLS = re.compile(
    rf"(?:^|[,;] )({_BODIES}\b[^.;,:()\d]{{0,70}}?) (?:tran trong )?"
    r"(?:thong bao|thong tin|huong dan|de nghi|yeu cau)\b"
)
_NOTIFIES = re.compile(
    rf"({_BODIES}\b(?:[^.;,:()\d\"]|\"[^\"]{{3,90}}\"|\([^)]{{1,20}}\)){{0,90}}?) "
    r"(?:tran trong |xin )?thong bao\b"
)
"""The first sentence of a notice: "Ban Tổ chức Cuộc thi “X” thông báo gia hạn …"."""
_NUMBERED = re.compile(r"\s*(?:so\s*:?\s*)?\d+\s*[/-]")
_SERVED = re.compile(r"\b(?:tham muu|giup|bao cao|trinh|kien nghi)(?: cho)?\b[^.;]{0,60}$")
_OPENING = 4
"""Paragraphs of a page, its short lines apart, in which it says who organises."""
_LINE = 60
_LONGEST = 120


def from_sentence(frame: Frame) -> Found[str] | None:
    """The body that a sentence says issues the document: "UBND xã X ban hành Kế hoạch …"."""
    told = [block for block in frame.before if len(block.text) > _LONGEST]
    for block in [*frame.title, *frame.preamble, *frame.body[:4], *frame.end[:2], *told]:
        if frame.doc_type is None and not _may_name(block, frame):
            continue  # News tells of others' contests in the same words.
        for match in _nearest_first(block):
            start = match.start(1)
            name = _PARTNER.sub("", block.text[start : match.end("rest")].strip(" ,"))
            cited = re.search(r"\b(?:cua|do|tai|boi)\s*$", block.bare[max(0, start - 5) : start])
            named = block.text[match.start("verb")].isupper() and not block.text.isupper()
            if cited or named or not block.text[start].isupper():
                continue
            return Found(full_name(name, ""), block.place(start, match.end("rest")))
    return _announcer(frame)


def _nearest_first(block: Block) -> list[re.Match[str]]:
    """The clauses that tell who issues; in a sentence that announces, the last is meant.

    What one plan is to serve may name another: "để UBND xây dựng Chương trình. Sở X xây dựng …".
    """
    found = list(_ISSUES.finditer(block.bare))
    if not found or not ANNOUNCES.search(block.bare):
        return found
    served = _SERVED.search(block.bare, 0, found[0].start(1))
    another = _NUMBERED.match(block.bare, found[0].end()) and len(found) > 1
    return found[::-1] if served or another else found


def _may_name(block: Block, frame: Frame) -> bool:
    """Whether a page without a document tells here who organises what it is about."""
    if ANNOUNCES.search(block.bare):
        return True
    told = [one for one in (*frame.preamble, *frame.body) if len(one.text) > _LINE]
    opening = told[:_OPENING]
    found = _ISSUES.search(block.bare) if block in opening else None
    before = block.bare[: found.start(1)] if found else ""
    led = not before.strip() or _PURPOSE.match(before) or _LED.search(before)
    return found is not None and bool(led)


def _announcer(frame: Frame) -> Found[str] | None:
    """Who tells what follows: "Sở Nội vụ thông báo thi tuyển, cụ thể như sau:"."""
    notice = frame.doc_type == "thong_bao"
    for block in (*frame.preamble, *frame.body[:2]):
        found = _TELLS.search(block.bare) if ANNOUNCES.search(block.bare) else None
        found = found or (_NOTIFIES.match(block.bare) if notice else None)
        if found and block.text[found.start(1)].isupper():
            start, end = found.span(1)
            return Found(full_name(block.text[start:end], ""), block.place(start, end))
    return None
