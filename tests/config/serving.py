"""Small applications and a client for the tests of the entry of the server."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hoithi.kit.asgi import Application, Message


@dataclass
class Heard:
    """What a client heard: the status, the headers, the pieces of the body."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    pieces: list[bytes] = field(default_factory=list)

    @property
    def body(self) -> bytes:
        """The whole body."""
        return b"".join(self.pieces)


async def ask(
    application: Application,
    path: str,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: Sequence[bytes] = (b"",),
) -> Heard:
    """One request whose body comes in these pieces; after them the client is gone."""
    path, _, query = path.partition("?")
    raw = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode()}
    scope |= {"headers": raw, "client": ("192.0.2.1", 5), "http_version": "1.1"}  # type: ignore[dict-item]  # a scope holds values of every kind
    heard = Heard()
    await application(scope, _sender(body), _hearer(heard))
    return heard


def _sender(body: Sequence[bytes]) -> Callable[[], Awaitable[Message]]:
    pieces = list(body)

    async def receive() -> Message:
        await asyncio.to_thread(lambda: None)
        if not pieces:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    return receive


def _hearer(heard: Heard) -> Callable[[Message], Awaitable[None]]:
    async def send(message: Any) -> None:
        await asyncio.to_thread(lambda: None)
        if message["type"] == "http.response.start":
            heard.status = message["status"]
            heard.headers = {k.decode(): v.decode() for k, v in message["headers"]}
        else:
            heard.pieces.append(message["body"])

    return send
