"""Figures of a running round, counted by the worker and read by staff; people apart from lượt."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncHour

from hoithi.contests.models import Round
from hoithi.sittings.models import Figure, Sitting, SittingDecision, SittingDecisionKind


def count(round_: Round, *, at: datetime) -> None:
    """Brings the figures of a round up to date; annulled sittings are not counted."""
    rows = list(_counted(round_, at))
    with transaction.atomic():
        Figure.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["round", "kind", "key"],
            update_fields=["people", "sittings", "submitted", "counted_at"],
        )


def _counted(round_: Round, at: datetime) -> Iterator[Figure]:
    annulled = SittingDecision.objects.filter(round=round_, kind=SittingDecisionKind.ANNUL)
    sittings = Sitting.objects.filter(round=round_).exclude(
        pk__in=annulled.filter(sitting__isnull=False).values("sitting_id")
    )
    ways = {
        "unit": sittings.annotate(key=F("entrant__unit_id")),
        "hour": sittings.annotate(key=TruncHour("started_at", tzinfo=UTC)),
        "device": sittings.annotate(key=F("device_class")),
    }
    yield _figure(round_, "all", "", sittings.aggregate(**_COUNTS), at)
    for kind, grouped in ways.items():
        for row in _groups(grouped):
            yield _figure(round_, kind, _text(row["key"]), row, at)


_COUNTS = {
    "people": Count("entrant_id", distinct=True),
    "sittings": Count("pk", distinct=True),
    "submitted": Count("submission__id", distinct=True),
}


def _groups(sittings: "QuerySet[Any]") -> Iterator[dict[str, Any]]:
    yield from sittings.values("key").annotate(**_COUNTS).order_by("key")


def _figure(round_: Round, kind: str, key: str, row: dict[str, Any], at: datetime) -> Figure:
    counts = {name: row[name] for name in _COUNTS}
    return Figure(round=round_, kind=kind, key=key, counted_at=at, **counts)


def _text(key: object) -> str:
    return key.isoformat() if isinstance(key, datetime) else str(key or "")
