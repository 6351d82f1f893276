"""Calls an ASGI application in its own process, as a server would on behalf of a phone."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import quote

import msgspec

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Application = Callable[
    [Scope, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]],
    Awaitable[None],
]


class Refused(Exception):
    """The room answered with something else than success."""

    def __init__(self, status: int, answer: dict[str, Any]) -> None:
        super().__init__(status, answer.get("refusal"))
        self.status = status
        self.answer = answer


class Caller:
    """Sends JSON to addresses of the application and decodes what comes back."""

    def __init__(self, application: Application, *, host: str = "localhost") -> None:
        self._application = application
        self._host = host.encode()

    async def send(
        self, method: str, path: str, data: object = None, *, token: str = ""
    ) -> dict[str, Any]:
        """The answer of the address. Raises `Refused` for every status but 2xx."""
        body = b"" if data is None else msgspec.json.encode(data)
        status, answer = await self._exchange(self._scope(method, path, body, token), body)
        decoded = msgspec.json.decode(answer) if answer else {}
        if not 200 <= status < 300:
            raise Refused(status, decoded)
        return dict(decoded)

    def _scope(self, method: str, path: str, body: bytes, token: str) -> Scope:
        headers = [
            (b"host", self._host),
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
            (b"user-agent", b"Mozilla/5.0 (Linux; Android 12) Mobile"),
        ]
        if token:
            headers.append((b"authorization", f"Bearer {token}".encode()))
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": quote(path).encode(),
            "query_string": b"",
            "headers": headers,
            "client": ("127.0.0.1", 1),
            "server": ("localhost", 80),
        }

    async def _exchange(self, scope: Scope, body: bytes) -> tuple[int, bytes]:
        status, pieces = 500, []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            else:
                pieces.append(message.get("body", b""))

        await self._application(scope, receive, send)
        return status, b"".join(pieces)
