"""The few things that every part of an ASGI application does: read a body, answer, stop."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from weakref import WeakKeyDictionary

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]


class BodyTooLarge(Exception):
    """The request's body is larger than this address takes."""


class ClientGone(Exception):
    """The client went away, or sent its body too slowly, before it was whole."""


async def chunks_of(receive: Receive, take: Callable[[bytes], object], limit: int) -> None:
    """Hands each piece of the body to `take`. Refuses more than `limit` bytes."""
    read = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        piece = message.get("body", b"")
        read += len(piece)
        if read > limit:
            raise BodyTooLarge
        take(piece)
        if not message.get("more_body"):
            return


class _Patience:
    """Cancels tasks that wait too long: one look a second, where a timer for each would cost.

    The exam room's busiest addresses would feel the timers.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._looking = False
        self.ends: dict[asyncio.Task[Any], float] = {}

    def begin(self, task: asyncio.Task[Any], seconds: float) -> float:
        """The loop's time at which the task is late; up to a second later it is cancelled."""
        end = self.ends[task] = self._loop.time() + seconds
        if not self._looking:
            self._looking = True
            self._loop.call_later(min(_LOOK_SECONDS, seconds), self._look)
        return end

    def _look(self) -> None:
        now = self._loop.time()
        for task, end in self.ends.items():
            if end <= now:
                task.cancel()
        self._looking = bool(self.ends)
        if self._looking:
            self._loop.call_later(_LOOK_SECONDS, self._look)


_LOOK_SECONDS = 1.0
_patiences: "WeakKeyDictionary[asyncio.AbstractEventLoop, _Patience]" = WeakKeyDictionary()


def _patience(loop: asyncio.AbstractEventLoop) -> _Patience:
    found = _patiences.get(loop)
    if found is None:
        found = _patiences[loop] = _Patience(loop)
    return found


async def body_of(receive: Receive, *, limit: int, seconds: float) -> bytes:
    """The whole body, of at most `limit` bytes, received within so many seconds."""
    pieces: list[bytes] = []
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    if task is None:
        raise ClientGone
    patience = _patience(loop)
    end = patience.begin(task, seconds)
    try:
        await chunks_of(receive, pieces.append, limit)
    except asyncio.CancelledError as slow:
        if loop.time() < end:
            raise
        task.uncancel()
        raise ClientGone from slow
    finally:
        del patience.ends[task]
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


async def answer(
    send: Send, status: int, body: bytes, headers: Iterable[Header] = (), *, head: bool = False
) -> None:
    """A whole answer with its length; after a HEAD request without the body."""
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": b"" if head else body})


def header(scope: Scope, name: bytes) -> bytes | None:
    """The first header of this lower-case name."""
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value)
    return None
