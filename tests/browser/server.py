"""A real server process on a data folder of its own, which a test may stop and start again."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

HOME = Path(__file__).parents[2]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path, port: int) -> dict[str, str]:
    """What the processes of this installation are told."""
    return {
        **os.environ,
        "HOITHI_DATA": str(folder),
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "hoithi.config.settings",
        "PYTHONPATH": os.pathsep.join([str(HOME / "src"), str(HOME)]),
        "DATABASE_URL": "",
    }


def fill(folder: Path) -> None:
    """Makes the tables and the contests of `world`."""
    command = [sys.executable, "-m", "tests.browser.world"]
    subprocess.run(command, env=environment(folder, 0), cwd=HOME, check=True)


def session_of(folder: Path, login: str) -> str:
    """The key of a session in which this account is signed in with its second factor."""
    command = [sys.executable, "-m", "tests.browser.session", login]
    done = subprocess.run(
        command, env=environment(folder, 0), cwd=HOME, check=True, capture_output=True, text=True
    )
    return done.stdout


def decide(folder: Path, slug: str, *words: str) -> None:
    """Lets the organiser decide about the open round of a contest: the change and its facts."""
    command = [sys.executable, "-m", "tests.browser.decide", slug, *words]
    subprocess.run(command, env=environment(folder, 0), cwd=HOME, check=True)


def close_everything(folder: Path) -> list[list[object]]:
    """Lets the time of all open papers be over; answers and number of those of `du-doan`."""
    command = [sys.executable, "-m", "tests.browser.later"]
    done = subprocess.run(
        command, env=environment(folder, 0), cwd=HOME, check=True, capture_output=True
    )
    counted: list[list[object]] = json.loads(done.stdout)
    return counted


def close_overdue(folder: Path, seconds: int) -> None:
    """Lets the worker close what is over by so many seconds from now."""
    command = [sys.executable, "-m", "tests.browser.later", str(seconds)]
    subprocess.run(command, env=environment(folder, 0), cwd=HOME, check=True, capture_output=True)


@contextmanager
def serving(folder: Path, port: int) -> Iterator[str]:
    """The address of a server that runs until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "hoithi.config.web"],
        env=environment(folder, port),
        cwd=HOME,
        stdin=subprocess.PIPE,
    )
    try:
        answers(port)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def answers(port: int, *, seconds: float = 30) -> None:
    """Waits until the server on this port answers."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/room/v1/now")
            if connection.getresponse().status == 200:
                return
        except OSError:
            continue
        finally:
            connection.close()
    raise TimeoutError(port)
