"""What stands before entry: a short computation where the rulebook or a crowd asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address

from django.conf import settings

from hoithi.entries.facts import Door
from hoithi.kit.crowds import Crowd, network_of
from hoithi.kit.puzzles import puzzle, solved

BITS = 14
"""About sixteen thousand hashes: well under a second on a cheap phone."""
MORE_BITS = 17
CROWD = 120
"""So many from one network within ten minutes are a school or a script: both compute a little."""
WAIT = timedelta(seconds=20)
"""Whoever cannot compute waits instead."""

_crowd = Crowd(timedelta(minutes=10))
_spent = Crowd(timedelta(hours=1))
"""A computation or a wait lets one form through, so far as this process remembers."""


@dataclass(frozen=True)
class Hurdle:
    """What is asked for on a form, if anything, and what answers it."""

    subject: str
    bits: int
    puzzle: str = ""

    def taken(self, answers: Mapping[str, str], *, at: datetime) -> bool:
        """Whether the computation was done, or the form was waited over."""
        if not self.bits:
            return True
        proof, asked = answers.get("proof", ""), answers.get("asked", "")
        if solved(settings.SECRET_KEY, self.subject, proof=proof, at=at, bits=self.bits):
            return _spent.come(proof, at=at) == 1
        return self._waited(asked, at) and _spent.come(asked, at=at) == 1

    def _waited(self, asked: str, at: datetime) -> bool:
        """Whether the puzzle of the form sent before is ours and old enough."""
        first = asked.partition(".")[0]
        if not first.isdecimal() or at.timestamp() - int(first) < WAIT.total_seconds():
            return False
        return solved(settings.SECRET_KEY, f"wait|{self.subject}", proof=f"{asked}:", at=at)

    def ticket(self, at: datetime) -> str:
        """What a form carries so that waiting counts."""
        return puzzle(settings.SECRET_KEY, f"wait|{self.subject}", bits=0, at=at)


def hurdle_at(door: Door, address: str, *, at: datetime, counted: bool = False) -> Hurdle:
    """The hurdle for whoever comes from this address; `counted`: somebody sent a form now.

    One's own machine is no network: a proxy that does not say for whom it asks must not make a
    whole province look like one crowd.
    """
    subject = f"entry|{door.contest_id}"
    came = 0.0 if _is_own(address) else _come(subject, network_of(address), at, counted=counted)
    bits = MORE_BITS if came > CROWD else BITS if door.entry.proof_of_work else 0
    asked = puzzle(settings.SECRET_KEY, subject, bits=bits, at=at) if bits else ""
    return Hurdle(subject, bits, asked)


def _come(subject: str, network: str, at: datetime, *, counted: bool) -> float:
    key = f"{subject}|{network}"
    return _crowd.come(key, at=at) if counted else _crowd.count(key, at=at)


def _is_own(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return True
