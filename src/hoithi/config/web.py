"""The web process: Granian in this process's own event loop (`python -m hoithi.config.web`)."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Mapping

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from hoithi.config.asgi import application
from hoithi.kit import lifeline

SWITCH_SECONDS = 0.0005
"""How long a busy thread keeps the interpreter: the exam room must not wait for the site."""
WAITING_CONNECTIONS = 4096
HEADER_MILLISECONDS = 15_000


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
    asyncio.run(serve(environ.get("HOITHI_BIND", "127.0.0.1"), int(environ.get("PORT", "8000"))))


if __name__ == "__main__":
    main()
