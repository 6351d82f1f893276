"""The requests of one person, as bytes: made ahead, so that the generator does little."""

import itertools
import json

from benchmarks.load import Connection, request

_numbers = itertools.count(1)
SAVES = 5
PLACES = 20


class Failed(Exception):
    """The server answered with something else than success."""


def _dumped(data: object) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode()


_SHEETS = [
    _dumped({str(place): 1 + (turn + place) % 4 for place in range(1, PLACES + 1)})
    for turn in range(4)
]


def entry(slug: str) -> bytes:
    """The entry form of somebody new."""
    number = next(_numbers)
    fields = {
        "full_name": f"Nguyễn Văn {['Bình', 'An', 'Hòa', 'Minh'][number % 4]}",
        "birth_year": str(1960 + number % 40),
        "phone": f"09{number:08d}",
        "consent": "yes",
    }
    return request("POST", f"/room/v1/contests/{slug}/entries", _dumped({"fields": fields}))


def start(slug: str, token: str) -> bytes:
    """The wish to begin, with an entrant's token."""
    return request(
        "POST", "/room/v1/sittings", _dumped({"contest": slug, "device": "bench"}), token
    )


def save(sitting: str, revision: int) -> bytes:
    """The whole sheet under a revision, with a sitting's token."""
    return request("PUT", "/room/v1/sittings/current/sheet", _sheet(revision), sitting)


def hand_in(sitting: str, revision: int) -> bytes:
    """The final sheet."""
    path = "/room/v1/sittings/current/submission"
    return request("POST", path, _sheet(revision), sitting)


def _sheet(revision: int) -> bytes:
    return b'{"revision":%d,"answers":%b}' % (revision, _SHEETS[revision % 4])


async def told(connection: Connection, sent: bytes, *wanted: int) -> dict[str, object]:
    """The answer of an address. Raises `Failed` for another status."""
    status, body = await connection.ask(sent)
    if status not in wanted:
        raise Failed(status, body[:200])
    return dict(json.loads(body))


async def enter(connection: Connection, slug: str) -> str:
    """Enters; the entrant's token."""
    return str((await told(connection, entry(slug), 201))["entrant_token"])


async def begin(connection: Connection, slug: str, token: str) -> str:
    """Gets a paper; the sitting's token. Refuses an answer without the questions."""
    answer = await told(connection, start(slug, token), 201)
    if b"questions" not in _dumped(answer["paper"]):
        raise Failed(answer)
    return str(answer["sitting_token"])
