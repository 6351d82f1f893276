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
        number, into = divmod(at.timestamp(), self._seconds)
        with self._lock:
            window, before, now = self._counts.pop(key, (int(number), 0, 0))
            if window != int(number):
                before, now = (now if window == int(number) - 1 else 0), 0
            self._counts[key] = (int(number), before, now + 1)
            while len(self._counts) > _KEYS:
                self._counts.popitem(last=False)
        return before * (1 - into / self._seconds) + now + 1


def network_of(address: str) -> str:
    """The network of an address: /24, or /64 of the newer kind; other text stays as it is."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{address}/{24 if parsed.version == 4 else 64}", strict=False))
