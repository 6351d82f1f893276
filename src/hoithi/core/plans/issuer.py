"""Which body issues a document, and of which level it is."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.frame import Frame, is_authority
from hoithi.core.plans.lexicon import any_of, meaning, rows, words
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import Found

_PEOPLE = r"(?:ubnd|u\.b\.n\.d|uy ban nhan dan|uy ban nd)"
_LEVEL = rf"(?:{any_of('levels')}|thanh pho|tp\.?)"
_PROPER = r"(?:[A-ZĐÀ-Ỹ0-9][\wÀ-ỹ.'’-]*)"
_AREA = re.compile(
    rf"\b((?i:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|TP\.?|tỉnh))\s+"
    rf"({_PROPER}(?:\s+(?:-\s+)?{_PROPER}){{0,4}})"
)
_OTHER = (
    r"(?:so|bo|ban|van phong|cuc|tong cuc|chi cuc|hoi|lien doan|tinh doan|"
    r"thanh doan|huyen doan|doan|dang uy|tinh uy|thanh uy|huyen uy|quan uy|phong|"
    r"truong|trung tam|hoi dong|uy ban|mat tran|cong doan|cong an|toa an|vien|"
    r"thanh tra)"
)
_LINE = re.compile(rf"\W*({_PEOPLE}|{_OTHER})\b")
_NOT_LINE = re.compile(
    r".*(?:cong hoa xa hoi|doc lap|dang cong san viet nam)|so\s*:|\W*ban hanh|"
    r"\W*phong (?:trao|chong)|\W*hoi (?:thi|nghi|thao)"
)
_BODIES = (
    r"(?:so|phong|bo|cuc|chi cuc|hoi|truong|lien doan|van phong|ban (?:to chuc|chi dao|tuyen giao|"
    r"dan van|thuong vu|chap hanh)|hoi dong|uy ban mttq|uy ban mat tran|"
    r"(?:tinh|thanh|huyen|quan|dang) (?:doan|uy))"
)
_ISSUES = re.compile(
    rf"(?:^|[.;:,]\s+|\s)({_PEOPLE}(?: {_LEVEL})?|{_BODIES}\b)"
    r"(?P<rest>(?:(?!\b(?:cua|ve|ngay|tai|gui|den|theo|duoc|\d)\b)[^.;:,()\"]){0,90}?)"
    r"(?:\s*\([^)]{1,80}\))?,?\s+(?:da\s+)?(?:ban hanh|xay dung|to chuc|"
    r"phat dong|thong bao|de ra|lap|trien khai)\s+"
    r"(?:va\s+\w+\s+\w+\s+)?(?:phong trao|noi dung\s+)?(?:ke hoach|the le|thong bao|"
    r"quy che|huong dan|cuoc thi|hoi thi|ngay hoi|"
    r"\"|hoi nghi|phong trao|mot so|chuong trinh|viec|ve viec|to chuc|dieu le)"
)
_ATTACHED = re.compile(
    r"\bcua\s+(?:(?:chu tich|giam doc|truong ban|bo truong)\s+)?([^)(;]{4,90}?)\s*(?:\)|$)"
)
_PARTY = re.compile(r"(?:dang|tinh|thanh|huyen|quan|thi) (?:uy|doan)|lien doan|hoi ")
_STOP = re.compile(
    r"(?i)\s+(?:về|đến|định hướng|ban hành|xây dựng|tổ chức|năm|giai đoạn|thực hiện|"
    r"lần|trên|khóa|đã|và|gắn|với)\b.*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body under its full name; `level` is None where it cannot be told."""

    name: Found[str]
    level: str | None


def read_issuer(frame: Frame, blocks: Sequence[Block], year: int | None) -> Issuer | None:
    """From the header, else from the sentence that issues the document, else from the signature."""
    named = (
        _from_header(frame)
        or _from_preamble(frame)
        or _from_signature(frame)
        or _from_attachment(frame)
    )
    if named is None:
        return None
    name = _completed(named.value, frame, blocks)
    return Issuer(Found(name, named.place), level_of(name, year))


def level_of_title(title: str, year: int | None) -> str | None:
    """The level of the one area that a title names: for rules of a committee."""
    text = _small(title) if title.isupper() else title
    named = {level_of(f"{level} {name}", year) for level, name in _named_areas(text)}
    return named.pop() if len(named) == 1 else None


def _from_header(frame: Frame) -> Found[str] | None:
    """The agency's lines above the number: the last body named, with its superior's area."""
    lines = [block for block in frame.before[-16:] if _is_agency_line(block)]
    if not lines:
        return None
    names: list[tuple[str, Block]] = [(_agency_of_line(block), block) for block in lines]
    name, block = names[-1]
    follower = _line_after(frame.before, block)
    if follower:
        name = f"{name} {follower}"
    parent = names[-2][0] if len(names) > 1 else ""
    return Found(_full(name, parent), block.place())


def _is_agency_line(block: Block) -> bool:
    text = block.text.split("\t")[0]
    return bool(
        text.upper() == text
        and len(text) < 120
        and _LINE.match(block.bare)
        and not _NOT_LINE.match(block.bare)
    )


def _agency_of_line(block: Block) -> str:
    """The agency of a line that may hold the country's name beside it."""
    cut = re.search(r"\s*(?:cong hoa xa hoi|dang cong san|\t)", block.bare)
    return block.text[: cut.start()] if cut else block.text


def _line_after(before: Sequence[Block], block: Block) -> str:
    """The rest of a name set on several lines: UỶ BAN NHÂN DÂN QUẬN / NGÔ QUYỀN."""
    index = next(i for i, one in enumerate(before) if one is block)
    committee = re.match(r"\W*(?:ban to chuc|ban chi dao|hoi dong)\b", block.bare)
    ends_open = re.search(rf"(?:{_LEVEL}|{_PEOPLE})$", block.bare.strip())
    rest: list[str] = []
    for after in before[index + 1 : index + (4 if committee else 2)]:
        if not (committee or ends_open) or not _is_rest_of_name(after):
            break
        rest.append(_agency_of_line(after))
    return " ".join(rest)


def _is_rest_of_name(block: Block) -> bool:
    text = _agency_of_line(block)
    plain = text.isupper() and len(text) < 90 and not re.search(r"^\W*\d|\d/", text)
    return plain and not _NOT_LINE.match(block.bare)


def _from_preamble(frame: Frame) -> Found[str] | None:
    for block in [*frame.preamble, *frame.body[:2], *frame.end[:2]]:
        for match in _ISSUES.finditer(block.bare):
            start = match.start(1)
            name = block.text[start : match.end("rest")].strip(" ,")
            cited = re.search(r"\b(?:cua|do|tai|boi)\s*$", block.bare[max(0, start - 5) : start])
            if cited or not block.text[start].isupper():
                continue
            return Found(_full(name, ""), block.place(start, match.end("rest")))
    return None


def _from_attachment(frame: Frame) -> Found[str] | None:
    """The body of the decision by which rules are issued: "(Ban hành kèm theo … của …)"."""
    for block in frame.preamble[:3]:
        if block.bare.startswith(("(ban hanh", "(kem theo", "ban hanh kem")) and (
            found := _ATTACHED.search(block.bare)
        ):
            start, end = found.span(1)
            return Found(_full(block.text[start:end], ""), block.place(start, end))
    return None


def _from_signature(frame: Frame) -> Found[str] | None:
    for block in frame.end:
        if is_authority(block) and re.match(r"t/?m\s*[.]", block.bare):
            name = re.sub(r"^\S+?[.]\s*", "", block.text)
            return Found(_full(name, ""), block.place())
    return None


def _full(name: str, parent: str) -> str:
    """A name in small letters but for names of places, UBND written out; a department's area."""
    text = re.sub(r"\s+", " ", name).strip(" -–_.")
    text = re.sub(r"(?i)\b(?:UBND|U\.B\.N\.D)\b", "Ủy ban nhân dân", text)
    if text.isupper() or sum(x.isupper() for x in text) > len(text) * 0.6:
        text = _small(text)
    if folded(text).startswith("uy ban nhan dan"):
        text = "Ủy ban nhân dân" + text[len("Ủy ban nhân dân") :]
    if parent and _PARTY.match(folded(parent)):
        return _of_an_association(text, _small(parent))
    area = _AREA.search(_small(parent)) if parent else None
    if area and not _AREA.search(text):
        text = f"{text} {area[0]}"
    text = re.sub(r"^(\S+ [Bb]an nhân dân) (\w)", lambda m: f"{m[1]} {m[2]}", text)
    return _levels_small(text)


_QUOTED = re.compile(r"([\"“])([^\"“”]+)([\"”])")
_ACRONYMS = frozenset({"UBND", "HĐND", "THCS", "THPT", "TH", "MTTQ", "CCHC", "TNCS", "DTNT"})
_SMALL = re.compile(
    r"\b(ủy ban nhân dân|uỷ ban nhân dân|nhân dân|tỉnh|huyện|quận|xã|phường|"
    r"thị trấn|thị xã|thành phố|và|đặc khu)\b",
    re.IGNORECASE,
)


def _of_an_association(name: str, parent: str) -> str:
    """ "Ban Thường vụ tỉnh X" of "Hội … Việt Nam" is "Ban Thường vụ Hội … tỉnh X"."""
    area = _AREA.search(name)
    if area is None or _AREA.search(parent):
        return f"{name} {parent}"
    return f"{name[: area.start()]}{parent.removesuffix(' Việt Nam')} {name[area.start() :]}"


def _small(text: str) -> str:
    """Capitals as in a sentence: names of places and known agencies, levels in small letters."""
    titled = " ".join(
        word if word in _ACRONYMS else word[:1].upper() + word[1:].lower()
        for word in text.split(" ")
    )
    titled = _SMALL.sub(lambda found: found[0].lower(), titled)
    for name in (row[1] for row in rows("agency_names")):
        at = folded(titled).find(folded(name))
        if at != -1:
            titled = titled[:at] + name + titled[at + len(name) :]
    titled = _QUOTED.sub(lambda quoted: f"{quoted[1]}{quoted[2].capitalize()}{quoted[3]}", titled)
    return titled[:1].upper() + titled[1:]


def _levels_small(text: str) -> str:
    return re.sub(
        r"(?<=nhân dân )(Tỉnh|Huyện|Quận|Xã|Phường|Thị trấn|Thị xã|Thành phố)\b",
        lambda found: found[0].lower(),
        text,
    )


def _completed(name: str, frame: Frame, blocks: Sequence[Block]) -> str:
    """ "Ủy ban nhân dân tỉnh" with the province's name, from the title, the place or the text."""
    found = re.fullmatch(
        r"(Ủy ban nhân dân)(?: (tỉnh|huyện|quận|xã|phường|thị trấn|thị xã|thành phố|TP\.?))?",
        name,
        re.IGNORECASE,
    )
    if found is None:
        return name
    wanted = (found[2] or "").lower().replace("tp.", "thành phố").replace("tp", "thành phố")
    areas = [
        *_areas(frame.before),
        *_areas(frame.title),
        *_areas(frame.preamble),
        *_areas(frame.end),
        *_areas(blocks),
    ]
    if not wanted:
        wanted = _stated_level(frame)
    fitting = [area for level, area in areas if level == wanted]
    if not fitting:
        return f"Ủy ban nhân dân {wanted}".strip()
    chosen = fitting[0] if _areas(frame.title) else Counter(fitting).most_common(1)[0][0]
    return f"Ủy ban nhân dân {wanted} {chosen}"


def _stated_level(frame: Frame) -> str:
    """The level of a body that signs as "TM. ỦY BAN NHÂN DÂN" only: what its sentences call it."""
    counted: Counter[str] = Counter()
    for block in (*frame.preamble, *frame.title):
        for match in re.finditer(
            rf"{_PEOPLE} (huyen|tinh|xa|phuong|thi tran|quan|thi xa|thanh pho)\b", block.bare
        ):
            counted[block.text[match.start(1) : match.end(1)].lower()] += 1
    return counted.most_common(1)[0][0] if counted else ""


def _areas(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """Every named area of some paragraphs: ("tỉnh", "Tiền Giang")."""
    return [area for block in blocks for area in _named_areas(block.text)]


def _named_areas(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for match in _AREA.finditer(text):
        name = _STOP.sub("", match[2]).strip()
        if name and name[0].isupper() and not name.isdigit():
            level = match[1].lower().replace("tp.", "thành phố").replace("tp", "thành phố")
            found.append((level, name))
    return found


def level_of(name: str, year: int | None) -> str | None:
    """commune, district, province or central, by the last level word of the name."""
    bare = folded(name)
    if bare.startswith("truong "):
        return None
    city = re.search(r"\b(?:thanh pho|tp\.?)\s+(.+)$", bare)
    named = list(re.finditer(rf"\b({any_of('levels')})\b", bare))
    if city and not (named and named[0].start() < city.start()):
        central = [
            *words("central_cities", "city"),
            *(words("central_cities", "2025") if (year or 0) >= 2025 else ()),
        ]
        return "province" if any(one in city[1] for one in central) else "district"
    if named:
        return meaning("levels")[named[0][1]]
    if re.match(r"so\b|tinh (?:uy|doan)", bare):
        return "province"
    if re.match(r"phong\b|(?:huyen|quan|thi) (?:uy|doan)", bare):
        return "district"
    if re.match(r"bo\b|chinh phu|thu tuong|tong cuc", bare):
        return "central"
    return None
