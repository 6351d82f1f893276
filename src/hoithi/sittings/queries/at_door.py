"""What somebody who has entered may do at the door of the exam room now, and why not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hoithi.core.attempts import MayNotStart, PastSitting, Refused, Resumes, may_start
from hoithi.core.round_parts import next_part
from hoithi.core.rulebook.windows import attempts_for
from hoithi.core.vietnamese.moments import LocalMoment, local_day
from hoithi.entries.models import Entrant
from hoithi.sittings.facts.records import RoundNow
from hoithi.sittings.facts.refusals import Excluded, NoPaper, RoomRefusal
from hoithi.sittings.facts.refusing import refusal_of
from hoithi.sittings.queries.halls import hall_of
from hoithi.sittings.queries.parts import PartAtDoor, parts_at_door
from hoithi.sittings.queries.starts import standing


@dataclass(frozen=True)
class AtDoor:
    """The door of the exam room as one person finds it."""

    may_start: bool = False
    running: PastSitting | None = None
    """The paper that is open; it may be gone on with unless something else is said."""
    refusal: RoomRefusal | None = None
    """Why no paper is given out while a round stands open; none where none does."""
    again_at: datetime | None = None
    """When one may come again, as far as it is known."""
    round: str = ""
    """Key of the round at whose door one stands."""
    parts: tuple[PartAtDoor, ...] = ()
    """Its papers, in the order of the rulebook."""
    part: str = ""
    """Key of the paper that is open, or is to be sat next."""


def at_door(entrant: Entrant, *, at: datetime) -> AtDoor:
    """What the room would answer to somebody who wants to begin. Some small queries."""
    hall = hall_of(entrant.contest, at)
    who = standing(entrant.pk, hall)
    if who.barred:
        return AtDoor(refusal=Excluded())
    rounds = hall.contests.get(entrant.contest.slug, ())
    running = next(iter(who.running(at)), None)
    round_ = _round(rounds, running, at)
    if round_ is None or round_.opens_at is None or round_.closes_at is None:
        return AtDoor(running=running)
    parts = parts_at_door(round_, who, hall, at)
    part = running.part_key if running else _next(parts)
    here = AtDoor(running=running, round=round_.key, parts=parts, part=part)
    limits = attempts_for(round_.rulebook, round_.key)
    decision = may_start(who.past, limits, round_.part(part, who.permissions), at)
    if isinstance(decision, Resumes):
        return here
    if isinstance(decision, MayNotStart):
        again_at = _again_at(decision.reason, rounds, round_, at)
        return replace(here, refusal=refusal_of(decision), again_at=again_at)
    if not any(one.key == part and one.has_paper for one in parts):
        return replace(here, refusal=NoPaper())
    return replace(here, may_start=True)


def _round(
    rounds: Sequence[RoundNow], running: PastSitting | None, at: datetime
) -> RoundNow | None:
    """The round of the open paper, else one that is open or paused, counted ones before trials."""
    if running is not None:
        return next((one for one in rounds if one.key == running.round_key), None)
    open_ = [one for one in rounds if not one.cancelled and one.is_open(at)]
    return min(open_, key=lambda one: one.trial, default=None)


def _next(parts: Sequence[PartAtDoor]) -> str:
    """The paper to be sat next; one whose papers are not drawn yet comes last."""
    ready = [one.standing for one in parts if one.has_paper]
    found = next_part(ready or [one.standing for one in parts])
    return found.part_key if found else ""


def _again_at(
    reason: Refused, rounds: Sequence[RoundNow], round_: RoundNow, at: datetime
) -> datetime | None:
    """Tomorrow while the round is open, else with the next round that counts."""
    if reason is Refused.DAY_USED_UP:
        tomorrow = local_day(at) + timedelta(days=1)
        begins = LocalMoment.parse(f"{tomorrow.isoformat()}T00:00").instant()
        if round_.closes_at and begins < round_.closes_at:
            return begins
    if reason not in {Refused.DAY_USED_UP, Refused.ROUND_USED_UP}:
        return None
    coming = [
        one.opens_at
        for one in rounds
        if one.opens_at and one.opens_at > at and not one.cancelled and not one.trial
    ]
    return min(coming, default=None)
