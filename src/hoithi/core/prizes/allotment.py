"""Prizes taken from the top of a ranking: ties, exclusions, caps, empty slots, reserves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from hoithi.core.lots import Lot, TieDecision, order_of
from hoithi.core.prizes.eligible import Obstacle, conflicts, obstacle
from hoithi.core.prizes.records import (
    Allotment,
    EmptySlot,
    GivenUp,
    Occasion,
    PassedOver,
    Reason,
    Reserve,
    Slot,
    Undecided,
    Verdict,
    Winner,
)
from hoithi.core.prizes.slots import Room, capped, slots_of
from hoithi.core.ranking.placings import Placing
from hoithi.core.rulebook.prizes import PrizeTable, TiePolicy


def allot(table: PrizeTable, placings: Sequence[Placing], occasion: Occasion) -> Allotment:
    """The prizes of one table from one ranking (in order of place).

    A slot goes to the next in rank who may take it; slots whose least points nobody reaches stay
    empty, and so do those for which nobody is left. Equals who all get the same prize are not
    parted; where they do not, the table's policy shares the prize, or waits for a recorded lot or
    decision and goes on below. There are never more winners than slots except by sharing. The
    same input gives the same allotment, also when its own winners are among those who have won.
    """
    ranked = [one for one in placings if _of_table(one, table, occasion)]
    slots, over = capped(table, slots_of(table), len(ranked))
    desk = _Desk(table, occasion, slots, Room.of(table, len(slots)))
    for _, equals in groupby(ranked, key=lambda one: one.place):
        desk.seat(list(equals))
        if desk.finished:
            break
    return desk.allotment(over)


def _of_table(placing: Placing, table: PrizeTable, occasion: Occasion) -> bool:
    return table.group is None or _group(placing, occasion) == table.group


def _group(placing: Placing, occasion: Occasion) -> str | None:
    facts = occasion.entrants.get(placing.entrant_id)
    return None if facts is None else facts.group


@dataclass
class _Desk:
    """The table while its slots are being filled."""

    table: PrizeTable
    occasion: Occasion
    slots: list[Slot]
    room: Room
    winners: list[Winner] = field(default_factory=list)
    reserves: list[Placing] = field(default_factory=list)
    empty: list[EmptySlot] = field(default_factory=list)
    undecided: list[Undecided] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    given_up: list[GivenUp] = field(default_factory=list)

    @property
    def finished(self) -> bool:
        """Whether neither slots nor reserves are wanted any more."""
        shares = self.table.shares
        groups = [share.group for share in shares] if shares else [None]
        return not self.slots and all(map(self._has_reserves, groups))

    def seat(self, equals: list[Placing]) -> None:
        """Equals come to the desk together."""
        self._skip_slots_above(equals)
        takers = [one for one in equals if self._may_take(one)]
        fitting = min(self.room.fitting(map(self._group, takers)), len(self.slots))
        prizes = {slot.prize.key for slot in self.slots[: len(takers)]}
        if not fitting or (fitting == len(takers) and len(prizes) == 1):
            for one in takers:
                self._seat_one(one)
        else:
            self._part(takers, fitting)

    def _group(self, placing: Placing) -> str | None:
        return _group(placing, self.occasion)

    def _skip_slots_above(self, equals: Sequence[Placing]) -> None:
        """Slots whose least points these do not reach stay empty: nobody below will have more."""
        points = min(one.points for one in equals)
        while self.slots and points < (self.slots[0].prize.least_points or 0):
            slot = self.slots.pop(0)
            self.empty.append(EmptySlot(slot.number, slot.prize.key, Reason.BELOW_LEAST))

    def _obstacle(self, placing: Placing, slot: Slot) -> Obstacle | None:
        return obstacle(placing.entrant_id, slot.prize, self.occasion, self.table.key)

    def _may_take(self, placing: Placing) -> bool:
        """Whether someone takes part in the next slots; if not, why is written down."""
        found = self._obstacle(placing, self.slots[0]) if self.slots else None
        if found is None or found.vacates:
            return True
        self._pass_over(placing, found)
        return False

    def _pass_over(self, placing: Placing, found: Obstacle) -> None:
        self.passed_over.append(
            PassedOver(placing.entrant_id, placing.place, found.reason, found.other)
        )

    def _seat_one(self, placing: Placing) -> None:
        """The next slot for one who stands alone, or is parted from the equals."""
        self._skip_slots_above([placing])
        if not self.slots or not self.room.fitting([self._group(placing)]):
            self._keep_ready(placing)
            return
        found = self._obstacle(placing, self.slots[0])
        if found is not None and not found.vacates:
            self._pass_over(placing, found)
            return
        self._fill(placing, self.slots.pop(0), found)

    def _fill(
        self, placing: Placing, slot: Slot, found: Obstacle | None, *, shared: bool = False
    ) -> None:
        self.room.take([self._group(placing)])
        if found is not None:
            self._pass_over(placing, found)
            empty = EmptySlot(slot.number, slot.prize.key, found.reason, placing.entrant_id)
            self.empty.append(empty)
            return
        who, prize = placing.entrant_id, slot.prize
        verified = self.occasion.verdicts.get(who) is Verdict.VERIFIED
        self.winners.append(
            Winner(who, slot.number, prize.key, prize.amount, placing.place, verified, shared)
        )
        self.given_up += [
            GivenUp(who, one)
            for one in self.occasion.won
            if one.entrant_id == who and conflicts(one, self.occasion, self.table.key)
        ]

    def _part(self, takers: list[Placing], fitting: int) -> None:
        """Equals who cannot all get the same: shared, parted by a record, or left to be parted."""
        capped_out = self.table.cap_percent is not None and len(takers) > len(self.slots)
        if self.table.ties is TiePolicy.SHARE and not capped_out:
            self._share(takers)
            return
        by_entrant = {one.entrant_id: one for one in takers}
        order = order_of(self._records(), by_entrant)
        if order is not None:
            for entrant_id in order:
                self._seat_one(by_entrant[entrant_id])
            return
        self.room.take(map(self._group, takers))
        policy = TiePolicy.LOT if self.table.ties is TiePolicy.LOT else TiePolicy.COMMITTEE
        self.undecided.append(
            Undecided(tuple(by_entrant), takers[0].place, tuple(self.slots[:fitting]), policy)
        )
        del self.slots[:fitting]

    def _share(self, takers: list[Placing]) -> None:
        first = self.slots[0]
        for one in takers:
            number = self.slots.pop(0).number if self.slots else first.number
            slot = Slot(number, first.prize)
            self._fill(one, slot, self._obstacle(one, slot), shared=True)

    def _records(self) -> list[Lot | TieDecision]:
        """Lots part equals under every policy; the committee's word where the rules give it."""
        lots_only = self.table.ties is TiePolicy.LOT
        return [one for one in self.occasion.records if isinstance(one, Lot) or not lots_only]

    def _keep_ready(self, placing: Placing) -> None:
        lowest = Slot(0, self.table.prizes[-1])
        group = self._group(placing) if self.table.shares else None
        if not self._has_reserves(group) and self._obstacle(placing, lowest) is None:
            self.reserves.append(placing)

    def _has_reserves(self, group: str | None) -> bool:
        """Enough reserves; of this group where prizes are kept for groups."""
        ready = [one for one in self.reserves if not self.table.shares or self._group(one) == group]
        return len(ready) >= self.occasion.policy.reserves

    def allotment(self, over: Sequence[EmptySlot]) -> Allotment:
        """Everything that was written down; what is left over finds nobody."""
        left = [EmptySlot(slot.number, slot.prize.key, Reason.NOBODY_LEFT) for slot in self.slots]
        return Allotment(
            self.table.key,
            self.occasion.round_key,
            tuple(self.winners),
            tuple(Reserve(one.entrant_id, one.place) for one in self.reserves),
            tuple(sorted([*self.empty, *left, *over], key=lambda one: one.slot)),
            tuple(self.undecided),
            tuple(self.passed_over),
            tuple(self.given_up),
        )
