"""When things happen: periods, deadlines, milestones, relative and vague times, what recurs."""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.cited import is_document_date, mentions
from hoithi.core.plans.dates import Span, spans
from hoithi.core.plans.normal import folded
from hoithi.core.plans.outline import Node
from hoithi.core.plans.records import (
    DatedFact,
    Doubt,
    Period,
    Reason,
    RelativeDeadline,
    Vague,
)
from hoithi.core.plans.tables import due_column, rows

_DUE = re.compile(
    r"(?:\btruoc(?: thoi diem| luc| ngay)?|\b(?:cham|muon|tre) nhat[^.;:]{0,18}|\bhet|\bden|"
    r"\bhan (?:cuoi|chot|nop|gui)[^.;]{0,25}|\bkhong (?:qua|muon hon|cham hon)|"
    r"\bthoi han[^.;]{0,45})"
    r"\s*(?:la|vao|luc|:)*\s*$"
)
_MEASURED = re.compile(
    r"(?:\btinh den|\btinh tu|\bso lieu den|\bsinh|\bky niem[^.;]{0,60})\s*(?:het\s*)?$"
)
_SIGNED = re.compile(
    r"(?:\bky|\bthong qua|\bhieu luc|\bban hanh|\b(?:van ban|ke hoach|quyet dinh|"
    r"cong van|the le) so"
    r"[^.;:]{0,40}|\bcua)\s*(?:ke tu|tu)?\s*$"
)
_BEGINS = re.compile(r"bat dau|khai mac|phat dong|mo (?:he thong|cong)")
_ENDS = re.compile(r"ket thuc|be mac|dong (?:he thong|cong)")
_EVERY = re.compile(r"\s*hang\s+(?:nam|thang|quy)")
_A_MONTH = timedelta(days=31)
_SPAN_YEARS = 3
_DAYS = (
    r"(?:it nhat |toi thieu |khoang |"
    r"dung )?(?P<{}>\d{{1,3}})\s*(?:\([^)]{{1,20}}\)\s*)?(?P<{}unit>ngay|"
    r"tuan)(?: lam viec)?"
)
_EVENT = (
    r"(?:to chuc|dien ra|khai mac|be mac|ket thuc|bat dau|hoi nghi|hoi thi|cuoc thi|"
    r"hoi thao|ngay hoi|"
    r"su kien|kiem tra|tap huan|so khao|le |thi\b|cong bo|tong ket|nhan duoc|phat dong|"
    r"ban hanh|chuong trinh|dot|vong|ky|moi)"
)
_RELATIVE = (
    (
        -1,
        re.compile(
            rf"truoc {_DAYS.format('n', 'n')}[^.;,\d]{{0,25}}?(?P<anchor>{_EVENT}[^.;,:()]{{0,50}})"
        ),
    ),
    (
        -1,
        re.compile(
            rf"{_DAYS.format('n', 'n')},? truoc (?:khi |"
            rf"ngay )*(?P<anchor>{_EVENT}[^.;,:()]{{0,50}})"
        ),
    ),
    (
        -1,
        re.compile(
            rf"truoc (?:khi |"
            rf"ngay )*(?P<anchor>{_EVENT}[^.;:()\d]{{0,50}}?),? {_DAYS.format('n', 'n')}"
        ),
    ),
    (
        1,
        re.compile(
            rf"sau (?:khi |"
            rf"ngay )*(?P<anchor>{_EVENT}[^.;:()\d]{{0,60}}?),? {_DAYS.format('n', 'n')}"
        ),
    ),
    (
        1,
        re.compile(
            rf"sau {_DAYS.format('n', 'n')},?\s*(?:ke tu|tinh tu|tu|khi)?(?: ngay| khi)*\s*"
            rf"(?P<anchor>{_EVENT}[^.;,:()]{{0,50}})"
        ),
    ),
    (
        1,
        re.compile(
            rf"{_DAYS.format('n', 'n')},?\s*(?:ke tu|tinh tu|sau)(?: ngay| khi| thoi diem)*\s*"
            rf"(?P<anchor>{_EVENT}[^.;,:()]{{0,50}})"
        ),
    ),
)
_VAGUE = re.compile(
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


@dataclass(slots=True)
class Schedule:
    """What has been read so far."""

    deadlines: dict[tuple[str, str | None], DatedFact] = field(default_factory=dict)
    milestones: dict[str, DatedFact] = field(default_factory=dict)
    periods: dict[tuple[str, str], Period] = field(default_factory=dict)
    relative: list[RelativeDeadline] = field(default_factory=list)
    fuzzy: dict[tuple[str, int], Vague] = field(default_factory=dict)
    recurring: list[Vague] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_schedule(
    nodes: Iterable[Node], agencies: Mapping[int, str], *, year: int | None, signed: str = ""
) -> Schedule:
    """All times of a body; `agencies` tells for a paragraph (by id) who is told to do it.

    What was over more than a month before the signing is no date of the plan.
    """
    schedule = Schedule()
    nodes = list(nodes)
    due = {id(node): due_column(row) for node, row in rows(nodes)}
    for node in nodes:
        agency = next((agencies[id(one)] for one in node.path() if id(one) in agencies), None)
        reader = _Paragraph(schedule, node.block, agency, year, due.get(id(node)))
        reader.read()
        year = reader.year
    _join_begin_and_end(schedule)
    if signed:
        _forget_before(schedule, (date.fromisoformat(signed) - _A_MONTH).isoformat())
    return schedule


def _forget_before(schedule: Schedule, day: str) -> None:
    schedule.milestones = {
        key: fact for key, fact in schedule.milestones.items() if fact.date >= day
    }
    schedule.deadlines = {key: fact for key, fact in schedule.deadlines.items() if fact.date >= day}
    schedule.periods = {span: fact for span, fact in schedule.periods.items() if span[1] >= day}


@dataclass(slots=True)
class _Paragraph:
    schedule: Schedule
    block: Block
    agency: str | None
    year: int | None
    due_column: int | None

    def read(self) -> None:
        taken = [(one.start, one.end) for one in mentions(self.block)]
        for span in spans(self.block.bare, year=self.year):
            if any(start <= span.end and span.start <= end for start, end in taken):
                continue
            if not is_document_date(self.block, span.start):
                self._take(span)
        self._relative()
        self._vague()
        for match in _RECURS.finditer(self.block.bare):
            text = self.block.text[match.start() : match.end()]
            self.schedule.recurring.append(
                Vague(text, self._what(), self.block.place(*match.span()))
            )

    def _what(self) -> str:
        return self.block.body[:300]

    def _doubt(self, reason: Reason, start: int, end: int) -> None:
        text = self.block.text[start:end]
        self.schedule.doubts.append(Doubt(reason, self.block.place(start, end), text))

    def _take(self, span: Span) -> None:
        before = self.block.bare[max(0, span.start - 60) : span.start]
        if span.last.whole is None or (span.first and span.first.whole is None):
            self._doubt(Reason.IMPOSSIBLE_DATE, span.start, span.end)
            return
        if _MEASURED.search(before) or (_SIGNED.search(before) and not span.first):
            return
        if span.implied and _EVERY.match(self.block.bare, span.end):
            return
        if self._far(span):
            return
        if span.implied:
            self._doubt(Reason.YEAR_IMPLIED, span.start, span.end)
        self.year = span.last.year
        if span.first:
            self._period(span)
        else:
            self._day(span, before)

    def _far(self, span: Span) -> bool:
        """An anniversary or the past: years before the plan, or a span of many years."""
        years = [moment.year or 0 for moment in (span.first, span.last) if moment]
        old = self.year is not None and min(years) < self.year - 2
        return old or max(years) - min(years) > _SPAN_YEARS

    def _period(self, span: Span) -> None:
        first, last = str(span.first), str(span.last)
        place = self.block.place(span.start, span.end)
        if first[:10] > last[:10]:
            self._doubt(Reason.END_BEFORE_START, span.start, span.end)
        self.schedule.periods.setdefault((first, last), Period(first, last, self._what(), place))

    def _day(self, span: Span, before: str) -> None:
        place = self.block.place(span.start, span.end)
        fact = DatedFact(str(span.last), self._what(), self.agency, place)
        cell = self.block.bare.count("\t", 0, span.start)
        if _DUE.search(before) or (self.due_column is not None and cell == self.due_column):
            self.schedule.deadlines.setdefault((str(span.last), self.agency), fact)
        else:
            self.schedule.milestones.setdefault(str(span.last), fact)

    def _relative(self) -> None:
        taken: list[tuple[int, int]] = []
        for sign, pattern in _RELATIVE:
            for match in pattern.finditer(self.block.bare):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                taken.append(match.span())
                days = int(match["n"]) * (7 if match["nunit"] == "tuan" else 1)
                anchor = self.block.text[match.start("anchor") : match.end("anchor")].strip()
                place = self.block.place(*match.span())
                self.schedule.relative.append(
                    RelativeDeadline(sign * days, anchor, self.agency, self._what(), place)
                )

    def _vague(self) -> None:
        for match in _VAGUE.finditer(self.block.bare):
            value = _vague_value(match, self.year)
            day_before = re.search(r"(?:\d|ngay)\s*[,.…_]*\s*$", self.block.bare[: match.start()])
            if value and not (match["month"] and day_before):
                place = self.block.place(*match.span())
                self.schedule.fuzzy.setdefault(
                    (value, place.line), Vague(value, self._what(), place)
                )


def _vague_value(match: re.Match[str], year: int | None) -> str | None:
    if match["quarter"]:
        stated = match["qyear"] or year
        number = _QUARTERS.get(match["quarter"]) or int(match["quarter"])
        return f"{stated}-Q{number}" if stated else None
    stated, month = match["year"] or year, int(match["month"])
    if not stated or not 1 <= month <= 12:
        return None
    part = _PARTS.get(match["part"] or "")
    return f"{stated}-{month:02d}-{part}" if part else f"{stated}-{month:02d}"


def _join_begin_and_end(schedule: Schedule) -> None:
    """ "Bắt đầu: …" and "Kết thúc: …" on lines of their own are one period."""
    days = list(schedule.milestones.values()) + list(schedule.deadlines.values())
    days.sort(key=lambda fact: (fact.place.line, fact.place.start))
    for one, two in itertools.pairwise(days):
        near = two.place.line - one.place.line <= 2 and one.date < two.date
        begins = _BEGINS.search(folded(one.what)) and not _ENDS.search(folded(one.what))
        if near and begins and _ENDS.search(folded(two.what)) and one.what != two.what:
            period = Period(one.date, two.date, one.what, one.place)
            schedule.periods.setdefault((one.date, two.date), period)
            for fact in (one, two):
                schedule.milestones.pop(fact.date, None)
                schedule.deadlines.pop((fact.date, fact.agency), None)
