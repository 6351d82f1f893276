"""How many came lately, by key, counted in memory: to slow down, never to refuse."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import NamedTuple

_KEYS = 50_000
"""More keys than this push out those that came longest ago."""


class Window(NamedTuple):
    """One window of time of one key."""

    key: str
    number: int


class Crowd:
    """Counts in windows of equal length; the count of the window before fades out evenly.

    Processes tell one another what they counted (`untold`, `learn`), so that each soon knows of
    all, and a fresh one of what was before it.
    """

    def __init__(self, window: timedelta) -> None:
        self.window = window
        self._seconds = window.total_seconds()
        self._untold: dict[Window, int] = {}
        self._counts: OrderedDict[str, tuple[int, int, int]] = OrderedDict()
        self._lock = threading.Lock()

    def come(self, key: str, *, at: datetime) -> float:
        """Counts one more and answers how many came within the window that ends now."""
        with self._lock:
            number, before, now = self._turned(key, at)
            self._counts[key] = (number, before, now + 1)
            self._counts.move_to_end(key)
            told = Window(key, number)
            if told in self._untold or len(self._untold) < _KEYS:
                self._untold[told] = self._untold.get(told, 0) + 1
            while len(self._counts) > _KEYS:
                self._counts.popitem(last=False)
        return self._faded(before, now + 1, at)

    def count(self, key: str, *, at: datetime) -> float:
        """How many came within the window that ends now; counts nobody."""
        with self._lock:
            _, before, now = self._turned(key, at)
        return self._faded(before, now, at)

    def untold(self) -> dict[Window, int]:
        """What was counted here since this was asked the last time."""
        with self._lock:
            told, self._untold = self._untold, {}
        return told

    def learn(self, totals: Mapping[Window, int]) -> None:
        """Takes what all processes counted, in the present window of a key or in the one before."""
        with self._lock:
            for told, total in totals.items():
                number, before, now = self._counts.get(told.key, (told.number, 0, 0))
                if told.number == number:
                    now = total + self._untold.get(told, 0)
                elif told.number == number - 1:
                    before = total
                self._counts[told.key] = (number, before, now)

    def _turned(self, key: str, at: datetime) -> tuple[int, int, int]:
        number = int(at.timestamp() // self._seconds)
        window, before, now = self._counts.get(key, (number, 0, 0))
        if window == number:
            return number, before, now
        return number, now if window == number - 1 else 0, 0

    def _faded(self, before: int, now: int, at: datetime) -> float:
        return before * (1 - at.timestamp() % self._seconds / self._seconds) + now


@lru_cache(maxsize=10_000)
def network_of(address: str) -> str:
    """The network of an address: /24, or /64 of the newer kind; other text stays as it is."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{address}/{24 if parsed.version == 4 else 64}", strict=False))
