"""Calls a running server as so many telephones would, each packet timed where it is sent."""

import asyncio
import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from hoithi.rehearsals.caller import Refused

TIMEOUT_SECONDS = 30.0
MOST_AT_ONCE = 512
_AGENT = "Mozilla/5.0 (Linux; Android 12) Mobile hoithi-rehearse"


class Unreachable(Exception):
    """The server did not answer, or answered with something that no page of ours says."""


@dataclass(frozen=True)
class Address:
    """Where a server is, and the contest that its address names."""

    scheme: str
    host: str
    port: int | None
    slug: str

    @classmethod
    def of(cls, text: str) -> "Address | None":
        """Reads "https://host/slug/"; None where that is no address of a contest."""
        parts = urlsplit(text if "://" in text else f"http://{text}")
        slug = parts.path.strip("/").split("/")[0]
        try:
            port = parts.port
        except ValueError:
            return None
        if parts.scheme not in {"http", "https"} or not parts.hostname or not slug:
            return None
        return cls(parts.scheme, parts.hostname, port, slug)

    def connect(self) -> HTTPConnection:
        """A connection that is not open yet."""
        kind = HTTPSConnection if self.scheme == "https" else HTTPConnection
        return kind(self.host, self.port, timeout=TIMEOUT_SECONDS)


class Remote:
    """Sends packets on lasting connections, at most so many at once."""

    def __init__(self, address: Address, at_once: int) -> None:
        self._address = address
        self._pool = ThreadPoolExecutor(min(at_once, MOST_AT_ONCE), "telephone")
        self._own = threading.local()
        self.heard: Callable[[str, float], None] = lambda _path, _seconds: None
        """Told of each answer: the address, and how long it took in seconds."""

    async def send(
        self, method: str, path: str, data: object = None, *, token: str = ""
    ) -> dict[str, Any]:
        """The answer of the address. Raises `Refused` for every status but 2xx, `Unreachable`."""
        loop = asyncio.get_running_loop()
        status, answer, taken = await loop.run_in_executor(
            self._pool, self._exchange, method, path, data, token
        )
        self.heard(path, taken)
        if not 200 <= status < 300:
            raise Refused(status, answer)
        return answer

    def close(self) -> None:
        """Ends; connections close with their threads."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _exchange(
        self, method: str, path: str, data: object, token: str
    ) -> tuple[int, dict[str, Any], float]:
        body = None if data is None else json.dumps(data).encode()
        headers = {"Content-Type": "application/json", "User-Agent": _AGENT}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        before = time.perf_counter()
        try:
            status, heard = self._asked(method, path, body, headers)
            answer = json.loads(heard or b"{}") if status < 300 or heard[:1] == b"{" else {}
        except (OSError, HTTPException, ValueError) as error:
            self._own.connection = None
            raise Unreachable(str(error)) from error
        return status, answer, time.perf_counter() - before

    def _asked(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[int, bytes]:
        connection: HTTPConnection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._address.connect()
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, response.read()
