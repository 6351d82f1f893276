"""The door of a contest kept in memory, and the units it offers."""

import threading
from datetime import datetime, timedelta

from django.db.models import Count, Max

from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.entering.belonging import OfferedUnit
from hoithi.core.vietnamese.text import words_key
from hoithi.entries.facts import Door, door_of

_ASKS_AGAIN = timedelta(seconds=2)
_KEPT = 200
_Stamp = tuple[object, ...]
_doors: dict[int, tuple[datetime, _Stamp, Door]] = {}
_lock = threading.Lock()


def current_door(contest: Contest, *, at: datetime) -> Door:
    """The door under the version in force, made anew when version, exclusions or the day change.

    Whether they did is asked at most every two seconds. Raises DoesNotExist before the first
    version.
    """
    kept = _doors.get(contest.pk)
    if kept is not None and abs(at - kept[0]) < _ASKS_AGAIN:
        return kept[2]
    version = current_version(contest, at=at)
    listed = contest.exclusions.aggregate(rows=Count("pk"), newest=Max("pk"))
    stamp = (version.pk, listed["rows"], listed["newest"], at.date(), at.hour, at.minute // 5)
    door = kept[2] if kept and kept[1] == stamp else door_of(contest, version, at=at)
    with _lock:
        if len(_doors) >= _KEPT:
            _doors.clear()
        _doors[contest.pk] = (at, stamp, door)
    return door


def forget_doors() -> None:
    """Empties the memory; for tests, whose rows of different databases share numbers."""
    _doors.clear()


def search_units(door: Door, typed: str, *, limit: int = 20) -> list[OfferedUnit]:
    """The offered units of which some word begins with each word typed, diacritics or not.

    Those whose name begins as typed come first, then shorter names. Nothing typed: the first ones.
    """
    words = words_key(typed).split()
    whole = " ".join(words)
    found = [unit for unit in door.units.values() if _matches(unit, words)]
    found.sort(key=lambda unit: (whole not in unit.search, len(unit.search), unit.search, unit.id))
    return found[:limit]


def _matches(unit: OfferedUnit, words: list[str]) -> bool:
    has = unit.search.split()
    return all(any(own.startswith(word) for own in has) for word in words)
