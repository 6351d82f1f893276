"""The web process: Granian in this process's own event loop (`python -m hoithi.config.web`)."""

import asyncio
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Mapping

import uvloop
from django.db import close_old_connections
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from hoithi.config.asgi import application  # sets Django up, so it comes first
from hoithi.entries.actions.hurdles import share_crowds
from hoithi.kit import lifeline
from hoithi.web.public.visits import share_now_and_then

SWITCH_SECONDS = 0.0001
"""How long a busy thread keeps the interpreter: the exam room must not wait for the site."""
WAITING_CONNECTIONS = 4096
HEADER_MILLISECONDS = 15_000
SHARE_SECONDS = 2.0
COLLECTING = (20_000, 20, 20)
"""Thresholds of the garbage collector: a request makes thousands of objects and no circles."""

log = logging.getLogger(__name__)


async def serve(address: str, port: int) -> None:
    """Serves until SIGTERM or SIGINT; what was received is answered first."""
    server = Server(
        application,
        address=address,
        port=port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        websockets=False,
        backlog=WAITING_CONNECTIONS,
        backpressure=WAITING_CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_MILLISECONDS),
        log_enabled=False,
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    await server.serve()


def main(environ: Mapping[str, str] = os.environ) -> None:
    """Address and port come from `HOITHI_BIND` and `PORT`."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    sys.setswitchinterval(SWITCH_SECONDS)
    lifeline.hold()
    _settle()
    threading.Thread(target=_share_for_ever, name="crowds", daemon=True).start()
    address, port = environ.get("HOITHI_BIND", "127.0.0.1"), int(environ.get("PORT", "8000"))
    uvloop.run(serve(address, port))


def _settle() -> None:
    """What was loaded stays: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTING)


def _share_for_ever() -> None:
    """Tells the other processes every two seconds how many people came here lately, and adds the
    visits of public pages to the totals of their days."""
    never = threading.Event()
    while not never.wait(SHARE_SECONDS):
        try:
            close_old_connections()
            share_crowds()
            share_now_and_then()
        except Exception:
            log.exception("What was counted could not be shared for now")


if __name__ == "__main__":
    main()
