"""Second typings of points that were unlike the first."""

from decimal import Decimal

from hoithi.judging.facts import TypedPoints
from hoithi.judging.models import PointsSheet, Retyping


def retyping_of(sheet: PointsSheet) -> Retyping | None:
    """The newest second typing that was unlike the sheet. One query."""
    return sheet.retypings.select_related("person").order_by("-typed_at", "-pk").first()


def lines_of_retyping(retyping: Retyping) -> list[TypedPoints]:
    """Its lines."""
    return [TypedPoints(who, Decimal(points), passed) for who, points, passed in retyping.lines]
