"""Recorded decisions about rounds: longer, shorter, paused, cancelled, held again."""

from datetime import datetime

import msgspec
from django.db import transaction

from hoithi.contests.actions.rules import ReasonMissing, put_in_force, redraft
from hoithi.contests.facts import rulebook_of, times_of
from hoithi.contests.models import Contest, DecisionKind, Round, RoundDecision
from hoithi.core.rounds import Change, WrongMoment, objection
from hoithi.core.rulebook.rerun import with_round_again
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class RoundNotDecidable(Refusal):
    """The decision makes no sense for the round as it is now."""

    def __init__(self, why: WrongMoment) -> None:
        super().__init__()
        self.why = why


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Why something is decided, and the document that orders it."""

    reason: str
    document_number: str = ""


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

    An early close without a moment closes the round now.
    """
    locked = Round.objects.select_for_update().select_related("contest").get(pk=round_.pk)
    if not order.reason.strip():
        raise ReasonMissing
    if change is Change.CLOSE_EARLY:
        until = until or at
    if why := objection(change, times_of(locked), until=until, at=at):
        raise RoundNotDecidable(why)
    _apply(locked, change, until=until, at=at)
    locked.save()
    facts = {"until": until.isoformat() if until else None, "reason": order.reason}
    journal.record(f"contests.round_{change}", locked, by=by, at=at, facts=facts)
    return _recorded(locked, DecisionKind(change), order, by=by, at=at, until=until)


def _recorded(
    round_: Round,
    kind: DecisionKind,
    order: Order,
    *,
    by: Person,
    at: datetime,
    until: datetime | None = None,
) -> RoundDecision:
    return RoundDecision.objects.create(
        contest=round_.contest,
        round=round_,
        kind=kind,
        until=until,
        reason=order.reason,
        document_number=order.document_number,
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
    else:
        round_.closes_at = until
    if change is Change.EXTEND and until and round_.publishes_at and round_.publishes_at < until:
        # A result cannot come out before its round has closed; the organiser sets a later moment.
        round_.publishes_at = until


class NewTimes(msgspec.Struct, frozen=True, kw_only=True):
    """The window of a round that is held again."""

    opens_at: datetime
    closes_at: datetime
    publishes_at: datetime | None = None


@transaction.atomic
def rerun(round_: Round, times: NewTimes, *, order: Order, by: Person, at: datetime) -> Round:
    """Cancels a round and holds it again under a new key, with the same papers and prizes."""
    contest = Contest.objects.select_for_update().get(pk=round_.contest_id)
    if round_.cancelled_at is None:
        decide(round_, Change.CANCEL, order=order, by=by, at=at)
    stopped = contest.rounds.get(pk=round_.pk).cancelled_at or at
    rulebook = rulebook_of(contest.versions.filter(effective_at__isnull=False).latest("number"))
    again, key = with_round_again(
        rulebook,
        round_.key,
        opens=str(LocalMoment.of(times.opens_at)),
        closes=str(LocalMoment.of(times.closes_at)),
        publishes=str(LocalMoment.of(times.publishes_at)) if times.publishes_at else None,
        stopped=str(LocalMoment.of(stopped)),
    )
    redraft(contest, again, by=by, at=at)
    put_in_force(contest, by=by, at=at, reason=order.reason, document_number=order.document_number)
    _recorded(round_, DecisionKind.RERUN, order, by=by, at=at)
    return contest.rounds.get(key=key)
