"""When things happen: periods, deadlines, milestones, relative and vague times, what recurs."""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.cited import is_document_date, mentions
from hoithi.core.plans.dates import Span, spans
from hoithi.core.plans.kind import POSTED
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
from hoithi.core.plans.relative import relative_days
from hoithi.core.plans.tables import due_column, rows
from hoithi.core.plans.vague import recurring_times, vague_times

_DUE = re.compile(
    r"(?:\btruoc(?: thoi diem| luc| ngay)?|\b(?:cham|muon|tre) nhat[^.;:]{0,18}|\bhet|\bden|"
    r"\bhan (?:cuoi|chot|nop|gui)[^.;]{0,25}|\bkhong (?:qua|muon hon|cham hon)|"
    r"\bthoi han[^.;]{0,45}|\bdau buu dien[^.;]{0,20})"
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
_FEAST = re.compile(
    r"\b(?:chao mung|huong ung|nhan (?:dip|ngay)|lap thanh tich)\b(?![^.;:,]{0,60}\btu ngay)"
    r"[^.;:,]{0,60}\bngay\b[^.;:,\d]{0,50}$|\bngay (?!\d)[^.;:,]{3,60}\($|"
    r"\bngay (?:bau cu|thanh lap|sinh|giai phong|truyen thong|quoc|quoc te)\b[^.;:,]{0,110}\($"
)
"""An occasion that a text greets: "chào mừng ngày 20/11", "Ngày Pháp luật Việt Nam (09/11)"."""
_LUNAR = re.compile(r"\btuc(?: la)?\s*$")
"""The same day by the moon: "25/02/2018 (tức ngày 10/01 Âm lịch)"."""
_OLD = re.compile(r"/\s?1[0-8]\d\d\s?-\s*$")
"""The years of somebody's life: "(06/6/1847 - 06/6/2022)"."""
_BEGINS = re.compile(r"bat dau|khai mac|phat dong|mo (?:he thong|cong)")
_ENDS = re.compile(r"ket thuc|be mac|dong (?:he thong|cong)")
_EVERY = re.compile(r"\s*hang\s+(?:nam|thang|quy)")
_REGULAR = re.compile(r"\b(?:dinh ky|hang (?:nam|thang|quy|tuan))\b[^.;]{0,40}$")
_ISSUED = re.compile(
    r"\s*, [^.;:]{5,160}\bban hanh (?:ke hoach|quyet dinh|cong van|van ban|thong bao|the le)\b|"
    r"[^.;:]{0,90}\b(?:(?:da|vua) (?:ky |co )?(?:ban hanh|van ban|quyet dinh|thong bao so|"
    r"ke hoach so|cong van so)|"
    r"ban hanh (?:ke hoach|quyet dinh|cong van|van ban|thong bao|the le) so)"
)
_STAMPED = re.compile(r"^\w[^\d:;]*\(\d{1,2}/\d{1,2}/(?:19|20)\d\d\)\W*$")
"""The heading of a page with the day on which it was set, in brackets."""
_A_MONTH = timedelta(days=31)
_SPAN_YEARS = 3
_FURNITURE = 90
"""Characters: a line in which a page says when it was posted is shorter."""


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

    def add_deadline(self, fact: DatedFact) -> None:
        """A date said once for all and once for one agency is one deadline."""
        same = [one for one in self.deadlines.values() if one.date[:10] == fact.date[:10]]
        said = any(None in {one.agency, fact.agency} or one.agency == fact.agency for one in same)
        if not said:
            self.deadlines[fact.date, fact.agency] = fact

    def add_milestone(self, fact: DatedFact) -> None:
        """The same day without an hour, or at the same hour, is the same moment."""
        same = [one for one in self.milestones.values() if one.date[:10] == fact.date[:10]]
        if not same or ("T" in fact.date and all("T" in one.date for one in same)):
            self.milestones.setdefault(fact.date, fact)

    def add_period(self, period: Period) -> None:
        """The same days, once with hours and once without, are one period."""
        for start, end in self.periods:
            same = (start[:10], end[:10]) == (period.start[:10], period.end[:10])
            if same and ("T" not in period.start + period.end or "T" not in start + end):
                return
        self.periods.setdefault((period.start, period.end), period)


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
        stamped = POSTED.search(self.block.bare) or _STAMPED.search(self.block.bare)
        if stamped and len(self.block.bare) < _FURNITURE:
            return
        taken = [(one.start, one.end) for one in mentions(self.block)]
        for span in spans(self.block.bare, year=self.year):
            if any(start <= span.end and span.start <= end for start, end in taken):
                continue
            if not is_document_date(self.block, span.start):
                self._take(span)
        self._relative()
        self._vague()

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
        if (_MEASURED.search(before) and not span.first) or (
            _SIGNED.search(before) and not span.first
        ):
            return
        if span.implied and (_EVERY.match(self.block.bare, span.end) or _REGULAR.search(before)):
            return
        if _LUNAR.search(before) or (not span.first and self._is_feast(span, before)):
            return
        if self._far(span) or (not span.first and _ISSUED.match(self.block.bare, span.end)):
            return
        if span.implied:
            self._doubt(Reason.YEAR_IMPLIED, span.start, span.end)
        self.year = span.last.year
        if span.first:
            self._period(span)
        else:
            self._day(span, before)

    def _is_feast(self, span: Span, before: str) -> bool:
        """Whether a day is an occasion, or the jubilee of somebody's birth."""
        return bool(_FEAST.search(self._up_to_day(span)) or _OLD.search(before))

    def _up_to_day(self, span: Span) -> str:
        """The words before a day, the word "ngày" of the day itself included."""
        opening = re.match(r"\D*", self.block.bare[span.start : span.end])
        end = span.start + (opening.end() if opening else 0)
        return self.block.bare[max(0, end - 110) : end]

    def _far(self, span: Span) -> bool:
        """An anniversary or the past: years before the plan, or a span of many years."""
        years = [moment.year or 0 for moment in (span.first, span.last) if moment]
        old = self.year is not None and min(years) < self.year - 2
        return old or max(years) - min(years) > _SPAN_YEARS

    def _period(self, span: Span) -> None:
        first, last = str(span.first), str(span.last)
        place = self.block.place(span.start, span.end)
        if span.within_day and span.first:
            day = replace(span.last, hour=span.first.hour, minute=span.first.minute)
            self._day(Span(None, day), "")
            return
        if first[:10] > last[:10]:
            self._doubt(Reason.END_BEFORE_START, span.start, span.end)
        self.schedule.add_period(Period(first, last, self._what(), place))

    def _day(self, span: Span, before: str) -> None:
        place = self.block.place(span.start, span.end)
        fact = DatedFact(str(span.last), self._what(), self.agency, place)
        cell = self.block.bare.count("\t", 0, span.start)
        if _DUE.search(before) or (self.due_column is not None and cell == self.due_column):
            self.schedule.add_deadline(fact)
        else:
            self.schedule.add_milestone(fact)

    def _relative(self) -> None:
        for found in relative_days(self.block.bare):
            anchor = self.block.text[slice(*found.anchor)].strip()
            place = self.block.place(found.start, found.end)
            self.schedule.relative.append(
                RelativeDeadline(found.days, anchor, self.agency, self._what(), place)
            )

    def _vague(self) -> None:
        for found in vague_times(self.block.bare, year=self.year):
            place = self.block.place(found.start, found.end)
            fact = Vague(found.value, self._what(), place)
            self.schedule.fuzzy.setdefault((found.value, place.line), fact)
        for start, end in recurring_times(self.block.bare):
            text = self.block.text[start:end]
            fact = Vague(text, self._what(), self.block.place(start, end))
            self.schedule.recurring.append(fact)


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
