"""Documents that a text rests on or names: number and date, by any way of writing them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.dates import moments
from hoithi.core.plans.lexicon import slips
from hoithi.core.plans.records import CitedDocument

_CODE = (
    r"[A-ZĐƯ][A-Za-zĐđƯưƠơÂâÊêÔôĂă&]{0,14}\d{0,3}(?:\s?[-–./]\s?[A-ZĐƯ][A-Za-zĐđƯư&]{0,12}\d{0,3})*"
)
NUMBER = re.compile(
    rf"(?<![\w/.,-])(\d{{1,5}}[a-zA-Z]?)\s*((?:[/-]\s*(?:19|20)\d\d\s*)?[/-])\s*({_CODE})(?:(?![\w/]|[-–]\s*$)|(?=ngày|của))"
)
_SPACED = re.compile(
    r"(?<![\w/.,-])(\d{1,5}[a-zA-Z]?)(\s)([A-ZĐ]{1,3}[a-z]?\s?/\s?[A-ZĐ][A-Za-zĐđƯưƠơ&-]{1,14})(?![\w/])"
)
"""Of the unions: "Công văn số 120 CV/ĐTN"."""
_INDICATED = re.compile(
    r"\bso\b[\s:.]*$|\b(?:nghi|quyet|chi|thong|ke|cong|luat|chuong|de|huong|to|bao|phap|dieu)\s"
    r"[^.;:]{0,60}$|\bso\b[^.;]{0,60}[,;]?\s*(?:va\s*)?$"
)
_DATE_FOLLOWS = re.compile(r"[\s,(–-]*(?:ban hanh\s+|ky\s+)?(?:ngay\s*)?(?=\d)")
_FORM = re.compile(r"\b(?:bieu )?mau(?: so)?\W*$")
"""A form bears a number too: "Mẫu 09/BH"."""
_NO_CODE = re.compile(
    r"^[A-ZĐ](?:\d+)?$|^(?:Giải|Người|Đội|Lượt|Tuần|Ngày|Tháng|Năm|Đợt|Câu)$", re.IGNORECASE
)
_LAW = re.compile(r"\b(luat|phap lenh|bo luat) (?=[^\W\d])[^;.:]{3,80}?ngay ")
_TITLE = 300
"""Letters of a document's title at most, and on either side of its number."""
_BLANK = re.compile(r"\bso\s*:?\s*(?:[.…_]{2,}|\s)\s*/\s*[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A document named in a paragraph, from its number up to its date."""

    number: str
    date: str | None
    start: int
    end: int


def mentions(block: Block) -> Iterator[Mention]:
    """The numbered documents of a paragraph."""
    for match in (*NUMBER.finditer(block.text), *_SPACED.finditer(block.text)):
        code = match[3]
        if _NO_CODE.match(code) or not _is_number(block, match):
            continue
        end, day = _dated(block, match.end())
        yield Mention(tidy_number(match[0]), day, match.start(), end)


def _is_number(block: Block, match: re.Match[str]) -> bool:
    capitals = sum(letter.isupper() for letter in match[3])
    before = block.bare[max(0, match.start() - 90) : match.start()]
    if _FORM.search(before):
        return False
    return capitals >= 2 and bool(_INDICATED.search(before))


def tidy_number(written: str) -> str:
    """A number without spaces and slips of the scanner: "74 /KH-UBND" → "74/KH-UBND"."""
    return slips("letters")(re.sub(r"\s+", "", written).replace("–", "-"))


def _dated(block: Block, at: int) -> tuple[int, str | None]:
    opening = _DATE_FOLLOWS.match(block.bare, at)
    if opening is None:
        return at, None
    for moment in moments(block.bare[at : at + 60]):
        begins = at + moment.start
        if moment.whole and begins <= opening.end():
            return at + moment.end, moment.whole.isoformat()
        break
    return at, None


def cited_documents(blocks: Iterable[Block]) -> list[CitedDocument]:
    """Each document once, in the order of the text; a dated mention stands for undated ones."""
    found: dict[tuple[str, str | None], CitedDocument] = {}
    for block in blocks:
        for one in mentions(block):
            place = block.place(one.start, one.end)
            row = CitedDocument(one.number, one.date, _title(block, one), place)
            found.setdefault((one.number.lower(), one.date), row)
    dated = {number for number, day in found if day}
    return [row for (number, day), row in found.items() if day or number not in dated]


def _title(block: Block, one: Mention) -> str:
    """The words around a number up to the next sign: "Kế hoạch số 45/KH-UBND … năm 2024"."""
    least, most = max(0, one.start - _TITLE), min(len(block.text), one.end + _TITLE)
    start = max(least, *(block.text.rfind(sign, least, one.start) + 1 for sign in ";:("))
    stops = [block.text.find(sign, one.end, most) for sign in (";", ". ")]
    end = min((stop for stop in stops if stop != -1), default=most)
    return block.text[start:end].strip(" -–.,")[:_TITLE]


def is_document_date(block: Block, start: int) -> bool:
    """Whether the day at `start` belongs to a law that is cited without a number."""
    before = block.bare[max(0, start - 110) : start + 5]
    cut = max(before.rfind(sign) for sign in ";.:") + 1
    return bool(_LAW.search(before[cut:]))


def blank_references(block: Block) -> list[tuple[int, int]]:
    """Where a number was left open: "số ..../KH-UBND"."""
    return [match.span() for match in _BLANK.finditer(block.bare)]
