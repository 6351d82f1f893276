"""How often one sitting may send: far more than any page does, far less than a script can."""

from datetime import datetime

from hoithi.sittings.facts.refusals import TooOften

A_SECOND = 20
"""Packets of one sitting within a second of the clock; a page that is typed on sends one or two."""
_SITTINGS = 50_000
"""Sittings in memory; when there are more, all begin to count anew."""


class Pace:
    """Counts the packets of each sitting in this process, second by second."""

    def __init__(self) -> None:
        self._counts: dict[int, tuple[int, int]] = {}

    def step(self, sitting_id: int, at: datetime) -> None:
        """One more packet. Refuses (TooOften) what comes too fast to be a person's page."""
        second = int(at.timestamp())
        counted, count = self._counts.get(sitting_id, (second, 0))
        count = count + 1 if counted == second else 1
        if len(self._counts) >= _SITTINGS:
            self._counts.clear()
        self._counts[sitting_id] = (second, count)
        if count > A_SECOND:
            raise TooOften
