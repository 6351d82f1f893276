"""The one entry of a web process: which part of the house answers which address."""

import logging

from django.conf import settings

from hoithi.config.proxies import Proxies
from hoithi.kit.asgi import Application, Receive, Scope, Send, answer
from hoithi.live.room import Room

log = logging.getLogger(__name__)


class Entry:
    """The exam room natively, static files from memory, the site in its pool of threads."""

    def __init__(
        self,
        *,
        room: Room | None,
        site: Application | None,
        statics: Application,
        proxies: Proxies | None = None,
    ) -> None:
        self._room = room
        self._site = site
        self._statics = statics
        self._proxies = proxies or Proxies(())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection of the server: a request, or the life of the process."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(self._proxies.told(scope), receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._part(scope["path"])(scope, receive, send)
        except Exception:
            log.exception("%s %s failed", scope["method"], scope["path"])
            raise

    def _part(self, path: str) -> Application:
        if path.startswith(settings.ROOM_URL):
            return self._room or _nothing
        if path.startswith(settings.STATIC_URL):
            return self._statics
        return self._site or _nothing

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                if self._room is not None:
                    await self._room.close()
                await send({"type": "lifespan.shutdown.complete"})
                return


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """This process does not serve that part (`serve --only`)."""
    del receive
    await answer(send, 404, b"", head=scope["method"] == "HEAD")
