"""Questions that arrive at the same time are asked together: one query for all who wait."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from functools import partial
from typing import Generic, TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")

MOST = 500
"""Questions in one query."""


class Together(Generic[Key, Answer]):
    """Asks for the first at once; who comes meanwhile is asked for together when it is done.

    So an answer is never older than its question, and a crowd costs few queries.
    """

    def __init__(self, read: Callable[[Collection[Key]], Awaitable[Mapping[Key, Answer]]]) -> None:
        self._read = read
        self._waiting: dict[Key, asyncio.Future[Answer | None]] = {}
        self._asking: asyncio.Future[Mapping[Key, Answer]] | None = None

    async def ask(self, key: Key) -> Answer | None:
        """What is known of the key now; None where there is nothing. Raises what reading raises."""
        waiting = self._waiting.get(key)
        if waiting is None:
            waiting = self._waiting[key] = asyncio.get_running_loop().create_future()
        if self._asking is None:
            self._ask_next()
        # Shielded: one page that goes away must not take the answer from another.
        return await asyncio.shield(waiting)

    def _ask_next(self) -> None:
        asked = {key: self._waiting.pop(key) for key in list(self._waiting)[:MOST]}
        self._asking = asyncio.ensure_future(self._read(list(asked)))
        self._asking.add_done_callback(partial(self._tell, asked))

    def _tell(
        self,
        asked: Mapping[Key, asyncio.Future[Answer | None]],
        reading: asyncio.Future[Mapping[Key, Answer]],
    ) -> None:
        self._asking = None
        if self._waiting:
            self._ask_next()
        failed = asyncio.CancelledError() if reading.cancelled() else reading.exception()
        for key, waiting in asked.items():
            if failed is None:
                waiting.set_result(reading.result().get(key))
            else:
                waiting.set_exception(failed)
                # Read here as well: perhaps nobody waits any more, which is no fault to log.
                waiting.exception()
