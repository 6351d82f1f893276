"""A few threads that read the database for the event loop, each with its lasting connection."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from django.db import InterfaceError, OperationalError, connections

from hoithi.sittings.facts.refusals import Busy

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

THREADS = 2
_HINDERED = (OperationalError, InterfaceError)
"""Lost connections, locks, a database that is starting: they pass."""


class Readers:
    """Runs reading functions away from the event loop."""

    def __init__(self, threads: int = THREADS) -> None:
        self._threads = threads
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="room-reader")

    async def ask(self, read: Callable[..., Answer], *args: Any) -> Answer:
        """What the function answers; a connection that was lost is opened anew."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, _asked, read, args)

    def close(self) -> None:
        """Closes the connections and ends the threads."""
        for _ in range(self._threads):
            self._pool.submit(connections.close_all)
        self._pool.shutdown()


def _asked(read: Callable[..., Answer], args: tuple[Any, ...]) -> Answer:
    """Reads once more on a new connection before it gives up for now."""
    try:
        return read(*args)
    except _HINDERED as error:
        log.warning("A reading is repeated (%s)", error)
        connections.close_all()
    try:
        return read(*args)
    except _HINDERED as error:
        connections.close_all()
        raise Busy from error
