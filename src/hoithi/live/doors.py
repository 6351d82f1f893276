"""The doors of contests in memory, asked about every second: entering asks the database little."""

from datetime import datetime

from hoithi.contests.models import Contest
from hoithi.entries.facts import Door
from hoithi.entries.queries.doors import door_now
from hoithi.kit import clock
from hoithi.live.fresh import FRESH_SECONDS, Fresh
from hoithi.live.readers import Readers


class Doors:
    """Answers from memory; whether a door is still the same is asked once a second."""

    def __init__(self, readers: Readers, fresh_seconds: float = FRESH_SECONDS) -> None:
        self._readers = readers
        self._doors = Fresh(self._read, fresh_seconds)

    async def door(self, contest_id: int) -> Door:
        """The door of the contest under the version in force. Raises DoesNotExist without one."""
        return await self._doors.get(contest_id)

    def close(self) -> None:
        """Reads no more."""
        self._doors.close()

    async def _read(self, contest_id: int) -> Door:
        return await self._readers.ask(_door, contest_id, clock.now())


def _door(contest_id: int, at: datetime) -> Door:
    return door_now(Contest.objects.get(pk=contest_id), at=at)
