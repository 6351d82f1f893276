"""Checks of what is counted against what is listed: communes, venues, parts, clusters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.outline import Node

_NUMBER = r"(?<![\d/.,%])(?P<n>\d{1,3})\s*(?:\([^)\d]{1,20}\)\s*)?"
_PLACES = r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|điểm thi|điểm|địa điểm|cụm)"
_THINGS = r"(?:phần thi|phần|nội dung|vòng thi|vòng|bảng|nhóm|đơn vị|môn)"
_LISTED = re.compile(
    rf"{_NUMBER}(?P<noun>{_PLACES}|{_THINGS})\b(?P<said>[^.;:\d()]{{0,60}}?)"
    r"(?:\s*:|,?\s+(?:bao\s+)?gồm(?:\s+có)?\s*:?)\s*(?P<list>[^.;:()\n\t]{3,400})",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r"\s+(?:và|cùng)\s+(?P<n>\d{1,3})\s+(?P<rest>[^,]*)", re.IGNORECASE)
_OPEN_LIST = re.compile(r"…|\.\.\.|v\.v|\bvv\b|\bnhư\b|\bkhác\b|\btương ứng\b", re.IGNORECASE)
_WHOLE = re.compile(r"\s*(?:$|\.\s*$|\.\s+[A-ZĐÀ-Ỹ]|;\s*$)")
_SHORTENED = re.compile(r"(?<!\w)[A-ZĐ]{1,3}$")
_OF_BEFORE = re.compile(r"^(?:thuộc|của|thành phố|tỉnh|huyện|quận)\s", re.IGNORECASE)
_OF_COMMUNE = re.compile(r"^(?:xã|phường|thị trấn|thôn|ấp|khu)\s")
_LONGEST_NAME = 6
_PARTS = re.compile(
    rf"{_NUMBER}(?:địa điểm|điểm thi|điểm)\b[^\d:;]{{0,40}}?"
    r"trong đó\W{0,3}\s*(?P<parts>[^;()]{8,160})",
    re.IGNORECASE,
)
_PART = re.compile(r"(?<![\d/])(\d{1,2})\s+(?:địa điểm|điểm|cụm)", re.IGNORECASE)
_SERIES = re.compile(rf"{_NUMBER}(?P<noun>cụm|bảng|vòng|đợt|tuần)\b", re.IGNORECASE)
_IN_CLUSTER = re.compile(
    r"\W*cum\s+(?:thi\s+)?(?:so\s+|thu\s+)?(?:\d{1,2}|[ivx]{1,4}|nhat|hai|ba|tu)\b.*?"
    r"(?<![\d/])(?P<n>\d{1,3})\s+(?:xa|phuong|doi|don vi)\b"
)


@dataclass(frozen=True, slots=True)
class _Names:
    """A list of names: `least` where "và" is part of a name, `most` where it divides two."""

    least: int
    most: int
    proper: bool
    """All short and with a capital: names of places, which hold no comma."""


def lists(paper: Paper) -> Findings:
    """ "tại 04 phường: …" with three names after it."""
    for block in [*paper.parts.preamble, *(node.block for node in paper.nodes)]:
        for match in _LISTED.finditer(block.text):
            written, more = _with_more(match["list"])
            names = _names(written) if _is_whole(block.text, match) else None
            stated = int(match["n"])
            if names is None or names.least <= stated <= names.most or names.most < 2:
                continue
            code = _grade(match["noun"], names, stated - more)
            yield found(
                code,
                block.place(*match.span()),
                stated=stated,
                noun=match["noun"].lower(),
                listed=names.most,
                names=" ".join(written.split()),
            )


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """Whether a list ends with its sentence: no brackets, second row, dots or shortened name."""
    ended = _WHOLE.match(text, match.end())
    return bool(ended) and not (_SHORTENED.search(match[0]) or _OPEN_LIST.search(match[0]))


def _grade(noun: str, names: _Names, expected: int) -> Code:
    """Certain for names of places, unless what is added after "và" makes the number right."""
    right = names.least <= expected <= names.most
    place = bool(re.fullmatch(_PLACES, noun, re.IGNORECASE))
    return Code.LIST_DIFFERS if place and names.proper and not right else Code.LIST_UNCLEAR


def _with_more(written: str) -> tuple[str, int]:
    """A list up to "và 01 điểm thi chung kết …", and the number that is added there."""
    added = _AND_MORE.search(written)
    if added is None:
        return written, 0
    return written[: added.start()], int(added["n"])


def _names(written: str) -> _Names | None:
    pieces = [piece.strip() for piece in written.split(",") if piece.strip()]
    pieces = [
        piece
        for piece in pieces
        if not _OF_BEFORE.match(piece)
        and not (_OF_COMMUNE.match(piece) and not _OF_COMMUNE.match(pieces[0]))
    ]
    divided = [name.strip() for piece in pieces for name in re.split(r"\s+và\s+", piece)]
    if not divided or any(len(name.split()) > _LONGEST_NAME for name in divided):
        return None
    proper = all(name[:1].isupper() and re.search(r"\s[A-ZĐÀ-Ỹ]|^\S+$", name) for name in divided)
    return _Names(len(pieces), len(divided), proper)


def venues(paper: Paper) -> Findings:
    """ "04 địa điểm. Trong đó, 03 điểm thi cụm, 01 điểm thi chung kết": the parts add up."""
    for node in paper.nodes:
        for match in _PARTS.finditer(node.block.text):
            first = re.split(r"\.\s", match["parts"])[0]
            parts = [int(part[1]) for part in _PART.finditer(first)]
            if len(parts) > 1 and sum(parts) != int(match["n"]):
                yield found(
                    Code.PARTS_DIFFER,
                    node.block.place(*match.span()),
                    stated=int(match["n"]),
                    listed=sum(parts),
                )


def series(paper: Paper) -> Findings:
    """ "03 cụm thi:" above paragraphs Cụm 1, Cụm 2."""
    for node in paper.nodes:
        stated = _SERIES.search(node.block.text)
        ends = node.block.text.rstrip().endswith((":", "gồm", "như sau"))
        if stated is None or not ends:
            continue
        numbered = re.compile(
            rf"\W*{stated['noun']}(?:\s+(?:thi|đấu))?\s+(?:số\s+|thứ\s+)?"
            r"(?:\d{1,2}|[IVX]{1,4}|[A-H]|nhất|hai|ba|tư|năm)\b",
            re.IGNORECASE,
        )
        listed = [child for child in node.children if numbered.match(child.block.body)]
        series_ = len(listed) > 1 and not _with_others(node, listed)
        if series_ and len(listed) != int(stated["n"]):
            yield found(
                Code.SERIES_DIFFERS,
                node.block.place(*stated.span()),
                *(child.block.place() for child in listed),
                stated=int(stated["n"]),
                noun=stated["noun"].lower(),
                listed=len(listed),
            )


def _with_others(node: Node, listed: Sequence[Node]) -> bool:
    """Whether a list names something beside its numbered items: "Chung kết" after Vòng 2."""
    return any(child.mark is listed[0].mark and child not in listed for child in node.children)


def clusters(paper: Paper) -> Findings:
    """Teams or communes of the clusters that do not add up to all of them."""
    counts = paper.facts.counts
    whole = counts.get("teams") or counts.get("communes") or counts.get("wards")
    if whole is None:
        return
    parts = [(one.block, counted) for one in paper.nodes if (counted := _in_cluster(one))]
    total = sum(number for _, number in parts)
    if len(parts) > 1 and total != whole.value:
        places = [block.place() for block, _ in parts]
        yield found(Code.CLUSTERS_SUM, *places, whole.place, stated=whole.value, listed=total)


def _in_cluster(node: Node) -> int | None:
    match = _IN_CLUSTER.match(node.block.bare_body)
    return int(match["n"]) if match else None


def alone(paper: Paper) -> Findings:
    """A section with an item 1 and no item 2."""
    for node in paper.nodes:
        numbered = [child for child in node.children if _number(child.block) is not None]
        if len(numbered) == 1 and _number(numbered[0].block) == 1 and node.mark < numbered[0].mark:
            yield found(Code.ITEM_ALONE, numbered[0].block.place(0, len(numbered[0].block.sign)))


def _number(block: Block) -> int | None:
    """The number of a mark such as "1." or "1/"; none of "1.1"."""
    match = re.fullmatch(r"\(?(\d{1,2})\s*[.)/:-]+\s*", block.sign)
    return int(match[1]) if match else None
