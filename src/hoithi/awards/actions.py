"""Issuing certificates for a published result, and withdrawing them."""

from datetime import datetime

from django.db import transaction

from hoithi.awards.facts import certified_wins, win_key
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


@transaction.atomic
def issue(result: Result, *, by: Person | None, at: datetime) -> list[Certificate]:
    """Issues the certificates that a published result gives and that do not exist yet.

    Who keeps a prize in a corrected result keeps the certificate; safe to repeat.
    """
    if result.preliminary:
        raise ResultPreliminary
    Contest.objects.select_for_update().get(pk=result.contest_id)
    standing = Certificate.objects.filter(
        result__contest=result.contest_id, result__round=result.round_id, withdrawn_at=None
    ).values_list("table_key", "prize_key", "entrant_id", "unit_id")
    have = {win_key(table, prize, who or 0, unit or 0) for table, prize, who, unit in standing}
    made = []
    for table, prize, winner in certified_wins(result):
        if win_key(table.key, prize.key, winner.entrant, winner.unit_id) not in have:
            made.append(
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
            )
    Certificate.objects.bulk_create(made)
    if made:
        facts = {"certificates": len(made), "number": result.number}
        journal.record("awards.certificates_issued", result, by=by, at=at, facts=facts)
    return made


def _title(result: Result, table: str, prize: str) -> str:
    parts = [prize, table, result.round.title if result.round else ""]
    return " – ".join(part for part in parts if part)[:200]


@transaction.atomic
def withdraw(certificate: Certificate, reason: str, *, by: Person, at: datetime) -> Certificate:
    """Withdraws a certificate; its page then says so, with the reason. Refuses a second time."""
    locked = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if locked.withdrawn_at is not None:
        raise AlreadyWithdrawn
    if not reason.strip():
        raise ReasonMissing
    locked.withdrawn_at, locked.withdrawn_reason, locked.withdrawn_by = at, reason.strip(), by
    locked.save(update_fields=["withdrawn_at", "withdrawn_reason", "withdrawn_by"])
    facts = {"code": locked.code, "reason": locked.withdrawn_reason}
    journal.record("awards.certificate_withdrawn", locked.result, by=by, at=at, facts=facts)
    return locked
