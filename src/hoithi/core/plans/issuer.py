"""Which body issues a document, and of which level it is."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hoithi.core.plans.areas import AREA, LEVEL, areas_of, level_of
from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.frame import Frame, is_authority
from hoithi.core.plans.issuing import ANNOUNCES, PEOPLE, from_sentence
from hoithi.core.plans.kind import HEADER
from hoithi.core.plans.lexicon import any_of
from hoithi.core.plans.naming import full_name
from hoithi.core.plans.normal import CAPITAL, folded
from hoithi.core.plans.records import Found

_LINE = re.compile(rf"\W*({PEOPLE}|{any_of('issuing_bodies', 'line')})\b")
_NOT_LINE = re.compile(
    r".*(?:cong hoa xa hoi|doc lap|dang cong san viet nam)|so\s*:|\W*ban hanh|"
    r"\W*phong (?:trao|chong)|\W*hoi (?:thi|nghi|thao)|\W*bo (?:cau hoi|tieu chi)|\W*vien chuc"
)
_ATTACHED = re.compile(
    r"\bcua\s+(?:(?:chu tich|giam doc|truong(?= ban)|bo truong)\s+)?([^)(;]{4,90}?)\s*(?:\)|$)"
)
_REGISTERED = re.compile(
    r"\W*(?:co quan|don vi|noi)(?:\W+(?:co quan|don vi))*\W+(?:ban hanh|phat hanh)\W*(?=\w)"
)
_ASKS = re.compile(
    rf"(?:^|[.;,] )({PEOPLE} {LEVEL}(?: [^.;,:]{{2,30}}?)??) (?:tran trong )?"
    rf"(?:yeu cau|de nghi|giao|thong bao)\b"
)
_LED_BY_AREA = re.compile(rf"([{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{1,2}}): (?=[{CAPITAL}])")
"""The heading of a page that begins with the place: "An Sơn: Phát động Cuộc thi"."""
_LEADS = re.compile(r"\W*(?:bo truong|giam doc|chu tich|chanh van phong|tong giam doc)\s+(?=\w)")
_YOUTH = re.compile(r"\W*doan (?:tncs|thanh nien cong san) ho chi minh\W*")
_ORGAN = re.compile(r"\W*ban (?:chap hanh|thuong vu|bi thu)")
_UNIT = re.compile(r"(?:lien doi|chi doan|doan|truong|cong doan co so|chi bo|to dan pho|hoi)\b")
_ENDED = re.compile(r"[.;:,]$")
_UNIT_NAME = 60
_LONGEST = 120
_LAST = 12


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body under its full name; `level` is None where it cannot be told."""

    name: Found[str]
    level: str | None


def read_issuer(
    frame: Frame, blocks: Sequence[Block], *, year: int | None, place: str = ""
) -> Issuer | None:
    """From the header, else from the sentence that issues the document, else from the signature."""
    header = _from_header(frame)
    told = from_sentence(frame)
    if not any(HEADER.match(block.bare) for block in frame.before):
        header = told or header  # Without number and country, a line in capitals may be a menu.
    named = (
        _spelled_out(header, _from_attachment(frame) or _from_head_of_body(frame))
        or told
        or _from_signature_or_attachment(frame)
        or _from_register(frame)
        or _from_closing(frame)
        or _from_last_lines(frame, blocks)
    )
    if named is None:
        return None
    name = _with_marks(_completed(named.value, frame, blocks, place), blocks)
    return Issuer(Found(name, named.place), level_of(name, year))


def _from_header(frame: Frame) -> Found[str] | None:
    """The agency's lines above the number: the last body named, with its superior's area."""
    head = frame.before[-16:]
    lines = [
        block
        for at, block in enumerate(head)
        if _is_agency_line(block) or (at and _is_under_agency(head[at - 1], block))
    ]
    beside = len(lines) > 1 and _YOUTH.fullmatch(lines[-1].bare)
    if beside and (len(lines) > 2 or not _ORGAN.match(lines[-2].bare)):
        lines.pop()  # What stands in the right column of a header of the youth union.
    if not lines:
        return None
    names: list[tuple[str, Block]] = [(_agency_of_line(block), block) for block in lines]
    name, block = names[-1]
    follower = _line_after(frame.before, block)
    if follower:
        name = f"{name} {follower}"
    parent = names[-2][0] if len(names) > 1 else ""
    return Found(full_name(name, parent), block.place())


def _is_agency_line(block: Block) -> bool:
    text = block.text.split("\t")[0]
    return bool(
        text.upper() == text
        and len(text) < 120
        and _LINE.match(block.bare)
        and not _NOT_LINE.match(block.bare)
    )


def _is_under_agency(above: Block, block: Block) -> bool:
    """A school or association in small letters under its superior: UBND XÃ X / Trường THCS X."""
    named = _is_agency_line(above) and _UNIT.match(block.bare) and block.text[:1].isupper()
    return bool(named) and len(block.text) < _UNIT_NAME and not _ENDED.search(block.text)


def _agency_of_line(block: Block) -> str:
    """The agency of a line that may hold the country's name beside it."""
    cut = re.search(r"\s*(?:cong hoa xa hoi|dang cong san|\t)", block.bare)
    return block.text[: cut.start()] if cut else block.text


def _line_after(before: Sequence[Block], block: Block) -> str:
    """The rest of a name set on several lines: UỶ BAN NHÂN DÂN QUẬN / NGÔ QUYỀN."""
    index = next(i for i, one in enumerate(before) if one is block)
    committee = re.match(r"\W*(?:ban to chuc|ban chi dao|hoi dong|btc|bcd)\b", block.bare)
    ends_open = re.search(rf"(?:{LEVEL}|{PEOPLE}|\bva|\bcua)$", block.bare.strip())
    rest: list[str] = []
    for after in before[index + 1 : index + (4 if committee else 2)]:
        area = re.match(rf"\W*(?:{LEVEL}|va)\s+\S", after.bare)
        if not (committee or ends_open or area) or not _is_rest_of_name(after):
            break
        rest.append(_agency_of_line(after))
    return " ".join(rest)


def _is_rest_of_name(block: Block) -> bool:
    text = _agency_of_line(block)
    plain = text.isupper() and len(text) < 90 and not re.search(r"^\W*\d|\d/", text)
    return plain and not _NOT_LINE.match(block.bare) and not _YOUTH.fullmatch(block.bare)


def _from_attachment(frame: Frame) -> Found[str] | None:
    """The body of the decision by which rules are issued: "(Ban hành kèm theo … của …)"."""
    for block in frame.preamble[:3]:
        if block.bare.startswith(("(ban hanh", "(kem theo", "ban hanh kem")) and (
            found := _ATTACHED.search(block.bare)
        ):
            start, end = found.span(1)
            return Found(full_name(block.text[start:end], ""), block.place(start, end))
    return None


def _from_signature_or_attachment(frame: Frame) -> Found[str] | None:
    """The signature says "BAN TỔ CHỨC" where the decision says "Ban Tổ chức Cuộc thi"."""
    signed, attached = _from_signature(frame), _from_attachment(frame)
    return _spelled_out(signed, attached) or attached


def _spelled_out(short: Found[str] | None, full: Found[str] | None) -> Found[str] | None:
    """A body by its full name, where another part of the text goes on: "Thư viện tỉnh X"."""
    goes_on = short and full and folded(full.value).startswith(folded(short.value))
    return full if goes_on else short


def _from_head_of_body(frame: Frame) -> Found[str] | None:
    """Who decides, in capitals before the bases: BỘ TRƯỞNG BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH."""
    for block in (*frame.preamble[:3], *frame.body[:3]):
        leads = _LEADS.match(block.bare) if block.text.isupper() else None
        if leads:
            return Found(full_name(block.text[leads.end() :], ""), block.place(leads.end()))
    return None


def _from_register(frame: Frame) -> Found[str] | None:
    """What the entry of a register of documents says: "Cơ quan ban hành: Sở Nội vụ"."""
    for block in frame.before:
        if found := _REGISTERED.match(block.bare):
            name = block.text[found.end() :].strip()
            if 3 < len(name) < _LONGEST:
                return Found(full_name(name, ""), block.place(found.end()))
    return None


def _from_closing(frame: Frame) -> Found[str] | None:
    """Who asks for the work in the end, or announces it: "UBND phường yêu cầu các đơn vị …"."""
    announcing = [one for one in frame.preamble if ANNOUNCES.search(one.bare)]
    for block in (*frame.end[:3], *announcing):
        if found := _ASKS.search(block.bare):
            start, end = found.span(1)
            return Found(full_name(block.text[start:end], ""), block.place(start, end))
    return None


def _from_last_lines(frame: Frame, blocks: Sequence[Block]) -> Found[str] | None:
    """A body in capitals under a text that bears no other name: "BAN TỔ CHỨC CUỘC THI"."""
    if frame.doc_type is None:
        return None
    for block in reversed(blocks[-_LAST:]):
        if block.mark is Mark.CAPITALS and _is_agency_line(block):
            return Found(full_name(block.text, ""), block.place())
    return None


def _from_signature(frame: Frame) -> Found[str] | None:
    for block in frame.end:
        if is_authority(block) and re.match(r"t/?m\b", block.bare):
            name = re.sub(r"^\S+?[.]\s*", "", block.text)
            return Found(full_name(name, ""), block.place())
    return None


def _completed(name: str, frame: Frame, blocks: Sequence[Block], place: str) -> str:
    """ "Ủy ban nhân dân tỉnh" with the province's name, from the title, the text or the place."""
    found = re.fullmatch(
        r"(Ủy ban nhân dân)(?: (tỉnh|huyện|quận|xã|phường|thị trấn|thị xã|thành phố|TP\.?))?",
        name,
        re.IGNORECASE,
    )
    if found is None:
        return _with_level(name, blocks)
    wanted = (found[2] or "").lower().replace("tp.", "thành phố").replace("tp", "thành phố")
    areas = [
        *areas_of(frame.before),
        *areas_of(frame.title),
        *areas_of(frame.preamble),
        *areas_of(frame.end),
        *areas_of(blocks),
    ]
    if not wanted:
        wanted = _stated_level(frame)
    fitting = [area for level, area in areas if level == wanted]
    if wanted and not fitting and (led := _LED_BY_AREA.match(blocks[0].text)):
        fitting = [led[1]]
    if not fitting:
        return f"Ủy ban nhân dân {wanted} {place if wanted else ''}".strip()
    chosen = fitting[0] if areas_of(frame.title) else Counter(fitting).most_common(1)[0][0]
    return f"Ủy ban nhân dân {wanted} {chosen}"


def _with_level(name: str, blocks: Sequence[Block]) -> str:
    """ "Ủy ban nhân dân Lào Cai" with the level that the text gives the place elsewhere."""
    place = name.removeprefix("Ủy ban nhân dân ")
    if place == name or AREA.search(name):
        return name
    levels = [level for level, area in areas_of(blocks) if folded(area) == folded(place)]
    return f"Ủy ban nhân dân {levels[0]} {place}" if levels else name


def _with_marks(name: str, blocks: Sequence[Block]) -> str:
    """A name typed without marks, with those that the area bears elsewhere in the text."""
    if AREA.search(name):
        return name
    for level, area in areas_of(blocks):
        plain = f"{folded(level)} {folded(area)}"
        at = folded(name).find(plain)
        if at != -1 and area.lower() != folded(area):
            return f"{name[:at]}{level} {area}{name[at + len(plain) :]}"
    return name


def _stated_level(frame: Frame) -> str:
    """The level of a body that signs as "TM. ỦY BAN NHÂN DÂN" only: what its sentences call it."""
    counted: Counter[str] = Counter()
    for block in (*frame.preamble, *frame.title, *frame.end[:3]):
        for match in re.finditer(
            rf"{PEOPLE} (huyen|tinh|xa|phuong|thi tran|quan|thi xa|thanh pho)\b", block.bare
        ):
            counted[block.text[match.start(1) : match.end(1)].lower()] += 1
    return counted.most_common(1)[0][0] if counted else ""
