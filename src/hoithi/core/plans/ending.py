"""The end of a document: the list of recipients, and who signed for whom."""

import re
from collections.abc import Sequence

from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.frame import is_authority
from hoithi.core.plans.lexicon import any_of, bare, meaning, words
from hoithi.core.plans.normal import CAPITAL, SMALL
from hoithi.core.plans.records import Found, Signatory

_RECIPIENTS = re.compile(r"(?:n\s+)?n[oa][il] nh[aoe][nm]\b\s*[:.]*\s*")
_KEPT = re.compile(r"\W*luu\b")
_TITLE = re.compile(rf"(?:(?:kt|tm|tl|tuq|q)\s*[.]\s*)?({any_of('positions')})\b")
_AUTHORITY = re.compile(r"(?:t/?m|k/?t|t/?l|tuq|q)\s*[.]\s*")
_SIGNED = re.compile(r"\W*(?:da ky|ky ten|ky boi|nguoi ky|signed)[^\w]*", re.IGNORECASE)
_RANKS = re.compile(
    r"^(?:(?:GS|PGS|TS|ThS|Th\.S|BS|BSCK\w*|CN|KS|CKI+|NGND|NGƯT|TTND|TTƯT|"
    r"Thượng tá|Đại tá|Trung tá|"
    r"Thiếu tá|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng|Đại úy|Bác sĩ|Tiến sĩ|Thạc sĩ|Ông|Bà)"
    r"[.\s]+)+"
)
_NAME_WORD = re.compile(
    rf"(?:[{CAPITAL}][{SMALL}']*|[{CAPITAL}]{{1,10}})(?:['’-][{CAPITAL}{SMALL}]+)*$"
)
_REGISTERED = re.compile(
    rf"Người ký(?: duyệt)?\s{{0,3}}:?\s{{0,3}}"
    rf"([{CAPITAL}][{SMALL}]{{0,7}}(?: [{CAPITAL}][{SMALL}]{{0,7}}){{1,4}})(?!\w)"
)
_MOST_LINES = 30


def read_recipients(end: Sequence[Block]) -> Found[int] | None:
    """How many addressees the list names, "Lưu" included."""
    for index, block in enumerate(end):
        if opening := _RECIPIENTS.match(block.bare):
            return _counted(block, opening.end(), end[index + 1 :])
    return None


def _counted(block: Block, at: int, after: Sequence[Block]) -> Found[int] | None:
    rest = block.text[at:]
    inline = _inline(rest)
    if inline and _KEPT.search(" ".join(inline).lower().split(";")[-1]):
        after = ()
    listed = _list_of(after)
    marked = [one for one in listed if one.mark is not Mark.NONE]
    number = len(inline) + len(marked or listed)
    last = (marked or listed)[-1] if listed else block
    place = block.place()
    if not number:
        return None
    return Found(
        number, type(place)(place.line, place.start, last.place().end, last.place().last_line)
    )


def _inline(rest: str) -> list[str]:
    """Addressees on the line of the heading itself."""
    if _TITLE.fullmatch(bare(rest).strip(" .:")) and rest.strip().isupper():
        return []  # The signer's post in the column beside.
    parts = re.split(r";|(?:^|\s)[-–•+]\s*(?=\S)", rest)
    return [part for part in parts if re.search(r"\w{2}", part)]


def _list_of(blocks: Sequence[Block]) -> list[Block]:
    """The lines of the list: up to the one that says what is kept."""
    listed: list[Block] = []
    for block in blocks[:_MOST_LINES]:
        if is_authority(block) or _is_title(block):
            break
        if listed and block.mark is Mark.NONE and listed[-1].mark is not Mark.NONE:
            if _KEPT.match(listed[-1].bare):
                break
            continue
        listed.append(block)
        if _KEPT.match(block.bare_body):
            break
    return listed


def _is_title(block: Block) -> bool:
    """A line such as CHỦ TỊCH or KT. GIÁM ĐỐC above the name."""
    bare_text = block.bare.strip(" .:")
    found = _TITLE.match(bare_text)
    if found is None or block.mark not in {Mark.NONE, Mark.CAPITALS}:
        return False
    return block.text.isupper() or (found.end() == len(bare_text) and block.text[:1].isupper())


def read_authority(end: Sequence[Block]) -> Found[str] | None:
    """For whom is signed: "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"."""
    blocks = [block for block in end if is_authority(block) and block.text.isupper()]
    if not blocks:
        return None
    return Found("; ".join(block.text for block in blocks), blocks[0].place())


def read_signatory(end: Sequence[Block]) -> Signatory | None:
    """The first name after the signer's post, or a known family name after the list."""
    titles = [index for index, block in enumerate(end) if _says_post(block)]
    for index in _runs(titles):
        if same := _on_title_line(end[index]):
            return same
        following = [block for block in end[index + 1 : index + 6] if not _is_no_name(block)]
        if found := _first_name(following, _post(end[index]), strict=False):
            return found
    kept = next((at for at, block in enumerate(end) if _KEPT.match(block.bare_body)), None)
    if kept is None or not titles:
        return None
    after = [block for block in end[kept + 1 : kept + 6] if not _is_no_name(block)]
    return _first_name(after, _post(end[titles[-1]]), strict=True)


def read_registered(before: Sequence[Block]) -> Signatory | None:
    """Who signed, as the entry of a register of documents says: "Người ký: Lê Văn An"."""
    for block in before:
        for found in _REGISTERED.finditer(block.text):
            if _is_name(found[1], strict=True):
                return Signatory(found[1], None, block.place(*found.span(1)))
    return None


def _says_post(block: Block) -> bool:
    """A line of post or authority, or the recipients with the post beside them."""
    if opening := _RECIPIENTS.match(block.bare):
        beside = block.text[opening.end() :].strip()
        return beside.isupper() and bool(_TITLE.fullmatch(bare(beside)))
    return _is_title(block) or is_authority(block)


def _is_no_name(block: Block) -> bool:
    return _is_title(block) or bool(_KEPT.match(block.bare_body))


def _first_name(blocks: Sequence[Block], post: str | None, *, strict: bool) -> Signatory | None:
    for block in blocks:
        if name := _name_in(block, strict=strict):
            return Signatory(name[0], post, block.place(name[1], name[1] + len(name[0])))
    return None


def _runs(titles: Sequence[int]) -> list[int]:
    """The last line of each run of authority and post."""
    known = set(titles)
    return [one for one in titles if not {one + 1, one + 2} & known]


def _on_title_line(block: Block) -> Signatory | None:
    """ "PHÓ CHỦ TỊCH Nguyễn Văn An" on one line."""
    words_of_line = block.text.split(" ")
    for size in (5, 4, 3, 2):
        tail = " ".join(words_of_line[-size:])
        if len(words_of_line) > size and not tail.isupper() and _is_name(tail, strict=True):
            start = len(block.text) - len(tail)
            return Signatory(tail, _post(block), block.place(start))
    return None


def _post(block: Block) -> str | None:
    """The post as it should be written: slips of the scanner are put right."""
    last = None
    for found in re.finditer(any_of("positions"), block.bare):
        last = found
    if last is None:
        return None
    if meaning("positions").get(last[0]) == "slip":
        return "PHÓ CHỦ TỊCH"
    after_kt = re.match(r"k/?t\b", block.bare)
    return (
        None
        if after_kt and last.end() >= len(block.bare)
        else block.text[last.start() : last.end()]
    )


def _name_in(block: Block, *, strict: bool) -> tuple[str, int] | None:
    """A person's name that is all of the line, titles and "(đã ký)" aside."""
    start = 0
    if signed := _SIGNED.match(block.bare):
        start = signed.end()
    if ranks := _RANKS.match(block.text[start:]):
        start += ranks.end()
    text = re.split(r"\s*[(\[]|\s+-\s+|\t", block.text[start:])[0].strip(" .,;:")
    return (text, block.text.find(text, start)) if text and _is_name(text, strict=strict) else None


def _is_name(text: str, *, strict: bool) -> bool:
    parts = text.split(" ")
    if not 2 <= len(parts) <= 6 or not all(_NAME_WORD.match(part) for part in parts):
        return False
    if not text.isupper() and any(part.isupper() and len(part) > 1 for part in parts):
        return False  # A post in capitals before the name.
    known = bare(parts[0]) in words("family_names")
    return known or (not strict and not text.isupper() and len(parts) >= 3)
