"""Sums of money in đồng: written with dots, in words as on cheques and decisions, and read back."""

import re
import unicodedata
from dataclasses import dataclass

from hoithi.core.vietnamese.numbers import Linking, Thousand, dotted, number_words

_ONES = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_LINKING = {"linh", "lẻ"}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6}
_BILLIONS = {"tỷ", "tỉ"}
_CURRENCY = re.compile(r"(đồng|vnđ|vnd|đ|₫)\.?$")


@dataclass(eq=False)
class NotAnAmount(ValueError):
    """The text does not state one sum in đồng."""

    text: str


def in_words(
    amount: int,
    *,
    exactly: bool = False,
    thousand: Thousand = "nghìn",
    linking: Linking = "linh",
) -> str:
    """A sum in words with a capital: 1_800_000 → "Một triệu tám trăm nghìn đồng".

    `exactly` adds "chẵn". Refuses negative sums and 10^18 up.
    """
    words = number_words(amount, thousand=thousand, linking=linking)
    sentence = f"{words[0].upper()}{words[1:]} đồng"
    return f"{sentence} chẵn" if exactly else sentence


def amount_text(amount: int) -> str:
    """A sum in figures as documents write it: 1800000 → "1.800.000 đồng"."""
    return f"{dotted(amount)} đồng"


def read_amount(text: str) -> int:
    """A sum typed in figures: "1.800.000 đồng", "4.000.000đồng", "1 800 000 đ", "500000".

    Refuses decimals and groups that are not of three digits, since "1.8" may mean anything.
    """
    bare = unicodedata.normalize("NFC", text).strip().lower()
    figures = re.sub(r"\s", " ", _CURRENCY.sub("", bare).strip())
    if re.fullmatch(r"\d+|\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+|\d{1,3}( \d{3})+", figures, re.ASCII):
        return int(re.sub(r"[., ]", "", figures))
    raise NotAnAmount(text)


def read_words(text: str) -> int:
    """The sum that words state: the inverse of `in_words`, in any region's wording."""
    words = unicodedata.normalize("NFC", text).lower().replace(",", " ").split()
    while words and words[-1].strip(".") in {"chẵn", "đồng"}:
        words.pop()
    cuts = [place for place, word in enumerate(words) if word in _BILLIONS]
    if not words or len(cuts) > 1:
        raise NotAnAmount(text)
    if not cuts:
        return _below_billion(words, text)
    before, after = words[: cuts[0]], words[cuts[0] + 1 :]
    billions = _below_billion(before, text) * 10**9
    return billions + _below_billion(after, text) if after else billions


def _below_billion(words: list[str], text: str) -> int:
    total, group, last_scale = 0, list[str](), 10**9
    for word in words:
        scale = _SCALES.get(word)
        if scale is None:
            group.append(word)
            continue
        if scale >= last_scale:
            raise NotAnAmount(text)
        total, group, last_scale = total + _group(group, text) * scale, [], scale
    if not words:
        raise NotAnAmount(text)
    return total + (_group(group, text) if group else 0)


def _group(words: list[str], text: str) -> int:
    """Up to three digits: hundreds before "trăm", tens before "mươi" or as "mười", then ones."""
    value, rest = 0, words
    if "trăm" in rest:
        value, rest = _digit(rest[: rest.index("trăm")], text) * 100, rest[rest.index("trăm") + 1 :]
    if "mươi" in rest:
        value += _digit(rest[: rest.index("mươi")], text) * 10
        rest = rest[rest.index("mươi") + 1 :]
    elif rest and rest[0] == "mười":
        value, rest = value + 10, rest[1:]
    elif rest and rest[0] in _LINKING:
        rest = rest[1:]
    if not rest and words:
        return value
    return value + _digit(rest, text)


def _digit(words: list[str], text: str) -> int:
    if len(words) != 1 or words[0] not in _ONES:
        raise NotAnAmount(text)
    return _ONES[words[0]]
