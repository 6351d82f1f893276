"""The door of a contest kept in memory, and the units it offers."""

import threading
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Count, Max

from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.entering.belonging import OfferedUnit
from hoithi.core.vietnamese.text import words_key
from hoithi.entries.facts import Door, door_of

_ASKS_AGAIN = timedelta(seconds=2)
_KEPT = 200
_Stamp = tuple[object, ...]
_doors: dict[int, tuple[_Stamp, Door]] = {}
_asked: dict[int, tuple[datetime, Door]] = {}
_lock = threading.Lock()
Kept = TypeVar("Kept")


def current_door(contest: Contest, *, at: datetime) -> Door:
    """The door as it was at most two seconds ago: `door_now` from memory."""
    kept = _asked.get(contest.pk)
    if kept is not None and abs(at - kept[0]) < _ASKS_AGAIN:
        return kept[1]
    door = door_now(contest, at=at)
    _keep(_asked, contest.pk, (at, door))
    return door


def door_now(contest: Contest, *, at: datetime) -> Door:
    """The door under the version in force, made anew when version, exclusions or the day change.

    Units, roles and telephones are read again every five minutes. Two small queries when nothing
    changed. Raises DoesNotExist before the first version.
    """
    version = current_version(contest, at=at)
    listed = contest.exclusions.aggregate(rows=Count("pk"), newest=Max("pk"))
    stamp = (version.pk, listed["rows"], listed["newest"], at.date(), at.hour, at.minute // 5)
    kept = _doors.get(contest.pk)
    if kept is not None and kept[0] == stamp:
        return kept[1]
    door = door_of(contest, version, at=at)
    _keep(_doors, contest.pk, (stamp, door))
    return door


def _keep(memory: dict[int, Kept], key: int, kept: Kept) -> None:
    with _lock:
        if len(memory) >= _KEPT:
            memory.clear()
        memory[key] = kept


def forget_doors() -> None:
    """Empties the memory; for tests, whose rows of different databases share numbers."""
    _doors.clear()
    _asked.clear()


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
