"""The server's clock, and the description of the interface."""

from pathlib import Path

from hoithi.live.desk import Desk
from hoithi.live.requests import Reply, Request
from hoithi.live.wire import NowOut, encode

OPENAPI = Path(__file__).with_name("openapi.json")


async def now(desk: Desk, request: Request) -> Reply:
    """The moment at which the request was received."""
    del desk
    return Reply(200, encode(NowOut(request.at)))


async def openapi(desk: Desk, request: Request) -> Reply:
    """The OpenAPI file against which the interface is tested."""
    del desk, request
    return Reply(200, _read())


def _read() -> bytes:
    return OPENAPI.read_bytes()
