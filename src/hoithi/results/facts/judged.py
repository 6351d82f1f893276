"""What the committee gave units: from the rows to the rules, and as a draft keeps it."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import msgspec

from hoithi.core.collective.figures import UnitFacts
from hoithi.judging.models import JudgedUnit
from hoithi.results.facts.snapshot import Value
from hoithi.results.facts.values import decimal_written


class UnitJudged(msgspec.Struct, frozen=True, kw_only=True):
    """What the committee gave a unit under a judged key, why, and by which minutes."""

    unit: int
    title: str
    value: Value
    reason: str
    document: str


def with_judged(units: Iterable[UnitFacts], rows: Iterable[JudgedUnit]) -> list[UnitFacts]:
    """The units with the values that the committee gave them."""
    values: dict[int, dict[str, Decimal]] = {}
    for row in rows:
        values.setdefault(row.unit_id, {})[row.key_title] = row.value
    return [replace(one, judged=values.get(one.unit_id, {})) for one in units]


def judged_shown(row: JudgedUnit) -> UnitJudged:
    """The committee's value for a unit as a draft keeps it."""
    return UnitJudged(
        unit=row.unit_id,
        title=row.key_title,
        value=decimal_written(row.value),
        reason=row.reason,
        document=row.document_number,
    )
