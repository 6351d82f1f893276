"""Figures of a round, counted by the worker and read by staff; people apart from lượt.

What came since the last count is read, never the whole round: what is older than two minutes is
settled and added up once; what is younger is read each time, since processes commit their rows in
other orders than they number them. The figures written are whole numbers, never steps, so that a
count that is repeated or dies in the middle does no harm.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncHour

from hoithi.contests.models import Round
from hoithi.core.rulebook.document import RoundScope
from hoithi.entries.models import UnitCorrection
from hoithi.kit.ids import id_before
from hoithi.sittings.models import (
    Figure,
    FigureTally,
    Sitting,
    SittingDecision,
    SittingDecisionKind,
    Submission,
)

SETTLED_SECONDS = 120.0
"""Longer than any packet waits between its number and its commit."""
_AT_ONCE = 2_000
_CHUNK = 300
_COUNTS = ("people", "newcomers", "sittings", "submitted")
Counted = dict[str, dict[str, list[int]]]
"""By kind and key of a figure, in the order of `_COUNTS`."""


def count(round_: Round, *, at: datetime) -> None:
    """Brings the figures of a round up to date; annulled sittings are not counted."""
    tally = FigureTally.objects.filter(round=round_).first() or FigureTally(round=round_)
    stamp = _stamp(round_)
    if tally.stamp != stamp:
        tally.mark, tally.settled = 0, {}
    until = max(id_before(SETTLED_SECONDS), tally.mark)
    settled = _sum(tally.settled, _read(round_, Q(pk__gt=tally.mark, pk__lte=until)))
    _show(round_, _sum(settled, _read(round_, Q(pk__gt=until))), at)
    _remember(tally, FigureTally(round=round_, stamp=stamp, mark=until, settled=settled))


def _stamp(round_: Round) -> str:
    """Changes when a sitting is annulled, or somebody stands for another unit."""
    annulled = _annulled(round_).count()
    moved = UnitCorrection.objects.filter(contest=round_.contest_id, accepted=True).count()
    return f"1/{annulled}/{moved}"


def _annulled(round_: Round) -> "QuerySet[SittingDecision]":
    return SittingDecision.objects.filter(
        round__contest=round_.contest_id, kind=SittingDecisionKind.ANNUL, sitting__isnull=False
    )


def _read(round_: Round, among: Q) -> Counted:
    """What the rows among these ids add, whatever was counted before them."""
    found: Counted = {}
    for unit, hour, device, *first in _sittings(round_).filter(among).iterator(_AT_ONCE):
        in_round, in_contest, in_hour, of_device = first
        _add(found, "all", "", (in_round, in_contest, 1, 0))
        _add(found, "unit", str(unit or ""), (in_round, in_contest, 1, 0))
        _add(found, "hour", _hour(hour), (in_hour, 0, 1, 0))
        _add(found, "device", device, (of_device, 0, 1, 0))
    for unit, started, device in _submissions(round_).filter(among).iterator(_AT_ONCE):
        keys = {"all": "", "unit": str(unit or ""), "hour": _hour(started), "device": device}
        for kind, key in keys.items():
            _add(found, kind, key, (0, 0, 0, 1))
    return found


def _add(found: Counted, kind: str, key: str, more: tuple[int, ...]) -> None:
    counts = found.setdefault(kind, {}).setdefault(key, [0] * len(_COUNTS))
    for place, number in enumerate(more):
        counts[place] += number


def _hour(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0).isoformat()


def _sittings(round_: Round) -> "QuerySet[Sitting, tuple[Any, ...]]":
    """Unit, hour, device; whether it is the person's first in round, contest, hour, on devices."""
    annulled = _annulled(round_).values("sitting_id")
    earlier = Sitting.objects.filter(entrant=OuterRef("entrant"), ordinal__lt=OuterRef("ordinal"))
    earlier = earlier.exclude(pk__in=annulled)
    here = earlier.filter(round=round_)
    counted = earlier.exclude(round__scope=RoundScope.TRIAL)
    rows = Sitting.objects.filter(round=round_).exclude(pk__in=annulled)
    return rows.annotate(hour=TruncHour("started_at", tzinfo=UTC)).values_list(
        "entrant__unit_id",
        "started_at",
        "device_class",
        ~Exists(here),
        ~Exists(counted),
        ~Exists(here.filter(started_at__gte=OuterRef("hour"))),
        ~Exists(here.filter(device_class=OuterRef("device_class"))),
    )


def _submissions(round_: Round) -> "QuerySet[Submission, tuple[Any, ...]]":
    annulled = _annulled(round_).values("sitting_id")
    rows = Submission.objects.filter(sitting__round=round_).exclude(sitting__in=annulled)
    return rows.values_list(
        "sitting__entrant__unit_id", "sitting__started_at", "sitting__device_class"
    )


def _sum(one: Mapping[str, Mapping[str, list[int]]], other: Counted) -> Counted:
    found = {
        kind: {key: list(counts) for key, counts in keys.items()} for kind, keys in one.items()
    }
    for kind, keys in other.items():
        for key, counts in keys.items():
            _add(found, kind, key, tuple(counts))
    return found


def _show(round_: Round, counted: Counted, at: datetime) -> None:
    """Writes the figures that changed, a few hundred a transaction; the one for all always."""
    known = {(row.kind, row.key): row for row in Figure.objects.filter(round=round_)}
    counted.setdefault("all", {}).setdefault("", [0] * len(_COUNTS))
    rows = list(_figures(round_, counted, at))
    changed = [row for row in rows if row.kind == "all" or _differs(row, known)]
    for begun in range(0, len(changed), _CHUNK):
        with transaction.atomic():
            Figure.objects.bulk_create(
                changed[begun : begun + _CHUNK],
                update_conflicts=True,
                unique_fields=["round", "kind", "key"],
                update_fields=[*_COUNTS, "counted_at"],
            )
    gone = known.keys() - {(row.kind, row.key) for row in rows}
    if gone:
        Figure.objects.filter(pk__in=[known[one].pk for one in gone]).delete()


def _figures(round_: Round, counted: Counted, at: datetime) -> Iterator[Figure]:
    for kind, keys in counted.items():
        for key, counts in keys.items():
            numbers = dict(zip(_COUNTS, counts, strict=True))
            yield Figure(round=round_, kind=kind, key=key, counted_at=at, **numbers)


def _differs(row: Figure, known: Mapping[tuple[str, str], Figure]) -> bool:
    old = known.get((row.kind, row.key))
    return old is None or any(getattr(old, name) != getattr(row, name) for name in _COUNTS)


def _remember(old: FigureTally, new: FigureTally) -> None:
    """Settles what was counted, unless another process did meanwhile."""
    if old.pk is None:
        FigureTally.objects.bulk_create([new], ignore_conflicts=True)
        return
    FigureTally.objects.filter(pk=old.pk, revision=old.revision).update(
        revision=old.revision + 1, stamp=new.stamp, mark=new.mark, settled=new.settled
    )
