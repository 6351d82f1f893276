"""Until when a task is due: a day, a range, or so many days from the moment of an activity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hoithi.core.tasks.calendar import days_from, working_days_from
from hoithi.core.tasks.moments import Moment


class DueKind(StrEnum):
    """How a plan tells a due date."""

    NONE = "none"
    """The plan names no time."""
    DAY = "day"
    """Until this day."""
    RANGE = "range"
    """From the one day to the other."""
    RELATIVE = "relative"
    """So many days before or after an activity."""


class DayCount(StrEnum):
    """Which days are counted."""

    DAYS = "days"
    WORKING_DAYS = "working_days"


class Edge(StrEnum):
    """From which end of an activity days are counted."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Due:
    """A due date as the plan states it; `offset` is negative before the activity."""

    kind: DueKind = DueKind.NONE
    first: date | None = None
    last: date | None = None
    offset: int = 0
    counted: DayCount = DayCount.DAYS
    edge: Edge = Edge.START
    words: str = ""


NO_DUE = Due()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days a due date may fall on; one day where it is certain.

    For a range it is from the first to the last day, and the last one is the deadline.
    """

    first: date
    last: date


def until(day: date, *, words: str = "") -> Due:
    """Due until this day."""
    return Due(DueKind.DAY, day, day, words=words)


def during(first: date, last: date, *, words: str = "") -> Due:
    """To be done from the one day to the other."""
    return Due(DueKind.RANGE, first, last, words=words)


def span_of(due: Due, anchor: Moment | None) -> Span | None:
    """The days on which the task falls due; None while nobody can say.

    While the moment of the activity is open, a relative due date is a range as wide as the days
    between which the activity may fall. Days before an activity of several days are counted from
    its first, days after it from the edge that the plan names.
    """
    if due.kind is not DueKind.RELATIVE:
        return Span(due.first, due.last) if due.first and due.last else None
    if anchor is None or anchor.first is None or anchor.last is None:
        return None
    if anchor.is_open:
        return Span(_moved(anchor.first, due), _moved(anchor.last, due))
    day = _moved(anchor.first if due.edge is Edge.START else anchor.last, due)
    return Span(day, day)


def _moved(day: date, due: Due) -> date:
    if due.counted is DayCount.WORKING_DAYS:
        return working_days_from(day, due.offset)
    return days_from(day, due.offset)


@dataclass(frozen=True, slots=True)
class Moved:
    """A task whose due days are others than before."""

    task: int
    before: Span | None
    after: Span | None


def moved(dues: Mapping[int, Due], before: Moment, after: Moment) -> list[Moved]:
    """Which tasks move when the activity they are counted from moves, in the order given."""
    found = (Moved(task, span_of(due, before), span_of(due, after)) for task, due in dues.items())
    return [one for one in found if one.before != one.after]


class Urgency(StrEnum):
    """How a task stands to today."""

    DONE = "done"
    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"


SOON_DAYS = 7
_PRESSING_FIRST = (
    Urgency.OVERDUE,
    Urgency.SOON,
    Urgency.LATER,
    Urgency.UNDATED,
    Urgency.DONE,
)


def urgency(span: Span | None, *, done: bool, today: date) -> Urgency:
    """A task is overdue the day after its last possible due day, and soon a week before."""
    if done:
        return Urgency.DONE
    if span is None:
        return Urgency.UNDATED
    if today > span.last:
        return Urgency.OVERDUE
    return Urgency.SOON if days_from(today, SOON_DAYS) >= span.first else Urgency.LATER


_BY_URGENCY = {how: place for place, how in enumerate(_PRESSING_FIRST)}
_END = Span(date.max, date.max)


def pressing(span: Span | None, how: Urgency, ordinal: int) -> tuple[int, date, date, int]:
    """The key that puts what presses most first: overdue, soon, later, undated, done.

    Among equals the earlier deadline is first, then the earlier beginning, then the plan's order.
    """
    days = span or _END
    return (_BY_URGENCY[how], days.last, days.first, ordinal)


def all_done(done: Iterable[bool]) -> bool:
    """A task is done when all who lead it are; one that nobody holds is not."""
    told = list(done)
    return bool(told) and all(told)
