"""Checks of reckoning that one line or one table does itself: products, words, columns."""

import re
from collections.abc import Sequence
from math import prod

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.money import Sum, sums
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.tables import Row, rows
from hoithi.core.vietnamese.money import NotAnAmount, read_words

_FACTORS = re.compile(r"\s*[x×*]\s+|\s+[x×*]\s*|(?<=\d)[x×*](?=\d)")
_BEGINS = re.compile(r"[:;(\t]|\.\s|,\s")
_NO_PRODUCT = re.compile(r"[+)%]|\d,\d{1,2}(?!\d)")
"""Sums, shares and decimals are not reckoned."""
_NUMBER_OF = re.compile(r"\d{1,4}(?:\s+[^\W\d]+){0,3}")
_IN_WORDS = re.compile(
    r"\s*\(\s*(?:(?:viết\s+)?bằng\s+chữ|số\s+tiền\s+bằng\s+chữ)?\s*:?\s*"
    r"(?P<words>[^()\d]{6,160}?)\s*\.?\s*\)",
    re.IGNORECASE,
)
_QUANTITY = re.compile(r"so luong|\bsl\b|^so giai")
_EACH = re.compile(r"don gia|muc (?:thuong|chi|tien)|gia tri|tien thuong")
_TOTAL = re.compile(r"thanh tien|tong tien|^tong cong$")
_TOTAL_ROW = re.compile(r"\W*(?:\d+\s*\t\s*)?tong(?: cong| so)?\b")


def products(paper: Paper) -> Findings:
    """ "02 giải Nhì x 3.000.000 đồng = 5.000.000 đồng"."""
    for block in paper.written:
        for equals in re.finditer("=", block.bare):
            left = _left_of(block.bare, equals.start())
            right = next(iter(sums(block.bare[equals.end() : equals.end() + 40])), None)
            if left is None or right is None or not right.is_money:
                continue
            start, computed = left
            if computed != right.value and computed >= 1_000:
                place = block.place(start, equals.end() + right.end)
                yield found(
                    Code.PRODUCT_DIFFERS, place, stated_vnd=right.value, computed_vnd=computed
                )


def _left_of(bare: str, equals: int) -> tuple[int, int] | None:
    """Where the factors before a sign of equality begin, and their product.

    None unless there are two factors or more, each with one number of its own.
    """
    cuts = [cut.end() for cut in _BEGINS.finditer(bare, max(0, equals - 200), equals)]
    start = cuts[-1] if cuts else max(0, equals - 200)
    factors = _FACTORS.split(bare[start:equals])
    if _NO_PRODUCT.search(bare[start:equals]):
        return None
    numbers = [[one.value for one in sums(factor)] for factor in factors]
    if len(factors) < 2 or any(len(one) != 1 for one in numbers):
        return None
    return start, prod(one[0] for one in numbers)


def words_of_sums(paper: Paper) -> Findings:
    """ "16.100.000 đồng (Mười sáu triệu đồng)"."""
    for block in paper.written:
        for amount in sums(block.bare):
            beside = _IN_WORDS.match(block.text, amount.end) if amount.is_money else None
            said = _read(beside["words"]) if beside else None
            if beside and said is not None and said != amount.value:
                place = block.place(amount.start, beside.end())
                yield found(
                    Code.WORDS_DIFFER,
                    place,
                    stated_vnd=amount.value,
                    words_vnd=said,
                    words=beside["words"],
                )


def _read(words: str) -> int | None:
    try:
        return read_words(words)
    except NotAnAmount:
        return None


def tables(paper: Paper) -> Findings:
    """Rows of a table whose number times price is not their sum, and totals of the column."""
    column: list[Sum] = []
    sure = True
    for _node, row in rows(paper.nodes):
        if _TOTAL_ROW.match(row.block.bare):
            yield from _total_row(row.block, column, sure=sure)
            column, sure = [], True
            continue
        read = _row(row)
        if read is None:
            sure = False
            continue
        number, each, total = read
        column.append(total)
        if number * each.value != total.value:
            place = row.block.place(total.start, total.end)
            yield found(
                Code.PRODUCT_DIFFERS,
                place,
                stated_vnd=total.value,
                computed_vnd=number * each.value,
            )


def _row(row: Row) -> tuple[int, Sum, Sum] | None:
    """Number, price and sum of a row; None when the heading has no such three columns."""
    at = [row.column(pattern) for pattern in (_QUANTITY, _EACH, _TOTAL)]
    if None in at or len(set(at)) != 3:
        return None
    columns = [column for column in at if column is not None]
    number, each, total = (_money_of(row, column) for column in columns)
    if number is None or each is None or total is None or not _is_plain(row, columns):
        return None
    scaled = total.value and number.value * each.value // total.value in {1_000, 1_000_000}
    return None if scaled else (number.value, each, total)


def _is_plain(row: Row, columns: Sequence[int]) -> bool:
    """Number and price of one kind: no "02/tuần", no further column of numbers such as weeks."""
    cells = [text for text, _ in row.cells()]
    others = [text for at, text in enumerate(cells) if at and at not in columns]
    return (
        bool(_NUMBER_OF.fullmatch(cells[columns[0]]))
        and cells[columns[1]].count("/") < 2
        and not any(text.isdigit() for text in others)
    )


def _money_of(row: Row, column: int) -> Sum | None:
    """The one number of a cell, with its place in the paragraph."""
    cells = row.cells()
    if column >= len(cells):
        return None
    text, start = cells[column]
    found_in = list(sums(row.block.bare[start : start + len(text)]))
    if len(found_in) != 1:
        return None
    one = found_in[0]
    return Sum(one.value, start + one.start, start + one.end, one.is_money)


def _total_row(block: Block, column: Sequence[Sum], *, sure: bool) -> Findings:
    stated = [one for one in sums(block.bare) if one.is_money]
    computed = sum(one.value for one in column)
    if sure and len(column) > 1 and len(stated) == 1 and stated[0].value != computed:
        place = block.place(stated[0].start, stated[0].end)
        yield found(Code.TOTAL_DIFFERS, place, stated_vnd=stated[0].value, computed_vnd=computed)
