"""How many people a plan wants of each unit, and what of it is a quota of the rules."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.normal import folded
from hoithi.core.plans.outline import Node
from hoithi.core.plans.records import Place
from hoithi.core.rulebook.entry import Quota
from hoithi.core.units.kinds import UnitKind


@dataclass(frozen=True, slots=True)
class PeopleWanted:
    """So many people of each unit should take part, in the plan's words: "mỗi thôn"."""

    least: int
    of: str
    place: Place


_LEAST = r"(?:it nhat|toi thieu|khong duoi|khong it hon)"
_PEOPLE = (
    r"(\d{1,3}(?:\.\d{3})+|\d{1,6})\s*(?:\([^()]{1,30}\)\s*)?"
    r"(?:nguoi|can bo|doan vien|hoi vien)"
)
_URGES = r"(?:van dong|huy dong|tuyen truyen|phan dau|bao dam|dam bao|dat|co|cu)"
_EACH_FIRST = re.compile(
    rf"\b(moi (?!nguoi|doi\b|ca nhan|thi sinh|ngay|tuan|buoi|tiet muc|bai|phan)[^.;:%\d]{{2,60}}?)"
    rf"(?:,|\s)\s*(?:{_URGES} )*(?:duoc |co )?{_LEAST} (?:co |duoc )?{_PEOPLE}\b"
    r"(?=[^.;]{0,60}\b(?:tham gia|du thi|thi truc tuyen)\b"
    r"(?! (?:cac )?(?:hoi nghi|hoi thao|tap huan|buoi|lop|le|ngay hoi)\b))"
)
_EACH_LAST = re.compile(
    rf"\b{_LEAST} (?:co )?{_PEOPLE}(?:(?: tham gia| du thi)*\s*)(?:/|\bmoi |tren moi )\s*"
    r"([^.;:%\d,]{2,40}?)(?=\s*(?:tham gia|du thi|[.;,)]|$))"
)
_KINDS = {
    "thon": UnitKind.THON,
    "to dan pho": UnitKind.TO_DAN_PHO,
    "khu pho": UnitKind.KHU_PHO,
    "khom": UnitKind.KHOM,
    "ap": UnitKind.AP,
    "buon": UnitKind.BUON,
    "lang": UnitKind.LANG,
    "xa": UnitKind.COMMUNE,
    "phuong": UnitKind.WARD,
    "truong": UnitKind.SCHOOL,
    "truong hoc": UnitKind.SCHOOL,
    "doanh nghiep": UnitKind.ENTERPRISE,
    "chi bo": UnitKind.PARTY_CELL,
}
_EVERY = {"don vi", "co quan, don vi", "don vi, dia phuong", "co quan, don vi, dia phuong"}
_BETWEEN = re.compile(r"\s*(?:,|/|\bva\b|\bhoac\b)\s*(?:moi\s+)?")
_LONGEST_TITLE = 200


def people_wanted(nodes: Iterable[Node]) -> Iterator[PeopleWanted]:
    """Each sentence that wants a number of people of every unit; the same told twice comes once."""
    known = set()
    for one in (found for node in nodes for found in _in_block(node.block)):
        told = (one.least, one.of)
        if one.least and told not in known:
            known.add(told)
            yield one


def _in_block(block: Block) -> Iterator[PeopleWanted]:
    for pattern, unit, number in ((_EACH_FIRST, 1, 2), (_EACH_LAST, 2, 1)):
        for match in pattern.finditer(block.bare):
            words = re.sub(r"^[Mm]ỗi\s+", "", block.text[match.start(unit) : match.end(unit)])
            least = int(match[number].replace(".", ""))
            yield PeopleWanted(least, f"mỗi {words.strip(' ,')}", block.place(*match.span()))


def quotas_of(wanted: Iterable[PeopleWanted]) -> tuple[Quota, ...]:
    """Those whose units the system knows; of the others somebody has to say whom they bind."""
    found: list[Quota] = []
    for one in wanted:
        kinds = unit_kinds(one.of)
        if kinds is not None:
            title = f"{one.of[:1].upper()}{one.of[1:]}"[:_LONGEST_TITLE]
            key = f"people-{len(found) + 1}"
            found.append(Quota(key=key, title=title, kinds=kinds, least=one.least))
    return tuple(found)


def unit_kinds(words: str) -> tuple[str, ...] | None:
    """The kinds that the words name, none for "mỗi đơn vị"; None where they name others."""
    bare = re.sub(r"^(?:moi|tung|cac)\s+", "", folded(words)).strip()
    if bare in _EVERY:
        return ()
    named = [_KINDS.get(one) for one in _BETWEEN.split(bare)]
    if None in named:
        return None
    return tuple(dict.fromkeys(kind.value for kind in named if kind))
