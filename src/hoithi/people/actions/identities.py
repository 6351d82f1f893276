"""Erasing personal data when its time is over, and moving it to newer keys."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import Q
from django.utils.timezone import localdate

from hoithi.journal import actions as journal
from hoithi.people import facts
from hoithi.people.models import Identity, IdentityIndex, OrganisingBody

_CHUNK = 500
"""Rows a transaction, so that none holds up the exam room."""
_BRIEFLY, _TRIES = 100, 5
"""Milliseconds, and how often, the log is tried to be emptied."""


def erase_due(at: datetime, *, before: date | None = None) -> int:
    """Erase identities whose retention ended before that day (by default today in Vietnam).

    Sealed data and index rows go; the row stays with the masked name, so that results and
    journal keep their meaning. Returns how many were erased; a second run erases none.
    """
    day = before or localdate(at)
    erased = 0
    while ids := _due(day):
        erased += _erase(ids, at)
    if erased:
        _empty_the_log()
    return erased


def _due(day: date) -> list[int]:
    due = Identity.objects.filter(erase_after__lt=day, erased_at=None).order_by("id")
    return list(due.values_list("id", flat=True)[:_CHUNK])


@transaction.atomic
def _erase(ids: Sequence[int], at: datetime) -> int:
    _overwrite_what_is_deleted()
    rows = list(Identity.objects.select_for_update().filter(id__in=ids, erased_at=None))
    IdentityIndex.objects.filter(identity__in=rows).delete()
    Identity.objects.filter(id__in=[row.pk for row in rows]).update(sealed=None, erased_at=at)
    counts = Counter(row.body_id for row in rows)
    for body in OrganisingBody.objects.filter(id__in=counts):
        journal.record(
            "people.identities_erased", body, by=None, at=at, facts={"count": counts[body.pk]}
        )
    return len(rows)


def _overwrite_what_is_deleted() -> None:
    """SQLite otherwise leaves deleted bytes in free pages of its file."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def _empty_the_log() -> None:
    """SQLite's log of writes (-wal) still holds the pages of before until it begins anew.

    While it is emptied nobody writes, so a reader who is in the way is waited for only briefly;
    what then remains is overwritten with the next writes.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {_BRIEFLY}")
        for _ in range(_TRIES):
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if not cursor.fetchone()[0]:
                break
        cursor.execute(f"PRAGMA busy_timeout = {usual}")


def apply_newest_keys() -> int:
    """Seal and index again, under the newest keys, every identity that is under an older one.

    May be stopped and run again. Afterwards older encryption keys are needed by no row.
    """
    changed = 0
    while ids := _under_older_keys():
        changed += _apply_newest_keys(ids)
    return changed


def _under_older_keys() -> list[int]:
    number, index_number = facts.encryption_key_number(), facts.index_key_number()
    older = ~Q(key_number=number) | (Q(index__isnull=False) & ~Q(index__key_number=index_number))
    rows = Identity.objects.filter(older, sealed__isnull=False).order_by("id").distinct()
    return list(rows.values_list("id", flat=True)[:_CHUNK])


@transaction.atomic
def _apply_newest_keys(ids: Sequence[int]) -> int:
    rows = list(Identity.objects.select_for_update().filter(id__in=ids, sealed__isnull=False))
    index: list[IdentityIndex] = []
    for row in rows:
        fields = facts.opened(row)
        row.key_number = facts.encryption_key_number()
        row.sealed = facts.seal(row, fields)
        index += facts.index_rows(row, fields)
    IdentityIndex.objects.filter(identity__in=rows).delete()
    IdentityIndex.objects.bulk_create(index)
    Identity.objects.bulk_update(rows, ["key_number", "sealed"])
    return len(rows)
