"""What in the words of an earlier year no longer holds: names of bodies, documents, old dates."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from hoithi.core.plans.lexicon import rows
from hoithi.core.tasks.calendar import holiday_name, is_working_day
from hoithi.core.vietnamese.dates import date_text, weekday_text

_DATE = re.compile(r"(?<!\d)\d{1,2}[/-]\d{1,2}[/-](?P<year>(?:19|20)\d\d)(?!\d)")
_IN_USE = "today"
"""Names of the table that hold a word of an older one and are right."""
_YEAR = re.compile(r"(?<![\w/–-])(?:19|20)\d\d(?![\w/–-])")


@dataclass(frozen=True, slots=True)
class Outdated:
    """A name or a document that another has replaced."""

    name: str
    by: str


def bodies_in(texts: Iterable[str], on: date) -> list[Outdated]:
    """Levels, bodies and papers named in the texts that no longer exist on that day."""
    return _found(texts, on, rows("abolished"))


def documents_in(texts: Iterable[str], on: date) -> list[Outdated]:
    """Documents cited by their number that another one has replaced by that day."""
    table = rows("replaced_documents")
    return _found(texts, on, (("", number, by, since) for number, _, _, by, since in table))


def _found(texts: Iterable[str], on: date, table: Iterable[tuple[str, ...]]) -> list[Outdated]:
    """Each name once; a word of a longer name found before it is told with that name only."""
    left = list(texts)
    found = []
    for kind, name, by, since in sorted(table, key=lambda row: -len(row[1])):
        pattern = _named(name)
        gone = kind != _IN_USE and date.fromisoformat(since) <= on
        if gone and any(pattern.search(text) for text in left):
            found.append(Outdated(name, by))
        if gone or kind == _IN_USE:
            left = [pattern.sub(" ", text) for text in left]
    return found


@cache
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/]){re.escape(name)}(?![\w/])", re.IGNORECASE)


def names_older_days(text: str, year: int) -> bool:
    """Whether a text names a day or a year before this one."""
    dates = (int(match["year"]) for match in _DATE.finditer(text))
    years = (int(match[0]) for match in _YEAR.finditer(text))
    return any(one < year for one in (*dates, *years))


def rest_days(days: Iterable[tuple[date, str, bool]]) -> Iterator[str]:
    """A line for each day on which nobody works, with what falls on it.

    With each day goes what it is for, and whether a weekend is no matter for it.
    """
    for day, what, weekend_is_fine in sorted(days):
        holiday = holiday_name(day)
        if holiday:
            yield f"{date_text(day)} ({holiday}): {what}"
        elif not is_working_day(day) and not weekend_is_fine:
            yield f"{date_text(day)} ({weekday_text(day)}): {what}"
