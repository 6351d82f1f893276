"""The few things that every part of an ASGI application does: read a body, answer, stop."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

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


async def body_of(receive: Receive, *, limit: int, seconds: float) -> bytes:
    """The whole body, of at most `limit` bytes, received within so many seconds."""
    pieces: list[bytes] = []
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    if task is None:
        raise ClientGone
    # Lighter than `asyncio.timeout`, which the exam room's busiest addresses would feel.
    alarm = loop.call_later(seconds, task.cancel)
    try:
        await chunks_of(receive, pieces.append, limit)
    except asyncio.CancelledError as slow:
        if loop.time() < alarm.when():
            raise
        task.uncancel()
        raise ClientGone from slow
    finally:
        alarm.cancel()
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
