"""Starts child processes, starts them again when they die, and stops them with itself."""

import logging
import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

log = logging.getLogger(__name__)

FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
HEALTHY_SECONDS = 60.0
"""A child that lived so long starts again without delay's memory."""
PATIENCE = 15.0
"""Seconds that children get to finish what they do."""


@dataclass(frozen=True)
class Child:
    """One process to keep alive."""

    name: str
    command: Sequence[str]
    environ: Mapping[str, str] = field(default_factory=dict)
    niceness: int = 0


class Supervisor:
    """Keeps children alive until told to stop.

    Each child reads its standard input, which ends when this process is gone however it died:
    none is left behind.
    """

    def __init__(self, children: Sequence[Child]) -> None:
        self._children = children
        self._stopping = threading.Event()
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._lock = threading.Lock()

    def run(self) -> None:
        """Until SIGTERM or SIGINT."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._stopping.set())
        keepers = [threading.Thread(target=self._keep, args=(child,)) for child in self._children]
        for keeper in keepers:
            keeper.start()
        self._stopping.wait()
        self._end()
        for keeper in keepers:
            keeper.join()

    def _keep(self, child: Child) -> None:
        delay = FIRST_DELAY
        while not self._stopping.is_set():
            begun = time.monotonic()
            code = self._start(child).wait()
            if self._stopping.is_set():
                return
            if time.monotonic() - begun > HEALTHY_SECONDS:
                delay = FIRST_DELAY
            log.error("%s ended with %s; it starts again in %s s", child.name, code, delay)
            self._stopping.wait(delay)
            delay = min(delay * 2, LONGEST_DELAY)

    def _start(self, child: Child) -> subprocess.Popen[bytes]:
        with self._lock:
            process = subprocess.Popen(
                [*_polite(child.niceness), *child.command],
                env={**os.environ, **child.environ},
                stdin=subprocess.PIPE,
                # Ctrl+C in a terminal goes to this process alone, which then stops the others.
                start_new_session=True,
            )
            self._running[child.name] = process
            if self._stopping.is_set():
                process.terminate()
            return process

    def _end(self) -> None:
        with self._lock:
            running = list(self._running.values())
        for process in running:
            process.terminate()
        end = time.monotonic() + PATIENCE
        for process in running:
            try:
                process.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                log.warning("%s does not end and is killed", process.args)
                process.kill()


def _polite(niceness: int) -> list[str]:
    return ["nice", "-n", str(niceness)] if niceness else []
