"""A campaign in another year: its days moved by whole weeks, so that weekdays stay."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from hoithi.core.founding.records import ActivityDraft, CampaignDraft
from hoithi.core.rulebook.founding import first_day, titled_for
from hoithi.core.tasks.due import Due, DueKind
from hoithi.core.tasks.moments import Moment

_DAYS_A_YEAR = 365.2425
_DAYS_A_WEEK = 7
_NAMES_A_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


def first_day_of(draft: CampaignDraft) -> date | None:
    """The first day that the campaign names in an activity, a contest or a due date."""
    return min(_days(draft), default=None)


def _days(draft: CampaignDraft) -> Iterator[date]:
    for one in draft.activities:
        begins = first_day(one.rulebook) if one.rulebook else None
        yield from (day for day in (one.moment.first, begins) if day)
    yield from (task.due.first for task in draft.tasks if task.due.first)


def days_to_next_year(first: date, today: date) -> int:
    """How many days later the same weekday comes about a year after, and not before today."""
    years = 1
    while first + timedelta(_whole_weeks(years)) < today:
        years += 1
    return _whole_weeks(years)


def _whole_weeks(years: int) -> int:
    return round(years * _DAYS_A_YEAR / _DAYS_A_WEEK) * _DAYS_A_WEEK


def for_another_year(draft: CampaignDraft, days: int) -> CampaignDraft:
    """The campaign so many whole days later, under no plan yet.

    Number, day and superior's plan belong to the old year. Days of activities stay open until the
    new plan sets them; what is counted from an activity goes on being counted from it. The year
    in a title follows the first day. Rulebooks are not touched: contests are copied as such.
    """
    titled = titles_then(draft, days)
    return replace(
        draft,
        title=titled(draft.title),
        number="",
        issued_on=None,
        superior=None,
        activities=tuple(_activity_then(one, titled(one.title), days) for one in draft.activities),
        committees=tuple(replace(one, name=titled(one.name)) for one in draft.committees),
        tasks=tuple(
            replace(
                one, text=titled(one.text) if one.asks else one.text, due=due_then(one.due, days)
            )
            for one in draft.tasks
        ),
    )


def titles_then(draft: CampaignDraft, days: int) -> Callable[[str], str]:
    """Titles with the year in which the campaign begins, so many days later."""
    first = first_day_of(draft)
    then = first + timedelta(days) if first else None
    return lambda title: titled_for(title, first, then)


def _activity_then(one: ActivityDraft, title: str, days: int) -> ActivityDraft:
    return replace(one, title=title, moment=opened(one.moment, days))


def opened(moment: Moment, days: int) -> Moment:
    """The moment so many days later, and not set yet; words that name a year tell nothing now.

    What was a month or a quarter of the one year ("cuối tháng 12") is that of the other; days by
    number move as all other days do, so that the parts of a festival stay within it.
    """
    if moment.first is None or moment.last is None:
        return Moment(words="" if _NAMES_A_YEAR.search(moment.words) else moment.words)
    years = round(days / _DAYS_A_YEAR)
    is_part = moment.is_open and _is_part_of_year(moment.first, moment.last)
    if is_part and days == _whole_weeks(years):
        return Moment(_in_year(moment.first, years), _in_year(moment.last, years))
    return Moment(moment.first + timedelta(days), moment.last + timedelta(days))


def _is_part_of_year(first: date, last: date) -> bool:
    """Ten days of a month, a month or a quarter, as plans name them without a day."""
    ends = last.day in {10, 20} or (last + timedelta(1)).day == 1
    return first.day in {1, 11, 21} and ends and (last - first).days >= _DAYS_A_WEEK


def _in_year(day: date, years: int) -> date:
    """The same day of another year; 29 February is the 28th where there is none."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    return date(year, day.month, min(day.day, last))


def due_then(due: Due, days: int) -> Due:
    """The due date so many days later; the plan's own words named the old days."""
    if due.kind not in {DueKind.DAY, DueKind.RANGE} or not (due.first and due.last):
        return due
    return replace(
        due, first=due.first + timedelta(days), last=due.last + timedelta(days), words=""
    )
