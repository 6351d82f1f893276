"""Lets a crowd take part in one round through the room's own interface."""

import asyncio
import sys
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager

from hoithi.rehearsals.contestant import Contestant, Deeds, Field
from hoithi.rehearsals.people import FalsePerson

AT_ONCE = 64
BESIDE_REAL_PEOPLE = 8
"""So many at once where somebody sits a real round on the same installation."""
SHORT_TURNS = 0.0005
"""Seconds, as in the served web process."""


async def simulate(
    field: Field,
    crowd: Sequence[FalsePerson],
    tokens: MutableMapping[int, str],
    *,
    told: Callable[[Deeds], None] = lambda _deeds: None,
    at_once: int = AT_ONCE,
) -> Deeds:
    """Everybody of the crowd takes part once; returns what they did.

    `tokens` remembers who has entered (by number), for the next round; `told` hears of progress.
    """
    deeds, gate = Deeds(), asyncio.Semaphore(at_once)

    async def one(person: FalsePerson) -> None:
        async with gate:
            contestant = Contestant(person, field, deeds)
            token = await contestant.take_part(tokens.get(person.number, ""))
            if token:
                tokens[person.number] = token
            told(deeds)

    with _short_turns():
        await asyncio.gather(*(one(person) for person in crowd))
    return deeds


@contextmanager
def _short_turns() -> Iterator[None]:
    """The room's writer has a thread of its own; long turns would make each wait for the other."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SHORT_TURNS)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
