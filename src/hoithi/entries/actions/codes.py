"""A new entry code for somebody who lost theirs: by phone, by contact, by secretariat."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.module_loading import import_string

from hoithi.entries.facts import code_hash
from hoithi.entries.models import Entrant, OneTimeCode
from hoithi.journal import actions as journal
from hoithi.kit.ids import new_code
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import key_hash, opened
from hoithi.people.models import Person

LASTS = timedelta(minutes=10)
TRIES = 5
A_DAY = 3
"""Messages to one person within a day: each costs money and can be used to pester."""


class CodeRefused(Refusal):
    """The one-time code does not open: the same whether it is wrong, late or was never sent."""


def gateway() -> Callable[[str, str], None] | None:
    """What sends a text to a telephone number, where the installation has it; by default none.

    The setting `PHONE_GATEWAY` names a function of number ("+84…") and text.
    """
    path = getattr(settings, "PHONE_GATEWAY", "")
    return import_string(path) if path else None


@transaction.atomic
def renew_code(
    entrant: Entrant, *, by: Person | None, reason: str, at: datetime, code: str = ""
) -> str:
    """Gives a new entry code; the old one no longer opens. The journal keeps who and why.

    The code is drawn here, unless the caller has drawn one.
    """
    locked = Entrant.objects.select_for_update().select_related("contest").get(pk=entrant.pk)
    code = code or new_code()
    locked.code_hash = code_hash(locked.contest.body_id, locked.contest_id, code)
    locked.code_number += 1
    locked.save(update_fields=["code_hash", "code_number"])
    facts = {"reason": reason, "number": locked.code_number}
    journal.record("entries.code_renewed", locked, by=by, at=at, facts=facts)
    return code


@transaction.atomic
def one_time_code(entrant: Entrant, *, at: datetime) -> str | None:
    """A code of six digits to be sent to the entrant's telephone; None once enough were sent."""
    sent = OneTimeCode.objects.filter(entrant=entrant, sent_at__gt=at - timedelta(days=1))
    if sent.count() >= A_DAY:
        return None
    code = f"{secrets.randbelow(1_000_000):06}"
    OneTimeCode.objects.create(
        entrant=entrant, code_hash=_hash(entrant, code), sent_at=at, expires_at=at + LASTS
    )
    return code


def send_one_time_code(
    entrant: Entrant, send: Callable[[str, str], None], *, title: str, at: datetime
) -> None:
    """Sends a one-time code to the telephone the entrant gave; nothing once enough were sent."""
    fields = opened(entrant.identity) if entrant.identity else {}
    number = fields.get("phone") or fields.get("guardian_phone")
    if not number:
        return
    code = one_time_code(entrant, at=at)
    if code is not None:
        send(number, f"{code}: {title[:80]}")


def renew_by_one_time_code(entrant: Entrant | None, code: str, *, at: datetime) -> str:
    """A new entry code against the newest one-time code. Refuses after five tries (CodeRefused)."""
    if entrant is None or not _used(entrant, code, at=at):
        raise CodeRefused
    return renew_code(entrant, by=None, reason="one_time_code", at=at)


@transaction.atomic
def _used(entrant: Entrant, code: str, *, at: datetime) -> bool:
    """Counts the try, whatever comes of it, and uses the code up if it is right."""
    newest = (
        OneTimeCode.objects.select_for_update()
        .filter(entrant=entrant, used_at=None, expires_at__gt=at, tries__lt=TRIES)
        .order_by("-sent_at")
        .first()
    )
    if newest is None:
        return False
    OneTimeCode.objects.filter(pk=newest.pk).update(tries=F("tries") + 1)
    if not secrets.compare_digest(newest.code_hash, _hash(entrant, code)):
        return False
    OneTimeCode.objects.filter(pk=newest.pk).update(used_at=at)
    return True


def _hash(entrant: Entrant, code: str) -> str:
    return key_hash(entrant.contest.body_id, entrant.contest_id, [str(entrant.pk), code])
