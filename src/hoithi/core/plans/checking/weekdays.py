"""Checks the weekday that stands beside a whole date."""

import re
from datetime import date

from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.vietnamese.dates import weekday_text

_NAMES = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_DAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
_DATE = (
    r"(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s*tháng\s*)(?P<m>\d{1,2})"
    r"(?:\s*[/.-]\s*|\s*,?\s*năm\s*)(?P<y>(?:19|20)\d\d)(?!\d)"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?P<day>{_DAY})\s*[,(]?\s*(?:ngày\s*)?(?<![\d/.-]){_DATE}", re.IGNORECASE
)
_AFTER = re.compile(
    rf"(?<![\d/.-]){_DATE}\s*(?:\(\s*(?P<in>{_DAY})\s*\)|,\s*(?P<day>{_DAY})(?=\s*(?:[.;)]|$)))",
    re.IGNORECASE,
)
_ONE_OF_TWO = re.compile(rf"{_DAY}\W*(?:đến|tới|và|hoặc)?\s*(?:hết\s+)?$", re.IGNORECASE)
"""The first of two weekdays: of "từ thứ Hai đến thứ Sáu (06/10/2025 - …)" neither is judged."""
_MAY_STAND_BEFORE = re.compile(
    r"(?:^|[^\w\s]|\d|\b(?:vào|sáng|chiều|tối|trưa|từ|đến|hết|lúc|giờ|phút|là|và|h))\s*$",
    re.IGNORECASE,
)


def weekdays(paper: Paper) -> Findings:
    """ "Thứ Bảy, ngày 16/3/2026" when that day is a Monday.

    An ordinal ("tuần thứ hai", "ngày thứ ba") is no weekday: only time words, signs and figures
    may stand before it.
    """
    for block in paper.written:
        for match in [*_before(block.text), *_AFTER.finditer(block.text)]:
            named = match["day"] or match.groupdict().get("in") or ""
            day = _whole(match)
            if day and _number(named) != day.weekday():
                yield found(
                    Code.WEEKDAY_DIFFERS,
                    block.place(*match.span()),
                    named=" ".join(named.split()),
                    day=day.isoformat(),
                    weekday=weekday_text(day),
                )


def _before(text: str) -> list[re.Match[str]]:
    """Weekdays that stand before their date."""
    named = [(one, text[: one.start()]) for one in _BEFORE.finditer(text)]
    return [
        one
        for one, before in named
        if _MAY_STAND_BEFORE.search(before) and not _ONE_OF_TWO.search(before[-40:])
    ]


def _number(named: str) -> int:
    """Monday is 0, as `date.weekday` counts."""
    word = named.lower().split()[-1]
    if word == "nhật":
        return 6
    return int(word) - 2 if word.isdigit() else _NAMES.index(word)


def _whole(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
