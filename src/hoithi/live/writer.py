"""The one writer of a web process: commits what waits together, and only then answers."""

import asyncio
import logging
import queue
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import InterfaceError, OperationalError, connection, transaction

from hoithi.sittings.facts.refusals import Busy

log = logging.getLogger(__name__)

Door = Callable[[Sequence[Any]], Sequence[Any]]
"""Stores rows of one kind in the caller's transaction; one outcome for each, in their order."""

LARGEST_BATCH = 500
LONGEST_QUEUE = 5_000
LONGEST_WAIT = 2.0
"""Seconds that the oldest packet may wait before new ones are asked to come again."""
TRIES = 6
FIRST_PAUSE = 0.05

_HINDERED = (OperationalError, InterfaceError)
"""Serialisation failures, deadlocks, locks and lost connections: they pass."""


@dataclass(slots=True)
class Waiting:
    """A packet in the queue and who waits for its outcome."""

    packet: Any
    since: float
    answer: asyncio.Future[Any]


@dataclass
class Counts:
    """What the writer has done so far."""

    batches: int = 0
    """Transactions committed, each with one wait for the disk."""
    packets: int = 0
    alone: int = 0
    """Packets that were tried alone because their batch was refused."""


@dataclass
class Writer:
    """Takes packets from the event loop and commits them on a thread of its own.

    Each kind of packet has its door; the doors of a batch are passed in the order in which they
    are given, in one transaction. Every door is idempotent, so a batch may be repeated.
    """

    doors: Mapping[type, Door]
    counts: Counts = field(default_factory=Counts)
    _queue: queue.SimpleQueue[Waiting | None] = field(default_factory=queue.SimpleQueue)
    _thread: threading.Thread | None = None
    _oldest: float | None = None
    """Since when the first packet of the batch in work has been waiting."""

    async def put(self, packet: Any) -> Any:
        """The outcome of the packet once it is on disk. Refuses (Busy) while too many wait."""
        now = time.monotonic()
        oldest = self._oldest
        if self._queue.qsize() >= LONGEST_QUEUE or (oldest and now - oldest > LONGEST_WAIT):
            raise Busy
        loop = asyncio.get_running_loop()
        if self._thread is None:
            self._start(loop)
        waiting = Waiting(packet, now, loop.create_future())
        self._queue.put(waiting)
        return await waiting.answer

    def close(self) -> None:
        """Commits what waits, then ends the thread."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None
        log.info("%s packets in %s batches", self.counts.packets, self.counts.batches)

    def _start(self, loop: asyncio.AbstractEventLoop) -> None:
        self._thread = threading.Thread(target=self._run, args=(loop,), name="room-writer")
        self._thread.start()

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            while batch := self._next():
                self._oldest = batch[0].since
                outcomes = self._outcomes([one.packet for one in batch])
                self._oldest = None
                loop.call_soon_threadsafe(_answer, batch, outcomes)
        finally:
            connection.close()

    def _next(self) -> list[Waiting]:
        """Waits for a packet, then takes what else is there; nothing when it is time to end."""
        first = self._queue.get()
        batch: list[Waiting] = []
        while first is not None:
            batch.append(first)
            if len(batch) == LARGEST_BATCH or self._queue.empty():
                return batch
            first = self._queue.get()
        if batch:
            # The end is seen again after this batch.
            self._queue.put(None)
        return batch

    def _outcomes(self, packets: Sequence[Any]) -> Sequence[Any]:
        """One outcome for each; an exception is the outcome of a packet that was refused."""
        self.counts.packets += len(packets)
        try:
            return self._committed(packets)
        except _HINDERED:
            log.exception("A batch of %s could not be written for now", len(packets))
            return [Busy()] * len(packets)
        except Exception:
            log.warning("A batch of %s was refused", len(packets), exc_info=True)
        self.counts.alone += len(packets)
        return [self._alone(packet) for packet in packets]

    def _alone(self, packet: Any) -> Any:
        try:
            return self._committed([packet])[0]
        except _HINDERED:
            return Busy()
        except Exception as error:
            log.exception("A packet was refused: %s", type(packet).__name__)
            return error

    def _committed(self, packets: Sequence[Any]) -> Sequence[Any]:
        """Stores the batch; repeats it while the database is only hindered, not unwilling."""
        pause = FIRST_PAUSE
        for _ in range(TRIES - 1):
            try:
                return self._stored(packets)
            except _HINDERED as error:
                log.warning("A batch is repeated (%s)", error)
                connection.close()
            # On the writer's own thread: who is in the way gets time to finish.
            time.sleep(pause)
            pause *= 2
        return self._stored(packets)

    def _stored(self, packets: Sequence[Any]) -> Sequence[Any]:
        by_kind: dict[type, list[int]] = defaultdict(list)
        for place, packet in enumerate(packets):
            by_kind[type(packet)].append(place)
        outcomes: dict[int, Any] = {}
        with transaction.atomic():
            for kind in filter(by_kind.__contains__, self.doors):
                places = by_kind[kind]
                found = self.doors[kind]([packets[place] for place in places])
                outcomes.update(zip(places, found, strict=True))
        self.counts.batches += 1
        return [outcomes[place] for place in range(len(packets))]


def _answer(batch: Sequence[Waiting], outcomes: Sequence[Any]) -> None:
    """On the event loop: tells everyone who still waits."""
    for waiting, outcome in zip(batch, outcomes, strict=True):
        if waiting.answer.done():
            continue
        if isinstance(outcome, Exception):
            waiting.answer.set_exception(outcome)
        else:
            waiting.answer.set_result(outcome)
