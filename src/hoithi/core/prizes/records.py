"""What the allotment of prizes takes in and gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hoithi.core.lots import Lot, TieDecision
from hoithi.core.points import EntrantFacts
from hoithi.core.rulebook.prizes import OnePrize, Prize, PrizePolicy, TiePolicy


@dataclass(frozen=True)
class Won:
    """A prize someone (or a unit) has already."""

    entrant_id: int
    table_key: str
    prize_key: str
    amount: int
    """In đồng."""
    round_key: str | None = None
    """None for a prize awarded once in the contest."""


class Verdict(StrEnum):
    """What verification found about a candidate."""

    VERIFIED = "verified"
    NOT_RECOGNISED = "not_recognised"
    UNREACHED = "unreached"
    """Not found in time: the slot is treated as when a result is not recognised."""


class Reason(StrEnum):
    """Why someone in the ranking gets no prize here, or a slot stays empty."""

    NO_PRIZE = "no_prize"
    """The rules let this entrant be ranked but not awarded."""
    NOT_RECOGNISED = "not_recognised"
    UNREACHED = "unreached"
    HAS_A_PRIZE = "has_a_prize"
    """One person takes one prize, and another one is kept."""
    WON_EARLIER_ROUND = "won_earlier_round"
    BELOW_LEAST = "below_least"
    """Nobody left has the least points of the prize."""
    NOBODY_LEFT = "nobody_left"
    CAP = "cap"
    """The share of those ranked who may get a prize is used up."""


@dataclass(frozen=True)
class Occasion:
    """For what the prizes are given, and what is known about those who may get them."""

    policy: PrizePolicy
    entrants: Mapping[int, EntrantFacts] = field(default_factory=dict)
    """Nothing known of an entrant (a unit) means that nothing stands against a prize."""
    round_key: str | None = None
    earlier_rounds: frozenset[str] = frozenset()
    """Rounds before this one, for winners who leave later rounds."""
    phases: Mapping[str, str] = field(default_factory=dict)
    """The đợt of each round that belongs to one."""
    won: tuple[Won, ...] = ()
    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    records: tuple[Lot | TieDecision, ...] = ()
    """Lots drawn and decisions taken between equals."""

    def within(self, round_key: str | None) -> str | None:
        """Within what a prize of a round is the only one of a person; None: within the contest.

        Prizes awarded once in the contest stand beside those of rounds, unless the policy is one
        prize in the whole contest.
        """
        if self.policy.one_prize is OnePrize.CONTEST or round_key is None:
            return None
        phase = self.phases.get(round_key) if self.policy.one_prize is OnePrize.PHASE else None
        return f"round {round_key}" if phase is None else f"phase {phase}"


@dataclass(frozen=True)
class Slot:
    """One prize of the table, from the top; the first is 1."""

    number: int
    prize: Prize


@dataclass(frozen=True)
class Winner:
    """Who gets a slot."""

    entrant_id: int
    slot: int
    prize_key: str
    amount: int
    place: int
    verified: bool = False
    shared: bool = False
    """More get this prize than the table has: equals share it (đồng giải)."""


@dataclass(frozen=True)
class Reserve:
    """Next in rank, ready to move up."""

    entrant_id: int
    place: int


@dataclass(frozen=True)
class PassedOver:
    """Who stands high enough and gets nothing, and why."""

    entrant_id: int
    place: int
    reason: Reason
    other: Won | None = None
    """The prize that is kept."""


@dataclass(frozen=True)
class EmptySlot:
    """A prize that is not awarded, and why."""

    slot: int
    prize_key: str
    reason: Reason
    entrant_id: int | None = None
    """Whose prize it would have been."""


@dataclass(frozen=True)
class Undecided:
    """Equals of whom not all can get the same: they are to be parted before anyone is named."""

    entrants: tuple[int, ...]
    place: int
    slots: tuple[Slot, ...]
    """What they stand for; fewer slots than equals where the last ones are at stake."""
    policy: TiePolicy
    """LOT: lots are to be drawn; COMMITTEE: it decides."""


@dataclass(frozen=True)
class GivenUp:
    """An earlier, lower prize that its winner leaves for the one won here."""

    entrant_id: int
    won: Won


@dataclass(frozen=True)
class Allotment:
    """Who gets the prizes of one table, and everything that explains it."""

    table_key: str
    round_key: str | None
    winners: tuple[Winner, ...] = ()
    reserves: tuple[Reserve, ...] = ()
    empty: tuple[EmptySlot, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    given_up: tuple[GivenUp, ...] = ()
