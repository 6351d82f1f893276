"""Sums of money in folded text: where they stand, and what they come to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SUM = re.compile(
    r"(?<![\d.,/])(?:(?P<plain>\d{1,3}(?:[.,]\d{3})+|\d{1,12})(?P<fraction>,\d{1,2}(?!\d))?)"
    r"(?:\s*(?P<scale>trieu|nghin|ngan|ty)\b)?(?:\s*(?P<unit>dong|vnd|vn dong|d\b|₫))?"
)
_SCALES = {"nghin": 1_000, "ngan": 1_000, "trieu": 1_000_000, "ty": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Sum:
    """A number that may be money."""

    value: int
    start: int
    end: int
    is_money: bool
    """It has a unit or thousands, as counts of prizes have not."""


def sums(bare: str) -> Iterator[Sum]:
    """All numbers of a folded text; those with a unit, a scale or thousands are money."""
    for match in _SUM.finditer(bare):
        value = int(re.sub(r"\D", "", match["plain"]))
        grouped = not match["plain"].isdigit()
        if match["scale"]:
            written = f"{value}{(match['fraction'] or '').replace(',', '.')}"
            value = round(Decimal(written) * _SCALES[match["scale"]])
        money = bool(match["scale"] or match["unit"] or grouped or value >= 100_000)
        yield Sum(value, match.start(), match.end(), money)
