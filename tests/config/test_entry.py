"""One entry: the room, static files and the site, each at its addresses."""

import asyncio
from typing import Any

import pytest

from hoithi.config.entry import Entry
from hoithi.kit.asgi import BodyTooLarge, ClientGone, Receive, Scope, Send, answer, body_of
from hoithi.live.room import Room
from tests.config.serving import Heard, ask


def part(name: str) -> Any:
    """A part that says who it is."""

    async def application(_scope: Scope, _receive: Receive, send: Send) -> None:
        await answer(send, 200, name.encode())

    return application


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/room/v1/now", b"room"),
        ("/static/css/tokens.css", b"statics"),
        ("/", b"site"),
        ("/roommate", b"site"),
    ],
)
def test_each_part_answers_its_addresses(path: str, said: bytes) -> None:
    entry = Entry(room=part("room"), site=part("site"), statics=part("statics"))
    assert asyncio.run(ask(entry, path)).body == said


def test_a_process_of_one_part_has_nothing_of_the_others() -> None:
    only_room = Entry(room=part("room"), site=None, statics=part("statics"))
    only_site = Entry(room=None, site=part("site"), statics=part("statics"))

    async def story() -> list[Heard]:
        return [await ask(only_room, "/"), await ask(only_site, "/room/v1/now")]

    assert [one.status for one in asyncio.run(story())] == [404, 404]


def test_the_room_is_closed_with_the_process() -> None:
    said, life = [], iter(["lifespan.startup", "lifespan.shutdown"])

    async def receive() -> dict[str, str]:
        return {"type": next(life)}

    async def send(message: Any) -> None:
        said.append(message["type"])

    entry = Entry(room=Room(), site=None, statics=part("statics"))
    asyncio.run(entry({"type": "lifespan"}, receive, send))  # type: ignore[arg-type]  # plain messages will do
    assert said == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def body(pieces: list[bytes], *, limit: int = 10, seconds: float = 5) -> bytes:
    """What comes of a body in these pieces; after them nothing more comes."""
    waiting = list(pieces)

    async def receive() -> dict[str, Any]:
        if not waiting:
            await asyncio.Event().wait()
        if waiting[0] == b"gone":
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": waiting.pop(0), "more_body": waiting != [b"end"]}

    return asyncio.run(body_of(receive, limit=limit, seconds=seconds))


def test_a_body_comes_whole_or_not_at_all() -> None:
    assert body([b"abc", b"def", b"end"]) == b"abcdef"
    with pytest.raises(BodyTooLarge):
        body([b"abcdef", b"ghijkl", b"end"])
    with pytest.raises(ClientGone):
        body([b"abc", b"gone"])
    with pytest.raises(ClientGone):
        body([b"abc"], seconds=0.01)
