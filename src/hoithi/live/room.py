"""The exam room as an ASGI application: its addresses, and what is said when there is none."""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import NamedTuple

from django.utils import translation

from hoithi.kit import clock
from hoithi.kit.asgi import (
    BodyTooLarge,
    ClientGone,
    Header,
    Receive,
    Scope,
    Send,
    answer,
    body_of,
    header,
)
from hoithi.kit.refusals import Refusal
from hoithi.live import entering, now, sheets, starts
from hoithi.live.desk import Desk
from hoithi.live.requests import JSON, Reply, Request
from hoithi.live.wire import RefusalOut, encode
from hoithi.sittings.facts.refusals import (
    Busy,
    Failed,
    RoomRefusal,
    TooLarge,
    TooOften,
    UnknownAddress,
    WrongMethod,
)
from hoithi.wording import sentence
from hoithi.wording import sittings as _registers_its_sentences  # noqa: F401 - by being imported

log = logging.getLogger(__name__)

LARGEST_BODY = 64_000
SECONDS_FOR_BODY = 20.0
RETRY_AFTER: Mapping[type[Refusal], int] = {Busy: 2, TooOften: 1}
"""Seconds."""

Handler = Callable[[Desk, Request], Awaitable[Reply]]


_SLUG = r"(?P<slug>[a-z0-9-]{1,80})"


class Route(NamedTuple):
    """An address with what may be done there, by method."""

    pattern: re.Pattern[str]
    methods: Mapping[str, Handler]


ROUTES: tuple[Route, ...] = (
    Route(re.compile(rf"/room/v1/contests/{_SLUG}/entries"), {"POST": entering.enter}),
    Route(re.compile(rf"/room/v1/contests/{_SLUG}/returns"), {"POST": entering.come_back}),
    Route(re.compile(r"/room/v1/sittings/current/sheet"), {"PUT": sheets.save}),
    Route(re.compile(r"/room/v1/sittings/current/submission"), {"POST": sheets.hand_in}),
    Route(re.compile(r"/room/v1/sittings"), {"POST": starts.start}),
    Route(re.compile(r"/room/v1/now"), {"GET": now.now}),
    Route(re.compile(r"/room/v1/openapi\.json"), {"GET": now.openapi}),
)


class Room:
    """Answers everything under /room/; opens its database connections with the first packet."""

    def __init__(self, desk: Callable[[], Desk] = Desk) -> None:
        self._make_desk = desk
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        """What the handlers work with."""
        if self._desk is None:
            self._desk = self._make_desk()
        return self._desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        try:
            reply = await self._reply(scope, receive)
        except ClientGone:
            return
        except BodyTooLarge:
            reply = _refused(scope, TooLarge(), ((b"connection", b"close"),))
        except Refusal as refusal:
            reply = _refused(scope, refusal)
        except Exception:
            log.exception("%s %s failed", scope["method"], scope["path"])
            reply = _refused(scope, Failed())
        head = scope["method"] == "HEAD"
        await answer(send, reply.status, reply.body, reply.headers, head=head)

    async def close(self) -> None:
        """Answers what was received, then stops."""
        if self._desk is not None:
            self._desk.rest()
            await asyncio.to_thread(self._desk.close)
            self._desk = None

    async def _reply(self, scope: Scope, receive: Receive) -> Reply:
        handler, facts = _handler(scope["path"], scope["method"])
        body = await body_of(receive, limit=LARGEST_BODY, seconds=SECONDS_FOR_BODY)
        request = Request(
            # The packet's one moment: its last byte is here.
            at=clock.now(),
            body=body,
            token=_token(scope),
            agent=(header(scope, b"user-agent") or b"").decode("latin-1"),
            client=(scope.get("client") or ("", 0))[0],
            facts=facts,
        )
        return await handler(self.desk, request)


def _handler(path: str, method: str) -> tuple[Handler, dict[str, str]]:
    for route in ROUTES:
        found = route.pattern.fullmatch(path)
        if found is not None:
            handler = route.methods.get("GET" if method == "HEAD" else method)
            if handler is None:
                raise WrongMethod(allow=", ".join(route.methods))
            return handler, found.groupdict()
    raise UnknownAddress


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _token(scope: Scope) -> bytes:
    given = header(scope, b"authorization") or b""
    return given[7:].strip() if given[:7].lower() == b"bearer " else b""


def _refused(scope: Scope, refusal: Refusal, headers: tuple[Header, ...] = ()) -> Reply:
    """The refusal with its sentence, in Vietnamese unless the device asks for English first."""
    wished = header(scope, b"accept-language") or b""
    with translation.override("en" if wished[:2].lower() == b"en" else "vi"):
        said = sentence(refusal)
    code, status = _snake(type(refusal).__name__), 409
    if isinstance(refusal, RoomRefusal):
        code, status = refusal.code, refusal.status
    if type(refusal) in RETRY_AFTER:
        headers = (*headers, (b"retry-after", str(RETRY_AFTER[type(refusal)]).encode()))
    if isinstance(refusal, WrongMethod):
        headers = (*headers, (b"allow", str(refusal.facts["allow"]).encode()))
    out = RefusalOut(code, said, refusal.facts, clock.now())
    return Reply(status, encode(out), (*JSON, *headers))
