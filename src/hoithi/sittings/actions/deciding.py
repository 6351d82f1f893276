"""Recorded decisions about single sittings and single people; pages feel them at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.db.models import Max

from hoithi.contests.facts import state_at
from hoithi.contests.models import Round
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.entry import ExclusionEffect
from hoithi.entries.models import Entrant
from hoithi.journal import actions as journal
from hoithi.kit.ids import new_code, new_id, new_token
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.sittings.actions.storing import RECEIPT_LENGTH
from hoithi.sittings.models import (
    Holder,
    Sheet,
    Sitting,
    SittingDecision,
    SittingDecisionKind,
    Submission,
    SubmissionKind,
)

_CHUNK = 500


class ReasonNeeded(Refusal):
    """A decision about somebody's sitting needs its reason."""


class NothingLate(Refusal):
    """No sheet of this sitting came late."""


class AlreadyDecided(Refusal):
    """The sitting is annulled, or its late sheet is counted already."""


class RoundTakesNoAttempt(Refusal):
    """The round (`round`: its title) is over or cancelled: an attempt given there is of no use."""


class MayNotTakePart(Refusal):
    """`people` of those named are on the list of those who may not take part."""


@dataclass(frozen=True)
class Grounds:
    """Why something is decided, and the document that orders it."""

    reason: str
    document_number: str = ""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ReasonNeeded


@dataclass(frozen=True)
class PaperIn:
    """The paper of a round for which an attempt is given back; the others keep their limits."""

    round: Round
    part_key: str
    title: str = ""
    """Where the round has several, to say which."""


@transaction.atomic
def extend(
    sitting: Sitting, *, seconds: int, grounds: Grounds, by: Person, at: datetime
) -> SittingDecision:
    """Gives one running sitting so many seconds more; its page learns it with the next answer."""
    made = _decision(sitting, SittingDecisionKind.EXTEND, grounds, by, at)
    made.seconds = seconds
    made.save()
    _record("sittings.extended", sitting, grounds, by, at)
    return made


@transaction.atomic
def annul(sitting: Sitting, *, grounds: Grounds, by: Person, at: datetime) -> SittingDecision:
    """Takes a sitting out of everything; its rows stay as evidence. Refuses a second time."""
    _refuse_if_decided(sitting)
    made = _decision(sitting, SittingDecisionKind.ANNUL, grounds, by, at)
    made.save()
    _record("sittings.annulled", sitting, grounds, by, at)
    return made


def permit(
    entrants: Iterable[Entrant], paper: PaperIn, *, grounds: Grounds, by: Person, at: datetime
) -> int:
    """Gives each of these people one attempt back at a paper; how many. In small transactions.

    Refuses what nobody could use: in a round that is over, and for people who may not take part.
    """
    refuse_if_over(paper.round, at)
    waiting, count = iter(entrants), 0
    while chunk := list(islice(waiting, _CHUNK)):
        if barred := sum(map(is_barred, chunk)):
            raise MayNotTakePart(people=barred)
        with transaction.atomic():
            SittingDecision.objects.bulk_create(
                _permission(entrant, paper, grounds, by, at) for entrant in chunk
            )
            facts = {"people": [one.pk for one in chunk], "part": paper.part_key}
            facts |= _facts(grounds)
            journal.record("sittings.permitted", paper.round, by=by, at=at, facts=facts)
        count += len(chunk)
    return count


def refuse_if_over(round_: Round, at: datetime) -> None:
    """Refuses a round in which nobody begins a sitting any more."""
    if state_at(round_, at) in {RoundState.CLOSED, RoundState.CANCELLED}:
        raise RoundTakesNoAttempt(round=round_.title)


def is_barred(entrant: Entrant) -> bool:
    """Whether the person is on the list of those who may not take part."""
    return entrant.effect == ExclusionEffect.BARRED


@transaction.atomic
def count_late(sitting: Sitting, *, grounds: Grounds, by: Person, at: datetime) -> Sitting:
    """Counts the newest sheet that came late, in place of what the sitting has.

    A sitting has one submission for ever, so the late sheet becomes a sitting of its own, begun
    when the first one was; the decision takes the first one out.
    """
    _refuse_if_decided(sitting)
    late = Sheet.objects.filter(sitting=sitting, late=True).order_by("-received_at").first()
    if late is None:
        raise NothingLate
    twin = _twin(sitting, late, at)
    made = _decision(sitting, SittingDecisionKind.ANNUL, grounds, by, at)
    made.save()
    _decision(twin, SittingDecisionKind.COUNT_LATE, grounds, by, at).save()
    _record("sittings.late_counted", sitting, grounds, by, at)
    return twin


def _twin(sitting: Sitting, late: Sheet, at: datetime) -> Sitting:
    last = Sitting.objects.filter(entrant=sitting.entrant_id).aggregate(last=Max("ordinal"))["last"]
    twin = Sitting.objects.get(pk=sitting.pk)
    twin.pk, twin.ordinal, twin.token = new_id(), last + 1, new_token()
    twin.save(force_insert=True)
    Holder.objects.create(sitting=twin, number=late.holder, at=at)
    Submission.objects.create(
        sitting=twin,
        kind=SubmissionKind.DECIDED,
        holder=late.holder,
        revision=late.revision,
        answers=late.answers,
        prediction=late.prediction,
        submitted_at=late.received_at,
        receipt=new_code(RECEIPT_LENGTH),
    )
    return twin


def _refuse_if_decided(sitting: Sitting) -> None:
    decided = SittingDecision.objects.filter(sitting=sitting, kind=SittingDecisionKind.ANNUL)
    if decided.exists():
        raise AlreadyDecided


def _decision(
    sitting: Sitting, kind: SittingDecisionKind, grounds: Grounds, by: Person, at: datetime
) -> SittingDecision:
    return SittingDecision(
        entrant_id=sitting.entrant_id,
        sitting=sitting,
        round_id=sitting.round_id,
        kind=kind,
        reason=grounds.reason,
        document_number=grounds.document_number,
        decided_by=by,
        decided_at=at,
    )


def _permission(
    entrant: Entrant, paper: PaperIn, grounds: Grounds, by: Person, at: datetime
) -> SittingDecision:
    return SittingDecision(
        entrant=entrant,
        round=paper.round,
        kind=SittingDecisionKind.PERMIT,
        part_key=paper.part_key,
        part_title=paper.title,
        reason=grounds.reason,
        document_number=grounds.document_number,
        decided_by=by,
        decided_at=at,
    )


def _record(deed: str, sitting: Sitting, grounds: Grounds, by: Person, at: datetime) -> None:
    facts = {"sitting": sitting.pk, "entrant": sitting.entrant_id, **_facts(grounds)}
    journal.record(deed, sitting.round, by=by, at=at, facts=facts)


def _facts(grounds: Grounds) -> dict[str, str]:
    return {"reason": grounds.reason, "document": grounds.document_number}
