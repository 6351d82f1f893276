"""Tells how far a rehearsal is, once a second, and hears that it is not wanted any more."""

import logging
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError, connection

from hoithi.contests import actions
from hoithi.contests.models import Rehearsal
from hoithi.kit import clock
from hoithi.rehearsals.contestant import Deeds

log = logging.getLogger(__name__)

EVERY_SECONDS = 1.0


class Stopped(Exception):
    """The organiser ended the rehearsal, its time is over, or another run took its place."""


@dataclass
class RoundPlayed:
    """A round of a rehearsal as the watcher tells of it."""

    key: str
    title: str
    crowd: int
    deeds: Deeds = field(default_factory=Deeds)
    begun: float = field(default_factory=time.monotonic)
    seconds: float = 0.0
    done: bool = False

    def stop_watch(self) -> None:
        """The round is played: its time stands still."""
        self.seconds, self.done = time.monotonic() - self.begun, True

    def told(self) -> dict[str, Any]:
        """What is written down; numbers only, nobody's name."""
        return {
            "key": self.key,
            "title": self.title,
            "crowd": self.crowd,
            "people": self.deeds.took_part,
            "sittings": self.deeds.sittings,
            "saves": self.deeds.saves,
            "submissions": self.deeds.submissions,
            "refusals": dict(self.deeds.refusals.most_common()),
            "seconds": round(self.seconds or time.monotonic() - self.begun, 1),
            "done": self.done,
        }


class Watcher:
    """Writes the progress on a thread of its own, so that nobody of the crowd waits for it."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self._rehearsal = rehearsal
        self.rounds: list[RoundPlayed] = []
        self._unwanted = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="rehearsal", daemon=True)

    def __enter__(self) -> "Watcher":
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._over.set()
        self._thread.join()

    def check(self) -> None:
        """Raises Stopped where the rehearsal is not wanted any more."""
        if self._unwanted.is_set():
            raise Stopped

    def tell(self) -> None:
        """Writes down how far it is now."""
        told: list[object] = [one.told() for one in self.rounds]
        if not actions.still_wanted(self._rehearsal, told, at=clock.now()):
            self._unwanted.set()

    def _watch(self) -> None:
        try:
            while not self._over.wait(EVERY_SECONDS):
                self._tell_if_possible()
        finally:
            connection.close()

    def _tell_if_possible(self) -> None:
        try:
            self.tell()
        except DatabaseError:
            # The next second tells again; only a long silence looks like a crash.
            log.warning("The progress of a rehearsal could not be written", exc_info=True)
