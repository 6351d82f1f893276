"""When a holder is reminded of a task: so many days before, on the day, and once it is late."""

import re
from collections.abc import Collection
from datetime import date

from hoithi.core.tasks.due import Span
from hoithi.kit.refusals import Refusal

DAYS_BEFORE = (7, 3, 1)
"""Unless a campaign chooses others."""
MOST_DAYS_BEFORE = 90
MOST_STEPS = 6
LATE = -1
"""The step after the deadline; 0 is the day itself, every other step so many days before."""
LATE_FOR_DAYS = 30
"""What is late for longer was left by everybody: its holders hear of it by letter."""


class StepsNotUnderstood(Refusal):
    """The days before a deadline are not a few whole numbers from 1 to `MOST_DAYS_BEFORE`."""


def step_today(
    span: Span, *, certain: bool, today: date, days_before: Collection[int] = DAYS_BEFORE
) -> int | None:
    """The step that a task is at: days before, 0 on the day, `LATE` after it; None for no step.

    A task that comes late to a step is at it all the same: five days before the deadline the step
    of seven days holds. While the day is not `certain`, days are counted to the first one on which
    it may fall, and nothing is said between that and the last one.
    """
    if today > span.last:
        return LATE if (today - span.last).days <= LATE_FOR_DAYS else None
    left = ((span.last if certain else span.first) - today).days
    if left <= 0:
        return 0 if certain else None
    return min((days for days in days_before if days >= left), default=None)


def steps_read(text: str) -> tuple[int, ...]:
    """ "7, 3, 1" as days, the longest first. Refuses words, zero, too many and too far ones."""
    parts = [part for part in re.split(r"[\s,;]+", text.strip()) if part]
    if not 1 <= len(parts) <= MOST_STEPS or not all(re.fullmatch(r"[0-9]{1,2}", p) for p in parts):
        raise StepsNotUnderstood
    days = sorted({int(part) for part in parts}, reverse=True)
    if not 1 <= days[-1] <= days[0] <= MOST_DAYS_BEFORE:
        raise StepsNotUnderstood
    return tuple(days)
