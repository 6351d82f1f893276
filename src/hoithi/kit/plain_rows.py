"""Rows of a query as the database gives them, for reading millions: no converter runs per value."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast


def plain_rows(
    query: QuerySet[Any], *fields: str, moments: tuple[str, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    """The fields of each row, then the moments in the order given.

    Moments are aware in UTC. Decimals come as the database keeps them: `decimal_of` reads them.
    On SQLite a cast keeps Django's parser away, which takes longer than everything else.
    """
    connection = connections[query.db]
    as_text = connection.vendor == "sqlite"
    if as_text:
        casts = {f"_moment_{n}": Cast(name, CharField()) for n, name in enumerate(moments)}
        query, moments = query.annotate(**casts), tuple(casts)
    try:
        statement = query.values_list(*fields, *moments).query.sql_with_params()
    except EmptyResultSet:
        return
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        rows = cursor.fetchall()
    if not as_text:
        yield from rows
        return
    width = len(fields)
    for row in rows:
        yield (*row[:width], *map(_moment, row[width:]))


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(f"{text}+00:00")


_decimals: dict[Any, Decimal] = {}
_MOST_KEPT = 10_000
_ONE = Decimal(1)


def decimal_of(value: Any) -> Decimal:
    """A decimal as the database keeps it, written alike whichever database kept it.

    Few different ones occur among millions of marks.
    """
    found = _decimals.get(value)
    if found is None:
        if len(_decimals) >= _MOST_KEPT:
            _decimals.clear()
        read = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        found = _decimals[value] = trimmed(read)
    return found


def trimmed(number: Decimal) -> Decimal:
    """The number without zeros at its end: 8, 8.0 and 8.0000 are one mark and hash as one."""
    least = number.normalize()
    # Not 1E+1 for ten: a whole number keeps its zeros.
    return least.quantize(_ONE) if least == least.to_integral_value() else least
