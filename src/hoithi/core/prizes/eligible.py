"""Whether someone high enough in the ranking may take a certain prize."""

from dataclasses import dataclass

from hoithi.core.prizes.records import Occasion, Reason, Verdict, Won
from hoithi.core.rulebook.prizes import OnePrize, Prize, VacatedSlot

_BY_VERDICT = {
    Verdict.NOT_RECOGNISED: Reason.NOT_RECOGNISED,
    Verdict.UNREACHED: Reason.UNREACHED,
}


@dataclass(frozen=True)
class Obstacle:
    """What stands between an entrant and a prize."""

    reason: Reason
    other: Won | None = None
    vacates: bool = False
    """The prize stays empty instead of going to the next in rank."""


def obstacle(entrant_id: int, prize: Prize, occasion: Occasion, table_key: str) -> Obstacle | None:
    """Why an entrant may not take a prize; None where nothing stands against it.

    Who was never to be awarded, and who leaves later rounds after winning, is simply passed over.
    Who loses the prize afterwards (not recognised, not reached, keeps another one) leaves it to
    the next in rank or leaves it empty, as the policy says.
    """
    facts = occasion.entrants.get(entrant_id)
    if facts is not None and not facts.may_win:
        return Obstacle(Reason.NO_PRIZE)
    stays_empty = occasion.policy.vacated is VacatedSlot.STAYS_EMPTY
    verdict = occasion.verdicts.get(entrant_id)
    if verdict in _BY_VERDICT:
        return Obstacle(_BY_VERDICT[verdict], vacates=stays_empty)
    won = [one for one in occasion.won if one.entrant_id == entrant_id]
    leaves = occasion.policy.winners_leave_later_rounds and occasion.round_key is not None
    earlier = [one for one in won if leaves and one.round_key in occasion.earlier_rounds]
    if earlier:
        return Obstacle(Reason.WON_EARLIER_ROUND, earlier[0])
    kept = highest([one for one in won if conflicts(one, occasion, table_key)])
    if kept is None or (occasion.policy.keep_higher and kept.amount < prize.amount):
        return None
    return Obstacle(Reason.HAS_A_PRIZE, kept, vacates=stays_empty)


def conflicts(won: Won, occasion: Occasion, table_key: str) -> bool:
    """Whether a prize someone has counts against taking one of this table.

    A prize of the same table and round is the one being allotted again, and never does.
    """
    if (won.table_key, won.round_key) == (table_key, occasion.round_key):
        return False
    if occasion.policy.one_prize is OnePrize.UNLIMITED:
        return False
    return occasion.within(won.round_key) == occasion.within(occasion.round_key)


def highest(won: list[Won]) -> Won | None:
    """The prize of the highest amount; of equal ones the first."""
    return max(won, key=lambda one: one.amount, default=None)
