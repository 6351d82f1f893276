"""Whether one may sit now, until when a sitting runs, and which time is ranked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hoithi.core.rulebook.parts import AttemptRules
from hoithi.core.vietnamese.moments import local_day


@dataclass(frozen=True, slots=True)
class PastSitting:
    """A sitting the entrant already has."""

    sitting_id: int
    round_key: str
    part_key: str
    started_at: datetime
    deadline: datetime
    """With all extensions."""
    handed_in: bool = False
    annulled: bool = False
    trial: bool = False
    """Begun in a trial round: it counts for that round only."""


@dataclass(frozen=True, slots=True)
class RoundPart:
    """The part of a round at which the entrant stands."""

    round_key: str
    part_key: str
    opens: datetime
    closes: datetime
    """Not included; with extensions and early closing."""
    paused: bool = False
    trial: bool = False
    permissions: int = 0
    """Sittings that were given back in this round by recorded decisions."""
    permissions_elsewhere: int = 0
    """The same in other rounds: they lift the limit over the contest only."""


class Refused(StrEnum):
    """Why no sitting may start."""

    NOT_OPEN = "not_open"
    CLOSED = "closed"
    PAUSED = "paused"
    OTHER_SITTING_OPEN = "other_sitting_open"
    DAY_USED_UP = "day_used_up"
    ROUND_USED_UP = "round_used_up"
    CONTEST_USED_UP = "contest_used_up"


@dataclass(frozen=True, slots=True)
class MayStart:
    """A new sitting may start; `left_today` and the others are what is left after it."""

    left_today: int | None = None
    left_in_round: int | None = None
    left_in_contest: int | None = None


@dataclass(frozen=True, slots=True)
class Resumes:
    """An open sitting of this part goes on; no second one is made."""

    sitting_id: int


@dataclass(frozen=True, slots=True)
class MayNotStart:
    """No sitting may start: the reason with its facts."""

    reason: Refused
    used: int = 0
    limit: int = 0
    at: datetime | None = None
    """When the round opens or closed."""
    sitting_id: int | None = None
    """The sitting of another part or round that is still open."""


Decision = MayStart | Resumes | MayNotStart


def may_start(
    sittings: Sequence[PastSitting], rules: AttemptRules, held: RoundPart, at: datetime
) -> Decision:
    """Every limit of the rulebook, decided for one entrant at one moment.

    An open sitting is resumed, never doubled, even after the round has closed where it may run
    to its own deadline. Annulled sittings count for nothing. A sitting that is neither handed in
    nor in time any more is used. Days are days in Asia/Ho_Chi_Minh. A permission lifts every
    limit by one; of the daily limit it is used up on the first day that needs it.
    """
    valid = [one for one in sittings if not one.annulled]
    if held.paused:
        return MayNotStart(Refused.PAUSED)
    open_one = next((one for one in valid if not one.handed_in and at < one.deadline), None)
    if open_one is not None:
        same = (open_one.round_key, open_one.part_key) == (held.round_key, held.part_key)
        if same:
            return Resumes(open_one.sitting_id)
        return MayNotStart(Refused.OTHER_SITTING_OPEN, sitting_id=open_one.sitting_id)
    if at < held.opens:
        return MayNotStart(Refused.NOT_OPEN, at=held.opens)
    if at >= held.closes:
        return MayNotStart(Refused.CLOSED, at=held.closes)
    return _within_limits([one for one in valid if one.part_key == held.part_key], rules, held, at)


def _within_limits(
    sittings: list[PastSitting], rules: AttemptRules, held: RoundPart, at: datetime
) -> MayStart | MayNotStart:
    here = [one for one in sittings if one.round_key == held.round_key]
    anywhere = here if held.trial else [one for one in sittings if not one.trial]
    today = local_day(at)
    used_today = sum(local_day(one.started_at) == today for one in here)
    in_all = held.permissions if held.trial else held.permissions + held.permissions_elsewhere
    limits = [
        (Refused.CONTEST_USED_UP, len(anywhere), _lifted(rules.a_contest, in_all)),
        (Refused.ROUND_USED_UP, len(here), _lifted(rules.a_round, held.permissions)),
        (Refused.DAY_USED_UP, used_today, _limit_today(here, rules, held, today)),
    ]
    for reason, used, limit in limits:
        if limit is not None and used >= limit:
            return MayNotStart(reason, used=used, limit=limit)
    contest, round_, day = (
        None if limit is None else limit - used - 1 for _, used, limit in limits
    )
    return MayStart(left_today=day, left_in_round=round_, left_in_contest=contest)


def _lifted(limit: int | None, by: int) -> int | None:
    return None if limit is None else limit + by


def _limit_today(
    here: list[PastSitting], rules: AttemptRules, held: RoundPart, today: date
) -> int | None:
    """The daily limit with the permissions that no earlier day has used up."""
    if rules.a_day is None:
        return None
    days = Counter(local_day(one.started_at) for one in here)
    used_up = sum(max(0, count - rules.a_day) for day, count in days.items() if day != today)
    return rules.a_day + max(0, held.permissions - used_up)


@dataclass(frozen=True, slots=True)
class Stop:
    """A time in which the clock of a round stood still (tạm dừng, dừng đồng hồ)."""

    began_at: datetime
    ended_at: datetime
    """While it lasts: the moment at which it is asked."""
    before_closing_was_set: bool = False
    """The closing of the round was decided after this began, so that it stays where it is."""


def deadline(
    started_at: datetime,
    minutes: int,
    round_closes: datetime,
    *,
    extensions: Iterable[timedelta] = (),
    finish_after_close: bool = False,
    stops: Sequence[Stop] = (),
) -> datetime:
    """The moment at which a sitting ends: its minutes and extensions, cut by the round's close.

    `round_closes` is the close as it stands now, extensions of the round included. A sitting that
    ran when the clock was stopped gets the time back, also past the close, which cut it by the
    same clock; one that began later ends with the round.
    """
    own = started_at + timedelta(minutes=minutes) + sum(extensions, timedelta())
    own = _moved(own, started_at, stops)
    if finish_after_close:
        return own
    moving = [stop for stop in stops if not stop.before_closing_was_set]
    return min(own, _moved(round_closes, started_at, moving))


def _moved(end: datetime, started_at: datetime, stops: Iterable[Stop]) -> datetime:
    for stop in sorted(stops, key=lambda stop: stop.began_at):
        if stop.began_at < end and stop.ended_at > started_at:
            end += stop.ended_at - max(stop.began_at, started_at)
    return end


def stopped_between(began_at: datetime, ended_at: datetime, stops: Iterable[Stop]) -> timedelta:
    """How long the clock stood still between two moments."""
    spans = (min(stop.ended_at, ended_at) - max(stop.began_at, began_at) for stop in stops)
    return sum((span for span in spans if span > timedelta()), timedelta())


def ranked_seconds(
    started_at: datetime,
    received_at: datetime,
    deadline_at: datetime,
    precision: int = 1,
    stops: Sequence[Stop] = (),
) -> int:
    """The time that is ranked: whole steps of `precision` seconds, capped at the deadline.

    A begun step counts as not yet taken (61.9 s are 61); never below nothing. Time in which the
    clock of the round stood still is not taken.
    """
    ended_at = min(received_at, deadline_at)
    taken = ended_at - started_at - stopped_between(started_at, ended_at, stops)
    seconds = max(0, taken // timedelta(seconds=1))
    return seconds - seconds % precision


def is_late(received_at: datetime, deadline_at: datetime, grace_seconds: int) -> bool:
    """Whether a packet came after deadline and grace: it is stored and not counted."""
    return received_at > deadline_at + timedelta(seconds=grace_seconds)
