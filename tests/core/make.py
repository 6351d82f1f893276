"""Small builders of points, results and facts for tests."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hoithi.core.points import EntrantFacts, PartPoints, Result

START = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)


def moment(seconds: float) -> datetime:
    """So many seconds after the round opened."""
    return START + timedelta(seconds=seconds)


def part_points(entrant_id: int, points: Any, **facts: Any) -> PartPoints:
    """Points of a sitting of ten questions in week 1, begun and handed in by `begun` and time."""
    begun = facts.pop("begun", 0)
    facts.setdefault("sitting_id", entrant_id * 100)
    facts.setdefault("seconds", 300)
    facts.setdefault("right", int(points))
    facts.setdefault("questions", 10)
    facts.setdefault("round_key", "week-1")
    facts.setdefault("part_key", "paper")
    facts.setdefault("started_at", moment(begun))
    facts.setdefault("submitted_at", moment(begun + (facts["seconds"] or 0)))
    facts.setdefault("most", Decimal(10))
    return PartPoints(entrant_id=entrant_id, points=Decimal(points), **facts)


def result(entrant_id: int, points: Any = 10, **facts: Any) -> Result:
    """A result in week 1 of one sitting of ten questions."""
    begun = facts.pop("begun", 0)
    facts.setdefault("seconds", 300)
    facts.setdefault("right", int(points))
    facts.setdefault("questions", 10)
    facts.setdefault("total_seconds", facts["seconds"] or 0)
    facts.setdefault("sittings", 1)
    facts.setdefault("full_marks", int(facts["right"] == facts["questions"]))
    facts.setdefault("started_at", moment(begun))
    facts.setdefault("submitted_at", moment(begun + (facts["seconds"] or 0)))
    facts.setdefault("most", Decimal(10))
    facts.setdefault("round_key", "week-1")
    return Result(entrant_id=entrant_id, points=Decimal(points), **facts)


def facts_of(*entrant_ids: int, **common: Any) -> dict[int, EntrantFacts]:
    """Plain facts of these entrants."""
    return {one: EntrantFacts(entrant_id=one, **common) for one in entrant_ids}
