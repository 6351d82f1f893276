"""Checks of prizes: counts and sums against what is stated, and against the number of teams."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise, product

from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.money import sums
from hoithi.core.plans.checking.paper import Paper, offset_in
from hoithi.core.plans.outline import Node, head_of
from hoithi.core.plans.records import Found, Place, Prize

_ABOUT = re.compile(r"hon\b|tren\b|khoang|gan\b|toi thieu|toi da|khong qua|du kien|uoc")
_OF_PRIZES = re.compile(r"giai|thuong")
_OTHER_COSTS = re.compile(r"kinh phi|chi phi|du toan")
_COUNTED = re.compile(
    r"(?<![\d/.,])(?P<n>\d{1,3})\s*(?:\([^)\d]{1,20}\)\s*)?giai(?: thuong)?\b"
    r"(?!\s*(?:nhat|nhi|ba|khuyen|phu|dac biet|tap the|ca nhan|dong doi|toan doan|nay)\b)"
    r"[^.;\d]{0,40}?(?:\bgom\b|trong do|cu the|nhu sau|:)"
)
_ONE_PRIZE = re.compile(
    r"(?<![\d/.,])\d{1,3}\s*(?:\([^)\d]{1,20}\)\s*)?\"?(?:giai|nhat|nhi|ba|khuyen khich)\b"
)
_IN_KIND = re.compile(r"hien vat|\bqua\b|phan qua|chuyen du lich|tri gia tuong duong")
_REPEATED = ("weeks", "rounds", "cluster_venues")
_ORDER = ("dac_biet", "nhat", "nhi", "ba", "khuyen_khich")
_MOST_SCOPES = 5
_UNIT_ABOVE = re.compile(r"don vi tinh|\bdvt\b|\(dong\)")
_RANKS = {
    "dac_biet": "giải Đặc biệt",
    "nhat": "giải Nhất",
    "nhi": "giải Nhì",
    "ba": "giải Ba",
    "khuyen_khich": "giải Khuyến khích",
}


def totals(paper: Paper) -> Findings:
    """A stated total of the prize money that no reading of the prize table comes to."""
    prizes = paper.facts.prizes
    if any(_IN_KIND.search(node.block.bare) for node in _prize_nodes(paper)):
        return
    for total in paper.facts.prize_totals:
        block = paper.block_at(total.place)
        if block is None or not total.value.isdigit() or len(prizes) < 2:
            continue
        at = offset_in(block, total.place)
        near = block.bare[max(0, at - 60) : at + 120]
        if _ABOUT.search(near) or _OTHER_COSTS.search(near) or not _OF_PRIZES.search(near):
            continue
        if any(one.count is None or one.amount_vnd is None for one in prizes):
            continue
        if int(total.value) not in _possible_totals(paper):
            code = Code.PRIZE_TOTAL_DIFFERS if _all_read(paper) else Code.PRIZE_TOTAL_UNCLEAR
            computed = sum(_money(one) for one in prizes)
            yield found(code, total.place, stated_vnd=int(total.value), computed_vnd=computed)


def _money(prize: Prize) -> int:
    return (prize.count or 0) * (prize.amount_vnd or 0)


def _possible_totals(paper: Paper) -> set[int]:
    """What the table may come to: any of its scopes, each once or as often as there are rounds."""
    scopes: dict[str, int] = {}
    for prize in paper.facts.prizes:
        scopes[prize.scope] = scopes.get(prize.scope, 0) + _money(prize)
    often = {1, *_times(paper)}
    money = list(scopes.values())[:_MOST_SCOPES]
    chosen = chain.from_iterable(combinations(money, size) for size in range(1, len(money) + 1))
    return {
        sum(one * times for one, times in zip(group, factors, strict=True))
        for group in chosen
        for factors in product(often, repeat=len(group))
    }


def _times(paper: Paper) -> set[int]:
    """How often a table of prizes may be given: weeks, heats, clusters; unknown ones up to 12."""
    counts = paper.facts.counts
    known = {counts[name].value for name in _REPEATED if name in counts}
    rhythmic = any(":" in one.scope or one.scope == "cluster" for one in paper.facts.prizes)
    return {one for one in known if one <= 60} | (set(range(2, 13)) if rhythmic else set())


def _all_read(paper: Paper) -> bool:
    """Whether every sum in the sections on prizes is one of those understood."""
    prizes = paper.facts.prizes
    known = {one.amount_vnd for one in prizes} | {_money(one) for one in prizes}
    known |= {int(one.value) for one in paper.facts.prize_totals if one.value.isdigit()}
    return all(
        one.value in known
        for node in _prize_nodes(paper)
        for one in sums(node.block.bare)
        if one.is_money
    )


def _prize_nodes(paper: Paper) -> Iterator[Node]:
    lines = {one.place.line for one in paper.facts.prizes}
    homes = {id(node.parent) for node in paper.nodes if _line(node) in lines and node.parent}
    for node in paper.nodes:
        if _line(node) in lines or any(id(above) in homes for above in node.path()):
            yield node


def _line(node: Node) -> int:
    return node.block.lines[0].number


def counts(paper: Paper) -> Findings:
    """ "10 giải, gồm:" above prizes that are not ten in number."""
    for node in paper.nodes:
        stated = _COUNTED.search(node.block.bare)
        if stated is None or _ABOUT.search(node.block.bare[: stated.start()][-20:]):
            continue
        listed = _listed(paper, node, stated.end())
        numbers = [one.count for one in listed if one.count is not None]
        if len(listed) < 2 or len(numbers) != len(listed) or _unread(node, listed, stated.end()):
            continue
        number, total = int(stated["n"]), sum(numbers)
        main = sum(one.count or 0 for one in listed if not one.rank.startswith("phu"))
        if number in {total, main} or (total and number % total == 0):
            continue
        place = node.block.place(*stated.span())
        places = tuple(one.place for one in listed)
        yield found(Code.PRIZES_COUNTED, place, *places, stated=number, listed=total)


def _listed(paper: Paper, node: Node, end: int) -> list[Prize]:
    """The prizes after the statement in its paragraph, else those of the paragraphs under it."""
    first, last = node.block.lines[0].number, node.block.lines[-1].number
    own = [
        one
        for one in paper.facts.prizes
        if first <= one.place.line <= last and offset_in(node.block, one.place) >= end - 12
    ]
    under = {_line(one) for one in node.walk() if one is not node}
    return own or [one for one in paper.facts.prizes if one.place.line in under]


def _unread(node: Node, listed: Sequence[Prize], end: int) -> bool:
    """Whether the statement or a paragraph under it names a prize that was not understood."""
    lines = {one.place.line for one in listed}
    if lines & {line.number for line in node.block.lines}:
        return len(_ONE_PRIZE.findall(node.block.bare[end:])) != len(listed)
    return any(
        re.search(r"\bgiai\b", one.block.bare) and _line(one) not in lines
        for one in node.walk()
        if one is not node
    )


def over_teams(paper: Paper) -> Findings:
    """More main prizes than teams: some cannot be awarded (eight for seven)."""
    counted = paper.facts.counts
    teams = counted.get("teams") or _one_team_each(paper)
    if teams is None or not any(one.value == "stage_contest" for one in paper.facts.event_form):
        return
    clusters = counted["cluster_venues"].value if "cluster_venues" in counted else 1
    for scope in dict.fromkeys(one.scope for one in paper.facts.prizes):
        main = [
            one
            for one in paper.facts.prizes
            if one.scope == scope and not one.rank.startswith("phu") and one.count
        ]
        groups = clusters if scope == "cluster" else 1
        if scope.startswith("individual") or (scope == "cluster" and clusters == 1):
            continue
        number, least = sum(one.count or 0 for one in main), teams.value // max(groups, 1)
        if number > least:
            yield found(
                Code.PRIZES_OVER_TEAMS,
                *(one.place for one in main),
                teams.place,
                prizes=number,
                teams=teams.value,
                groups=groups,
                least=least,
            )


def _one_team_each(paper: Paper) -> Found[int] | None:
    """The number of communes where each sends one team."""
    communes = paper.facts.counts.get("communes") or paper.facts.counts.get("wards")
    said = re.search(
        r"moi (?:xa|phuong|don vi)[^.;]{0,60}\b0?1\s*(?:\([^)]*\)\s*)?doi", paper.whole
    )
    return communes if said else None


def incomplete(paper: Paper) -> Findings:
    """A prize with money but no number, or with a number but no money, beside whole ones."""
    prizes = paper.facts.prizes
    if any(one.count is not None for one in prizes):
        for one in prizes:
            if one.count is None:
                yield found(Code.PRIZE_COUNT_MISSING, one.place, prize=_name(one))
    paid = {one.scope for one in prizes if one.amount_vnd is not None}
    for one in prizes:
        main = not one.rank.startswith("phu")
        if one.amount_vnd is None and one.scope in paid and main:
            yield found(Code.PRIZE_AMOUNT_MISSING, one.place, prize=_name(one))


def _name(prize: Prize) -> str:
    """The words of the table, or the rank in words."""
    if prize.rank.startswith("phu:"):
        return prize.rank.removeprefix("phu:")
    return _RANKS.get(prize.rank, f"giải {prize.rank.upper()}")


def order(paper: Paper) -> Findings:
    """A lower prize that is worth more than the one above it."""
    for scope in dict.fromkeys(one.scope for one in paper.facts.prizes):
        worth: dict[str, list[Prize]] = {}
        for one in paper.facts.prizes:
            if one.scope == scope and one.rank in _ORDER and one.amount_vnd:
                worth.setdefault(one.rank, []).append(one)
        ranked = [worth[rank] for rank in _ORDER if len(worth.get(rank, ())) == 1]
        for (higher,), (lower,) in pairwise(ranked):
            if (lower.amount_vnd or 0) > (higher.amount_vnd or 0):
                yield found(
                    Code.PRIZE_ORDER,
                    lower.place,
                    higher.place,
                    lower=_name(lower),
                    lower_vnd=lower.amount_vnd or 0,
                    higher=_name(higher),
                    higher_vnd=higher.amount_vnd or 0,
                )


def currency(paper: Paper) -> Findings:
    """Amounts of prizes without the word "đồng"; in tables it stands in the heading."""
    places: list[Place] = []
    for node in _prize_nodes(paper):
        heading = " ".join(head_of(above) for above in node.path())
        if "\t" in node.block.text or _UNIT_ABOVE.search(heading):
            continue
        for one in sums(node.block.bare):
            bare = node.block.bare[one.start : one.end]
            if one.is_money and re.fullmatch(r"[\d.,]+", bare):
                places.append(node.block.place(one.start, one.end))
    if places:
        yield found(Code.AMOUNT_WITHOUT_CURRENCY, *places, number=len(places))
