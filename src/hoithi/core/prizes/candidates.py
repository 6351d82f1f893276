"""Whom to telephone, in which order, to verify who they are before the result is published."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hoithi.core.prizes.records import Allotment


class CandidateFor(StrEnum):
    """As what someone is called."""

    PRIZE = "prize"
    TIE = "tie"
    """One of equals of whom not all will get the same."""
    RESERVE = "reserve"


@dataclass(frozen=True)
class Candidate:
    """One person (or unit) to verify."""

    entrant_id: int
    place: int
    standing: CandidateFor
    prizes: tuple[str, ...] = ()
    """The prize; for equals every prize that is at stake."""
    verified: bool = False


def candidates(allotment: Allotment) -> tuple[Candidate, ...]:
    """Winners and equals from the first slot down, then the reserves in the order of their rank."""
    ready = (
        Candidate(one.entrant_id, one.place, CandidateFor.RESERVE) for one in allotment.reserves
    )
    top = sorted(_top(allotment), key=lambda one: (one[0], one[1].place))
    return (*(candidate for _, candidate in top), *ready)


def _top(allotment: Allotment) -> Iterator[tuple[int, Candidate]]:
    for winner in allotment.winners:
        yield (
            winner.slot,
            Candidate(
                winner.entrant_id,
                winner.place,
                CandidateFor.PRIZE,
                (winner.prize_key,),
                winner.verified,
            ),
        )
    for tie in allotment.undecided:
        prizes = tuple(dict.fromkeys(slot.prize.key for slot in tie.slots))
        for entrant_id in tie.entrants:
            yield tie.slots[0].number, Candidate(entrant_id, tie.place, CandidateFor.TIE, prizes)
