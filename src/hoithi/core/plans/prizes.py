"""The prize table: who gets which prize, how many, how much."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.lexicon import any_of, meaning
from hoithi.core.plans.outline import Node, head_of
from hoithi.core.plans.prize_rows import NAMED, Row, amount_in, rows_of
from hoithi.core.plans.records import Place, Prize, Vague

_SECTION = re.compile(any_of("headings", "prizes"))
_SCOPE = re.compile(
    rf"(?<!nhieu )(?<!luong )(?<!luot )(?<!dong )(?<!so ){any_of('prize_scopes')}\b"
)
_PLAIN_ROW = re.compile(
    rf"\W*\d{{1,3}} giai {any_of('prize_ranks')}\b[^.;]{{0,40}}?"
    r"(?<!\d)(?:\d{1,3}[.,]\d{3}[.,]\d{3}|\d+ trieu)"
)
"""A line that is a prize wherever it stands: "01 giải Nhất: 5.000.000 đồng"."""
_LABEL = re.compile(r"[^\d.;]{4,40}")
_FOR_ALL = re.compile(r"\W*(?:muc|gia tri|tien|tri gia)\b.{0,20}\b(?:thuong|giai)\b")
_NEAR = 400
"""Letters around a prize in which a paragraph says for whom it is."""
_HONOURED = re.compile(
    r"\d+(?!\d)\s*(?:\([^)\d]{1,20}\)\s*)?(?!\s*giai\b)(ca nhan|thi sinh|[a-z]+)"
)
_GIVEN = re.compile(r"\bda (?:duoc )?(?:trao|nhan|dat|doat|gianh)\b")
_WEEKLY = re.compile(
    r"(?:\b(?:moi|hang|tung|giai|cua|trong|theo|cac|\d+)\s+|/\s*|\()"
    r"(tuan|thang|dot|ky|quy)\b(?! \d+/)"
)
_TOTAL = re.compile(
    r"\btong (?:cong|so tien|gia tri|kinh phi|tien thuong)\b[^.;]{0,60}?(?=[\s:]\d)"
)


def read_prizes(nodes: Iterable[Node], *, default_scope: str) -> tuple[Prize, ...]:
    """The prizes of a document; counts in one sentence and amounts in another become one row."""
    table: dict[tuple[int, str, str], list[_Entry]] = {}
    waiting: list[_Entry] | None = None
    label = _Label()
    for node in nodes:
        label = label.after(node)
        rows = list(rows_of(node)) if _in_prize_section(node) or label.holds(node) else []
        if not rows and waiting and (amount := _amount_alone(node.block)):
            waiting[-1], waiting = waiting[-1].with_money(amount), None
        for row in rows:
            scope = _scope(node, row, label.scope or default_scope)
            prize = Prize(scope, row.rank, row.count, row.amount, _place(node, row))
            waiting = table.setdefault((_table_of(node), scope, row.rank), [])
            _enter(waiting, _Entry(prize, id(node.parent)))
        if rows and (len(rows) > 1 or rows[0].amount is not None):
            waiting = None
    return _completed([entry.prize for group in table.values() for entry in group])


@dataclass(frozen=True, slots=True)
class _Label:
    """What the last lines without a number say of the prizes below: "Giải thưởng", "Cá nhân"."""

    of_prizes: bool = False
    scope: str | None = None

    def after(self, node: Node) -> "_Label":
        """The label that holds from this paragraph on; headings with a number end it."""
        block = node.block
        if node.mark < Mark.STAR and node.mark is not Mark.CAPITALS:
            return _Label()
        if node.mark not in {Mark.NONE, Mark.CAPITALS} or not _LABEL.fullmatch(block.bare):
            return self
        found = _SCOPE.search(block.bare)
        scope = meaning("prize_scopes")[found[0]] if found else None
        named = bool(_SECTION.search(block.bare))
        return _Label(named or (self.of_prizes and scope is not None), scope)

    def holds(self, node: Node) -> bool:
        """Whether a dash below counts among the prizes."""
        return self.of_prizes and node.mark >= Mark.STAR and not _GIVEN.search(node.block.bare)


def _table_of(node: Node) -> int:
    """The heading a prize stands under; amounts for all tables stand beside their headings."""
    heading = node.heading()
    if node.mark is Mark.NONE and _FOR_ALL.match(node.block.bare) and heading.parent:
        heading = heading.parent
    return id(heading)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A prize and the paragraph that it is listed under."""

    prize: Prize
    under: int

    def with_money(self, amount: int | None) -> "_Entry":
        return replace(self, prize=replace(self.prize, amount_vnd=amount))

    def with_count(self, count: int | None) -> "_Entry":
        return replace(self, prize=replace(self.prize, count=count))


def read_totals(nodes: Iterable[Node]) -> tuple[Vague, ...]:
    """Sums that the text states itself: "Tổng giá trị giải thưởng: 15.200.000 đồng"."""
    found: list[Vague] = []
    for node in nodes:
        block = node.block
        match = _TOTAL.search(block.bare)
        amount = amount_in(block.bare, match.end(), len(block.bare)) if match else None
        if match and amount:
            place = block.place(match.start())
            found.append(Vague(str(amount), block.body[:300], place))
    return tuple(found)


def _amount_alone(block: Block) -> int | None:
    """The money on a line below its prize: "Phần thưởng trị giá 5 triệu đồng/giải"."""
    said = re.search(
        r"tri gia|phan thuong|tien thuong|tien mat|kem theo|moi giai|/giai", block.bare
    )
    return amount_in(block.bare, 0, len(block.bare)) if said else None


def _completed(prizes: list[Prize]) -> tuple[Prize, ...]:
    """Counts and amounts that stand under different headings, put together by scope and rank.

    One amount holds for every table of the scope that states counts only.
    """
    prizes.sort(key=lambda prize: (prize.place.line, prize.place.start))
    for money in [one for one in prizes if one.count is None and one.amount_vnd is not None]:
        waiting = [one for one in prizes if one.amount_vnd is None and one.count is not None]
        ranked = [one for one in waiting if one.rank == money.rank]
        counted = [one for one in ranked if _alike(one, money)] or ranked
        if counted:
            prizes = [
                replace(one, amount_vnd=money.amount_vnd) if one in counted else one
                for one in prizes
                if one is not money
            ]
    return tuple(prizes)


def _alike(one: Prize, other: Prize) -> bool:
    return (_group(one.scope), one.rank) == (_group(other.scope), other.rank)


def _group(scope: str) -> str:
    return scope.split(":")[0]


def _place(node: Node, row: Row) -> Place:
    return node.block.place(row.start, row.end)


def _enter(entries: list[_Entry], new: _Entry) -> None:
    """Puts a prize beside those of its kind, completes one of them, or is one said before."""
    count, amount = new.prize.count, new.prize.amount_vnd
    used = False
    for index, entry in enumerate(entries):
        known = entry.prize
        if known.amount_vnd is None and amount is not None and count in {None, known.count}:
            entries[index], used = entry.with_money(amount), True
            if count is not None:
                return
        elif known.count is None and count is not None and amount in {None, known.amount_vnd}:
            entries[index] = entry.with_count(count)
            return
        elif _said_before(known, new.prize) and (
            entry.under == new.under or None in {count, amount}
        ):
            return
    if not used:
        entries.append(new)


def _said_before(known: Prize, new: Prize) -> bool:
    return new.count in {None, known.count} and new.amount_vnd in {None, known.amount_vnd}


def _in_prize_section(node: Node) -> bool:
    """Under a heading that speaks of prizes, or naming several; news of prizes given is neither."""
    if _GIVEN.search(node.block.bare):
        return False
    if any(_SECTION.search(head_of(above)) for above in node.path()):
        return True
    if _PLAIN_ROW.match(node.block.bare):
        return True
    return len(NAMED.findall(node.block.bare)) >= 2


def _scope(node: Node, row: Row, default: str) -> str:
    """For whom: by the words of the paragraph nearest to the prize, else of its headings."""
    block = node.block
    if row.rank.startswith("phu:") and (honoured := _HONOURED.match(block.bare, row.start)):
        return "individual" if honoured[1] in {"ca nhan", "thi sinh"} else "collective"
    named = row.rank.startswith("phu:")
    texts = [block.bare[row.start : row.end]] if named else _before(block.bare, row.start)
    texts.extend(head_of(above) for above in node.path())
    near = block.bare[max(0, row.start - _NEAR) : row.end]
    said = " ".join([block.bare[:_NEAR], near, node.heading().block.bare[:_NEAR], *texts])
    for text in texts:
        if found := _SCOPE.search(text):
            return _with_rhythm(meaning("prize_scopes")[found[0]], said)
    return _with_rhythm(default, said)


def _before(bare: str, start: int) -> list[str]:
    """The clauses before a prize, the nearest first."""
    return list(reversed(re.split(r"[.;]\s", bare[max(0, start - _NEAR) : start])))


def _with_rhythm(scope: str, text: str) -> str:
    weekly = _WEEKLY.search(text) if scope == "individual" else None
    names = {"tuan": "week", "thang": "month", "dot": "round", "ky": "round", "quy": "quarter"}
    return f"{scope}:{names[weekly[1]]}" if weekly else scope
