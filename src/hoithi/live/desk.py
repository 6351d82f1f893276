"""What all handlers of the exam room work with, and how a packet stands at its moment."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from django.db import IntegrityError

from hoithi.core import attempts
from hoithi.entries.actions.entering import Prepared, store
from hoithi.live.doors import Doors
from hoithi.live.fresh import FRESH_SECONDS, Fresh
from hoithi.live.halls import Halls
from hoithi.live.pace import Pace
from hoithi.live.papers import KnownPaper, Papers
from hoithi.live.readers import Readers
from hoithi.live.together import Together
from hoithi.live.tokens import Pass, Signer
from hoithi.live.writer import Writer
from hoithi.people.actions.tallies import spend
from hoithi.people.models import Spent
from hoithi.sittings.actions import storing
from hoithi.sittings.facts.records import RoundNow, Rules, deadline_of, rules_in, stops_at
from hoithi.sittings.facts.refusals import NotSigned, SittingGone
from hoithi.sittings.models import Holder, Paper, Sheet, Submission
from hoithi.sittings.queries import halls
from hoithi.sittings.queries.keys import Keys, keys_of
from hoithi.sittings.queries.starts import Standing, standings

_NOTHING = timedelta()
RulesKey = tuple[int, str, str, str]
"""Version, round, part, group."""


class Stand(NamedTuple):
    """How the sitting of a packet stands at the packet's moment."""

    held: Pass
    paper: KnownPaper
    rules: Rules
    round: RoundNow
    deadline_at: datetime
    late: bool
    annulled: bool


def new_writer() -> Writer:
    """The writer with the doors of the exam room, in the order in which a batch passes them."""
    return Writer(
        {
            Spent: spend,
            Prepared: store,
            storing.Begin: storing.begin,
            Holder: storing.hold,
            Sheet: storing.keep,
            Submission: storing.hand_in,
        }
    )


@dataclass
class Desk:
    """The parts of one exam room; one event loop each."""

    readers: Readers = field(default_factory=Readers)
    papers: Papers = field(default_factory=Papers)
    signer: Signer = field(default_factory=Signer)
    pace: Pace = field(default_factory=Pace)
    writer: Writer = field(default_factory=new_writer)
    fresh_seconds: float = FRESH_SECONDS
    halls: Halls = field(init=False)
    doors: Doors = field(init=False)
    standings: Together[int, Standing] = field(init=False)
    _keys: Fresh[int, Keys] = field(init=False)
    _rules: dict[RulesKey, Rules] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.halls = Halls(self.readers, self.fresh_seconds)
        self.doors = Doors(self.readers, self.fresh_seconds)
        self.standings = Together(self._standings)
        self._keys = Fresh(self._read_keys, self.fresh_seconds)

    async def rules(self, version_id: int, round_key: str, part_key: str, group: str) -> Rules:
        """The rules of a version for one paper, in memory after the first time."""
        key = (version_id, round_key, part_key, group)
        found = self._rules.get(key)
        if found is None:
            found = self._rules[key] = await self.readers.ask(_rules, key)
        return found

    async def keys(self, round_id: int) -> Keys:
        """The answer keys of a round's papers, a second or two old; they never leave."""
        return await self._keys.get(round_id)

    async def _read_keys(self, round_id: int) -> Keys:
        return await self.readers.ask(keys_of, round_id)

    async def _standings(self, entrant_ids: Collection[int]) -> dict[int, Standing]:
        return await self.readers.ask(standings, entrant_ids, await self.halls.now())

    async def put(self, packet: Any) -> Any:
        """What became of a packet, once it is on disk. Refuses one whose sitting is gone."""
        try:
            return await self.writer.put(packet)
        except IntegrityError as gone:
            raise SittingGone from gone

    async def stand(self, token: bytes, at: datetime) -> Stand:
        """What holds for a packet with this pass.

        Refuses a pass that is not ours, and more packets a second than a page sends (TooOften).
        """
        held = self.signer.read(token)
        if held is None:
            raise NotSigned
        self.pace.step(held.sitting, at)
        hall = await self.halls.now()
        round_ = hall.rounds.get(held.round) or await self.halls.round(held.round)
        rules = await self.rules(held.version, round_.key, held.part, held.group)
        deadline = deadline_of(
            moment(held.started),
            moment(held.own_deadline),
            round_.closes_at,
            extension=hall.extensions.get(held.sitting, _NOTHING),
            finish_after_close=rules.finish_after_close,
            stops=stops_at(round_, at),
        )
        return Stand(
            held=held,
            paper=self.papers.known(held.paper) or await self._paper(held.paper),
            rules=rules,
            round=round_,
            deadline_at=deadline,
            late=attempts.is_late(at, deadline, rules.grace_seconds),
            annulled=held.sitting in hall.annulled,
        )

    async def _paper(self, paper_id: int) -> KnownPaper:
        try:
            return await self.readers.ask(self.papers.load, paper_id)
        except Paper.DoesNotExist as gone:
            raise SittingGone from gone

    def rest(self) -> None:
        """Reads nothing again; on the event loop."""
        self.halls.close()
        self.doors.close()
        self._keys.close()

    def close(self) -> None:
        """Writes what waits and closes the connections; on any thread, after `rest`."""
        self.writer.close()
        self.readers.close()


def _rules(key: RulesKey) -> Rules:
    version_id, *rest = key
    return rules_in(halls.rulebook(version_id), *rest)


def moment(milliseconds: int) -> datetime:
    """The instant of a number in a pass."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def milliseconds(at: datetime) -> int:
    """The number of an instant in a pass."""
    return round(at.timestamp() * 1000)
