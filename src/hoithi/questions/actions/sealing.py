"""Sealing the questions of a round, lifting the seal, and proving at the opening that it held."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Round
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions.refusals import ReasonMissing
from hoithi.questions.models import BankSeal, Question, SealedQuestion
from hoithi.questions.queries import approved_for, newest_keys
from hoithi.questions.queries.seals import hash_of, sealing

_CHUNK = 200
"""Rows a transaction: well under 50 ms."""


class BankSealed(Refusal):
    """The question lies under the seal of a round that has not opened."""


class NotSealed(Refusal):
    """There is no seal to be lifted: the round has opened, or it was lifted."""


def seal_bank(round_: Round, *, by: Person | None, at: datetime) -> BankSeal:
    """Seals what the round may draw on its opening day, in place of an earlier seal.

    The hash is written last and makes the seal valid.
    """
    sat_at = max(at, round_.opens_at or at)
    versions = list(approved_for(round_.contest, at=sat_at))
    keys = newest_keys(version.pk for version in versions)
    seal = BankSeal.objects.create(round=round_, sealed_by=by, sealed_at=at)
    rows = [
        SealedQuestion(seal=seal, version=version, key_number=keys[version.pk].number)
        for version in versions
        if version.pk in keys
    ]
    for begun in range(0, len(rows), _CHUNK):
        SealedQuestion.objects.bulk_create(rows[begun : begun + _CHUNK])
    sha256 = hash_of(seal)
    with transaction.atomic():
        earlier = BankSeal.objects.filter(round=round_, lifted_at=None).exclude(pk=seal.pk)
        earlier.update(lifted_by=by, lifted_at=at)
        seal.sha256 = sha256
        seal.save(update_fields=["sha256"])
        facts = {"questions": len(rows), "sha256": sha256}
        journal.record("questions.sealed", round_, by=by, at=at, facts=facts)
    return seal


@transaction.atomic
def lift_seal(round_: Round, *, reason: str, by: Person, at: datetime) -> BankSeal:
    """Lets the questions of a round that has not opened be changed. Needs a reason.

    Papers that were drawn stay in force until the round is sealed again.
    """
    standing = BankSeal.objects.select_for_update().filter(round=round_, lifted_at=None)
    seal = standing.exclude(sha256="").order_by("-pk").first()
    if seal is None or (round_.opens_at and round_.opens_at <= at):
        raise NotSealed
    if not reason.strip():
        raise ReasonMissing
    seal.lifted_by, seal.lifted_at, seal.reason = by, at, reason.strip()[:500]
    seal.save(update_fields=["lifted_by", "lifted_at", "reason"])
    facts = {"reason": seal.reason, "sha256": seal.sha256}
    journal.record("questions.unsealed", round_, by=by, at=at, facts=facts)
    return seal


def check_seal(seal: BankSeal, *, at: datetime) -> bool:
    """Hashes the sealed questions again when their round opens; whether they are as they were."""
    is_whole = hash_of(seal) == seal.sha256
    with transaction.atomic():
        locked = BankSeal.objects.select_for_update().get(pk=seal.pk)
        if locked.checked_at is None:
            locked.checked_at, locked.is_whole = at, is_whole
            locked.save(update_fields=["checked_at", "is_whole"])
            deed = "questions.seal_proved" if is_whole else "questions.seal_broken"
            journal.record(deed, seal.round, by=None, at=at, facts={"sha256": seal.sha256})
    return is_whole


def refuse_sealed(questions: Iterable[Question], *, at: datetime) -> None:
    """Refuses (BankSealed) a change of questions under the seal of a round to come."""
    if seal := sealing(questions, at=at):
        raise BankSealed(round=seal.round.title)
