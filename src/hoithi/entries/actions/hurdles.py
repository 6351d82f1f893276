"""What stands before entry: a short computation where the rulebook or a crowd asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from ipaddress import ip_address

from django.conf import settings

from hoithi.entries.facts import Door
from hoithi.kit.crowds import Crowd, Window, network_of
from hoithi.kit.puzzles import LASTS, puzzle, solved
from hoithi.people.actions import tallies
from hoithi.people.models import Spent

BITS = 14
"""About sixteen thousand hashes: well under a second on a cheap phone."""
MORE_BITS = 17
CROWD = 120
"""So many from one network within ten minutes are a school or a script: both compute a little."""
WAIT = timedelta(seconds=20)
"""Whoever cannot compute waits instead."""
WAITERS = 60
"""So many from one network may wait instead within ten minutes: a script would wait in parallel."""

_crowd = Crowd(timedelta(minutes=10))
_waiters = Crowd(timedelta(minutes=10))


@dataclass(frozen=True)
class Hurdle:
    """What is asked for on a form, if anything, and what answers it."""

    subject: str
    bits: int
    puzzle: str = ""
    network: str = ""

    def taken(self, answers: Mapping[str, str], *, at: datetime) -> bool:
        """Whether the computation was done, or the form was waited over; it is used up by that."""
        if not self.bits:
            return True
        answer = self.answer(answers, at=at)
        return answer is not None and tallies.spend([answer])[0]

    def answer(self, answers: Mapping[str, str], *, at: datetime) -> Spent | None:
        """The unsaved row that uses the computation or the wait up; None where neither holds.

        One computation, or one wait, lets one form through, in whichever process it arrives.
        """
        proof, asked = answers.get("proof", ""), answers.get("asked", "")
        if solved(settings.SECRET_KEY, self.subject, proof=proof, at=at, bits=self.bits):
            return tallies.to_spend(proof, until=at + LASTS)
        if not self._waited(asked, at):
            return None
        waiters = _waiters.come(f"{self.subject}|{self.network}", at=at)
        return tallies.to_spend(asked, until=at + LASTS) if waiters <= WAITERS else None

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
    network = network_of(address)
    came = 0.0 if _is_own(address) else _come(subject, network, at, counted=counted)
    bits = MORE_BITS if came > CROWD else BITS if door.entry.proof_of_work else 0
    asked = puzzle(settings.SECRET_KEY, subject, bits=bits, at=at) if bits else ""
    return Hurdle(subject, bits, asked, network)


def _come(subject: str, network: str, at: datetime, *, counted: bool) -> float:
    key = f"{subject}|{network}"
    return _crowd.come(key, at=at) if counted else _crowd.count(key, at=at)


def share_crowds() -> None:
    """Tells the other processes who came here, and learns who came there."""
    for name, crowd in (("came", _crowd), ("waited", _waiters)):
        if untold := crowd.untold():
            _share(name, crowd, untold)


def _share(name: str, crowd: Crowd, untold: Mapping[Window, int]) -> None:
    named = {(tallies.key_of(name, one.key), one.number): one for one in untold}
    counts = {hashed: untold[one] for hashed, one in named.items()}
    totals = tallies.added(counts, window=crowd.window)
    before = {
        (key, number - 1): Window(one.key, number - 1) for (key, number), one in named.items()
    }
    found = tallies.of_windows(before)
    crowd.learn({(named | before)[one]: count for one, count in (totals | found).items()})


@lru_cache(maxsize=10_000)
def _is_own(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return True
