"""The rounds in memory, read again every second, so that a decision is felt at once everywhere."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime

from hoithi.kit import clock
from hoithi.live.readers import Readers
from hoithi.sittings.facts.records import Hall, RoundNow
from hoithi.sittings.facts.refusals import Busy
from hoithi.sittings.queries import halls

log = logging.getLogger(__name__)

FRESH_SECONDS = 1.0
STALE_AFTER = 3.0
"""So many times the freshness: older than that nobody is answered from memory."""
NEVER = float("-inf")


class Halls:
    """Answers from memory; asks the database once a second however many ask here.

    Between fresh and stale the memory is read again beside the answers, so nobody waits for it.
    """

    def __init__(
        self,
        readers: Readers,
        fresh_seconds: float = FRESH_SECONDS,
        read: Callable[[datetime], Hall] = halls.hall,
    ) -> None:
        self._readers = readers
        self._fresh = fresh_seconds
        self._read = read
        self._hall = Hall()
        self._read_at = NEVER
        self._reading: asyncio.Task[None] | None = None

    async def now(self) -> Hall:
        """Everything as it was at most a second or two ago."""
        age = time.monotonic() - self._read_at
        if age >= self._fresh:
            reading = self._again()
            if age >= self._fresh * STALE_AFTER:
                await asyncio.shield(reading)
        return self._hall

    async def round(self, round_id: int) -> RoundNow:
        """A round, also of a contest that is not public any more. Raises DoesNotExist."""
        found = (await self.now()).rounds.get(round_id)
        if found is None:
            return await self._readers.ask(halls.round_now, round_id, clock.now())
        return found

    def _again(self) -> "asyncio.Task[None]":
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read_again())
        return self._reading

    def close(self) -> None:
        """Reads no more."""
        if self._reading is not None:
            self._reading.cancel()

    async def _read_again(self) -> None:
        begun = time.monotonic()
        try:
            self._hall = await self._readers.ask(self._read, clock.now())
        except Busy:
            # What was known still holds for those who sit; nobody is turned away for that.
            log.warning("The rounds could not be read again")
            if self._read_at == NEVER:
                raise
        self._read_at = begun
