"""The times of a plan as moments of activities and due dates of tasks."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta

from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import DatedFact, Facts, Period, RelativeDeadline
from hoithi.core.tasks.due import DayCount, Due, DueKind, Edge, during, until
from hoithi.core.tasks.moments import UNKNOWN, Moment, set_on, vague_moment

_MAIN = re.compile(r"thoi gian(?! (?:thuc hien|hoan thanh|dang ky|nop|gui|nhan))")
_ROUND = re.compile(r"\W*(?:tuan|dot|vong|ky|giai doan|thang)\b")
_WORKING = re.compile(r"ngay lam viec")


def day_of(text: str) -> date:
    """The day of "2021-12-20" or "2021-12-20T08:00"."""
    return date.fromisoformat(text[:10])


def hour_of(text: str) -> time | None:
    """The hour where one is stated; "T24:00" ends the day and is none."""
    hour = text[11:16]
    return time.fromisoformat(hour) if hour and hour != "24:00" else None


def is_round(period: Period) -> bool:
    """Whether a period is a round of a contest: "Tuần thứ Nhất: từ … đến …"."""
    return bool(_ROUND.match(folded(period.what)))


def rounds_in(facts: Facts) -> list[Period]:
    """The rounds that have days, in their order."""
    return sorted((one for one in facts.periods if is_round(one)), key=lambda one: one.start)


def stated_period(facts: Facts) -> Period | None:
    """The period that the plan states as its time."""
    return next((one for one in facts.periods if _MAIN.match(folded(one.what))), None)


def main_moment(facts: Facts) -> Moment:
    """When the plan's own event takes place: its rounds, else what stands under "Thời gian"."""
    if rounds := rounds_in(facts):
        return set_on(day_of(rounds[0].start), max(_last_days(rounds, facts)))
    if (period := stated_period(facts)) and period.start[:10] <= period.end[:10]:
        return set_on(day_of(period.start), day_of(period.end))
    for one in facts.milestones:
        if _MAIN.match(folded(one.what)):
            return set_on(day_of(one.date))
    for vague in facts.fuzzy_dates:
        if _MAIN.match(folded(vague.what)):
            return vague_moment(vague.value, words=_words(vague.what))
    return UNKNOWN


def _last_days(rounds: list[Period], facts: Facts) -> Iterator[date]:
    """The last day of each round; a final is often one day."""
    yield from (day_of(one.end) for one in rounds)
    yield from (day_of(one.date) for one in facts.milestones if _ROUND.match(folded(one.what)))


def _words(what: str) -> str:
    """What is said of the time, without its heading and what stands in brackets."""
    said = re.sub(r"\([^)]*\)", "", what.partition(":")[2] or what)
    return said.strip(" .;")[:300]


def moment_on(facts: Facts, lines: range) -> Moment | None:
    """The period, day or vague time that is stated on these lines of the text."""
    for period in facts.periods:
        if period.place.line in lines and period.start[:10] <= period.end[:10]:
            return set_on(day_of(period.start), day_of(period.end))
    days = [one for one in (*facts.milestones, *facts.deadlines) if one.place.line in lines]
    if days:
        return set_on(day_of(days[0].date))
    vague = next((one for one in facts.fuzzy_dates if one.place.line in lines), None)
    return vague_moment(vague.value, words=_words(vague.what)) if vague else None


def due_on(facts: Facts, line: int) -> Due | None:
    """Until when work is due that stands beside a day or a period on this line."""
    moment = moment_on(facts, range(line, line + 1))
    if moment is None or moment.first is None or moment.last is None:
        return None
    return during(moment.first, moment.last) if moment.first < moment.last else until(moment.last)


def deadline_due(fact: DatedFact) -> Due:
    """ "Trước ngày 31/5" is over the evening before; "hết ngày", "chậm nhất" include the day."""
    day = day_of(fact.date)
    number = rf"0?{day.day}\s*[/.-]\s*0?{day.month}|0?{day.day} thang 0?{day.month}"
    before = re.search(rf"truoc\s+(?:ngay\s+)?(?:{number})", folded(fact.what))
    if before:
        return until(day - timedelta(days=1), words=fact.what[before.start() : before.end()])
    return until(day)


def relative_due(fact: RelativeDeadline) -> Due:
    """Days before are counted from the beginning of the activity, days after from its end."""
    counted = DayCount.WORKING_DAYS if _WORKING.search(folded(fact.what)) else DayCount.DAYS
    edge = Edge.END if fact.offset_days > 0 else Edge.START
    return Due(
        DueKind.RELATIVE, offset=fact.offset_days, counted=counted, edge=edge, words=fact.anchor
    )
