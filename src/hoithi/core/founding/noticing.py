"""What a plan names besides its facts: activities, committees, venues, steps, parts, clusters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hoithi.core.founding.quotas import PeopleWanted, people_wanted
from hoithi.core.founding.records import CommitteeKind, Kind
from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.frame import frame
from hoithi.core.plans.lexicon import bare, rows
from hoithi.core.plans.outline import Node, head_of, outline, walk
from hoithi.core.plans.page import paragraphs
from hoithi.core.plans.records import Place


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a plan names, and where."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class NamedActivity:
    """An activity in the plan's words."""

    kind: Kind
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class NamedCommittee:
    """A committee in the plan's words."""

    kind: CommitteeKind
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Step:
    """Work that stands beside a day or a period, on the line of `day`, and is given to nobody."""

    name: str
    day: int
    place: Place


@dataclass(frozen=True, slots=True)
class Noticed:
    """All of it, in the order of the text."""

    activities: tuple[NamedActivity, ...] = ()
    committees: tuple[NamedCommittee, ...] = ()
    steps: tuple[Step, ...] = ()
    venues: tuple[Named, ...] = ()
    parts: tuple[Named, ...] = ()
    """Parts of a stage contest (phần thi)."""
    clusters: tuple[Named, ...] = ()
    quotas: tuple[PeopleWanted, ...] = ()
    """How many people of each unit should take part."""
    later: tuple[Named, ...] = ()
    """What is left to a later document."""


_DATED = re.compile(
    r"(?:\W*(?:tu|ngay|vao|den|ngay|thang)?[\s\d/.–-]*\d{4}|\W*tu [\d/. –-]+)[^:]{0,30}:\s*"
)
_OPENS = re.compile(r"(?:du kien )?(?:to chuc|mo)\s+(?:trien khai ke hoach\s+)?")
_NOT_CONTENT = re.compile(
    r"muc dich|yeu cau|to chuc thuc hien|phan cong|trach nhiem|giai thuong|khen thuong|kinh phi|"
    r"chi tieu|can cu"
)
_WORK = re.compile(r"tien do|lo trinh|ke hoach thoi gian|thoi gian thuc hien")
_AT = re.compile(r"\btai\s+")
_END = re.compile(r"[.;(]|\s-\s|$")
_PARTS = re.compile(r"phan thi\s*,?\s*gom\s*:?\s*")
_COUNTED_PARTS = re.compile(r"\bgom (?:co )?\d{1,2}\s*phan(?: thi)?\s*:\s*")
_PART = re.compile(
    r"([^\W\d][^,;.()]{2,80}?)\s*(?:\([^()]{0,80}\)\s*)?(?:[,;]\s*(?:và\s+)?|\bvà\s+|\.|$)"
)
_CLUSTERS = re.compile(
    r"(?:diem thi|cum thi|cum)\b[^.:]{0,40}(?:tai cac (?:xa|phuong|cum)|gom)\s*:\s*"
)
_HOW = re.compile(r"thi (?:(?:hanh|dua|xa|tran|trac nghiem)\b|san khau(?: hoa)?\s*[,.;])")
_LATER = re.compile(
    r"(?:se (?:co|duoc)?\s*(?:thong bao|huong dan|quy dinh|co thu moi|thu moi)|"
    r"co (?:huong dan|the le|thong bao|thu moi)[^.;)]{0,40}(?:kem theo|sau|rieng)|"
    r"thong bao[^.;)]{0,90}\bsau(?=[\s*]*(?:$|[).;]))|quy dinh cu the trong the? le|thu moi sau)"
)
_LISTED = re.compile(r"\s*(?:,|\bvà\b)\s*")
_LONGEST = 300
_WORDS_OF_A_NAME = 4
"""So many stand before a colon that ends a name: "Hội nghị tổng kết, trao giải: vào …"."""


def notice(text: str) -> Noticed:
    """What else a plan names. Never raises; what is not understood is left out."""
    blocks = paragraphs(text)
    nodes = list(walk(outline(frame(blocks).body))) if blocks else []
    content = [node for node in nodes if not _is_aside(node)]
    return Noticed(
        activities=tuple(_activities(content)),
        committees=tuple(_committees(node.block for node in nodes)),
        steps=tuple(_steps(nodes)),
        venues=tuple(_venues(content)),
        parts=tuple(_listed(content, _PARTS)) or tuple(_counted_parts(content)),
        clusters=tuple(_listed(content, _CLUSTERS)),
        quotas=tuple(people_wanted(nodes)),
        later=tuple(_later(nodes)),
    )


def _is_aside(node: Node) -> bool:
    heads = [head_of(above) for above in node.path()]
    return any(_NOT_CONTENT.search(head) and "noi dung" not in head for head in heads)


@cache
def _phrases(table: str) -> tuple[tuple[str, str], ...]:
    """Kind and folded phrase, the longest phrases first."""
    found = [(row[0], bare(row[1])) for row in rows(table)]
    return tuple(sorted(found, key=lambda row: -len(row[1])))


def _activities(nodes: Sequence[Node]) -> Iterator[NamedActivity]:
    for node in nodes:
        start = _after_day(node.block)
        kind = _kind_at(node.block, start)
        if kind and not _is_heading(node):
            end = _end_of_clause(node.block, start)
            yield NamedActivity(
                Kind(kind), node.block.text[start:end], node.block.place(start, end)
            )


def _is_heading(node: Node) -> bool:
    """ "Nội dung thi:" or "Tập huấn:" over the items that say more."""
    text = node.block.text.rstrip()
    return bool(node.children) and text.endswith(":") and node.mark < Mark.LETTER


def _after_day(block: Block) -> int:
    """Where the words begin after the mark, a day and "tổ chức"."""
    start = len(block.sign)
    if dated := _DATED.match(block.bare, start):
        start = dated.end()
    if opened := _OPENS.match(block.bare, start):
        start = opened.end()
    return start


def _kind_at(block: Block, start: int) -> str | None:
    rest = block.bare[start : start + 40]
    found = (kind for kind, phrase in _phrases("activity_kinds") if re.match(rf"{phrase}\b", rest))
    kind = next(found, None)
    # "Thi hành", "thi đua" and "thi trắc nghiệm trên cổng" tell how, not what.
    is_other = kind == "contest" and _HOW.match(rest)
    return None if is_other else kind


def _end_of_clause(block: Block, start: int) -> int:
    """Where the name ends; what follows a colon tells when and where, unless it is the name."""
    found = _END.search(block.text, start)
    end = min(found.start() if found else len(block.text), start + _LONGEST)
    colon = block.text.find(":", start, end)
    is_named = colon > 0 and len(block.text[start:colon].split()) >= _WORDS_OF_A_NAME
    return colon if is_named else end


def _committees(blocks: Iterable[Block]) -> Iterator[NamedCommittee]:
    """Each committee under its fullest name, where it is first called so."""
    named = {bare(one.name): one for one in reversed(list(_committees_named(blocks)))}
    for name, one in sorted(named.items(), key=lambda item: (item[1].place.line, item[0])):
        if not any(other != name and other.startswith(name) for other in named):
            yield one


def _committees_named(blocks: Iterable[Block]) -> Iterator[NamedCommittee]:
    kinds = {phrase: kind for kind, phrase in _phrases("committee_kinds")}
    pattern = re.compile("|".join(rf"\b{phrase}\b" for phrase in kinds))
    for block in blocks:
        for match in pattern.finditer(block.bare):
            if not block.text[match.start()].isupper() or _within_other(block, match.start()):
                continue
            end = _end_of_name(block, match.end())
            name = " ".join(block.text[match.start() : end].split())
            place = block.place(match.start(), end)
            yield NamedCommittee(CommitteeKind(kinds[match[0]]), name, place)


_GOES_ON = re.compile(
    r"\s+(?:câu hỏi|nội dung(?: câu hỏi)?|Hội thi|Cuộc thi|Hội nghị|Ban Giám khảo|"
    r"khen thưởng|- Khen thưởng)"
)


def _end_of_name(block: Block, end: int) -> int:
    while more := _GOES_ON.match(block.text, end):
        end = more.end()
    return end


def _within_other(block: Block, start: int) -> bool:
    """ "Tổ giúp việc Ban Giám khảo" names one committee, not two."""
    return bool(re.search(r"to giup viec\s+$", block.bare[:start]))


def _steps(nodes: Sequence[Node]) -> Iterator[Step]:
    for node in nodes:
        in_timetable = any(_WORK.search(head_of(above)) for above in node.path())
        dated = _DATED.match(node.block.bare, len(node.block.sign)) if in_timetable else None
        if dated:
            yield from _work_beside(node, dated.end())


def _work_beside(node: Node, start: int) -> Iterator[Step]:
    """What stands after the day, or under it; an activity is no work."""
    day = node.block.place().line
    told = [(one.block, len(one.block.sign)) for one in node.children]
    if not told and not _kind_at(node.block, _after_day(node.block)):
        told = [(node.block, start)]
    for block, at in told:
        if text := block.text[at:].strip(" .;"):
            yield Step(text, day, block.place(at))


def _venues(nodes: Sequence[Node]) -> Iterator[Named]:
    for node in nodes:
        block = node.block
        told = re.search(r"dia diem\b[^:]{0,60}:\s*", block.bare)
        if not told:
            continue
        at = _AT.search(block.bare, told.end())
        start = at.end() if at else told.end()
        name = block.text[start : _end_of_clause(block, start)].strip(" ,:")
        if name and name[0].isupper() and not bare(name).startswith("to chuc"):
            yield Named(name, block.place(start, start + len(name)))


def _listed(nodes: Sequence[Node], opens: re.Pattern[str]) -> Iterator[Named]:
    """The items of "… gồm: một, hai và ba"."""
    for node in nodes:
        block = node.block
        found = opens.search(block.bare)
        if not found:
            continue
        at = found.end()
        for item in _items(block.text[at : _end_of_list(block, at)]):
            start = block.text.index(item, at)
            yield Named(item, block.place(start, start + len(item)))
        return


def _counted_parts(nodes: Sequence[Node]) -> Iterator[Named]:
    """ "Gồm 03 phần: chào hỏi (05 phút), kiến thức (20 câu hỏi), tiểu phẩm": in small letters."""
    for node in nodes:
        block = node.block
        opened = _COUNTED_PARTS.search(block.bare)
        at = opened.end() if opened else len(block.text)
        while part := _PART.match(block.text, at):
            yield Named(part[1][:1].upper() + part[1][1:], block.place(*part.span(1)))
            if part[0].rstrip().endswith("."):
                return
            at = part.end()
        if opened:
            return


def _end_of_list(block: Block, start: int) -> int:
    end = re.compile(r"[.;(]| và \d| và 0").search(block.text, start)
    return end.start() if end else len(block.text)


def _items(text: str) -> list[str]:
    items = (item.strip(" .,:") for item in _LISTED.split(text))
    return [item for item in items if item and item[0].isupper()]


def _later(nodes: Sequence[Node]) -> Iterator[Named]:
    for node in nodes:
        block = node.block
        if found := _LATER.search(block.bare):
            start = (
                max(block.text.rfind(sign, 0, found.start()) for sign in (".", "(", ";", ":")) + 1
            )
            end = _end_of_clause(block, found.end())
            words = block.text[start:end].strip(" *()-")
            yield Named(words or block.text[found.start() : end], block.place(start, end))
