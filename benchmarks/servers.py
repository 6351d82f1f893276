"""Starts real web processes for measurements."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

_EMBEDDED = """
import asyncio, os, sys
from granian.constants import HTTPModes, Interfaces
from granian.server.embed import Server
from {module} import application
sys.setswitchinterval(0.0005)
server = Server(application, port=int(os.environ["PORT"]), interface=Interfaces.ASGI,
                http=HTTPModes.http1, websockets=False, log_enabled=False, backlog=4096)
asyncio.run(server.serve())
"""


@dataclass(frozen=True)
class Served:
    """A server that runs beside the load."""

    port: int
    pid: int

    def used(self) -> float:
        """Seconds of CPU that its process has used, user and system together (Linux)."""
        # The name of the process may contain spaces; what follows its parenthesis has none.
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port that nobody listens at."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(command: list[str], **environ: str) -> Iterator[Served]:
    """A server on a free port, stopped at the end."""
    port = free_port()
    variables = {**os.environ, **environ, "PORT": str(port)}
    with subprocess.Popen(command, env=variables, stdin=subprocess.PIPE) as process:
        try:
            wait_for(port, process)
            yield Served(port, process.pid)
        finally:
            process.terminate()


def room(**environ: str) -> "contextmanager[Served]":  # type: ignore[type-arg]  # what `running` gives
    """The product's own web process."""
    return running([sys.executable, "-m", "hoithi.config.web"], **environ)  # type: ignore[return-value]  # as above


def minimal(**environ: str) -> "contextmanager[Served]":  # type: ignore[type-arg]  # as above
    """The baseline on the same server."""
    code = _EMBEDDED.format(module="benchmarks.baseline")
    return running([sys.executable, "-c", code], **environ)  # type: ignore[return-value]  # as above


def wait_for(port: int, process: "subprocess.Popen[bytes]", seconds: float = 120.0) -> None:
    """Until the process listens at the port; one that has ended never will."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"{process.args} does not listen (exit code {process.returncode})")
