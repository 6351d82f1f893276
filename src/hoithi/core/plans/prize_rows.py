"""The prizes that one paragraph names: rank, how many, how much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.lexicon import any_of, meaning
from hoithi.core.plans.outline import Node, head_of

_RANK = any_of("prize_ranks")
_COUNT = r"(?:(?P<{0}>\d{{1,3}})|(?P<{0}_word>mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi))"
_NUMBERS = dict(
    zip(
        ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"],
        range(1, 11),
        strict=True,
    )
)
NAMED = re.compile(
    rf"(?:{_COUNT.format('before')}[^\S\t]*(?:\([^)\d]{{1,20}}\)[^\S\t]*)?)?"
    rf"(?<![\w/])giai\s+(?:thuong\s+)?\"?(?P<rank>{_RANK})\b(?! (?:trieu|nghin|ngan)\b)\"?"
)
_CONTINUED = re.compile(r"(?<=[;,])\s*(?P<rank>nhi|ba|khuyen khich|kk)\s*:\s*(?=\d)")
"""After "Giải Nhất: 2 triệu": "; Nhì: 1 triệu"."""
_SHORT = re.compile(r"(?<![\d/.])(?P<before>\d{1,3})\s+\"?(?P<rank>nhat|nhi|ba|khuyen khich)\b")
_TURNED = re.compile(
    r"(?<![a-z] )\b(?P<rank>dac biet|nhat|nhi|ba|khuyen khich)\s*:?\s*(?P<before>\d{1,3})\s*giai\b"
)
_SIDE = re.compile(
    rf"(?:(?<![\d/.,]){_COUNT.format('before')}[^\S\t]+)?(?<![\w/])giai\s+(?:phu\s+)?"
    rf"(?:danh cho\s+|cho\s+|ve\s+)?"
    r"(?P<name>[^\d:;.,()\t|]{3,110})"
)
_NO_SIDE = re.compile(
    r"\"?(?:thuong(?! (?:cho|danh cho|phu) [^\d]{6})|phap|quyet|trinh|doan|toa|ngan|dap|thich|"
    r"chinh\b|ca nhan\b(?= *$)|cao\b|"
    r"co cau|(?:danh )?cho *$|va\b|tuan\b(?=\W*$)|tri\b|trong\b|cua\b|duoc\b(?! (?:yeu|binh|"
    r"khan))|theo\b|moi\b|dat\b|"
    r"thuong (?:danh )?cho (?:cac )?(?:tap the|ca nhan)(?:\W+(?:va )?(?:tap the|ca nhan))?\W*$|"
    r"gom\b|nay\b|vang\b(?= *$)|khac\b\W*$)"
)
_COUNT_AFTER = re.compile(
    r"\s*(?:[:(\-–,|\t]|gom|co|la|so luong)*\s*(?:so luong\s*:?\s*|gom\s*|co\s*)?(\d{1,3})"
    r"\s*(?:\([^)\d]{1,20}\)\s*)?(?:giai\b|\)|[\t|]|don vi\b|ca nhan\b|tap the\b|doi\b|thi sinh\b)"
)
_COUNT_LATER = re.compile(r"(?:\(|\bx\s*|so luong\s*:?\s*)(\d{1,3})\s*(?:giai\b|$)")
_AMOUNT = re.compile(
    r"(?<![\d.,/])(?:(?P<plain>\d{1,3}(?:[., ]\d{3}){1,3}|\d{4,9})\s*"
    r"(?P<unit>nghin dong|ngan dong|dong|vnd|vn\b|d\b|₫)?"
    rf"|(?P<millions>\d{{1,3}}(?:[.,]\d{{1,2}})?|(?<![a-z])(?:{'|'.join(_NUMBERS)}))"
    r"\s*(?P<scale>trieu|nghin|"
    r"ngan)\b(?:\s*(?P<more>\d{3})\b)?)"
)
_EACH = re.compile(r"\s*(?:dong|vnd|d)?\s*(?:/\s*(?:0?1\s*|mot\s*)?|moi\s+|cho moi\s+)giai")
_EACH_BEFORE = re.compile(r"(?:moi giai|giai thuong|tri gia|muc thuong|x)[^\d;]{0,25}$")
_HONOUR = re.compile(r"(?:giay khen|bang khen|giay chung nhan|co thi dua|danh hieu)[^.;:\d]{0,90}")
_HONOURED = re.compile(
    r"(?<![\d/.,%])(\d{1,3})\s*(?:\([^)\d]{1,20}\)\s*)?(tap the|ca nhan|don vi|"
    r"doi thi|ho gia dinh|xa|phuong|thon|ap|co quan|truong|to dan pho|phong|chi bo|thi sinh|lop)\b"
)
_SIDE_SECTION = re.compile(r"giai phu|giai thuong phu|giai chuyen de|giai khac")
_EACH_OF_ALL = re.compile(r"[;,.]\s*(?:tri gia )?moi giai(?: thuong)?(?: phu)?\b[^;]{0,40}$")
_VALUED = re.compile(r"\s+(?:trị giá|tiền thưởng|mỗi)$")
_RANKED = re.compile(rf"(?:{_RANK})\b")
_RANK_CELL = re.compile(rf"\s*(?:giai\s+)?({_RANK})\s*(?:/\s*\w+)?")
_COUNT_CELL = re.compile(r"\s*(\d{1,3})\s*(?:giai)?\s*")
_LONGEST_NAME = 110
_FAR = 800
"""Letters after a prize's name in which its money is looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A prize of one paragraph, before paragraphs are put together."""

    rank: str
    count: int | None
    amount: int | None
    start: int
    end: int


def rows_of(node: Node) -> Iterator[Row]:
    """The prizes of a paragraph: with ranks, else with names of their own, else honours."""
    block = node.block
    if row := _row_of_table(block):
        yield row
        return
    main: list[Row] = []
    for patterns in ((NAMED, _CONTINUED), (_TURNED,), (_SHORT,)):
        first = patterns[0].search(block.bare)
        starts = [one for each in patterns for one in each.finditer(block.bare)] if first else []
        starts.sort(key=lambda one: one.start())
        main = main or list(_main_rows(block, starts))
    if main:
        yield from main
        yield from _beside(block)
        return
    side = list(_side_rows(node))
    yield from side or _honours(node)


def _row_of_table(block: Block) -> Row | None:
    """A row of a table: a cell with the rank, one with the number, one with the money."""
    cells = block.bare.split("\t")
    if len(cells) < 3:
        return None
    at = next((at for at, cell in enumerate(cells) if _RANK_CELL.fullmatch(cell)), None)
    named = _RANK_CELL.fullmatch(cells[at]) if at is not None else None
    if at is None or named is None:
        return None
    after = cells[at + 1 :]
    count = next((int(one[1]) for cell in after if (one := _COUNT_CELL.fullmatch(cell))), None)
    start = sum(len(cell) + 1 for cell in cells[:at])
    amount = amount_in(block.bare, start + len(cells[at]), len(block.bare))
    return Row(meaning("prize_ranks")[named[1]], count, amount, start, len(block.bare))


def _main_rows(block: Block, starts: Sequence[re.Match[str]]) -> Iterator[Row]:
    for index, match in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(block.bare)
        count = _counted(match, block.bare[match.end() : end])
        amount = amount_in(block.bare, match.end(), end)
        if count is not None or amount is not None:
            yield Row(meaning("prize_ranks")[match["rank"]], count, amount, match.start(), end)


def _counted(match: re.Match[str], after: str) -> int | None:
    group = match.groupdict()
    if group.get("before"):
        return int(group["before"])
    if group.get("before_word"):
        return _NUMBERS[group["before_word"]]
    found = _COUNT_AFTER.match(after) or _COUNT_LATER.search(after)
    return int(found[1]) if found else None


def amount_in(bare: str, start: int, end: int) -> int | None:
    """The money of one prize: what is said to be for each, else the first sum."""
    sums: list[tuple[int, int]] = []
    for match in _AMOUNT.finditer(bare, start, min(end, start + _FAR)):
        value = _value(match)
        each = bool(
            _EACH.match(bare, match.end()) or _EACH_BEFORE.search(bare[start : match.start()])
        )
        if value and (match["unit"] or match["scale"] or each or value >= 100_000):
            sums.append((0 if _EACH.match(bare, match.end()) else 1 if each else 2, value))
    return min(sums, key=lambda one: one[0])[1] if sums else None


def _value(match: re.Match[str]) -> int:
    if match["plain"]:
        thousands = (match["unit"] or "").startswith(("nghin", "ngan"))
        return int(re.sub(r"\D", "", match["plain"])) * (1_000 if thousands else 1)
    scale = 1_000_000 if match["scale"] == "trieu" else 1_000
    millions = _NUMBERS.get(match["millions"]) or float(match["millions"].replace(",", "."))
    whole = round(millions * scale)
    return whole + int(match["more"]) * 1_000 if match["more"] and scale > 1_000 else whole


def _beside(block: Block) -> Iterator[Row]:
    """Prizes with name, number and money among ranks: "và 01 giải bình chọn … 5 triệu"."""
    for match in _SIDE.finditer(block.bare):
        name = match["name"].strip(' "')
        if _RANKED.match(name) or _NO_SIDE.match(name):
            continue
        far = match.end() + _FAR
        stop = re.search(r"\bgiai\b(?! thuong)|;", block.bare[match.end() : far])
        end = match.end() + stop.start() if stop else min(len(block.bare), far)
        count, amount = _counted(match, ""), amount_in(block.bare, match.end(), end)
        if count is not None and amount is not None:
            said = _VALUED.sub("", block.text[slice(*match.span("name"))].strip())
            yield Row(f"phu:{said}", count, amount, match.start(), end)


def _side_rows(node: Node) -> Iterator[Row]:
    """Prizes that bear a name of their own instead of a rank."""
    block = node.block
    under_side = any(
        _SIDE_SECTION.search(head_of(above)) for above in node.path() if above is not node
    )
    if under_side and block.mark >= Mark.LETTER:
        yield from _named_by_line(block)
        return
    named = [
        match
        for match in _SIDE.finditer(block.bare)
        if not _NO_SIDE.match(match["name"]) and not match["name"].isspace()
    ]
    closing = _EACH_OF_ALL.search(block.bare)
    each = amount_in(block.bare, closing.start(), len(block.bare)) if closing else None
    before = 0
    for match in named:
        if match["name"].strip() == "phu" and match is not named[-1]:
            continue  # "Các giải phụ:" before the side prizes themselves.
        gap, before = block.bare[before : match.start()] if before else "", match.end()
        if gap.strip() in {":", "("}:
            continue  # "Giải tập thể: 02 giải cho chi bộ …" is one prize.
        end = _segment_end(block, match)
        count = _counted(match, block.bare[match.end() : end])
        amount = amount_in(block.bare, match.end(), end) or each
        if count is not None or amount is not None:
            name = block.text[match.start("name") : match.end("name")].strip(' "“”-–')
            yield Row(f"phu:{name}", count, amount, match.start(), end)


def _segment_end(block: Block, match: re.Match[str]) -> int:
    far = min(len(block.bare), match.end() + _FAR)
    stop = block.bare.find(";", match.end(), far)
    return stop if stop != -1 else far


def _named_by_line(block: Block) -> Iterator[Row]:
    """ "Tiểu phẩm xuất sắc nhất: 1.000.000 đồng" under the heading "Giải phụ"."""
    name = re.split(r"[:;]|\s-\s", block.body, maxsplit=1)[0][:_LONGEST_NAME].strip(' ."“”')
    lead = re.match(r"(\d{1,3})\s+(?:giai\s+)?", block.bare_body)
    at = len(block.sign) + len(name)
    count = int(lead[1]) if lead else None
    if count is None and (found := _COUNT_AFTER.match(block.bare[at:])):
        count = int(found[1])
    amount = amount_in(block.bare, at, len(block.bare))
    if count is not None or amount is not None:
        bare_name = name[lead.end() :] if lead else name
        yield Row(
            f"phu:{bare_name.removeprefix('Giải ')}",
            count,
            amount,
            len(block.sign),
            len(block.text),
        )


def _honours(node: Node) -> Iterator[Row]:
    """Certificates for a stated number of collectives or persons."""
    block = node.block
    honours = list(_HONOUR.finditer(block.bare))
    for match in _HONOURED.finditer(block.bare) if honours else ():
        honour = next((one for one in reversed(honours) if one.start() < match.start()), honours[0])
        name = block.text[honour.start() : honour.end()].split(" cho ")[0].strip(" ,")
        yield Row(f"phu:{name}", int(match[1]), None, match.start(), match.end())
