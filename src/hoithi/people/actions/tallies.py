"""Counting tries, and using things up, for all processes of an installation and over restarts."""

import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from math import ceil

from django.conf import settings
from django.db import connection
from django.db.models import F

from hoithi.kit.ids import new_id
from hoithi.people.facts.tries import Counter, TooManyTries
from hoithi.people.models import Spent, Tally

_ROWS = 200
"""Rows a statement."""
_KEPT = timedelta(hours=1)
"""How long after its end a window is forgotten: the one before the present one still counts."""

_ADD = """
INSERT INTO people_tally (key_hash, number, count, ends_at) VALUES {rows}
ON CONFLICT (key_hash, number) DO UPDATE SET count = people_tally.count + excluded.count
RETURNING key_hash, number, count
"""


@dataclass(frozen=True)
class Counted:
    """How many came in the window that ends then."""

    count: int
    ends_at: datetime


def key_of(*parts: str) -> str:
    """What stands for a name, a network or a device in the tables: a keyed hash."""
    text = "\x1f".join(("tally", *parts)).encode("utf-8", "replace")
    return hmac.digest(settings.SECRET_KEY.encode(), text, "sha256").hex()


def counted(key: str, *, window: timedelta, at: datetime) -> Counted:
    """Count one more of the key in the present window. Two at once are counted as two."""
    number = window_number(window, at)
    (count,) = added({(key, number): 1}, window=window).values()
    return Counted(count, _end(number, window))


def uncounted(key: str, *, window: timedelta, at: datetime) -> None:
    """Take one back in the present window: it turned out to be rightful."""
    rows = Tally.objects.filter(key_hash=key, number=window_number(window, at), count__gt=0)
    rows.update(count=F("count") - 1)


def added(
    counts: Mapping[tuple[str, int], int], *, window: timedelta
) -> dict[tuple[str, int], int]:
    """Add to the counts of keys in windows (by number); what they are now, of all processes."""
    totals: dict[tuple[str, int], int] = {}
    # Sorted: two processes that add to the same rows must not wait for one another.
    ordered = sorted(counts.items())
    for first in range(0, len(ordered), _ROWS):
        values = [
            (key, number, count, connection.ops.adapt_datetimefield_value(_end(number, window)))
            for (key, number), count in ordered[first : first + _ROWS]
        ]
        rows = ", ".join(["(%s, %s, %s, %s)"] * len(values))
        with connection.cursor() as cursor:
            cursor.execute(_ADD.format(rows=rows), list(chain.from_iterable(values)))
            totals |= {(key, number): count for key, number, count in cursor.fetchall()}
    return totals


def of_windows(keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """What was counted of these keys in these windows; those without a count are left out."""
    wanted = set(keys)
    rows = Tally.objects.filter(
        key_hash__in={key for key, _ in wanted}, number__in={number for _, number in wanted}
    )
    found = rows.values_list("key_hash", "number", "count")
    return {(key, number): count for key, number, count in found if (key, number) in wanted}


def window_number(window: timedelta, at: datetime) -> int:
    """Which window of this length the moment lies in."""
    return int(at.timestamp() // window.total_seconds())


def _end(number: int, window: timedelta) -> datetime:
    return datetime.fromtimestamp((number + 1) * window.total_seconds(), UTC)


def to_spend(*parts: str, until: datetime) -> Spent:
    """The unsaved row with which one request uses something up."""
    return Spent(key_hash=key_of("spent", *parts), holder=new_id(), ends_at=until)


def spend(rows: Sequence[Spent]) -> list[bool]:
    """Use these up; for each, whether it was the first. Safe to repeat with the same rows."""
    Spent.objects.bulk_create(sorted(rows, key=lambda row: row.key_hash), ignore_conflicts=True)
    held = Spent.objects.filter(pk__in=[row.pk for row in rows]).values_list("pk", "holder")
    holders = dict(held)
    return [holders[row.pk] == row.holder for row in rows]


def forget_tallies(at: datetime) -> int:
    """Remove what is over; how many rows that were."""
    before = at - _KEPT
    tallies, _ = Tally.objects.filter(ends_at__lt=before).delete()
    spent, _ = Spent.objects.filter(ends_at__lt=before).delete()
    return tallies + spent


def count_try(counters: Sequence[Counter], *, at: datetime) -> None:
    """Count a try before it is known whether it fails. Refuses (TooManyTries) one too many."""
    for one in counters:
        found = counted(key_of(one.limit.name, one.key), window=one.limit.window, at=at)
        if found.count > one.limit.most:
            seconds = max(1, ceil((found.ends_at - at).total_seconds()))
            raise TooManyTries(seconds=seconds)


def forgive_try(counters: Sequence[Counter], *, at: datetime) -> None:
    """The try succeeded, so it counts no more."""
    for one in counters:
        uncounted(key_of(one.limit.name, one.key), window=one.limit.window, at=at)
