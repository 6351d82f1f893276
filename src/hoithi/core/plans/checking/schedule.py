"""Checks of days against the signing, the title, the budget and each other."""

import re
from datetime import date
from itertools import pairwise

from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper, day_of
from hoithi.core.plans.records import DatedFact, Period, Reason

_BUDGET = re.compile(r"ngan sach[^.;]{0,60}?\bnam\s+(20\d\d)\b")
_EVENT_YEAR = re.compile(
    r"(?P<event>hoi thi|cuoc thi|ngay hoi|hoi nghi|phong trao|dot thi dua|ky kiem tra)\b"
    r"[^.;\n]{0,160}?\bnam (?P<year>20\d\d)\b"
)
_ATTACHED = re.compile(r"\bthe le\b[^.;)]{0,30}\bkem theo")
_MADE = re.compile(r"(?:xay dung|soan thao|ban hanh)[^.;]{0,60}\bthe le\b")
_PAST = re.compile(r"tu ngay|tinh tu|trong nam|giai doan|so lieu|ky (?:danh gia|bao cao)")


def before_plan(paper: Paper) -> Findings:
    """Deadlines that had passed when the plan was signed, and steps that begin before it."""
    signed = paper.issued_on
    if signed is None:
        return
    for fact in paper.facts.deadlines:
        if _is_before(fact, signed) and not _is_past(paper, fact):
            yield found(Code.DUE_BEFORE_PLAN, fact.place, due=fact.date, signed=signed.isoformat())
    for step in paper.facts.periods:
        first = day_of(step.start)
        if first and first < signed and not _is_past(paper, step):
            yield found(
                Code.STEP_BEFORE_PLAN, step.place, start=step.start, signed=signed.isoformat()
            )


def _is_before(fact: DatedFact, signed: date) -> bool:
    day = day_of(fact.date)
    return bool(day and day < signed)


def _is_past(paper: Paper, fact: DatedFact | Period) -> bool:
    """Days of the preamble, or of what has been measured, are rightly past."""
    node = paper.node_at(fact.place)
    return node is None or bool(
        _PAST.search(node.block.bare[:160]) and "tu " not in fact.what[:4].lower()
    )


def share_day(paper: Paper) -> Findings:
    """A step that begins on the day on which the one before it ends."""
    days = [one for one in paper.facts.periods if "T" not in one.start]
    for one, two in pairwise(days):
        first, second = paper.node_at(one.place), paper.node_at(two.place)
        together = first and second and first.parent is second.parent and first is not second
        if together and one.start < one.end == two.start < two.end:
            yield found(Code.STEPS_SHARE_DAY, two.place, one.place, day=one.end)


def year_missing(paper: Paper) -> Findings:
    """Days whose year is taken from around."""
    implied = [one for one in paper.reading.doubts if one.reason is Reason.YEAR_IMPLIED]
    if implied:
        yield found(
            Code.YEAR_MISSING,
            *(one.place for one in implied),
            written=tuple(dict.fromkeys(one.text for one in implied)),
        )


def title_year(paper: Paper) -> Findings:
    """The event is of one year in the title and of another in preamble or closing sentence."""
    title = paper.facts.title
    stated = _EVENT_YEAR.search(" ".join(block.bare for block in paper.parts.title))
    if title is None or stated is None:
        return
    last = [block for block in paper.parts.preamble if block.bare.startswith(("uy ban", "ubnd"))]
    for block in [*last, *paper.parts.end[:1]]:
        other = _EVENT_YEAR.search(block.bare)
        same = other and other["event"] == stated["event"]
        if other and same and other["year"] != stated["year"]:
            yield found(
                Code.TITLE_YEAR,
                block.place(*other.span("year")),
                title.place,
                stated=stated["year"],
                other=other["year"],
            )


def budget_year(paper: Paper) -> Findings:
    """Money of a year before the one in which the event, as stated, ends."""
    ends = [day_of(one.end) for one in paper.facts.periods]
    ends += [day_of(one.date) for one in paper.facts.milestones]
    last = max((day for day in ends if day), default=None)
    if last is None:
        return
    for node in paper.nodes:
        year = _BUDGET.search(node.block.bare)
        if year and int(year[1]) < last.year:
            place = node.block.place(*year.span())
            yield found(Code.BUDGET_YEAR, place, year=year[1], end=last.isoformat())
            return


def posted_late(paper: Paper) -> Findings:
    """A page that was posted after days on which something should have been done."""
    posted = [day for one in paper.facts.page_dates if (day := day_of(one.value))]
    if not posted or paper.issued_on is None:
        return
    dated = [(day_of(one.date), one.place) for one in paper.facts.milestones]
    dated += [(day_of(one.start), one.place) for one in paper.facts.periods]
    over = [place for day, place in dated if day and day < min(posted)]
    if over:
        place = paper.facts.page_dates[0].place
        yield found(
            Code.POSTED_LATE, place, *over, posted=min(posted).isoformat(), number=len(over)
        )


def attached_later(paper: Paper) -> Findings:
    """Rules that are said to be attached, and to be written later."""
    attached = [(one.block, m) for one in paper.nodes if (m := _ATTACHED.search(one.block.bare))]
    made = [(one, m) for one in paper.nodes if (m := _MADE.search(one.block.bare))]
    if not attached or not made:
        return
    node, match = made[0]
    lines = {line.number for above in node.path() for line in above.block.lines}
    dated = [one for one in paper.facts.periods if one.place.line in lines]
    if dated:
        block, said = attached[0]
        yield found(
            Code.ATTACHED_LATER,
            block.place(*said.span()),
            node.block.place(*match.span()),
            start=dated[0].start,
            end=dated[0].end,
        )
