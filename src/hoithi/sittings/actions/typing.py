"""Papers sat in a hall, typed in by two people: equal typings count, unequal ones are compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Max, QuerySet

from hoithi.contests.models import Round
from hoithi.core.rulebook.windows import attempts_for, paper_for
from hoithi.entries.models import Channel, Entrant
from hoithi.journal import actions as journal
from hoithi.kit.ids import new_code, new_id
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.sittings.actions.storing import RECEIPT_LENGTH, hand_in
from hoithi.sittings.models import (
    Paper,
    Sitting,
    SittingDecision,
    SittingDecisionKind,
    Submission,
    SubmissionKind,
    TypedSheet,
)
from hoithi.sittings.queries.halls import rulebook

_LONGEST_TEXT = 500


class NotOnPaper(Refusal):
    """The entrant did not come in on paper: answers given online are never typed over."""


class PaperOfAnotherRound(Refusal):
    """The paper was not drawn for this round."""


class PaperOfAnotherGroup(Refusal):
    """The paper was drawn for another group of contestants."""


class AnswersMalformed(Refusal):
    """Some answers belong to no question of the paper (`places`)."""

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__(places=places)
        self.places = places


class OutsideTheRound(Refusal):
    """The sitting would begin outside the round or end after the moment of typing."""


class LongerThanAllowed(Refusal):
    """The sitting took more time than the paper allows (`minutes`)."""

    def __init__(self, minutes: int) -> None:
        super().__init__(minutes=minutes)
        self.minutes = minutes


class AttemptsUsedUp(Refusal):
    """The entrant has used all attempts of the round (`limit`)."""


class AlreadyCounted(Refusal):
    """Two people typed the sheet alike: it is handed in and is typed no more."""


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody read off the paper. Answers are places, as the room takes them."""

    answers: Mapping[str, Any]
    seconds: int
    began_at: datetime
    """When the session in the hall began."""
    prediction: int | None = None


@dataclass(frozen=True)
class Compared:
    """What became of a typing: handed in, waiting for the second one, or unequal to it."""

    submission: Submission | None = None
    other: TypedSheet | None = None
    differing: tuple[str, ...] = ()
    """Places of questions typed differently; `seconds` and `prediction` for these."""


@transaction.atomic
def type_sheet(
    entrant: Entrant, round_: Round, paper: Paper, typed: Typed, *, by: Person, at: datetime
) -> Compared:
    """Keeps one typing of a paper sheet; the second one that equals it hands the sheet in.

    Who types again replaces the own typing; of three typings two that are alike suffice. Refuses
    entrants who came in online, papers of other rounds, answers to no question, times that cannot
    be, and a sheet beyond the attempts of its part in the round.
    """
    locked = Entrant.objects.select_for_update().get(pk=entrant.pk)
    _check(locked, round_, paper, typed)
    _check_times(locked, round_, paper, typed, at)
    told = {"paper": paper, "seconds": typed.seconds, "began_at": typed.began_at, "typed_at": at}
    sheet, _ = TypedSheet.objects.select_related("paper__pool").update_or_create(
        entrant=locked,
        round=round_,
        part_key=paper.pool.part_key,
        typed_by=by,
        defaults={**told, "answers": {**typed.answers, "prediction": typed.prediction}},
    )
    journal.record("sittings.sheet_typed", locked, by=by, at=at, facts={"round": round_.key})
    return _compared(sheet, at=at)


def _compared(sheet: TypedSheet, *, at: datetime) -> Compared:
    """Handed in where any other person read the same; else unlike the one who typed last."""
    rows = typings_of(sheet).exclude(pk=sheet.pk).select_related("typed_by", "paper__pool")
    others = list(rows.order_by("-typed_at"))
    if not others:
        return Compared()
    alike = next((one for one in others if not differences(sheet, one)), None)
    if alike is None:
        return Compared(other=others[0], differing=differences(sheet, others[0]))
    return Compared(submission=handed_in(sheet, at=at), other=alike)


def typings_of(sheet: TypedSheet) -> QuerySet[TypedSheet]:
    """Every typing of the same sheet of paper, this one among them."""
    return TypedSheet.objects.filter(
        entrant=sheet.entrant_id, round=sheet.round_id, part_key=sheet.part_key
    )


def differences(one: TypedSheet, other: TypedSheet) -> tuple[str, ...]:
    """Where two typings of one sheet do not agree."""
    ours, theirs = dict(one.answers), dict(other.answers)
    places = [key for key in {*ours, *theirs} if _told(ours.get(key)) != _told(theirs.get(key))]
    if one.seconds != other.seconds:
        places.append("seconds")
    if one.began_at != other.began_at:
        places.append("began_at")
    if one.paper_id != other.paper_id:
        places.append("paper")
    return tuple(sorted(places, key=lambda place: (not place.isdecimal(), len(place), place)))


def _told(answer: object) -> object:
    """An answer as two readers of it agree: whether letters are capital is no answer."""
    return " ".join(answer.casefold().split()) if isinstance(answer, str) else answer


def _check(entrant: Entrant, round_: Round, paper: Paper, typed: Typed) -> None:
    if entrant.channel != Channel.PAPER or entrant.contest_id != round_.contest_id:
        raise NotOnPaper
    if paper.pool.round_id != round_.pk:
        raise PaperOfAnotherRound
    if paper.pool.group not in {"", entrant.group}:
        raise PaperOfAnotherGroup
    questions = {str(place) for place in range(1, len(paper.content) + 1)}
    wrong = [
        place for place, answer in typed.answers.items() if not _fits(place, answer, questions)
    ]
    if wrong or typed.seconds < 0:
        raise AnswersMalformed(tuple(wrong))
    check_open(entrant, round_, paper.pool.part_key)


def _check_times(entrant: Entrant, round_: Round, paper: Paper, typed: Typed, at: datetime) -> None:
    """Time ranks people: what nobody can have sat is never kept."""
    ended = typed.began_at + timedelta(seconds=typed.seconds)
    begun_early = round_.opens_at is not None and typed.began_at < round_.opens_at
    begun_late = round_.closes_at is not None and typed.began_at >= round_.closes_at
    if begun_early or begun_late or ended > at:
        raise OutsideTheRound
    rules, part = rulebook(_version(round_)), paper.pool.part_key
    allowed = paper_for(rules, round_.key, entrant.group or None, part)
    grace = attempts_for(rules, round_.key).grace_seconds
    if typed.seconds > allowed.minutes * 60 + grace:
        raise LongerThanAllowed(allowed.minutes)


def check_open(entrant: Entrant, round_: Round, part_key: str) -> None:
    """Refuses an entrant whose sheet of the part counts, or who has no attempt of it left."""
    sittings = Sitting.objects.filter(entrant=entrant, round=round_, part_key=part_key)
    if sittings.filter(submission__kind=SubmissionKind.TYPED).exists():
        raise AlreadyCounted
    rules = attempts_for(rulebook(_version(round_)), round_.key)
    if rules.a_round is not None and _sat(entrant, sittings) >= rules.a_round:
        raise AttemptsUsedUp(limit=rules.a_round)


def _sat(entrant: Entrant, sittings: QuerySet[Sitting]) -> int:
    """How many of the sittings count for the entrant; annulled ones do not."""
    annulled = SittingDecision.objects.filter(
        entrant=entrant, kind=SittingDecisionKind.ANNUL, sitting__isnull=False
    )
    return sittings.exclude(pk__in=annulled.values("sitting_id")).count()


def _fits(place: str, answer: object, questions: set[str]) -> bool:
    listed = answer if isinstance(answer, list) else [answer]
    plain = all(
        isinstance(one, int) or (isinstance(one, str) and len(one) <= _LONGEST_TEXT)
        for one in listed
    )
    return place in questions and plain and len(listed) <= len(questions) * 10


def _version(round_: Round) -> int:
    return round_.version_id or round_.contest.versions.latest("number").pk


def handed_in(sheet: TypedSheet, *, at: datetime) -> Submission:
    """Hands a typed sheet in: one sitting, one submission; every typing of it is closed."""
    sitting = _sitting(sheet)
    answers = dict(sheet.answers)
    prediction = answers.pop("prediction", None)
    submission = Submission(
        id=new_id(),
        sitting=sitting,
        kind=SubmissionKind.TYPED,
        holder=0,
        revision=0,
        answers=answers,
        prediction=prediction,
        submitted_at=sitting.started_at + timedelta(seconds=sheet.seconds),
        receipt=new_code(RECEIPT_LENGTH),
    )
    hand_in([submission])
    typings_of(sheet).update(counted_at=at)
    return Submission.objects.get(sitting=sitting)


def _sitting(sheet: TypedSheet) -> Sitting:
    """The next sitting of the entrant, begun with the session in the hall."""
    entrant, round_, paper = sheet.entrant, sheet.round, sheet.paper
    version, part_key = _version(round_), paper.pool.part_key
    part = paper_for(rulebook(version), round_.key, entrant.group or None, part_key)
    began_at = sheet.began_at or sheet.typed_at
    last = entrant.sittings.aggregate(last=Max("ordinal"))["last"] or 0
    return Sitting.objects.create(
        entrant=entrant,
        ordinal=last + 1,
        round=round_,
        part_key=part_key,
        paper=paper,
        version_id=version,
        started_at=began_at,
        deadline_at=began_at + timedelta(minutes=part.minutes),
    )
