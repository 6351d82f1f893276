"""The rounds in memory, read again every second, so that a decision is felt at once everywhere."""

from collections.abc import Callable
from datetime import datetime

from hoithi.kit import clock
from hoithi.live.fresh import FRESH_SECONDS, Fresh
from hoithi.live.readers import Readers
from hoithi.sittings.facts.records import Hall, RoundNow
from hoithi.sittings.queries import halls


class Halls:
    """Answers from memory; asks the database once a second however many ask here."""

    def __init__(
        self,
        readers: Readers,
        fresh_seconds: float = FRESH_SECONDS,
        read: Callable[[datetime], Hall] = halls.hall,
    ) -> None:
        self._readers = readers
        self._read = read
        self._hall = Fresh(self._read_again, fresh_seconds)

    async def now(self) -> Hall:
        """Everything as it was at most a second or two ago."""
        return await self._hall.get("rounds")

    async def round(self, round_id: int) -> RoundNow:
        """A round, also of a contest that is not public any more. Raises DoesNotExist."""
        found = (await self.now()).rounds.get(round_id)
        if found is None:
            return await self._readers.ask(halls.round_now, round_id, clock.now())
        return found

    def close(self) -> None:
        """Reads no more."""
        self._hall.close()

    async def _read_again(self, _: str) -> Hall:
        return await self._readers.ask(self._read, clock.now())
