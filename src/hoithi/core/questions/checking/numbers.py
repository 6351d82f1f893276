"""Numbers of documents: one key for all ways of writing one, and slips in writing it.

Numbers are written as Nghị định 30/2020/NĐ-CP and Luật Ban hành văn bản quy phạm pháp luật say:
normative texts carry their year (61/2018/NĐ-CP, 20/2023/QH15), other texts need not (76/NQ-CP),
texts of the Party have the symbol behind a dash (57-NQ/TW).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from hoithi.core.vietnamese.text import fold

_TOKEN = re.compile(r"\d[\w.]*\s*[/–-]\s*[\w&]+(?:\s*[/–-]\s*[\w&]+)*")
_PIECES = re.compile(r"\d+|[a-z]+")
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_SHORT_YEAR = re.compile(r"\d\d", re.ASCII)
_AUTHORITIES = ("CP", "TTg", "UBND", "HĐND", "UBTVQH")
_KINDS = ("NĐ", "NQ", "QĐ", "CT", "KH", "CTr", "TB", "HD", "BC", "TTr", "ĐA", "PA", "QC", "TT")
_SYMBOLS = {
    fold(f"{kind}{authority}"): f"{kind}-{authority}"
    for kind in _KINDS
    for authority in _AUTHORITIES
}
_WITH_YEAR = frozenset({"NĐ-CP", "QĐ-HĐND"})
_MINISTRY = re.compile(r"(TT|TTLT)[-–]?(B[A-ZĐ&]{1,8})", re.IGNORECASE)


class Slip(StrEnum):
    """How a number is written wrongly."""

    MISSPELT = "misspelt"
    WITHOUT_YEAR = "without_year"
    SHORT_YEAR = "short_year"


@dataclass(frozen=True)
class NumberSlip:
    """What is wrong with a number, and how it is written; empty where nobody can tell."""

    slip: Slip
    right: str = ""


def number_in(written: str) -> str:
    """The number within what was written: "Nghị định số 61/2018/NĐ-CP" → "61/2018/NĐ-CP".

    What holds no number with a symbol ("Hiến pháp năm 2013") comes back as it is.
    """
    found = _TOKEN.search(written)
    return found[0] if found else written.strip()


def document_key(written: str) -> str:
    """The key of a document, alike for all ways of writing its number.

    "61/2018/NĐ-CP", "61/2018/NĐCP" and "Nghị định 61 /2018/ND-CP" are "61-2018-ndcp".
    """
    pieces: list[str] = []
    for piece in _PIECES.findall(fold(number_in(written))):
        if pieces and piece.isalpha() and pieces[-1].isalpha():
            pieces[-1] += piece
        else:
            pieces.append(piece.lstrip("0") or piece)
    return "-".join(pieces)[:80]


def article_key(written: str) -> str:
    """The key of an article: "Điều 7", "7" and "điều 07" are "7"."""
    return " ".join(fold(written).removeprefix("dieu").split()).lstrip("0")[:60]


def number_slip(written: str) -> NumberSlip | None:
    """What is wrong with the way a number is written; nothing for a sound or an unknown one."""
    number = number_in(written)
    head, *rest = [piece.strip() for piece in re.split(r"/", number)]
    if not rest or not head.isdecimal():
        return None
    middle, symbol = (rest[0], rest[1]) if len(rest) == 2 else ("", rest[-1])
    if len(rest) > 2 or (middle and not middle.isdecimal()):
        return None
    right = _symbol(symbol)
    if right is None:
        return None
    if middle and not _YEAR.fullmatch(middle):
        is_short = _SHORT_YEAR.fullmatch(middle)
        return NumberSlip(Slip.SHORT_YEAR) if is_short else None
    whole = "/".join(filter(None, (head, middle, right)))
    if not middle and (right in _WITH_YEAR or _MINISTRY.fullmatch(right)):
        return NumberSlip(Slip.WITHOUT_YEAR, whole if whole != number else "")
    return NumberSlip(Slip.MISSPELT, whole) if whole != number else None


def _symbol(written: str) -> str | None:
    """The symbol as it is written rightly; None for one that is not known."""
    key = "".join(re.findall(r"[a-z]+", fold(written)))
    if known := _SYMBOLS.get(key):
        return known
    ministry = _MINISTRY.fullmatch(re.sub(r"\s", "", written))
    return f"{ministry[1].upper()}-{ministry[2].upper()}" if ministry else None
