"""One of many numbers, in plain statements: as each database reads it quickest."""

from collections.abc import Collection

from django.db import connection


def among(numbers: Collection[int]) -> tuple[str, list[int] | list[list[int]]]:
    """What follows a column in a WHERE (`IN (…)`, `= ANY (…)`), and the values of its places.

    PostgreSQL gets one array: reading hundreds of values costs it more than finding their rows.
    """
    if connection.vendor == "postgresql":
        return "= ANY (%s::bigint[])", [list(numbers)]
    return f"IN ({', '.join(['%s'] * len(numbers))})", list(numbers)
