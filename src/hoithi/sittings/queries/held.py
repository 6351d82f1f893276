"""Rounds being held or still to come whose questions nobody may read with their keys."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from hoithi.contests.facts import state_at
from hoithi.contests.models import Round
from hoithi.core.papers.records import decode
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.document import RoundScope
from hoithi.questions.models import BankSeal, QuestionVersion, SealedQuestion
from hoithi.sittings.models import Paper, PaperPool, Sitting
from hoithi.study.queries import studied_in

_NAMED = ("pk", "question", "question__code")


@dataclass(frozen=True)
class Held:
    """A round with those of the questions asked for that it keeps."""

    round: Round
    questions: frozenset[int]
    codes: tuple[str, ...]
    is_open: bool
    """Papers are being sat; else the round is still to come."""


def holding(questions: Collection[int], *, at: datetime) -> list[Held]:
    """Rounds of any contest that hold these questions secret: in papers drawn or under a seal.

    A round holds nothing that the blueprint counted as studied when its papers were drawn. Trials
    and rehearsals decide nothing, so they hold nothing.
    """
    return [found for round_ in _rounds(at) if (found := _held(round_, questions, at))]


def _rounds(at: datetime) -> Iterator[Round]:
    """Rounds with papers or a seal that are not over, those first that open first."""
    pools = PaperPool.objects.filter(round=OuterRef("pk"))
    seals = BankSeal.objects.filter(round=OuterRef("pk"), lifted_at=None)
    sitting = Sitting.objects.filter(
        round=OuterRef("pk"), submission__isnull=True, deadline_at__gt=at
    )
    still = Q(closes_at=None) | Q(closes_at__gt=at) | Exists(sitting)
    secret = Exists(pools) | Exists(seals)
    rows = Round.objects.filter(still, secret, contest__rehearses=None, cancelled_at=None)
    counted = rows.exclude(scope=RoundScope.TRIAL.value)
    yield from counted.select_related("contest").order_by("opens_at", "pk")


def _held(round_: Round, questions: Collection[int], at: datetime) -> Held | None:
    secret = set(questions) - studied_in(round_, at=at)
    versions = QuestionVersion.objects.filter(question__in=secret)
    names = {pk: (question, code) for pk, question, code in versions.values_list(*_NAMED)}
    held = dict(names[pk] for pk in names.keys() & _versions(round_))
    if not held:
        return None
    is_open = state_at(round_, at) is not RoundState.COMING
    return Held(round_, frozenset(held), tuple(sorted(held.values())), is_open)


def _versions(round_: Round) -> set[int]:
    """Versions in any paper of the round, or under its seal."""
    sealed = SealedQuestion.objects.filter(seal__round=round_, seal__lifted_at=None)
    papers = Paper.objects.filter(pool__round=round_).values_list("content", flat=True)
    drawn = {line.question for content in papers.iterator() for line in decode(content)}
    return drawn | set(sealed.values_list("version", flat=True))
