"""Closing what ran out of time: the newest sheet is handed in through the door of all packets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from hoithi.contests.models import Round
from hoithi.contests.queries import stops
from hoithi.core.attempts import Stop
from hoithi.core.rulebook.windows import attempts_for
from hoithi.kit.ids import new_code, new_id
from hoithi.sittings.actions.storing import RECEIPT_LENGTH, Receipt, hand_in
from hoithi.sittings.facts.records import deadline_of
from hoithi.sittings.models import (
    Sitting,
    SittingDecision,
    SittingDecisionKind,
    Submission,
    SubmissionKind,
)
from hoithi.sittings.queries.halls import rulebook
from hoithi.sittings.queries.starts import newest

PATIENCE = timedelta(seconds=5)
"""After deadline and grace: what the room received in time is on disk by then."""
_LONGEST_SITTING = timedelta(days=1)
_GRACE = timedelta(minutes=15)
"""More than the longest grace: so far back a look sees again what the last one saw."""
_CHUNK = 100


@dataclass
class Sweep:
    """Up to which deadline everything is closed; a new process begins with everything."""

    until: datetime | None = None
    waiting: set[int] = field(default_factory=set)
    """Sittings whose own deadline has passed and that run on by a decision."""


def close_overdue(at: datetime, sweep: Sweep | None = None) -> int:
    """Hands in, from the newest sheet, every sitting whose time is over; how many.

    Idempotent: what is handed in stays as it is. Each transaction closes a few sittings. With a
    `sweep` only what became overdue since the last time is looked at.
    """
    sweep = Sweep() if sweep is None else sweep
    closed, waiting = 0, set()
    due: list[Submission] = []
    candidates = _candidates(at, sweep)
    stopped = stops({sitting.round_id for sitting in candidates}, at=at)
    for sitting in candidates:
        deadline, over = _deadline(sitting, stopped.get(sitting.round_id, ()), at)
        if over:
            due.append(_submission(sitting, deadline))
        elif sitting.deadline_at <= at:
            waiting.add(sitting.pk)
        if len(due) == _CHUNK:
            closed += _close(due)
            due = []
    closed += _close(due)
    sweep.until, sweep.waiting = at, waiting
    return closed


def close_overdue_of(round_: Round, at: datetime) -> int:
    """The same for one round of a rehearsal, which is played at its own moments, never paused."""
    found = ((sitting, _deadline(sitting, (), at)) for sitting in _open(Q(round=round_)))
    due = [_submission(sitting, deadline) for sitting, (deadline, over) in found if over]
    return sum(_close(due[begun : begun + _CHUNK]) for begun in range(0, len(due), _CHUNK))


def _candidates(at: datetime, sweep: Sweep) -> Sequence[Sitting]:
    """Sittings not handed in whose own deadline, or whose round's closing, has passed."""
    own = Q(deadline_at__lte=at)
    if sweep.until is not None:
        # Deadlines a little before the last look were still within their grace then.
        own &= Q(deadline_at__gt=sweep.until - _GRACE) | Q(pk__in=sweep.waiting)
    early = Q(
        deadline_at__gt=at, round__closes_at__lte=at, round__closes_at__gt=at - _LONGEST_SITTING
    )
    return [*_open(own), *_open(early)]


def _open(condition: Q) -> QuerySet[Sitting]:
    annulled = SittingDecision.objects.filter(kind=SittingDecisionKind.ANNUL)
    return (
        Sitting.objects.filter(condition, submission__isnull=True)
        .exclude(pk__in=annulled.filter(sitting__isnull=False).values("sitting_id"))
        .select_related("round")
        .prefetch_related("decisions")
    )


def _deadline(sitting: Sitting, stopped: Sequence[Stop], at: datetime) -> tuple[datetime, bool]:
    """The deadline as things stand, and whether the time for packets is over too."""
    rules = attempts_for(rulebook(sitting.version_id), sitting.round.key)
    extension = sum(
        (
            timedelta(seconds=one.seconds)
            for one in sitting.decisions.all()
            if one.kind == SittingDecisionKind.EXTEND
        ),
        timedelta(),
    )
    deadline = deadline_of(
        sitting.started_at,
        sitting.deadline_at,
        sitting.round.closes_at,
        extension=extension,
        finish_after_close=rules.finish_after_close,
        stops=stopped,
    )
    return deadline, at > deadline + timedelta(seconds=rules.grace_seconds) + PATIENCE


def _submission(sitting: Sitting, deadline: datetime) -> Submission:
    last = newest(sitting.pk)
    return Submission(
        id=new_id(),
        sitting_id=sitting.pk,
        kind=SubmissionKind.CLOSED,
        holder=last.holder,
        revision=last.revision,
        answers=last.answers or {},
        prediction=last.prediction,
        submitted_at=max(deadline, sitting.started_at),
        receipt=new_code(RECEIPT_LENGTH),
    )


def _close(due: Sequence[Submission]) -> int:
    if not due:
        return 0
    with transaction.atomic():
        outcomes = hand_in(due)
    mine = {one.receipt for one in due}
    return sum(isinstance(one, Receipt) and one.receipt in mine for one in outcomes)
