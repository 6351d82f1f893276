"""The site's WSGI application behind the ASGI entry."""

import asyncio
import threading
from collections.abc import Callable, Iterable
from typing import Any

from hoithi.config.site import LARGEST_BODY, Site
from tests.config.serving import ask

Environ = dict[str, Any]


def echo(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Says what it was asked."""
    body = environ["wsgi.input"].read()
    said = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']} {environ['QUERY_STRING']} "
    said += f"{environ['CONTENT_LENGTH']} {environ.get('HTTP_COOKIE')} {environ['REMOTE_ADDR']} "
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Length", str(len(body)))])
    return [said.encode("latin-1"), body]


def asked(site: Site, *args: Any, **rest: Any) -> Any:
    heard = asyncio.run(ask(site, *args, **rest))
    site.close()
    return heard


def test_a_request_arrives_whole() -> None:
    heard = asked(
        Site(echo),
        "/cuộc-thi?tuần=2",
        method="POST",
        body=[b"a" * 200_000, b"b" * 200_000],
        headers={"Cookie": "a=1", "X_Forged": "1"},
    )
    said = "POST /cuộc-thi tuần=2 400000 a=1 192.0.2.1 ".encode()
    assert (heard.status, heard.body) == (200, said + b"a" * 200_000 + b"b" * 200_000)


def test_head_has_no_body() -> None:
    heard = asked(Site(echo), "/", method="HEAD")
    assert (heard.status, heard.body, heard.headers["X-Length"]) == (200, b"", "0")


def test_a_body_too_large_is_refused_before_it_is_read_whole() -> None:
    heard = asked(Site(echo), "/", method="POST", body=[b"x" * 1_000_000] * 33)
    assert (heard.status, LARGEST_BODY, heard.headers["connection"]) == (413, 32_000_000, "close")


def test_a_client_that_goes_away_reaches_no_thread() -> None:
    reached: list[Environ] = []

    def note(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        reached.append(environ)
        return echo(environ, start_response)

    site = Site(note)
    heard = asked(site, "/", method="POST", body=[])
    assert (heard.status, reached) == (0, [])


def test_a_large_answer_comes_in_pieces_and_is_closed() -> None:
    closed = threading.Event()

    class Pieces(list[bytes]):
        def close(self) -> None:
            closed.set()

    def large(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        del environ
        start_response("200 OK", [])
        return Pieces([b"x" * 200_000] * 10)

    heard = asked(Site(large), "/")
    assert (heard.body == b"x" * 2_000_000, len(heard.pieces) > 1) == (True, True)
    assert closed.is_set()


async def _crowd(site: Site, inside: threading.Event, go: threading.Event) -> list[int]:
    waiting = [asyncio.create_task(ask(site, "/")) for _ in range(4)]
    await asyncio.to_thread(inside.wait)
    # Four are inside or waiting, which is all that this site takes.
    refused = await ask(site, "/")
    go.set()
    served = await asyncio.gather(*waiting)
    again = await ask(site, "/")
    assert refused.headers["retry-after"] == "3"
    return [one.status for one in (refused, *served, again)]


def test_too_many_at_once_are_asked_to_come_again() -> None:
    inside, go = threading.Event(), threading.Event()

    def slow(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        inside.set()
        go.wait()
        return echo(environ, start_response)

    site = Site(slow, threads=1, waiting=3)
    statuses = asyncio.run(_crowd(site, inside, go))
    site.close()
    assert statuses == [503, 200, 200, 200, 200, 200]


def test_each_thread_lasts() -> None:
    threads = set()

    def note(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        threads.add(threading.get_ident())
        return echo(environ, start_response)

    async def many(site: Site) -> None:
        await asyncio.gather(*(ask(site, "/") for _ in range(40)))

    site = Site(note, threads=3)
    asyncio.run(many(site))
    site.close()
    assert len(threads) <= 3
