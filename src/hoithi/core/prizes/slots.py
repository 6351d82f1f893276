"""The prizes of a table one below the other, and how many of them each group may still get."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hoithi.core.prizes.records import EmptySlot, Reason, Slot
from hoithi.core.rulebook.prizes import PrizeTable


def slots_of(table: PrizeTable) -> list[Slot]:
    """Every single prize of the table, the highest row first."""
    prizes = [prize for prize in table.prizes for _ in range(prize.count)]
    return [Slot(number, prize) for number, prize in enumerate(prizes, 1)]


def capped(table: PrizeTable, slots: list[Slot], ranked: int) -> tuple[list[Slot], list[EmptySlot]]:
    """What the table's cap leaves, rounded down ("không quá 50 %"), and what it takes away."""
    if table.cap_percent is None:
        return slots, []
    most = int(table.cap_percent * ranked / 100)
    over = [EmptySlot(slot.number, slot.prize.key, Reason.CAP) for slot in slots[most:]]
    return slots[:most], over


@dataclass
class Room:
    """Prizes kept for groups, and prizes open to all; a table without shares is all open."""

    shares: dict[str, int]
    open: int

    @classmethod
    def of(cls, table: PrizeTable, slots: int) -> "Room":
        """As the table shares its prizes out."""
        shares = {share.group: share.slots for share in table.shares}
        return cls(shares, max(0, slots - sum(shares.values())))

    def fitting(self, groups: Iterable[str | None]) -> int:
        """How many people of these groups still get in."""
        wanted = Counter(groups)
        inside = {group: min(self._kept(group), count) for group, count in wanted.items()}
        return sum(inside.values()) + min(self.open, wanted.total() - sum(inside.values()))

    def take(self, groups: Iterable[str | None]) -> None:
        """People of these groups got in: first on what is kept for them, then on what is open."""
        for group in groups:
            if self._kept(group):
                self.shares[group or ""] -= 1
            else:
                self.open = max(0, self.open - 1)

    def _kept(self, group: str | None) -> int:
        return self.shares.get(group or "", 0)
