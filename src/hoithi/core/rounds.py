"""What a round is doing at a moment, and which decisions about it make sense then."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class RoundState(StrEnum):
    """What a round is doing."""

    UNDATED = "undated"
    """The plan leaves its time open; it cannot be opened."""
    COMING = "coming"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Change(StrEnum):
    """What can be decided about a round."""

    EXTEND = "extend"
    CLOSE_EARLY = "close_early"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    MOVE_PUBLICATION = "move_publication"
    """Only the moment at which the result becomes public changes."""


class Release(StrEnum):
    """When the result of a round becomes public."""

    AS_PLANNED = "as_planned"
    """At the moment that stands."""
    ON_APPROVAL = "on_approval"
    """As soon as it is approved, at no set minute."""
    AT = "at"
    """At another moment."""


@dataclass(frozen=True, slots=True)
class NewPublication:
    """What is decided about the publication of a round; `at` goes with `Release.AT` only."""

    release: Release = Release.AS_PLANNED
    at: datetime | None = None


class WrongMoment(StrEnum):
    """Why a decision makes no sense now."""

    NOT_IN_THIS_STATE = "not_in_this_state"
    UNTIL_MISSING = "until_missing"
    UNTIL_NOT_LATER = "until_not_later"
    """An extension must end after the closing it replaces, and in the future."""
    UNTIL_BEYOND_NEXT = "until_beyond_next"
    """The round would still be open when the next one opens."""
    UNTIL_BEYOND_CONTEST = "until_beyond_contest"
    """The round would still be open after the contest as its rules state it."""
    UNTIL_TOO_FAR = "until_too_far"
    """Nothing bounds the round, yet it would grow by more than its own length: a slip."""
    UNTIL_NOT_EARLIER = "until_not_earlier"
    """An early close must lie before the closing it replaces, and not in the past."""
    PUBLICATION_MISSING = "publication_missing"
    """Another moment of publication must be named, or that it is as soon as approved."""
    PUBLICATION_BEFORE_CLOSE = "publication_before_close"
    PUBLICATION_PAST = "publication_past"
    CLOCK_STOPPED = "clock_stopped"
    """While the clock stands still a round is closed at once, or resumed first."""


@dataclass(frozen=True, slots=True)
class RoundTimes:
    """The times of a round as things stand; the closing is half-open."""

    opens_at: datetime | None
    closes_at: datetime | None
    paused: bool = False
    cancelled: bool = False
    clock_stopped: bool = False
    """The pause stops the clock of running papers: it outlasts the closing until it is ended."""
    next_opens_at: datetime | None = None
    """When the round after this one opens; None after the last."""
    contest_closes_at: datetime | None = None
    """When the contest ends by its rules; None where they state no end."""


_ALLOWED = {
    Change.EXTEND: {RoundState.COMING, RoundState.OPEN, RoundState.PAUSED},
    Change.CLOSE_EARLY: {RoundState.OPEN, RoundState.PAUSED},
    Change.PAUSE: {RoundState.OPEN},
    Change.RESUME: {RoundState.PAUSED},
    Change.CANCEL: {
        RoundState.COMING,
        RoundState.OPEN,
        RoundState.PAUSED,
        RoundState.CLOSED,
    },
    Change.MOVE_PUBLICATION: {
        RoundState.COMING,
        RoundState.OPEN,
        RoundState.PAUSED,
        RoundState.CLOSED,
    },
}


_PASSING = {Change.EXTEND, Change.PAUSE, Change.RESUME}
_RUNNING = {RoundState.COMING, RoundState.OPEN, RoundState.PAUSED}


def is_news(kind: str, state: RoundState) -> bool:
    """Whether people still act by a decision of this kind: more time or a pause only until closing.

    Other kinds, and those that are no change of a round (an amendment), are news while they are
    the newest.
    """
    return kind not in _PASSING or state in _RUNNING


def possible_changes(state: RoundState) -> frozenset[Change]:
    """What can be decided about a round in this state."""
    return frozenset(change for change, states in _ALLOWED.items() if state in states)


def is_extendable(times: RoundTimes) -> bool:
    """Whether some later closing is left before the next round opens and the contest ends."""
    bounds = [one for one in (times.next_opens_at, times.contest_closes_at) if one]
    return times.closes_at is None or not bounds or min(bounds) > times.closes_at


def state_of(times: RoundTimes, at: datetime) -> RoundState:
    """What the round is doing: open from its opening until before its closing."""
    if times.cancelled:
        return RoundState.CANCELLED
    if times.opens_at is None or times.closes_at is None:
        return RoundState.UNDATED
    if at < times.opens_at:
        return RoundState.COMING
    if times.paused and times.clock_stopped:
        return RoundState.PAUSED
    if at >= times.closes_at:
        return RoundState.CLOSED
    return RoundState.PAUSED if times.paused else RoundState.OPEN


def objection(
    change: Change, times: RoundTimes, *, until: datetime | None, at: datetime
) -> WrongMoment | None:
    """Why this cannot be decided about the round now; None where it can."""
    if state_of(times, at) not in _ALLOWED[change]:
        return WrongMoment.NOT_IN_THIS_STATE
    if change not in {Change.EXTEND, Change.CLOSE_EARLY}:
        return None
    if until is None or times.closes_at is None:
        return WrongMoment.UNTIL_MISSING
    if change is Change.EXTEND:
        return _objection_to_extension(times, until, at)
    return _objection_to_early_close(times, until, at)


def moved_publication(
    closes_at: datetime, publishes_at: datetime | None, until: datetime
) -> datetime | None:
    """When the result comes out after the closing moved from `closes_at` to `until`.

    A moment that is still ahead of the new closing stands. One that the new closing reaches moves
    with it by the planned distance, so that the time to verify the winners stays.
    """
    if publishes_at is None or until < publishes_at:
        return publishes_at
    return until + max(publishes_at - closes_at, timedelta(0))


def publication_objection(
    change: Change, publication: NewPublication, *, closes_at: datetime | None, at: datetime
) -> WrongMoment | None:
    """Why a result cannot be made public so; None where it can.

    `closes_at` is the closing as it will stand: a result never comes out before its round has
    closed, and no decision puts it into the past.
    """
    if publication.release is Release.AS_PLANNED and change is Change.MOVE_PUBLICATION:
        return WrongMoment.PUBLICATION_MISSING
    if publication.release is not Release.AT:
        return None
    if publication.at is None:
        return WrongMoment.PUBLICATION_MISSING
    if closes_at is not None and publication.at < closes_at:
        return WrongMoment.PUBLICATION_BEFORE_CLOSE
    return WrongMoment.PUBLICATION_PAST if publication.at < at else None


def _objection_to_extension(times: RoundTimes, until: datetime, at: datetime) -> WrongMoment | None:
    if times.closes_at is not None and not until > max(times.closes_at, at):
        return WrongMoment.UNTIL_NOT_LATER
    if times.next_opens_at is not None and until > times.next_opens_at:
        return WrongMoment.UNTIL_BEYOND_NEXT
    if times.contest_closes_at is not None and until > times.contest_closes_at:
        return WrongMoment.UNTIL_BEYOND_CONTEST
    return WrongMoment.UNTIL_TOO_FAR if _is_a_slip(times, until) else None


def _is_a_slip(times: RoundTimes, until: datetime) -> bool:
    bounded = times.next_opens_at or times.contest_closes_at
    if bounded or times.opens_at is None or times.closes_at is None:
        return False
    return until - times.closes_at > times.closes_at - times.opens_at


def _objection_to_early_close(
    times: RoundTimes, until: datetime, at: datetime
) -> WrongMoment | None:
    if times.paused and times.clock_stopped:
        return None if until == at else WrongMoment.CLOCK_STOPPED
    before = times.closes_at is not None and at <= until < times.closes_at
    return None if before else WrongMoment.UNTIL_NOT_EARLIER
