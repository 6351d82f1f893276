"""Values in memory that are read again every second, so that a decision is felt at once."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Generic, NamedTuple, TypeVar

from hoithi.sittings.facts.refusals import Busy

log = logging.getLogger(__name__)

FRESH_SECONDS = 1.0
STALE_AFTER = 3.0
"""So many times the freshness: older than that nobody is answered from memory."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class _Known(NamedTuple, Generic[Value]):
    value: Value
    read_at: float


class Fresh(Generic[Key, Value]):
    """Answers from memory; asks once a second for each key, however many ask here.

    Between fresh and stale a value is read again beside the answers, so nobody waits for it.
    """

    def __init__(
        self, read: Callable[[Key], Awaitable[Value]], fresh_seconds: float = FRESH_SECONDS
    ) -> None:
        self._read = read
        self._fresh = fresh_seconds
        self._known: dict[Key, _Known[Value]] = {}
        self._reading: dict[Key, asyncio.Task[Value]] = {}

    async def get(self, key: Key) -> Value:
        """The value as it was at most a second or two ago. Raises what reading it raises."""
        known = self._known.get(key)
        if known is None:
            return await asyncio.shield(self._again(key))
        age = time.monotonic() - known.read_at
        if age < self._fresh:
            return known.value
        reading = self._again(key)
        if age < self._fresh * STALE_AFTER:
            return known.value
        return await asyncio.shield(reading)

    def close(self) -> None:
        """Reads no more."""
        for reading in self._reading.values():
            reading.cancel()

    def _again(self, key: Key) -> "asyncio.Task[Value]":
        reading = self._reading.get(key)
        if reading is None:
            reading = self._reading[key] = asyncio.create_task(self._read_again(key))
            # What went wrong beside the answers is told to whoever asks next.
            reading.add_done_callback(lambda done: done.cancelled() or done.exception())
        return reading

    async def _read_again(self, key: Key) -> Value:
        begun = time.monotonic()
        try:
            value = await self._read(key)
        except Busy:
            # What was known still holds for those who sit; nobody is turned away for that.
            if key not in self._known:
                raise
            log.warning("%s could not be read again", key)
            value = self._known[key].value
        except Exception:
            self._known.pop(key, None)
            raise
        finally:
            del self._reading[key]
        self._known[key] = _Known(value, begun)
        return value
