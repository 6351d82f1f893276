"""A small HTTP/1.1 client on keep-alive connections that leaves the server most of the machine."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field

from benchmarks.servers import Served

HOST = "127.0.0.1"


class Connection(asyncio.Protocol):
    """One keep-alive connection: one request at a time, its answer read by Content-Length."""

    def __init__(self) -> None:
        self._received = bytearray()
        self._waiting: asyncio.Future[tuple[int, bytes]] | None = None
        self._transport: asyncio.Transport | None = None

    @classmethod
    async def open(cls, host: str, port: int) -> "Connection":
        """A connection to the server; waits until it stands."""
        loop = asyncio.get_running_loop()
        return (await loop.create_connection(cls, host, port))[1]

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Sends the bytes of a request; the status and the body of the answer."""
        if self._transport is None:
            raise ConnectionError
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._waiting

    def close(self) -> None:
        """Ends the connection."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the loop: who waits learns of it."""
        self._transport = None
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(exc or ConnectionError())

    def data_received(self, data: bytes) -> None:
        """Called by the loop: collects until the answer is whole."""
        self._received += data
        end = self._received.find(b"\r\n\r\n")
        if end < 0 or self._waiting is None or self._waiting.done():
            return
        whole = end + 4 + _length(bytes(self._received[:end]))
        if len(self._received) >= whole:
            status, body = int(self._received[9:12]), bytes(self._received[end + 4 : whole])
            del self._received[:whole]
            self._waiting.set_result((status, body))


def _length(head: bytes) -> int:
    lower = head.lower()
    at = lower.find(b"content-length:")
    if at < 0:
        return 0
    return int(lower[at + 15 :].split(b"\r\n", 1)[0])


def request(method: str, path: str, body: bytes = b"", token: str = "") -> bytes:
    """The bytes of one request."""
    bearer = f"Authorization: Bearer {token}\r\n" if token else ""
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{bearer}"
    if body or method != "GET":
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body


@dataclass
class Tally:
    """What came of a load: how long each answer took, how many of each status."""

    taken: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    seconds: float = 0.0
    cpu_share: float = 0.0
    """Of one core, used by the generator itself; over 0.9 the figure is the generator's."""
    server: float = 0.0
    """Seconds of CPU that the server used meanwhile."""

    @property
    def a_second(self) -> float:
        """Answers a second."""
        return len(self.taken) / self.seconds if self.seconds else 0.0

    @property
    def cost(self) -> float:
        """Milliseconds of the server's CPU for each answer: the same on a busy machine."""
        return self.server / max(1, len(self.taken)) * 1000

    def percentile(self, share: float) -> float:
        """The time in seconds within which this share of the answers came."""
        return sorted(self.taken)[min(len(self.taken) - 1, int(len(self.taken) * share))]


Turn = Callable[[Connection, int, int], Awaitable[tuple[int, bytes]]]
"""One request by the connection of this number, for the so many-th time."""


@contextlib.contextmanager
def measured(served: Served, tally: Tally) -> Iterator[None]:
    """Tallies the time that the block takes, and the CPU of the generator and of the server."""
    begun, own, server = time.perf_counter(), time.process_time(), served.used()
    yield
    tally.seconds = time.perf_counter() - begun
    tally.cpu_share = (time.process_time() - own) / tally.seconds
    tally.server = served.used() - server


async def closed_loop(served: Served, connections: int, seconds: float, turn: Turn) -> Tally:
    """Each connection asks again as soon as it is answered, for so many seconds."""
    tally = Tally()
    opened = [await Connection.open(HOST, served.port) for _ in range(connections)]
    end = time.perf_counter() + seconds

    async def keep_asking(connection: Connection, number: int) -> None:
        count = 0
        while (before := time.perf_counter()) < end:
            count += 1
            status, _ = await turn(connection, number, count)
            tally.taken.append(time.perf_counter() - before)
            tally.statuses[status] = tally.statuses.get(status, 0) + 1

    with measured(served, tally), contextlib.suppress(ConnectionError):
        await asyncio.gather(*(keep_asking(one, number) for number, one in enumerate(opened)))
    for connection in opened:
        connection.close()
    return tally
