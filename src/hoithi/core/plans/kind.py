"""Which kind of document a text is, and in which line it says so."""

import re
from collections.abc import Sequence

from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.lexicon import any_of, bare, meaning, words

_TYPE = any_of("document_types")
TYPE_AT_START = re.compile(rf"({_TYPE})\b[\s:.*\"-]*")
_TYPE_AFTER_NAME = re.compile(
    rf"[\[(]?\w{{2,10}}(?: \w{{2,10}}){{0,2}}\s?[:\])|]\s*({_TYPE})\b[\s:.*\"-]*"
)
"""In the heading of a page: "BC: Thể lệ Hội thi", "[Thông báo] Kế hoạch"."""
HEADER = re.compile(
    r"so\s*:?\s*[\d.…/ ]*\s*[/-]|.*cong hoa xa hoi chu nghia|.*dang cong san viet nam"
)
POSTED = re.compile(
    r"ngay dang|dang luc|dang ngay|luot xem|cap nhat|ngay tao|gui luc|tac gia|"
    r"^\W*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    r"(?:\W+\d{1,2}:\d\d|\W*\t\W*\d{2,}\W*$)|^\W*(?:thu \w+|chu nhat)[\s,-]*(?:ngay\s*)?\d|"
    r"\d{1,2}:\d\d\W+\d{1,2}[-/]\d{1,2}[-/]\d{4}"
)
SUBJECT = re.compile(r"\W*(?:v/v|ve viec)\b")
_ENDED = re.compile(r"[.;:,][\"')\]]*$")
_RECIPIENTS = re.compile(r"(?:n\s+)?n[oa][il] nh[aoe][nm]\b")
ISSUED = re.compile(
    rf"(?!ngay|can cu|thuc hien|theo)[^.;:\d]{{5,110}}?:?\s(?:da |vua )?"
    rf"ban hanh ({_TYPE})\b\s*(?!so\b|nay\b)"
)
"""The heading of a page: "Ban Tổ chức Hội thi X ban hành Thể lệ Hội thi X năm 2023"."""
_NO_TYPE = re.compile(r"(?i)phường |để |(?:báo cáo|hướng dẫn) viên\b")
"""What sounds like a type without its tones: "Phường An Sơn", "Để an toàn", "Báo cáo viên"."""
_FOLLOWS = re.compile(r"\b(?:nhu sau|sau day|noi dung(?: cu the)? sau|cu the(?: nhu sau)?)\s*:$")
_SHOWN = re.compile(rf"(?:duoi|sau) day la (?:toan van |noi dung )?({_TYPE})\b[^.;]{{0,90}}:$")
"""A page that goes on to show the document itself: "Dưới đây là Thể lệ Cuộc thi:"."""
_TELLS = re.compile(
    rf"\b(?:xay dung|ban hanh) ({_TYPE})\b(?! so\b)|\b(thong bao|huong dan)\b(?! so\b)"
)
_HEADINGS = 2
_FIRST_LINES = 4
_HEADING = 300
_LETTER = "cong_van"
FAR = 40
"""A document whose heading comes later than this paragraph is a page about something else."""
_FARTHEST = 200
"""Unless the header of a document stands right before it: menus of a page can be long."""


def type_line(blocks: Sequence[Block]) -> tuple[int | None, str | None]:
    """The line that names the type: in capitals under the header, else the page's own heading."""
    loud, quiet = _naming_lines(blocks)
    under_header = [index for index in loud if _has_header(blocks[:index])]
    chosen = next(iter(under_header or loud), None)
    subject = _subject_of_letter(blocks)
    if chosen is None and subject is not None:
        return subject, _LETTER
    if chosen is None:
        chosen = next(iter(quiet), None)
    if chosen is None:
        return _rules_alone(blocks) or _issued_on_page(blocks) or (None, None)
    return chosen, _meaning(named_type(blocks[chosen], first=chosen <= 1))


def _naming_lines(blocks: Sequence[Block]) -> tuple[list[int], list[int]]:
    """The lines that open with a type: in capitals, and as the heading of a page."""
    loud: list[int] = []
    quiet: list[int] = []
    for index, block in enumerate(blocks[:_FARTHEST]):
        named = named_type(block, first=index <= 1)
        if _RECIPIENTS.match(block.bare):
            break
        if index >= FAR and not _has_header(blocks[:index]):
            continue
        page_heading = any(POSTED.search(one.bare) for one in blocks[index + 1 : index + 2])
        if named.isupper() and not page_heading:
            loud.append(index)
        elif named and _may_be_page_title(block):
            quiet.append(index)
    return loud, quiet


def _rules_alone(blocks: Sequence[Block]) -> tuple[int, str] | None:
    """A page whose heading says no more than "Thể lệ"; other types alone are words of menus."""
    heads = (at for at, one in enumerate(blocks[:_HEADINGS]) if one.bare.strip(" :.") == "the le")
    return next(((at, "the_le") for at in heads), None)


def _issued_on_page(blocks: Sequence[Block]) -> tuple[int, str] | None:
    """A page that says who issues what, and then tells it under numbered headings."""
    if sum(block.mark < Mark.LETTER for block in blocks) < _HEADINGS:
        return None
    for at, block in enumerate(blocks[:_FIRST_LINES]):
        if (found := ISSUED.match(block.bare)) and len(block.text) < _HEADING:
            return at, meaning("document_types")[found[1]]
    return None


def announced_type(blocks: Sequence[Block]) -> str | None:
    """What a page without a heading holds: "UBND xã xây dựng Kế hoạch … như sau:"."""
    if sum(block.mark < Mark.LETTER for block in blocks) < _HEADINGS:
        return None
    for block in blocks[:FAR]:
        if block.mark < Mark.LETTER and block.mark is not Mark.CAPITALS:
            break
        if shown := _SHOWN.search(block.bare):
            return meaning("document_types")[shown[1]]
        told = list(_TELLS.finditer(block.bare)) if _FOLLOWS.search(block.bare) else []
        for found in told[-1:]:
            return meaning("document_types")[found[1] or found[2]]
    return None


def _subject_of_letter(blocks: Sequence[Block]) -> int | None:
    """The "V/v …" of an official letter, which bears no name of its type."""
    head = blocks[:FAR]
    if not any(block.bare.startswith(("kinh gui", "kinh goi")) for block in head):
        return None
    return next((at for at, block in enumerate(head) if SUBJECT.match(block.bare)), None)


def _has_header(before: Sequence[Block]) -> bool:
    return any(HEADER.match(block.bare) for block in before[-12:])


def type_in(block: Block, *, first: bool) -> re.Match[str] | None:
    """Where a paragraph names its type: at its start; on a page's first lines after a name too."""
    found = TYPE_AT_START.match(block.bare)
    if found and _NO_TYPE.match(block.text, found.start(1)):
        return None
    return found or (_TYPE_AFTER_NAME.match(block.bare) if first else None)


def title_in(block: Block, *, first: bool) -> re.Match[str] | None:
    """Where the title of a line begins: after its type, or after who issues what."""
    return type_in(block, first=first) or (
        ISSUED.match(block.bare) if len(block.text) < _HEADING else None
    )


def named_type(block: Block, *, first: bool = False) -> str:
    """The type as written at the start of a paragraph, spaced capitals included."""
    if found := type_in(block, first=first):
        return block.text[found.start(1) : found.end(1)]
    joined = block.bare.replace(" ", "")
    if len(joined) <= 12 and block.text.isupper():
        for phrase in words("document_types"):
            if joined == phrase.replace(" ", ""):
                return phrase.upper()
    return ""


def _meaning(named: str) -> str | None:
    found = TYPE_AT_START.match(_bare(named))
    return meaning("document_types")[found[1]] if found else None


def _bare(text: str) -> str:
    from_lexicon = {phrase.replace(" ", ""): phrase for phrase in words("document_types")}
    folded_text = bare(text)
    return from_lexicon.get(folded_text.replace(" ", ""), folded_text)


def _may_be_page_title(block: Block) -> bool:
    """A page's own heading: "Kế hoạch tổ chức …", no sentence and no heading of a list."""
    fits = 25 <= len(block.text) < 300
    return block.mark in {Mark.NONE, Mark.CAPITALS} and fits and not _ENDED.search(block.text)
