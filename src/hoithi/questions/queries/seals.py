"""What is sealed for rounds that have not opened, and whether it is as it was."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

import msgspec
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from hoithi.contests.models import Contest, Round
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import (
    AnswerKey,
    Bank,
    BankSeal,
    Question,
    QuestionState,
    QuestionVersion,
    SealedQuestion,
)

_TOGETHER = 500


def standing_seals(at: datetime) -> QuerySet[BankSeal]:
    """Seals that were not lifted, of rounds that have not opened."""
    coming = Q(round__opens_at=None) | Q(round__opens_at__gt=at)
    return BankSeal.objects.filter(coming, lifted_at=None).exclude(sha256="")


def sealing(questions: Iterable[Question], *, at: datetime) -> BankSeal | None:
    """The first seal that keeps one of the questions from being changed. One query."""
    under = standing_seals(at).filter(
        questions__version__question__in=[one.pk for one in questions if one.pk]
    )
    return under.select_related("round").order_by("pk").first()


def sealing_bank(bank: Bank, *, at: datetime, contest: Contest) -> BankSeal | None:
    """The first seal of the contest under which any question of the bank lies. One query."""
    under = standing_seals(at).filter(
        round__contest=contest, questions__version__question__bank=bank
    )
    return under.select_related("round").order_by("pk").first()


def revised_unreviewed(contest: Contest) -> QuerySet[QuestionVersion]:
    """Versions that wait for review while an older one of the question would be drawn."""
    newest = QuestionVersion.objects.filter(question=OuterRef("question")).order_by("-number")
    approved = QuestionVersion.objects.filter(
        question=OuterRef("question"), state=QuestionState.APPROVED
    )
    return QuestionVersion.objects.filter(
        Exists(approved),
        question__bank__contests=contest,
        state=QuestionState.PROPOSED,
        pk=Subquery(newest.values("pk")[:1]),
    )


def newest_seals(rounds: Iterable[Round]) -> dict[int, BankSeal]:
    """The newest seal of each round, lifted or not. One query."""
    rows = BankSeal.objects.filter(round__in=list(rounds)).exclude(sha256="")
    return {
        seal.round_id: seal for seal in rows.select_related("sealed_by", "lifted_by").order_by("pk")
    }


def unchecked_seals(opened_before: datetime, opened_after: datetime) -> QuerySet[BankSeal]:
    """Seals of rounds that opened in between and were not hashed again."""
    rows = BankSeal.objects.filter(
        round__opens_at__lte=opened_before,
        round__opens_at__gt=opened_after,
        lifted_at=None,
        checked_at=None,
    )
    return rows.exclude(sha256="").select_related("round__contest__body")


def broken_seals(checked_after: datetime) -> QuerySet[BankSeal]:
    """Seals that were found broken since that moment and were not lifted."""
    rows = BankSeal.objects.filter(is_whole=False, lifted_at=None, checked_at__gt=checked_after)
    return rows.select_related("round__contest__body", "sealed_by")


def broken_seal(round_: Round) -> BankSeal | None:
    """The seal of the round that was found broken when it opened. One query."""
    return BankSeal.objects.filter(round=round_, is_whole=False, lifted_at=None).first()


def hash_of(seal: BankSeal) -> str:
    """Over every sealed question with its key, in order: the same as long as nothing changes."""
    digest = hashlib.sha256()
    rows = seal.questions.select_related("version__question").order_by("version_id")
    for begun in range(0, rows.count(), _TOGETHER):
        chunk = list(rows[begun : begun + _TOGETHER])
        keys = _keys(chunk)
        for one in chunk:
            digest.update(_canonical(one, keys.get((one.version_id, one.key_number))) + b"\n")
    return digest.hexdigest()


def _keys(chunk: Iterable[SealedQuestion]) -> dict[tuple[int, int], AnswerKey]:
    keys = AnswerKey.objects.filter(version__in=[one.version_id for one in chunk])
    return {(key.version_id, key.number): key for key in keys}


def _canonical(one: SealedQuestion, key: AnswerKey | None) -> bytes:
    text = text_of(one.version)
    answer = answer_of(text.kind, key) if key else None
    told = [one.version.question.code, one.version.number, one.key_number, text, answer]
    return msgspec.json.encode(told, order="deterministic")
