"""How many came lately, by key, in the memory of one process: to slow down, never to refuse."""

import threading
from collections import OrderedDict
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

_KEYS = 50_000
"""More keys than this push out those that came longest ago."""


class Crowd:
    """Counts in windows of equal length; the count of the window before fades out evenly."""

    def __init__(self, window: timedelta) -> None:
        self._seconds = window.total_seconds()
        self._counts: OrderedDict[str, tuple[int, int, int]] = OrderedDict()
        self._lock = threading.Lock()

    def come(self, key: str, *, at: datetime) -> float:
        """Counts one more and answers how many came within the window that ends now."""
        with self._lock:
            number, before, now = self._turned(key, at)
            self._counts[key] = (number, before, now + 1)
            self._counts.move_to_end(key)
            while len(self._counts) > _KEYS:
                self._counts.popitem(last=False)
        return self._faded(before, now + 1, at)

    def count(self, key: str, *, at: datetime) -> float:
        """How many came within the window that ends now; counts nobody."""
        with self._lock:
            _, before, now = self._turned(key, at)
        return self._faded(before, now, at)

    def _turned(self, key: str, at: datetime) -> tuple[int, int, int]:
        number = int(at.timestamp() // self._seconds)
        window, before, now = self._counts.get(key, (number, 0, 0))
        if window == number:
            return number, before, now
        return number, now if window == number - 1 else 0, 0

    def _faded(self, before: int, now: int, at: datetime) -> float:
        return before * (1 - at.timestamp() % self._seconds / self._seconds) + now


def network_of(address: str) -> str:
    """The network of an address: /24, or /64 of the newer kind; other text stays as it is."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{address}/{24 if parsed.version == 4 else 64}", strict=False))
