"""The doors of contests in memory, made anew every second: entering asks the database little."""

import time
from datetime import datetime

from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.entries.facts import Door, door_of
from hoithi.live.readers import Readers

FRESH_SECONDS = 1.0


class Doors:
    """Answers from memory; a door that is a second old is made again."""

    def __init__(self, readers: Readers, fresh_seconds: float = FRESH_SECONDS) -> None:
        self._readers = readers
        self._fresh = fresh_seconds
        self._doors: dict[int, tuple[float, Door]] = {}

    async def door(self, contest_id: int, at: datetime) -> Door:
        """The door of the contest under the version in force. Raises DoesNotExist without one."""
        kept = self._doors.get(contest_id)
        now = time.monotonic()
        if kept is not None and now - kept[0] < self._fresh:
            return kept[1]
        door = await self._readers.ask(_made, contest_id, at)
        self._doors[contest_id] = (now, door)
        return door


def _made(contest_id: int, at: datetime) -> Door:
    contest = Contest.objects.get(pk=contest_id)
    return door_of(contest, current_version(contest, at=at), at=at)
