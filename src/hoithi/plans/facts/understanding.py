"""What was understood of a plan, as rows and as the records that the rules know."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, get_args

import msgspec

from hoithi.core.founding.noticing import Noticed
from hoithi.core.plans.records import Facts, Place
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.plans.models import PlanDocument, Understood, UnderstoodState

COUNTS = "counts"
"""The one field that is a table: from the name of a number to the number."""
SINGLE = {one.name for one in fields(Facts) if NoneType in get_args(one.type)}
"""What a plan states once."""
NOTICED = {one.name for one in fields(Noticed)}
FIELDS = {one.name for one in fields(Facts)} | NOTICED


def rows_of(document: PlanDocument, facts: Facts, noticed: Noticed) -> list[Understood]:
    """Unsaved rows of all that was read, in the order of the records."""
    told = [*_told(facts), *_told(noticed)]
    return [
        _row(document, field, record, ordinal) for ordinal, (field, record) in enumerate(told, 1)
    ]


def _told(records: Facts | Noticed) -> Iterator[tuple[str, dict[str, Any]]]:
    """The name of the field, and the record with its place, one after another."""
    for name, value in msgspec.to_builtins(records).items():
        if name == COUNTS:
            for key, found in value.items():
                yield name, {"name": key, **found}
        elif isinstance(value, list | tuple):
            for one in value:
                yield name, one
        elif value is not None:
            yield name, value


def _row(document: PlanDocument, field: str, record: dict[str, Any], ordinal: int) -> Understood:
    place = Place(**record.pop("place"))
    return Understood(
        document=document,
        field=field,
        ordinal=ordinal,
        value=record,
        line=place.line,
        start=place.start,
        end=place.end,
        last_line=place.last_line,
    )


def understanding_of(rows: Iterable[Understood]) -> tuple[Facts, Noticed]:
    """What counts of these rows: all but what a person refused."""
    facts: dict[str, Any] = {}
    noticed: dict[str, Any] = {}
    for row in rows:
        if row.state == UnderstoodState.REFUSED:
            continue
        record = row.value | {"place": _place(row)}
        if row.field == COUNTS:
            facts.setdefault(COUNTS, {})[record.pop("name")] = record
        elif row.field in NOTICED:
            noticed.setdefault(row.field, []).append(record)
        elif row.field in SINGLE:
            facts[row.field] = record
        else:
            facts.setdefault(row.field, []).append(record)
    return msgspec.convert(facts, Facts), msgspec.convert(noticed, Noticed)


def _place(row: Understood) -> dict[str, int]:
    if row.line is None:
        line = -(row.pk or 0)
        return {"line": line, "start": 0, "end": 0, "last_line": line}
    return {
        "line": row.line,
        "start": row.start,
        "end": row.end,
        "last_line": row.last_line or row.line,
    }


_DAYS = {"date", "start", "end"}
_DAY_FIELDS = {"issued_on"}


def is_understood(field: str, value: dict[str, Any]) -> bool:
    """Whether a value that a person typed is a record of that field, with days that exist."""
    if field not in FIELDS:
        return False
    row = Understood(field=field, value=dict(value))
    try:
        understanding_of([row])
        _refuse_nonsense(field, value)
    except (msgspec.ValidationError, KeyError, ValueError, ArithmeticError):
        return False
    return True


def _refuse_nonsense(field: str, value: dict[str, Any]) -> None:
    """Days, moments and shares are texts in the records; here they have to be some."""
    for name, told in value.items():
        is_day = name in _DAYS or (name == "value" and field in _DAY_FIELDS)
        if is_day and told is not None:
            _refuse_no_day(told)
        if name == "percent":
            Decimal(told)


def _refuse_no_day(told: str) -> None:
    if len(told) == _DAY_LENGTH:
        date.fromisoformat(told)
    else:
        LocalMoment.parse(told)


_DAY_LENGTH = len("2026-10-25")
