"""Issuing certificates for a published result, and withdrawing them."""

from datetime import datetime

from django.db import transaction

from hoithi.awards.facts import (
    certificate_key,
    certified_wins,
    keys_won,
    newest_final,
    win_key,
)
from hoithi.awards.models import Certificate
from hoithi.contests.models import Contest
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.results.models import Result


class ResultPreliminary(Refusal):
    """A preliminary result gives no certificate."""


class AlreadyWithdrawn(Refusal):
    """The certificate has been withdrawn."""


class ReasonMissing(Refusal):
    """Withdrawing needs a reason: the verification page shows it."""


class AlreadyReplaced(Refusal):
    """Another certificate was issued in its place."""


class PrizeLost(Refusal):
    """The newest result does not give this prize to this winner any more."""


@transaction.atomic
def issue(result: Result, *, by: Person | None, at: datetime) -> list[Certificate]:
    """Issues the certificates that a published result gives and that were never issued yet.

    Who keeps a prize in a corrected result keeps the certificate; safe to repeat. One that was
    withdrawn comes back by `reissue` only.
    """
    if result.preliminary:
        raise ResultPreliminary
    Contest.objects.select_for_update().get(pk=result.contest_id)
    made = _not_yet_issued(result, at)
    Certificate.objects.bulk_create(made)
    if made:
        facts = {"certificates": len(made), "number": result.number}
        journal.record("awards.certificates_issued", result, by=by, at=at, facts=facts)
    return made


def _not_yet_issued(result: Result, at: datetime) -> list[Certificate]:
    issued = Certificate.objects.filter(
        result__contest=result.contest_id, result__round=result.round_id
    ).values_list("table_key", "prize_key", "entrant_id", "unit_id")
    have = {win_key(table, prize, who or 0, unit or 0) for table, prize, who, unit in issued}
    return [
        Certificate(
            result=result,
            table_key=table.key,
            prize_key=prize.key,
            prize_title=_title(result, table.title, prize.title),
            entrant_id=winner.entrant or None,
            unit_id=winner.unit_id or None,
            masked_name=winner.name,
            issued_at=at,
        )
        for table, prize, winner in certified_wins(result)
        if win_key(table.key, prize.key, winner.entrant, winner.unit_id) not in have
    ]


def _title(result: Result, table: str, prize: str) -> str:
    parts = [prize, table, result.round.title if result.round else ""]
    return " – ".join(part for part in parts if part)[:200]


@transaction.atomic
def withdraw(certificate: Certificate, reason: str, *, by: Person, at: datetime) -> Certificate:
    """Withdraws a certificate; its page then says so, with the reason. Refuses a second time."""
    locked = _locked(certificate)
    if locked.withdrawn_at is not None:
        raise AlreadyWithdrawn
    return _withdrawn(locked, reason, by=by, at=at)


@transaction.atomic
def reissue(certificate: Certificate, reason: str, *, by: Person, at: datetime) -> Certificate:
    """Issues a new certificate in the place of one, which is withdrawn unless it was already.

    For a wrong name, a lost sheet, or a withdrawal that was a mistake. Refuses where the newest
    result gives the prize to somebody else, and where another was issued in its place before.
    """
    locked = _locked(certificate)
    if Certificate.objects.filter(replaces=locked).exists():
        raise AlreadyReplaced
    newest = newest_final(locked.result)
    if certificate_key(locked) not in keys_won(newest):
        raise PrizeLost
    if locked.withdrawn_at is None:
        _withdrawn(locked, reason, by=by, at=at)
    elif not reason.strip():
        raise ReasonMissing
    made = Certificate.objects.create(
        result=newest,
        table_key=locked.table_key,
        prize_key=locked.prize_key,
        prize_title=locked.prize_title,
        entrant_id=locked.entrant_id,
        unit_id=locked.unit_id,
        masked_name=locked.masked_name,
        issued_at=at,
        replaces=locked,
    )
    facts = {"code": made.code, "replaces": locked.code, "reason": reason.strip()}
    journal.record("awards.certificate_reissued", newest, by=by, at=at, facts=facts)
    return made


def _locked(certificate: Certificate) -> Certificate:
    locked = Certificate.objects.select_for_update(of=("self",)).select_related("result")
    return locked.get(pk=certificate.pk)


def _withdrawn(locked: Certificate, reason: str, *, by: Person, at: datetime) -> Certificate:
    if not reason.strip():
        raise ReasonMissing
    locked.withdrawn_at, locked.withdrawn_reason, locked.withdrawn_by = at, reason.strip(), by
    locked.save(update_fields=["withdrawn_at", "withdrawn_reason", "withdrawn_by"])
    facts = {"code": locked.code, "reason": locked.withdrawn_reason}
    journal.record("awards.certificate_withdrawn", locked.result, by=by, at=at, facts=facts)
    return locked
