"""Days, hours and ranges in folded Vietnamese text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

_TIME = r"(?:(?P<hour>\d{1,2})\s*(?:h|g(?:io)?\b|:(?=\d\d))\s*(?P<minute>[0-5]\d)?\s*(?:'|phut)?)"
_WEEKDAY = r"(?:\(?(?:thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\)?)"
_BETWEEN = rf"\s*,?\s*(?:\(?(?:sang|trua|chieu|toi)\)?\s*)?(?:{_WEEKDAY}\s*,?\s*)?"
_WORD = r"(?:(?:cac\s+)?ngay\s*|mung\s+|mong\s+|hom\s+){0,3}\(?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_FULL = rf"(?P<d1>\d{{1,2}})\s*(?P<sep>[/.-])\s*(?P<m1>\d{{1,2}})\s*(?P=sep)\s*{_YEAR.format('y1')}"
_SPELLED = (
    r"(?P<d2>\d{1,2})\s*,?\s*thang\s*(?P<m2>\d{1,2})"
    rf"(?:\s*,?\s*(?:nam|/|-)\s*{_YEAR.format('y2')})?"
)
_SHORT = (
    r"(?P<d3>\d{1,2})\s*/\s*(?P<m3>\d{1,2})(?!\s*[/\d%]|\.\d)"
    rf"(?:\s+nam\s+{_YEAR.format('y3')})?"
)
_DOTTED = (
    r"(?P<d6>\d{1,2})(?P<dot>[.-])(?P<m6>\d{1,2})(?=\s*(?:den|toi|\s-\s)\s*(?:het\s*)?(?:ngay\s*)?"
    r"\d{1,2}(?P=dot)\d{1,2}(?P=dot)(?:19|20)\d\d)"
)
"""As newspapers write: "từ 12.4 đến 7.5.2021"."""
_LOOSE = (
    r"(?P<d4>\d{1,2})(?=\s*(?:[,;]\s*\d{1,2}\s*)*(?:-|den|va|,|toi)\s*(?:het\s*)?(?:ngay\s*)?"
    r"\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d\d|/\s*\d{1,2}\b|thang))"
)
_MOMENT = re.compile(
    rf"(?<![\d/.,])(?<!\btuan )(?:{_TIME}{_BETWEEN})?{_WORD}"
    rf"(?:{_FULL}|{_SPELLED}|{_SHORT}|{_DOTTED}|{_LOOSE})(?![\d%])"
    r"|(?<![\d/.,-])(?P<h5>\d{1,2})\s*(?:h|gio\b|:(?=\d\d))\s*(?P<n5>[0-5]\d)?\s*(?:'|phut)?"
    r"(?=\s*(?:-|den|toi)\s*\d{1,2}\s*(?:h|gio|:))"
)
_RANGE = re.compile(
    r"\s*(?:\([^)]{1,25}\)\s*)?[,;]?\s*(?:"
    r"(?:cho\s+)?(?:den|toi)(?:\s+het)?|-|(?:va\s+)?(?:se\s+)?ket thuc|va dong|va)"
    r"\s*(?:vao\s+|luc\s+|khoang\s+|truoc\s+|het\s+|cuoi\s+)*"
)
_FROM = re.compile(
    r"(?:\b(?:tu|trong|thoi gian|ngay)|:|"
    r"\b(?:tuan|dot|vong|ky|giai doan)\s*(?:thu\s*)?\w+)\s*[:(]?\s*$"
)
_SAYS_DAY = re.compile(r"\b(?:truoc|xong|het|cham nhat|muon nhat|han|sang|chieu|toi)$")
_OPENINGS = ("", "-", "+", "*")
"""What may stand before the first word of a paragraph."""
_NEAR = 24
"""Letters, or moments, around one in which its meaning is looked for."""
_PLAUSIBLE = range(1945, 2100)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps without its month or year, and perhaps with an hour; where it stands."""

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    hour: int | None = None
    minute: int = 0
    named: bool = True
    """Whether a word or a year says that this is a day: "2/3" alone may be a fraction."""

    @property
    def whole(self) -> date | None:
        """The day, when it is stated whole and exists."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def __str__(self) -> str:
        """ "2021-12-20", or "2021-12-20T08:00" with an hour."""
        day = self.whole.isoformat() if self.whole else ""
        return day if self.hour is None else f"{day}T{self.hour:02d}:{self.minute:02d}"


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another; `first` is None where a passage states one moment only."""

    first: Moment | None
    last: Moment
    implied: bool = False
    """The year is not written; it was taken from around."""
    within_day: bool = False
    """Hours of one day: "từ 7h30 đến 11h30 ngày 16/5/2024"."""

    @property
    def start(self) -> int:
        return (self.first or self.last).start

    @property
    def end(self) -> int:
        return self.last.end


def moments(bare: str) -> list[Moment]:
    """All moments of a folded text in order; impossible days too (`whole` is None)."""
    found = [_moment(match) for match in _MOMENT.finditer(bare)]
    for at, (one, two) in enumerate(pairwise(found)):
        if not two.named and found[at].named and one.month and bare[one.end : two.start] == ", ":
            found[at + 1] = replace(two, named=True)  # "các ngày 15/4, 20/5 và 03/6/2023"
    return found


def _moment(match: re.Match[str]) -> Moment:
    group = match.groupdict()
    number = {key: int(value) for key, value in group.items() if value and value.isdigit()}
    hour = number.get("hour", number.get("h5"))
    minute = number.get("minute", number.get("n5", 0))
    if hour is not None and hour > 24:
        hour, minute = None, 0
    return Moment(
        match.start(),
        match.end(),
        _first(number, "d1", "d2", "d3", "d6", "d4"),
        _first(number, "m1", "m2", "m3", "m6"),
        _first(number, "y1", "y2", "y3"),
        hour,
        minute,
        named=bool(number.keys() & {"y1", "y3", "m2", "hour"})
        or "ngay" in match[0]
        or _alone(match),
    )


def _alone(match: re.Match[str]) -> bool:
    """ "Tổng kết: 15/11." says a day without the word; "đạt 2/3" does not."""
    start, end = match.span()
    before = match.string[max(0, start - _NEAR) : start].rstrip()
    after = match.string[end : end + _NEAR].lstrip()
    if match["d3"] and _SAYS_DAY.search(before):
        return True
    if match["d3"] and before in _OPENINGS and after.startswith(":"):
        return True  # "- 25/10: Nộp danh sách."
    whole = len(match["d3"] or "") == 2 and len(match[0].split("/")[0]) == 2
    return whole and before.endswith((":", "(")) and after[:1] in {"", ".", ";", ",", ")", ":"}


def _first(number: dict[str, int], *names: str) -> int | None:
    return next((number[name] for name in names if name in number), None)


def spans(bare: str, *, year: int | None) -> Iterator[Span]:
    """Single moments and ranges; `year` is meant where none is written in the passage."""
    found = _enumerated(moments(bare), bare)
    index = 0
    while index < len(found):
        one = found[index]
        two = found[index + 1] if index + 1 < len(found) else None
        if two and _is_range(one, two, bare):
            yield from _ranged(one, two, year)
            index += 2
            continue
        yield from _single(one, _year_around(found, index) or year)
        index += 1


def _is_range(one: Moment, two: Moment, bare: str) -> bool:
    gap, before = bare[one.end : two.start], bare[max(0, one.start - 16) : one.start]
    if gap.strip() != "," and not _RANGE.fullmatch(gap):
        return False
    opens = before.strip() in _OPENINGS and bare[two.end :].lstrip().startswith(":")
    if not one.named and not two.named and not opens and not _FROM.search(before):
        return False
    if gap.strip() in {"va", ","} or (gap.strip().startswith("va ") and "ket thuc" not in gap):
        return one.month is None and one.day is not None and 0 < (two.day or 0) - one.day < 8
    return True


def _enumerated(found: list[Moment], bare: str) -> list[Moment]:
    """ "12, 13 và 14/12/2008" without what stands between the first day and the last."""
    kept: list[Moment] = []
    for moment in found:
        before = kept[-1] if kept else None
        if before and moment.month is None and moment.day == (before.day or 0) + 1:
            gap = bare[before.end : moment.start].strip()
            if gap in {",", "va"}:
                kept[-1] = replace(before, end=moment.end)
                continue
        kept.append(moment)
    return kept


def _year_around(found: list[Moment], index: int) -> int | None:
    """The year of the nearest whole date of the same passage, the later one first."""
    after = [moment.year for moment in found[index : index + _NEAR] if moment.year]
    before = [moment.year for moment in found[max(0, index - _NEAR) : index] if moment.year]
    return after[0] if after else before[-1] if before else None


def _ranged(one: Moment, two: Moment, year: int | None) -> Iterator[Span]:
    implied = two.year is None and one.year is None
    last = replace(two, year=two.year or one.year or year)
    first = replace(
        one,
        day=one.day or last.day,
        month=one.month or last.month,
        year=one.year or last.year,
    )
    first, last = _in_order(one, first, last, wrapped=two.year is None)
    if first.whole and last.whole:
        yield Span(first, last, implied, within_day=one.day is None)


def _in_order(one: Moment, first: Moment, last: Moment, *, wrapped: bool) -> tuple[Moment, Moment]:
    """A range over the turn of the year: the side without a year of its own moves."""
    if not (first.whole and last.whole) or first.whole <= last.whole:
        return first, last
    if wrapped and last.year is not None:
        return first, replace(last, year=last.year + 1)
    if one.year is None and one.month is not None and first.year is not None:
        return replace(first, year=first.year - 1), last
    return first, last


def _single(one: Moment, year: int | None) -> Iterator[Span]:
    if one.day is None or one.month is None or not one.named:
        return
    filled = replace(one, year=one.year or year)
    if filled.year in _PLAUSIBLE:
        yield Span(None, filled, implied=one.year is None)
