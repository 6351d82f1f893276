"""Recorded decisions about rounds: longer, shorter, paused, cancelled, held again."""

from datetime import datetime

import msgspec
from django.db import transaction

from hoithi.contests.actions.joining import carry_days
from hoithi.contests.actions.rules import ReasonMissing, put_in_force, redraft
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, DecisionKind, Round, RoundDecision
from hoithi.contests.queries import draft_version, times_within
from hoithi.core.rounds import (
    Change,
    NewPublication,
    Release,
    RoundTimes,
    WrongMoment,
    moved_publication,
    objection,
    publication_objection,
)
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.rerun import with_round_again
from hoithi.core.rulebook.windows import UnknownKey
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class RoundNotDecidable(Refusal):
    """The decision makes no sense for the round as it is now."""

    def __init__(self, why: WrongMoment, times: RoundTimes) -> None:
        super().__init__()
        self.why = why
        self.times = times


class DraftInTheWay(Refusal):
    """A waiting draft of the rules cannot take in the repeated round; it is settled first."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Why something is decided, the document that orders it, and what it says of publication."""

    reason: str
    document_number: str = ""
    publication: NewPublication = NewPublication()
    stops_clock: bool = False
    """Of a pause: running papers stand still and get the time back."""


@transaction.atomic
def decide(
    round_: Round,
    change: Change,
    *,
    order: Order,
    by: Person,
    at: datetime,
    until: datetime | None = None,
) -> RoundDecision:
    """Changes a round at once and shows contestants why. Refuses what makes no sense now.

    An early close without a moment closes the round now. With an early close, or alone, the
    order may move the publication: to another moment, or to as soon as the result is approved.
    """
    locked = Round.objects.select_for_update().select_related("contest").get(pk=round_.pk)
    if not order.reason.strip():
        raise ReasonMissing
    until = until or (at if change is Change.CLOSE_EARLY else None)
    times = times_within(locked, at=at)
    if why := _why_not(times, change, order, until=until, at=at):
        raise RoundNotDecidable(why, times)
    stops_clock = change is Change.PAUSE and order.stops_clock
    _apply(locked, change, until=until, at=at)
    _move_publication(locked, order.publication)
    locked.clock_stopped = stops_clock or (locked.clock_stopped and locked.paused_at is not None)
    locked.save()
    carry_days(locked.contest, by=by, at=at)
    facts = _facts(locked, order, until) | {"stops_clock": stops_clock}
    journal.record(f"contests.round_{change}", locked, by=by, at=at, facts=facts)
    return _recorded(locked, DecisionKind(change), order, by=by, at=at, until=until)


def _facts(round_: Round, order: Order, until: datetime | None) -> dict[str, str | bool | None]:
    return {
        "until": until.isoformat() if until else None,
        "reason": order.reason,
        "release": order.publication.release,
        "publishes_at": round_.publishes_at.isoformat() if round_.publishes_at else None,
    }


def _why_not(
    times: RoundTimes, change: Change, order: Order, *, until: datetime | None, at: datetime
) -> WrongMoment | None:
    closes_at = until or times.closes_at
    return objection(change, times, until=until, at=at) or publication_objection(
        change, order.publication, closes_at=closes_at, at=at
    )


def _recorded(
    round_: Round,
    kind: DecisionKind,
    order: Order,
    *,
    by: Person,
    at: datetime,
    until: datetime | None = None,
) -> RoundDecision:
    moved = order.publication
    return RoundDecision.objects.create(
        contest=round_.contest,
        round=round_,
        kind=kind,
        until=until,
        release="" if moved.release is Release.AS_PLANNED else moved.release,
        publishes_at=moved.at if moved.release is Release.AT else None,
        reason=order.reason,
        document_number=order.document_number,
        stops_clock=kind is DecisionKind.PAUSE and order.stops_clock,
        decided_by=by,
        decided_at=at,
    )


def _apply(round_: Round, change: Change, *, until: datetime | None, at: datetime) -> None:
    if change is Change.PAUSE:
        round_.paused_at = at
    elif change is Change.RESUME:
        round_.paused_at = None
    elif change is Change.CANCEL:
        round_.cancelled_at = at
    elif change is Change.EXTEND and until and round_.closes_at:
        round_.publishes_at = moved_publication(round_.closes_at, round_.publishes_at, until)
        round_.closes_at = until
    elif change is Change.CLOSE_EARLY:
        if round_.clock_stopped:
            round_.paused_at = None
        round_.closes_at = until


def _move_publication(round_: Round, moved: NewPublication) -> None:
    if moved.release is Release.ON_APPROVAL:
        round_.publishes_at, round_.publishes_on_approval = None, True
    elif moved.release is Release.AT:
        round_.publishes_at, round_.publishes_on_approval = moved.at, False


def set_publication(round_: Round, moment: datetime) -> None:
    """Keeps the moment at which a result that waited for its approval did come out."""
    round_.publishes_at, round_.publishes_on_approval = moment, False
    round_.save(update_fields=["publishes_at", "publishes_on_approval"])


class NewTimes(msgspec.Struct, frozen=True, kw_only=True):
    """The window of a round that is held again."""

    opens_at: datetime
    closes_at: datetime
    publishes_at: datetime | None = None


@transaction.atomic
def rerun(round_: Round, times: NewTimes, *, order: Order, by: Person, at: datetime) -> Round:
    """Cancels a round and holds it again under a new key, with the same papers and prizes.

    A draft of the rules that waits meanwhile gets the repeated round too and waits on. Refuses
    where that draft has no such round any more, or repeats it differently.
    """
    contest = Contest.objects.select_for_update().get(pk=round_.contest_id)
    if round_.cancelled_at is None:
        decide(round_, Change.CANCEL, order=order, by=by, at=at)
    stopped = contest.rounds.get(pk=round_.pk).cancelled_at or at
    rulebook = rulebook_of(contest.versions.filter(effective_at__isnull=False).latest("number"))
    waiting = draft_version(contest)
    again, key = _repeated(rulebook, round_.key, times, stopped)
    planned = (
        _repeated_too(rulebook_of(waiting), round_.key, times, stopped, key) if waiting else None
    )
    redraft(contest, again, by=by, at=at)
    put_in_force(contest, by=by, at=at, reason=order.reason, document_number=order.document_number)
    if planned is not None:
        redraft(contest, planned, by=by, at=at)
    _recorded(round_, DecisionKind.RERUN, order, by=by, at=at)
    return contest.rounds.get(key=key)


def _repeated(
    rulebook: Rulebook, key: str, times: NewTimes, stopped: datetime
) -> tuple[Rulebook, str]:
    return with_round_again(
        rulebook,
        key,
        opens=str(LocalMoment.of(times.opens_at)),
        closes=str(LocalMoment.of(times.closes_at)),
        publishes=str(LocalMoment.of(times.publishes_at)) if times.publishes_at else None,
        stopped=str(LocalMoment.of(stopped)),
    )


def _repeated_too(
    planned: Rulebook, key: str, times: NewTimes, stopped: datetime, expected: str
) -> Rulebook:
    """The waiting draft with the same repetition under the same key."""
    try:
        again, new_key = _repeated(planned, key, times, stopped)
    except UnknownKey as error:
        raise DraftInTheWay from error
    if new_key != expected:
        raise DraftInTheWay
    return again
