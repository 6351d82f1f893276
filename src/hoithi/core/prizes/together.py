"""Several tables allotted together, so that nobody takes more prizes than the policy allows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hoithi.core.prizes.allotment import allot
from hoithi.core.prizes.records import Allotment, Occasion, Winner, Won
from hoithi.core.ranking.placings import Placing
from hoithi.core.rulebook.prizes import OnePrize, PrizeTable


@dataclass(frozen=True)
class Request:
    """One table with the ranking it takes from."""

    table: PrizeTable
    placings: Sequence[Placing]
    occasion: Occasion


def won_in(allotment: Allotment) -> tuple[Won, ...]:
    """The prizes of an allotment as prizes that were won."""
    return tuple(_won(winner, allotment) for winner in allotment.winners)


def allot_together(requests: Sequence[Request]) -> tuple[Allotment, ...]:
    """All tables at once, in the order asked for; people, never units, under one policy.

    Of several prizes one may not keep together, the one of the highest amount is kept, then that
    of the earlier table; where the policy does not keep the higher, that of the earlier table.
    The highest of these is settled first, since it can only move others up: they leave their
    other tables, and the next in rank move up or the slots stay empty, as the policy says.
    """
    kept: dict[tuple[int, str | None], Won] = {}
    while True:
        found = [
            allot(one.table, one.placings, _with(one.occasion, kept.values())) for one in requests
        ]
        settled = _next_kept(requests, found)
        if settled is None:
            return tuple(
                _without_own(allotment, request)
                for allotment, request in zip(found, requests, strict=True)
            )
        within = requests[0].occasion.within(settled.round_key)
        kept[settled.entrant_id, within] = settled


def _with(occasion: Occasion, kept: Iterable[Won]) -> Occasion:
    return replace(occasion, won=(*occasion.won, *kept))


def _without_own(allotment: Allotment, request: Request) -> Allotment:
    """Only prizes that were there before are given up; those of this allotment never were."""
    before = tuple(one for one in allotment.given_up if one.won in request.occasion.won)
    return replace(allotment, given_up=before)


def _next_kept(requests: Sequence[Request], found: Sequence[Allotment]) -> Won | None:
    """The most valuable prize that is kept against another one; None when nobody has two."""
    by_entrant: dict[int, list[Won]] = {}
    for allotment in found:
        for won in won_in(allotment):
            by_entrant.setdefault(won.entrant_id, []).append(won)
    several = [won for won in by_entrant.values() if len(won) > 1]
    if not requests or requests[0].occasion.policy.one_prize is OnePrize.UNLIMITED:
        return None
    occasion = requests[0].occasion
    choices = [
        max(won, key=_amount) if occasion.policy.keep_higher else won[0]
        for mine in several
        for won in _exclusive(mine, occasion)
    ]
    return max(choices, key=_amount, default=None)


def _exclusive(won: list[Won], occasion: Occasion) -> Iterator[list[Won]]:
    """Prizes of one person of which only one may be kept."""
    for within in dict.fromkeys(occasion.within(one.round_key) for one in won):
        together = [one for one in won if occasion.within(one.round_key) == within]
        if len(together) > 1:
            yield together


def _amount(won: Won) -> int:
    return won.amount


def _won(winner: Winner, allotment: Allotment) -> Won:
    return Won(
        winner.entrant_id,
        allotment.table_key,
        winner.prize_key,
        winner.amount,
        allotment.round_key,
    )
