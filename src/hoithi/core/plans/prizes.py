"""The prize table: who gets which prize, how many, how much."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.lexicon import any_of, meaning
from hoithi.core.plans.outline import Node, head_of
from hoithi.core.plans.records import Place, Prize, Vague

_RANK = any_of("prize_ranks")
_COUNT = r"(?:(?P<{0}>\d{{1,3}})|(?P<{0}_word>mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi))"
_NUMBERS = dict(
    zip(
        ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"],
        range(1, 11),
        strict=True,
    )
)
_NAMED = re.compile(
    rf"(?:{_COUNT.format('before')}[^\S\t]*(?:\([^)\d]{{1,20}}\)[^\S\t]*)?)?"
    rf"(?<![\w/])giai\s+(?:thuong\s+)?\"?(?P<rank>{_RANK})\b\"?"
)
_SHORT = re.compile(r"(?<![\d/.])(?P<before>\d{1,3})\s+\"?(?P<rank>nhat|nhi|ba|khuyen khich)\b")
_TURNED = re.compile(
    r"\b(?P<rank>dac biet|nhat|nhi|ba|khuyen khich)\s*:?\s*(?P<before>\d{1,3})\s*giai\b"
)
_SIDE = re.compile(
    rf"(?:(?<![\d/.,]){_COUNT.format('before')}[^\S\t]+)?(?<![\w/])giai\s+(?:phu\s+)?"
    rf"(?:danh cho\s+|cho\s+|ve\s+)?"
    r"(?P<name>[^\d:;.,()\t|]{3,110})"
)
_NO_SIDE = re.compile(
    r"\"?(?:thuong(?! (?:cho|danh cho|phu) [^\d]{6})|phap|quyet|trinh|doan|toa|ngan|dap|thich|"
    r"chinh\b|ca nhan\b(?= *$)|cao\b|"
    r"co cau|(?:danh )?cho *$|va\b|tuan\b|tri\b|trong\b|cua\b|duoc\b(?! (?:yeu|binh|"
    r"khan))|theo\b|moi\b|dat\b|"
    r"nay\b|vang\b(?= *$))"
)
_COUNT_AFTER = re.compile(
    r"\s*(?:[:(\-–,|\t]|gom|co|la|so luong)*\s*(?:so luong\s*:?\s*|gom\s*|co\s*)?(\d{1,3})"
    r"\s*(?:\([^)\d]{1,20}\)\s*)?(?:giai\b|\)|[\t|]|don vi\b|ca nhan\b|tap the\b|doi\b|thi sinh\b)"
)
_AMOUNT = re.compile(
    r"(?<![\d.,/])(?:(?P<plain>\d{1,3}(?:[., ]\d{3}){1,3}|\d{4,9})\s*(?P<unit>dong|vnd|vn\b|d\b|₫)?"
    r"|(?P<millions>\d{1,3}(?:[.,]\d{1,2})?)\s*(?P<scale>trieu|nghin|"
    r"ngan)\b(?:\s*(?P<more>\d{3})\b)?)"
)
_EACH = re.compile(r"\s*(?:dong|vnd|d)?\s*(?:/\s*(?:0?1\s*|mot\s*)?|moi\s+|cho moi\s+)giai")
_EACH_BEFORE = re.compile(r"(?:moi giai|giai thuong|tri gia|muc thuong|x)[^\d;]{0,25}$")
_HONOUR = re.compile(r"(?:giay khen|bang khen|giay chung nhan|co thi dua|danh hieu)[^.;:\d]{0,90}")
_HONOURED = re.compile(
    r"(?<![\d/.,%])(\d{1,3})\s*(?:\([^)\d]{1,20}\)\s*)?(tap the|ca nhan|don vi|"
    r"doi thi|ho gia dinh)\b"
)
_SECTION = re.compile(any_of("headings", "prizes"))
_SIDE_SECTION = re.compile(r"giai phu|giai thuong phu|giai chuyen de|giai khac")
_SCOPE = re.compile(any_of("prize_scopes"))
_WEEKLY = re.compile(r"\b(tuan|thang|dot|ky|quy)\b")
_TOTAL = re.compile(
    r"\btong (?:cong|so tien|gia tri|kinh phi|tien thuong)\b[^.;]{0,60}?(?=[\s:]\d)"
)
_LONGEST_NAME = 110


@dataclass(frozen=True, slots=True)
class _Row:
    """A prize of one paragraph, before paragraphs are put together."""

    rank: str
    count: int | None
    amount: int | None
    start: int
    end: int


def read_prizes(nodes: Iterable[Node], *, default_scope: str) -> tuple[Prize, ...]:
    """The prizes of a document; counts in one sentence and amounts in another become one row."""
    table: dict[tuple[int, str, str], list[Prize]] = {}
    waiting: list[Prize] | None = None
    for node in nodes:
        rows = list(_rows(node)) if _in_prize_section(node) else []
        if not rows and waiting and (amount := _amount_alone(node.block)):
            waiting[-1], waiting = replace(waiting[-1], amount_vnd=amount), None
        for row in rows:
            scope = _scope(node, row, default_scope)
            prize = Prize(scope, row.rank, row.count, row.amount, _place(node, row))
            waiting = table.setdefault((id(node.heading()), scope, row.rank), [])
            _enter(waiting, prize)
        if rows and (len(rows) > 1 or rows[0].amount is not None):
            waiting = None
    return _completed([prize for group in table.values() for prize in group])


def read_totals(nodes: Iterable[Node]) -> tuple[Vague, ...]:
    """Sums that the text states itself: "Tổng giá trị giải thưởng: 15.200.000 đồng"."""
    found: list[Vague] = []
    for node in nodes:
        block = node.block
        match = _TOTAL.search(block.bare)
        amount = _amount(block.bare, match.end(), len(block.bare)) if match else None
        if match and amount:
            place = block.place(match.start())
            found.append(Vague(str(amount), block.body[:300], place))
    return tuple(found)


def _amount_alone(block: Block) -> int | None:
    """The money on a line below its prize: "Phần thưởng trị giá 5 triệu đồng/giải"."""
    said = re.search(
        r"tri gia|phan thuong|tien thuong|tien mat|kem theo|moi giai|/giai", block.bare
    )
    return _amount(block.bare, 0, len(block.bare)) if said else None


def _completed(prizes: list[Prize]) -> tuple[Prize, ...]:
    """Counts and amounts that stand under different headings, put together by scope and rank."""
    prizes.sort(key=lambda prize: (prize.place.line, prize.place.start))
    kept: list[Prize] = []
    for prize in prizes:
        for index, one in enumerate(kept):
            same = (_group(one.scope), one.rank) == (_group(prize.scope), prize.rank)
            parted = (one.amount_vnd is None) != (prize.amount_vnd is None)
            if same and parted and (one.count is None) != (prize.count is None):
                money = one.amount_vnd or prize.amount_vnd
                kept[index] = replace(one, count=one.count or prize.count, amount_vnd=money)
                break
        else:
            kept.append(prize)
    return tuple(kept)


def _group(scope: str) -> str:
    return scope.split(":")[0]


def _place(node: Node, row: _Row) -> Place:
    return node.block.place(row.start, row.end)


def _enter(rows: list[Prize], prize: Prize) -> None:
    """Puts a row beside those of its kind, or completes one of them."""
    for index, row in enumerate(rows):
        if row.count is None and row.amount_vnd is not None and prize.amount_vnd is None:
            rows[index] = replace(row, count=prize.count)
            return
        if row.amount_vnd is None and row.count is not None and prize.count is None:
            rows[index] = replace(row, amount_vnd=prize.amount_vnd)
            return
        if (row.count, row.amount_vnd) == (prize.count, prize.amount_vnd):
            return
    rows.append(prize)


def _in_prize_section(node: Node) -> bool:
    if any(_SECTION.search(head_of(above)) for above in node.path()):
        return True
    return len(_NAMED.findall(node.block.bare)) >= 2


def _rows(node: Node) -> Iterator[_Row]:
    block = node.block
    main: list[_Row] = []
    for pattern in (_NAMED, _TURNED, _SHORT):
        main = main or list(_main_rows(block, list(pattern.finditer(block.bare))))
    if main:
        yield from main
        return
    side = list(_side_rows(node))
    yield from side or _honours(node)


def _main_rows(block: Block, starts: Sequence[re.Match[str]]) -> Iterator[_Row]:
    for index, match in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(block.bare)
        count = _counted(match, block.bare[match.end() : end])
        amount = _amount(block.bare, match.end(), end)
        if count is not None or amount is not None:
            yield _Row(meaning("prize_ranks")[match["rank"]], count, amount, match.start(), end)


def _counted(match: re.Match[str], after: str) -> int | None:
    group = match.groupdict()
    if group.get("before"):
        return int(group["before"])
    if group.get("before_word"):
        return _NUMBERS[group["before_word"]]
    found = _COUNT_AFTER.match(after)
    return int(found[1]) if found else None


def _amount(bare: str, start: int, end: int) -> int | None:
    """The money of one prize: what is said to be for each, else the first sum."""
    sums: list[tuple[int, int]] = []
    for match in _AMOUNT.finditer(bare, start, end):
        value = _value(match)
        each = bool(
            _EACH.match(bare, match.end()) or _EACH_BEFORE.search(bare[start : match.start()])
        )
        if value and (match["unit"] or match["scale"] or each or value >= 100_000):
            sums.append((0 if _EACH.match(bare, match.end()) else 1 if each else 2, value))
    return min(sums, key=lambda one: one[0])[1] if sums else None


def _value(match: re.Match[str]) -> int:
    if match["plain"]:
        return int(re.sub(r"\D", "", match["plain"]))
    scale = 1_000_000 if match["scale"] == "trieu" else 1_000
    whole = round(float(match["millions"].replace(",", ".")) * scale)
    return whole + int(match["more"]) * 1_000 if match["more"] and scale > 1_000 else whole


def _side_rows(node: Node) -> Iterator[_Row]:
    """Prizes that bear a name of their own instead of a rank."""
    block = node.block
    under_side = any(
        _SIDE_SECTION.search(head_of(above)) for above in node.path() if above is not node
    )
    if under_side and block.mark >= Mark.LETTER:
        yield from _named_by_line(block)
        return
    for match in _SIDE.finditer(block.bare):
        if _NO_SIDE.match(match["name"]) or match["name"].isspace():
            continue
        end = _segment_end(block, match)
        count = _counted(match, block.bare[match.end() : end])
        amount = _amount(block.bare, match.end(), end)
        if count is not None or amount is not None:
            name = block.text[match.start("name") : match.end("name")].strip(' "“”-–')
            yield _Row(f"phu:{name}", count, amount, match.start(), end)


def _segment_end(block: Block, match: re.Match[str]) -> int:
    stop = block.bare.find(";", match.end())
    return stop if stop != -1 else len(block.bare)


def _named_by_line(block: Block) -> Iterator[_Row]:
    """ "Tiểu phẩm xuất sắc nhất: 1.000.000 đồng" under the heading "Giải phụ"."""
    name = re.split(r"[:;]|\s-\s", block.body, maxsplit=1)[0][:_LONGEST_NAME].strip(' ."“”')
    lead = re.match(r"(\d{1,3})\s+(?:giai\s+)?", block.bare_body)
    at = len(block.sign) + len(name)
    count = int(lead[1]) if lead else None
    if count is None and (found := _COUNT_AFTER.match(block.bare[at:])):
        count = int(found[1])
    amount = _amount(block.bare, at, len(block.bare))
    if count is not None or amount is not None:
        bare_name = name[lead.end() :] if lead else name
        yield _Row(
            f"phu:{bare_name.removeprefix('Giải ')}",
            count,
            amount,
            len(block.sign),
            len(block.text),
        )


def _honours(node: Node) -> Iterator[_Row]:
    """Certificates for a stated number of collectives or persons."""
    block = node.block
    honour = _HONOUR.search(block.bare)
    if honour is None:
        return
    name = block.text[honour.start() : honour.end()].split(" cho ")[0].strip(" ,")
    for match in _HONOURED.finditer(block.bare):
        yield _Row(f"phu:{name}", int(match[1]), None, match.start(), match.end())


def _scope(node: Node, row: _Row, default: str) -> str:
    """For whom: by the words of the paragraph nearest to the prize, else of its headings."""
    block = node.block
    if (
        row.rank.startswith("phu:")
        and row.amount is None
        and (own := _SCOPE.match(block.bare, row.start + 2))
    ):
        return meaning("prize_scopes")[own[0]]
    texts = [
        block.bare[row.start : row.end] if row.rank.startswith("phu:") else block.bare[: row.start]
    ]
    texts.extend(head_of(above) for above in list(node.path()))
    said = " ".join([block.bare, node.heading().block.bare, *texts])
    for text in texts:
        if found := _SCOPE.search(text):
            return _with_rhythm(meaning("prize_scopes")[found[0]], said)
    return _with_rhythm(default, said)


def _with_rhythm(scope: str, text: str) -> str:
    weekly = _WEEKLY.search(text) if scope == "individual" else None
    names = {"tuan": "week", "thang": "month", "dot": "round", "ky": "round", "quy": "quarter"}
    return f"{scope}:{names[weekly[1]]}" if weekly else scope
