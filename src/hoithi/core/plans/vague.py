"""Times that are no day: "cuối tháng 12", "Quý III/2024", "tuần 2 tháng 10", "hằng tuần"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_VAGUE = re.compile(
    r"(?:tuan\s+(?:(?:le\s+)?thu\s+)?(?P<week>[1-5]|nhat|hai|ba|tu|nam|dau|cuoi)(?:\s+cua)?\s+)?"
    r"(?:(?P<part>dau|giua|cuoi|trung tuan|thuong tuan|ha tuan)\s+)?thang\s+(?P<month>\d{1,2})"
    r"(?:\s*(?:/|nam|-)\s*(?P<year>(?:19|20)\d\d))?|quy\s+(?P<quarter>iv|iii|ii|i|[1-4])"
    r"(?:\s*(?:/|nam|-)\s*(?P<qyear>(?:19|20)\d\d))?"
)
_PARTS = {
    "dau": "start",
    "giua": "middle",
    "cuoi": "end",
    "trung tuan": "middle",
    "thuong tuan": "start",
    "ha tuan": "end",
}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_RECURS = re.compile(
    r"(?:(?:vao\s+)?(?:thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|ngay\s+\d{1,2})\s+)?"
    r"hang\s+(?:ngay|tuan|thang|quy|nam)"
)
_WEEKS = {"nhat": "W1", "hai": "W2", "ba": "W3", "tu": "W4", "nam": "W5"} | {
    "dau": "start",
    "cuoi": "end",
}
_AFTER_DAY = re.compile(r"(?:\d|ngay)\s*[,.…_]*\s*$")


@dataclass(frozen=True, slots=True)
class VagueTime:
    """ "2024-Q3", "2024-12-end", "2024-10-W2" and where it stands."""

    value: str
    start: int
    end: int


def vague_times(bare: str, *, year: int | None) -> Iterator[VagueTime]:
    """Months, parts and weeks of months, quarters; months that belong to a day are left out."""
    for match in _VAGUE.finditer(bare):
        value = _vague_value(match, year)
        of_a_day = match["month"] and _AFTER_DAY.search(
            bare, max(0, match.start() - 12), match.start()
        )
        if value and not of_a_day:
            yield VagueTime(value, *match.span())


def recurring_times(bare: str) -> Iterator[tuple[int, int]]:
    """Where a text says that something comes again: "thứ Hai hằng tuần"."""
    for match in _RECURS.finditer(bare):
        yield match.span()


def _vague_value(match: re.Match[str], year: int | None) -> str | None:
    if match["quarter"]:
        stated = match["qyear"] or year
        number = _QUARTERS.get(match["quarter"]) or int(match["quarter"])
        return f"{stated}-Q{number}" if stated else None
    stated, month = match["year"] or year, int(match["month"])
    if not stated or not 1 <= month <= 12:
        return None
    if match["week"]:
        return f"{stated}-{month:02d}-{_WEEKS.get(match['week'], 'W' + match['week'])}"
    part = _PARTS.get(match["part"] or "")
    return f"{stated}-{month:02d}-{part}" if part else f"{stated}-{month:02d}"
