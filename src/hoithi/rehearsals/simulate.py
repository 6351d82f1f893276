"""Lets a crowd take part in one round through the room's own interface."""

import asyncio
from collections.abc import Callable, MutableMapping, Sequence

from hoithi.rehearsals.contestant import Contestant, Deeds, Field
from hoithi.rehearsals.people import FalsePerson

AT_ONCE = 64


async def simulate(
    field: Field,
    crowd: Sequence[FalsePerson],
    tokens: MutableMapping[int, str],
    *,
    told: Callable[[Deeds], None] = lambda _deeds: None,
) -> Deeds:
    """Everybody of the crowd takes part once; returns what they did.

    `tokens` remembers who has entered (by the person's number), for the next round; `told`
    hears of the progress.
    """
    deeds = Deeds()
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(person: FalsePerson) -> None:
        async with gate:
            contestant = Contestant(person, field, deeds)
            token = await contestant.take_part(tokens.get(person.number, ""))
            if token:
                tokens[person.number] = token
            told(deeds)

    await asyncio.gather(*(one(person) for person in crowd))
    return deeds
