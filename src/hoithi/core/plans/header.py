"""What a document says of itself: number, day and place of signing, title."""

import re
from collections.abc import Sequence

from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.cited import NUMBER, tidy_number
from hoithi.core.plans.dates import moments
from hoithi.core.plans.frame import Frame
from hoithi.core.plans.kind import POSTED, SUBJECT
from hoithi.core.plans.lexicon import any_of, meaning
from hoithi.core.plans.normal import CAPITAL, SMALL, folded
from hoithi.core.plans.records import Doubt, Found, Place, Reason

_OWN_NUMBER = re.compile(
    r"(?:^|.*\s)(?:so(?:[\s/,-]*(?:va\s*)?(?:ky )?hieu)?(?: van ban)?|so/ky hieu)\s*[:.]?\s*(?=\d)"
)
_SPACED_NUMBER = re.compile(rf"\d{{1,4}}\s[{CAPITAL}]{{2,5}}\s?/\s?[{CAPITAL}]{{2,12}}\b")
_NAMED = re.compile(r"\W*so\s*:?\s*(?=\d)")
_DAY_FOLLOWS = re.compile(r"[\s,]*ngay\s*")
_OF_BODY = re.compile(r"[^:\n]{0,140}?\bve(?: viec)?\s+(?=\w)")
_BLANK_NUMBER = re.compile(r"so\s*:?\s*[.…_\s]*[/-]\s*(?=[a-z]{2})")
_BLANK = r"[.…_\s]*"
_SIGNED = re.compile(
    r"(?P<place>(?:(?:quan|phuong) \d{1,2}|[^\d,;:]{2,60}?))\s*,?\s*"
    r"\bngay\s*(?P<day>\d{1,2}|[.…_\s]*)\s*thang\s*"
    r"(?P<month>\d{1,2}|[.…_\s]*)\s*nam\s*(?P<year>(?:19|20)\d\d|[.…_\s]*)"
)
_SIGNED_SHORT = re.compile(
    r"(?P<place>[^\d,;:]{2,40}?)\s*,\s*ngay\s*(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W*$)"
)
_LISTED = re.compile(r"ngay (?:ban hanh|ky)\s*:?\s*")
_BEFORE_PLACE = re.compile(
    r".*(?:hanh phuc|(?:/\s?|-)[a-zđ&]{2,}(?:\.\w{1,9})?|\t|[|_*-]{2,})\s*[*|_-]*\s*"
)
_BESIDE = re.compile(rf"^(?:[{CAPITAL}\d]{{2,}}\s+)+(?=[{CAPITAL}][{SMALL}])")
"""Words of the left column before the place: "TRUYỀN THỐNG Thanh Hóa"."""
_TOLD = re.compile(
    rf"(?:^|(?<=\. ))(?:\W*\w{{2,10}}(?: \w{{2,10}})?\W*\s-\s+)?"
    r"ngay [^;]{5,30}?,?\s[^.;]{3,120}?\bban hanh "
    rf"(?P<type>{any_of('document_types')})\s+so\s*:?\s*"
)
_ISSUED_HERE = re.compile(
    rf"\b(?:ban hanh|xay dung) (?P<type>{any_of('document_types')}) (?!so\b|nay\b)"
    r"(?P<title>[^.;]{20,250}?),? (?:voi (?:cac |nhung )?noi dung[^:]{0,30}|cu the |chi tiet )?"
    r"(?:nhu sau|sau day)\s*:$"
)
_STAMPED = re.compile(r"\s*\(\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d[^)]{0,20}\)$")
"""When a page was posted, behind its heading."""
_ATTACHED = re.compile(r"\W*(?:duoc )?(?:ban hanh )?kem\b|\W*ban hanh (?:kem|theo)\b")
_FEW = 12
_FEW_LETTERS = 40
_HEADING_LINES = 40
_SHORTEST = 25
_LONGEST = 250
_SENTENCE = re.compile(r"[.;:,]$|\.\s[A-ZĐ]")
_EVENT = re.compile(
    r"\b(?:(?:cuoc|hoi) thi|thi (?:viet|ve|anh|sang tac)|ngay hoi|"
    r"hoi nghi|hoi thao|hoi dien|lien hoan|"
    r"phong trao thi dua|giai thuong|tuan le)\b"
)


def read_number(frame: Frame) -> Found[str] | Doubt | None:
    """The document's own number; a doubt where it was left open."""
    blank: Doubt | None = None
    for block in _header(frame):
        opening = None if _ATTACHED.match(block.bare) else _OWN_NUMBER.match(block.bare)
        found = _number_at(block, opening.end()) if opening else None
        if found and _is_alone(block, found.end()):
            return Found(tidy_number(found[0]), block.place(*found.span()))
        if match := _BLANK_NUMBER.match(block.bare):
            blank = blank or Doubt(Reason.NUMBER_BLANK, block.place(*match.span()), block.text[:60])
    named = _named_in_title(frame) or _named_in_opening(frame)
    if blank is None and named:
        block, found = named
        return Found(tidy_number(found[0]), block.place(*found.span()))
    return blank


def _named_in_opening(frame: Frame) -> tuple[Block, re.Match[str]] | None:
    """A page tells of the document it holds: "Ngày 04/8/2023, Ban Tổ chức ban hành Thể lệ số …"."""
    for block in (*frame.preamble, *frame.body)[:3]:
        told = _TOLD.search(block.bare)
        if told and meaning("document_types")[told["type"]] == frame.doc_type:
            number = NUMBER.match(block.text, told.end())
            return (block, number) if number else None
    return None


def _named_in_title(frame: Frame) -> tuple[Block, re.Match[str]] | None:
    """A page's heading may name the document: "Kế hoạch số 17-KH/BDV ngày 02/6/2020 về …"."""
    if not frame.title or not frame.title_from:
        return None
    block = frame.title[0]
    opening = _NAMED.match(block.bare, frame.title_from)
    found = NUMBER.match(block.text, opening.end()) if opening else None
    return (block, found) if found else None


def _number_at(block: Block, at: int) -> re.Match[str] | None:
    """ "74/KH-UBND", or "26 QC/ĐK" as the youth union writes it."""
    return NUMBER.match(block.text, at) or _SPACED_NUMBER.match(block.text, at)


def _is_alone(block: Block, end: int) -> bool:
    """Not a document cited by another: nothing follows the number but place and date."""
    rest = block.bare[end : end + 60]
    return not re.match(r"\s*[,–-]?\s*(?:ngay|cua|ve\b)", rest)


def _header(frame: Frame) -> list[Block]:
    """The lines of the header: short ones before the title, and stray ones right after it."""
    after = [block for block in frame.preamble[:4] if len(block.text) < 90]
    return [block for block in frame.before[-25:] if len(block.text) < 220] + after


def read_signing_day(frame: Frame) -> tuple[Found[str] | None, Found[str] | None, list[Doubt]]:
    """Day and place of signing as the header states them, or a line of its own near the end."""
    doubts: list[Doubt] = []
    listed: Found[str] | None = None
    for block in [*_header(frame), *_short(frame.end[:_FEW])]:
        if POSTED.search(block.bare):
            continue
        listed = listed or _listed_day(block)
        day, place, doubt = _signed_in(block)
        doubts += [doubt] if doubt else []
        if day or place:
            return day or listed, place, doubts
    return listed or _day_in_title(frame) or _day_in_opening(frame), None, doubts


def _listed_day(block: Block) -> Found[str] | None:
    """What the entry of a register of documents says: "Ngày ban hành: 04/01/2024"."""
    listed = _LISTED.match(block.bare)
    moment = next(iter(moments(block.bare[listed.end() :])), None) if listed else None
    if listed is None or moment is None or moment.whole is None:
        return None
    return Found(moment.whole.isoformat(), block.place(listed.end()))


def _day_in_title(frame: Frame) -> Found[str] | None:
    """The day that follows the number in a page's heading."""
    named = _named_in_title(frame)
    if named is None:
        return None
    block, found = named
    opening = _DAY_FOLLOWS.match(block.bare, found.end())
    for moment in moments(block.bare[found.end() :]) if opening else ():
        start, end = found.end() + moment.start, found.end() + moment.end
        return Found(moment.whole.isoformat(), block.place(start, end)) if moment.whole else None
    return None


def _day_in_opening(frame: Frame) -> Found[str] | None:
    """The day with which the sentence begins that tells of the document."""
    told = _named_in_opening(frame)
    sentence = _TOLD.search(told[0].bare) if told else None
    if told is None or sentence is None:
        return None
    start = sentence.start()
    for day in moments(told[0].bare[start : start + _FEW_LETTERS]):
        place = told[0].place(start + day.start, start + day.end)
        return Found(day.whole.isoformat(), place) if day.whole else None
    return None


def _short(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if len(block.text) < 90]


def _signed_in(block: Block) -> tuple[Found[str] | None, Found[str] | None, Doubt | None]:
    match = _SIGNED.search(block.bare) or _SIGNED_SHORT.search(block.bare)
    if match is None or len(block.bare) - match.end() > 40:
        return None, None, None
    place = _place_name(block, match)
    if place is None:
        return None, None, None
    start = match.end("place")
    for moment in moments(block.bare[start:]):
        if moment.whole:
            span = (start + moment.start, start + moment.end)
            return Found(moment.whole.isoformat(), block.place(*span)), place, None
    return None, place, Doubt(Reason.DATE_BLANK, block.place(*match.span()), match[0])


def _place_name(block: Block, match: re.Match[str]) -> Found[str] | None:
    """The words before "ngày", without what a flattened table put before them."""
    start, end = match.span("place")
    if cut := _BEFORE_PLACE.match(block.bare, start, end):
        start = cut.end()
    name = _BESIDE.sub("", block.text[start:end].strip(" ,.-–("))
    today = folded(name).startswith("hom nay")
    if today or not name or not name[0].isupper() or len(name.split()) > 7:
        return None
    start = block.text.find(name, start)
    return Found(name, block.place(start, start + len(name)))


def read_title(frame: Frame) -> Found[str] | None:
    """The title without the word for the type; "V/v …" lines count; else a page's own heading."""
    if not frame.title:
        return (
            _subject(frame)
            or _heading_of_page(frame)
            or (None if frame.before else _announced(frame))
        )
    first, last = frame.title[0], frame.title[-1]
    begins = frame.title_from
    if named := _named_in_title(frame):
        subject = _OF_BODY.match(first.bare, named[1].end())
        begins = subject.end() if subject else begins
    text = " ".join([first.text[begins:], *(block.text for block in frame.title[1:])])
    text = _STAMPED.sub("", re.sub(r"\s+như sau\s*:$", "", text))
    text = re.sub(r"^[\s:.–\"“-]*(?:V/v|v/v|V/V)\s*[:.]?\s*|^[\s:.–-]+", "", text).strip(" –-")
    if text[:1] + text[-1:] in {'""', "“”"} and not set(text[1:-1]) & set('"“”'):
        text = text[1:-1]
    begin, end = first.place(begins), last.place()
    return Found(text, Place(begin.line, begin.start, end.end, end.last_line)) if text else None


def _subject(frame: Frame) -> Found[str] | None:
    """A decision that says "V/v …" after its bases only."""
    for block in frame.preamble[:_FEW]:
        subject = SUBJECT.match(block.bare)
        if subject and len(block.text) < _LONGEST:
            return Found(block.text[subject.end() :].strip(" :."), block.place(subject.end()))
    return None


def _announced(frame: Frame) -> Found[str] | None:
    """What the sentence calls the document that issues it: "… ban hành Kế hoạch X như sau:"."""
    if frame.doc_type is None:
        return None
    for block in frame.preamble:
        for told in _ISSUED_HERE.finditer(block.bare):
            if meaning("document_types")[told["type"]] == frame.doc_type:
                start, end = told.span("title")
                return Found(block.text[start:end], block.place(start, end))
    return None


def _heading_of_page(frame: Frame) -> Found[str] | None:
    """What a page without a document calls itself, where that names an event."""
    lines = frame.before or (*frame.preamble, *frame.body)
    for block in lines[:_HEADING_LINES]:
        if len(block.text) > _LONGEST:
            return None
        fits = _SHORTEST <= len(block.text) < _LONGEST and not _SENTENCE.search(block.text)
        if fits and block.mark is Mark.NONE and _EVENT.search(block.bare):
            return Found(_STAMPED.sub("", block.text), block.place())
    return None


def read_page_dates(frame: Frame) -> tuple[Found[str], ...]:
    """When the web page says that it was posted; never the day of signing."""
    found: list[Found[str]] = []
    for block in [*frame.before, *frame.title[1:], *frame.preamble[:2]]:
        if len(block.text) > 120 or not POSTED.search(block.bare):
            continue
        for moment in moments(block.bare):
            if moment.whole:
                clock = re.search(r"(?<!\d)(\d{1,2}):(\d\d)", block.bare)
                hour = f"T{int(clock[1]):02d}:{clock[2]}" if clock else ""
                place = block.place(moment.start, moment.end)
                found.append(Found(moment.whole.isoformat() + hour, place))
    return tuple(found)
