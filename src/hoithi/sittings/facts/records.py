"""What the exam room knows of rounds and sittings, apart from their rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hoithi.core import attempts
from hoithi.core.attempts import Stop
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import attempts_for, is_trial, paper_for, parts_in, round_of
from hoithi.sittings.facts.refusals import NotOpen

_MINUTE = timedelta(minutes=1)
EVERY_PART = ""
"""In the place of a part's key: every paper of the round."""
Permissions = Mapping[tuple[int, str], int]
"""Attempts given back to one entrant, by round and part."""


@dataclass(frozen=True, slots=True)
class RoundNow:
    """A round as things stand at this moment, with the rules under which a sitting would begin."""

    id: int
    contest_id: int
    slug: str
    """Of the contest."""
    key: str
    opens_at: datetime | None
    closes_at: datetime | None
    paused: bool
    cancelled: bool
    version_id: int
    rulebook: Rulebook
    stops: tuple[Stop, ...] = ()
    """When its clock stood still; one that lasts ends where it was read."""
    clock_stopped: bool = False
    pause_reason: str = ""
    """As it was decided; empty while the round is not paused."""

    @property
    def trial(self) -> bool:
        """Whether it counts for nothing."""
        return is_trial(round_of(self.rulebook, self.key))

    def is_open(self, at: datetime) -> bool:
        """Whether one stands at its open door, also while it is paused."""
        if self.opens_at is None or self.closes_at is None or at < self.opens_at:
            return False
        return at < self.closes_at or self.clock_stopped

    def part(self, part_key: str, permissions: Permissions) -> attempts.RoundPart:
        """One part of it for somebody with these permissions; it must have its times."""
        given = [
            (round_, count)
            for (round_, part), count in permissions.items()
            if part in {part_key, EVERY_PART}
        ]
        here = sum(count for round_, count in given if round_ == self.id)
        if self.opens_at is None or self.closes_at is None:
            raise NotOpen(opens_at=self.opens_at)
        return attempts.RoundPart(
            round_key=self.key,
            part_key=part_key,
            opens=self.opens_at,
            closes=self.closes_at,
            paused=self.paused,
            trial=self.trial,
            permissions=here,
            permissions_elsewhere=sum(count for _, count in given) - here,
        )

    def papers(self) -> list[str]:
        """The keys of its parts that are papers."""
        return [one.key for one in parts_in(self.rulebook, self.key) if isinstance(one, PaperPart)]


@dataclass(frozen=True, slots=True)
class Hall:
    """All rounds that matter now, and what was decided about single sittings."""

    rounds: Mapping[int, RoundNow] = field(default_factory=dict)
    contests: Mapping[str, tuple[RoundNow, ...]] = field(default_factory=dict)
    """By slug, in the order of the rounds; a contest without rounds is there too."""
    contest_ids: Mapping[str, int] = field(default_factory=dict)
    pools: Mapping[tuple[int, str, str], tuple[int, int]] = field(default_factory=dict)
    """The newest pool and its size, by round, part and group."""
    extensions: Mapping[int, timedelta] = field(default_factory=dict)
    """By sitting."""
    annulled: frozenset[int] = frozenset()
    permissions: Mapping[int, Permissions] = field(default_factory=dict)
    """Attempts given back, by entrant."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a version says of a paper in one round: enough to judge a packet."""

    minutes: int
    grace_seconds: int
    precision_seconds: int
    finish_after_close: bool
    leaving_hands_in: bool
    must_answer_all: bool
    score_at_once: bool
    paper: PaperPart


def rules_in(rulebook: Rulebook, round_key: str, part_key: str, group: str) -> Rules:
    """The rules for a person of this group. Refuses keys that the rulebook does not have."""
    paper = paper_for(rulebook, round_key, group or None, part_key)
    limits = attempts_for(rulebook, round_key)
    return Rules(
        minutes=paper.minutes,
        grace_seconds=limits.grace_seconds,
        precision_seconds=limits.precision_seconds,
        finish_after_close=limits.finish_after_close,
        leaving_hands_in=limits.leaving == "used",
        must_answer_all=paper.must_answer_all,
        score_at_once=rulebook.publication.score_at_once,
        paper=paper,
    )


def stops_at(round_: RoundNow, at: datetime) -> tuple[Stop, ...]:
    """The stops of a round for a packet of this moment: one that lasts goes on until then."""
    if not round_.clock_stopped or not round_.stops:
        return round_.stops
    *ended, last = round_.stops
    return (*ended, replace(last, ended_at=max(at, last.began_at)))


def deadline_of(
    started_at: datetime,
    own_deadline_at: datetime,
    closes_at: datetime | None,
    *,
    extension: timedelta = timedelta(),
    finish_after_close: bool = False,
    stops: Sequence[Stop] = (),
) -> datetime:
    """Until when a sitting runs as things stand.

    `own_deadline_at` is the start plus the minutes of the paper, as the row of the sitting has it.
    """
    return attempts.deadline(
        started_at,
        (own_deadline_at - started_at) // _MINUTE,
        closes_at or own_deadline_at + extension,
        extensions=(extension,),
        finish_after_close=finish_after_close,
        stops=stops,
    )
