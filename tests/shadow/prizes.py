"""Prizes handed down a ranking: a desk, a pile of prizes, and equals who come to it together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from hoithi.core.points import EntrantFacts
from hoithi.core.prizes.records import Won
from hoithi.core.rulebook.prizes import Prize, PrizePolicy, PrizeTable
from tests.shadow.people import Place, drawn_order


@dataclass(frozen=True)
class Occasion:
    """For which round the prizes are, and what is known about those who may take them."""

    policy: PrizePolicy
    people: dict[int, EntrantFacts]
    round_key: str | None
    earlier: Sequence[str | None] = ()
    phases: dict[str | None, str | None] = field(default_factory=dict)
    won: tuple[Won, ...] = ()
    verdicts: dict[int, str] = field(default_factory=dict)
    records: Sequence[Any] = ()
    """Lots (with witnesses) and decisions (with a reason) between equals."""


@dataclass
class Given:
    """What became of one table."""

    table: PrizeTable
    winners: list[dict[str, Any]] = field(default_factory=list)
    empty: list[tuple[int, str, str]] = field(default_factory=list)
    passed: list[dict[str, Any]] = field(default_factory=list)
    given_up: list[Won] = field(default_factory=list)
    undecided: list[int] = field(default_factory=list)
    undecided_by: str = ""
    reserves: list[int] = field(default_factory=list)


class Desk:
    """One table while it is being given out."""

    def __init__(self, table: PrizeTable, ranking: Sequence[Place], occasion: Occasion) -> None:
        self.table, self.occasion = table, occasion
        self.given = Given(table)
        self.ranking = [one for one in ranking if self._of_table(one.who)]
        rows = [prize for prize in table.prizes for _ in range(prize.count)]
        self.pile = list(enumerate(rows, 1))
        if table.cap_percent is not None:
            most = int(table.cap_percent * len(self.ranking) / 100)
            self.given.empty += [(n, one.key, "cap") for n, one in self.pile[most:]]
            self.pile = self.pile[:most]
        self.kept = {one.group: one.slots for one in table.shares}
        self.free = max(0, len(self.pile) - sum(self.kept.values()))

    def give(self) -> Given:
        for _, equals in groupby(self.ranking, key=lambda one: one.place):
            self._come(list(equals))
            waiting = [share.group for share in self.table.shares] or [None]
            if not self.pile and all(map(self._enough_reserves, waiting)):
                break
        self.given.empty += [(number, one.key, "nobody_left") for number, one in self.pile]
        self.given.empty.sort(key=lambda one: one[0])
        return self.given

    def _of_table(self, who: int) -> bool:
        return self.table.group is None or self._group(who) == self.table.group

    def _group(self, who: int) -> str | None:
        return self.occasion.people[who].group if who in self.occasion.people else None

    def _come(self, equals: list[Place]) -> None:
        self._above(min(one.points for one in equals))
        takers = [one for one in equals if self._stays(one)]
        seats = min(self._seats(takers), len(self.pile))
        same = len({prize.key for _, prize in self.pile[: len(takers)]}) == 1
        if seats == 0 or (seats == len(takers) and same):
            for one in takers:
                self._one(one)
            return
        shared = self.table.cap_percent is None or len(takers) <= len(self.pile)
        if self.table.ties == "share" and shared:
            self._share(takers)
            return
        order = drawn_order(self._records(), {one.who: one for one in takers})
        if order is None:
            self._leave_open(takers, seats)
            return
        for who in order:
            self._one(next(one for one in takers if one.who == who))

    def _above(self, points: Any) -> None:
        """Nobody below will have more points than these: what they do not reach stays empty."""
        while self.pile and points < (self.pile[0][1].least_points or 0):
            number, prize = self.pile.pop(0)
            self.given.empty.append((number, prize.key, "below_least"))

    def _stays(self, one: Place) -> bool:
        if not self.pile:
            return True
        against = self._against(one.who, self.pile[0][1])
        if against is None or against[1]:
            return True
        self._pass(one, against[0])
        return False

    def _pass(self, one: Place, why: str) -> None:
        self.given.passed.append({"entrant": one.who, "place": one.place, "reason": why})

    def _seats(self, takers: Sequence[Place]) -> int:
        inside, outside = 0, 0
        for group in {self._group(one.who) for one in takers}:
            many = sum(self._group(one.who) == group for one in takers)
            kept = self.kept.get(group or "", 0)
            inside += min(kept, many)
            outside += max(0, many - kept)
        return inside + min(self.free, outside)

    def _take_seat(self, who: int) -> None:
        group = self._group(who) or ""
        if self.kept.get(group):
            self.kept[group] -= 1
        else:
            self.free = max(0, self.free - 1)

    def _one(self, one: Place) -> None:
        self._above(one.points)
        if not self.pile or not self._seats([one]):
            self._wait(one)
            return
        against = self._against(one.who, self.pile[0][1])
        if against is not None and not against[1]:
            self._pass(one, against[0])
            return
        number, prize = self.pile.pop(0)
        self._hand(one, number, prize)

    def _hand(self, one: Place, number: int, prize: Prize, *, shared: bool = False) -> None:
        self._take_seat(one.who)
        against = self._against(one.who, prize)
        if against is not None:
            self._pass(one, against[0])
            self.given.empty.append((number, prize.key, against[0]))
            return
        winner = {"who": one.who, "prize": prize, "place": one.place, "shared": shared}
        self.given.winners.append(winner)
        self.given.given_up += [won for won in self._mine(one.who) if self._excludes(won)]

    def _share(self, takers: Sequence[Place]) -> None:
        first, prize = self.pile[0]
        for one in takers:
            number = self.pile.pop(0)[0] if self.pile else first
            self._hand(one, number, prize, shared=True)

    def _leave_open(self, takers: Sequence[Place], seats: int) -> None:
        for one in takers:
            self._take_seat(one.who)
        if not self.given.undecided_by:
            self.given.undecided_by = "lot" if self.table.ties == "lot" else "committee"
        self.given.undecided += [one.who for one in takers]
        del self.pile[:seats]

    def _wait(self, one: Place) -> None:
        group = self._group(one.who) if self.table.shares else None
        if not self._enough_reserves(group) and not self._against(one.who, self.table.prizes[-1]):
            self.given.reserves.append(one.who)

    def _enough_reserves(self, group: str | None) -> bool:
        mine = [
            who for who in self.given.reserves if not self.table.shares or self._group(who) == group
        ]
        return len(mine) >= self.occasion.policy.reserves

    def _records(self) -> list[Any]:
        by_lot = self.table.ties == "lot"
        return [one for one in self.occasion.records if not by_lot or hasattr(one, "witnesses")]

    def _mine(self, who: int) -> list[Won]:
        return [one for one in self.occasion.won if one.entrant_id == who]

    def _excludes(self, won: Won) -> bool:
        """Whether one may not keep a prize beside one of this table."""
        here = self.occasion.round_key
        if won.table_key == self.table.key and won.round_key == here:
            return False
        rule = self.occasion.policy.one_prize
        same = won.round_key == here
        if rule == "phase" and not same:
            phases = self.occasion.phases
            same = phases.get(won.round_key) is not None and phases[won.round_key] == phases[here]
        return rule == "contest" or (rule in {"round", "phase"} and same)

    def _against(self, who: int, prize: Prize) -> tuple[str, bool] | None:
        """What stands against a prize, and whether it stays empty instead of moving on."""
        policy = self.occasion.policy
        stays_empty = policy.vacated == "stays_empty"
        if who in self.occasion.people and not self.occasion.people[who].may_win:
            return "no_prize", False
        verdict = self.occasion.verdicts.get(who)
        if verdict in {"not_recognised", "unreached"}:
            return str(verdict), stays_empty
        later = policy.winners_leave_later_rounds and self.occasion.round_key is not None
        if later and any(one.round_key in self.occasion.earlier for one in self._mine(who)):
            return "won_earlier_round", False
        amounts = [one.amount for one in self._mine(who) if self._excludes(one)]
        if amounts and not (policy.keep_higher and max(amounts) < prize.amount):
            return "has_a_prize", stays_empty
        return None


Request = tuple[PrizeTable, Sequence[Place]]


def together(requests: Sequence[Request], occasion: Occasion) -> list[Given]:
    """Tables of people at once: of what one may not keep together the highest is settled first."""
    kept: list[Won] = []
    while True:
        now = replace(occasion, won=(*occasion.won, *kept))
        given = [Desk(table, ranking, now).give() for table, ranking in requests]
        clashes = list(_clashes(given, occasion))
        if not clashes:
            for one in given:
                one.given_up = [won for won in one.given_up if won in occasion.won]
            return given
        settled = max(clashes, key=lambda won: won.amount)
        if occasion.policy.one_prize == "round":
            kept = [
                w
                for w in kept
                if (w.entrant_id, w.round_key) != (settled.entrant_id, settled.round_key)
            ]
        else:
            kept = [won for won in kept if won.entrant_id != settled.entrant_id]
        kept.append(settled)


def _clashes(given: Sequence[Given], occasion: Occasion) -> Iterable[Won]:
    """Of each person with more prizes than the policy allows the one to be kept."""
    won: dict[int, list[Won]] = {}
    for one in given:
        for winner in one.winners:
            prize = winner["prize"]
            key = occasion.round_key
            got = Won(winner["who"], one.table.key, prize.key, prize.amount, key)
            won.setdefault(winner["who"], []).append(got)
    for mine in won.values():
        if len(mine) > 1 and occasion.policy.one_prize != "unlimited":
            higher = occasion.policy.keep_higher
            yield max(mine, key=lambda one: one.amount) if higher else mine[0]
