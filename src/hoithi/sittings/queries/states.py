"""How sittings stand: which page holds them, and whether they are handed in."""

from collections.abc import Collection
from typing import NamedTuple

from django.db import connection

from hoithi.kit.among import among
from hoithi.sittings.models import Holder, Submission


class State(NamedTuple):
    """How one sitting stands."""

    newest_holder: int
    handed_in: bool


# One plain statement: the busiest door asks it for every batch, and building the same with the
# query builder takes five times as long as answering it.
_SQL = """
    SELECT holder.sitting_id, MAX(holder.number),
           EXISTS (SELECT 1 FROM {submissions} handed WHERE handed.sitting_id = holder.sitting_id)
    FROM {holders} holder WHERE holder.sitting_id {among} GROUP BY holder.sitting_id
"""


def states(sittings: Collection[int]) -> dict[int, State]:
    """How each of these sittings stands; one that nobody ever held is left out."""
    if not sittings:
        return {}
    wanted, values = among(sittings)
    sql = _SQL.format(
        submissions=Submission._meta.db_table, holders=Holder._meta.db_table, among=wanted
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {row[0]: State(row[1], bool(row[2])) for row in cursor.fetchall()}
