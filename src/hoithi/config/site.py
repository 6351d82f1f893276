"""The site behind the ASGI entry: Django's WSGI application in a bounded pool of threads."""

import asyncio
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO, Any

from hoithi.kit.asgi import BodyTooLarge, ClientGone, Receive, Scope, Send, answer, chunks_of

WsgiApplication = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

LARGEST_BODY = 32_000_000
"""Bytes of an upload; a form's own limits are lower."""
KEPT_IN_MEMORY = 256_000
"""Bytes of a body, or of an answer, before it goes to disk, or out in pieces."""
SECONDS_FOR_BODY = 300.0
SECONDS_FOR_PIECE = 60.0
"""A client that takes longer for a piece of the answer gives its thread back."""

_PLAIN = [(b"content-type", b"text/plain; charset=utf-8")]
_BUSY = "Hệ thống đang có quá nhiều người truy cập. Vui lòng thử lại sau ít giây.\n"
_TOO_LARGE = (
    "Tệp gửi lên quá lớn nên không được nhận; chưa có gì thay đổi. Bấm nút Quay lại của trình "
    "duyệt rồi chọn tệp nhỏ hơn: mỗi biểu mẫu ghi rõ dung lượng được nhận, nhiều nhất là 32 MB.\n"
)


@dataclass
class _Answer:
    """The head of an answer and what of its body is not yet sent."""

    status: int = 500
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""
    begun: bool = False


class Site:
    """Runs a WSGI application in so many threads; so many requests more may wait for one.

    Each thread lasts, and with it its one database connection. A body is received before a
    thread is taken, so that a slow client costs none.
    """

    def __init__(self, wsgi: WsgiApplication, *, threads: int = 8, waiting: int = 256) -> None:
        self._wsgi = wsgi
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="site")
        self._most = threads + waiting
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; 503 with Retry-After when too many are waiting."""
        if self._inside >= self._most:
            head = scope["method"] == "HEAD"
            retry = [*_PLAIN, (b"retry-after", b"3")]
            await answer(send, 503, _BUSY.encode(), retry, head=head)
            return
        self._inside += 1
        try:
            with tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY) as body:
                await self._serve(scope, receive, send, body)
        finally:
            self._inside -= 1

    def close(self) -> None:
        """Waits for the threads to finish what they do."""
        self._pool.shutdown()

    async def _serve(self, scope: Scope, receive: Receive, send: Send, body: IO[bytes]) -> None:
        try:
            async with asyncio.timeout(SECONDS_FOR_BODY):
                await chunks_of(receive, body.write, LARGEST_BODY)
        except (ClientGone, TimeoutError):
            return
        except BodyTooLarge:
            await answer(send, 413, _TOO_LARGE.encode(), [*_PLAIN, (b"connection", b"close")])
            return
        loop = asyncio.get_running_loop()

        def deliver(message: dict[str, Any]) -> None:
            asyncio.run_coroutine_threadsafe(_sent(send, message), loop).result(SECONDS_FOR_PIECE)

        environ = _environ(scope, body)
        rest = await loop.run_in_executor(self._pool, self._run, environ, deliver)
        if not rest.begun:
            await send(_start(rest))
        await send({"type": "http.response.body", "body": rest.body})

    def _run(self, environ: dict[str, Any], deliver: Callable[[dict[str, Any]], None]) -> _Answer:
        """Runs the application; sends large answers piece by piece, returns the rest."""
        found = _Answer()

        def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> None:
            found.status = int(status[:3])
            found.headers = tuple((k.encode("latin-1"), v.encode("latin-1")) for k, v in headers)

        pieces = self._wsgi(environ, start_response)
        try:
            for piece in () if environ["REQUEST_METHOD"] == "HEAD" else pieces:
                found.body += piece
                if len(found.body) > KEPT_IN_MEMORY:
                    _push(found, deliver)
        finally:
            close = getattr(pieces, "close", None)
            if close is not None:
                close()
        return found


def _push(found: _Answer, deliver: Callable[[dict[str, Any]], None]) -> None:
    if not found.begun:
        deliver(_start(found))
        found.begun = True
    deliver({"type": "http.response.body", "body": found.body, "more_body": True})
    found.body = b""


def _start(found: _Answer) -> dict[str, Any]:
    headers = list(found.headers)
    return {"type": "http.response.start", "status": found.status, "headers": headers}


async def _sent(send: Send, message: dict[str, Any]) -> None:
    await send(message)


def _environ(scope: Scope, body: IO[bytes]) -> dict[str, Any]:
    """What PEP 3333 says of a request."""
    size = body.tell()
    body.seek(0)
    client, server = scope.get("client") or ("", 0), scope.get("server") or ("localhost", 80)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope.get('http_version', '1.1')}",
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1]),
        "REMOTE_ADDR": client[0],
        "CONTENT_LENGTH": str(size),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    environ.update(_headers(scope))
    return environ


def _headers(scope: Scope) -> Iterator[tuple[str, str]]:
    found: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        # An underscore would let a client write over a header that a proxy sets.
        if "_" in name or name == "content-length":
            continue
        key = name.upper().replace("-", "_")
        key = key if key == "CONTENT_TYPE" else f"HTTP_{key}"
        joined = "; " if key == "HTTP_COOKIE" else ","
        found[key] = found[key] + joined + value if key in found else value
    yield from found.items()
