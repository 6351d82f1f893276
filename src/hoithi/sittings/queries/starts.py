"""What a start must know of an entrant: the sittings so far and what was decided about them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db import connection

from hoithi.core.attempts import PastSitting
from hoithi.core.rulebook.entry import ExclusionEffect
from hoithi.core.rulebook.windows import attempts_for, is_trial, round_of
from hoithi.entries.models import AssistedPlace, Entrant
from hoithi.kit.among import among
from hoithi.sittings.facts.records import Hall, Permissions, deadline_of
from hoithi.sittings.models import Holder, Paper, Sheet, Sitting, Submission
from hoithi.sittings.queries.halls import rulebook


class SittingRow(NamedTuple):
    """A sitting of the entrant, as the row has it."""

    id: int
    ordinal: int
    round_id: int
    part_key: str
    version_id: int
    paper_id: int
    started_at: datetime
    deadline_at: datetime
    pool_id: int
    paper_ordinal: int
    submission_id: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """An entrant before the door: all sittings, the attempts given back."""

    contest_id: int
    group: str
    rows: tuple[SittingRow, ...]
    past: tuple[PastSitting, ...]
    permissions: Permissions
    barred: bool = False
    """Listed among those who may not take part, after having entered."""

    @property
    def last_ordinal(self) -> int:
        """The ordinal of the last sitting; 0 before the first."""
        return max((row.ordinal for row in self.rows), default=0)

    def running(self, at: datetime) -> list[PastSitting]:
        """Sittings that are open at that moment: one at most, unless rules changed."""
        return [
            one for one in self.past if not (one.handed_in or one.annulled) and at < one.deadline
        ]


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest page of a sitting and the newest sheet that any page saved."""

    holder: int
    device_hash: str
    revision: int
    answers: dict[str, Any] | None
    prediction: int | None


# One plain statement: everybody asks it at the opening minute, and building the same with the
# query builder takes ten times as long as answering it.
_SQL = """
    SELECT entrant.id, entrant.contest_id, entrant.{group}, entrant.effect,
           sitting.id, sitting.ordinal, sitting.round_id, sitting.part_key, sitting.version_id,
           sitting.paper_id, sitting.started_at, sitting.deadline_at,
           paper.pool_id, paper.ordinal, submission.id
    FROM {entrants} entrant
    LEFT JOIN {sittings} sitting ON sitting.entrant_id = entrant.id
    LEFT JOIN {papers} paper ON paper.id = sitting.paper_id
    LEFT JOIN {submissions} submission ON submission.sitting_id = sitting.id
    WHERE entrant.id {among} ORDER BY entrant.id, sitting.ordinal
"""


def standings(entrant_ids: Collection[int], hall: Hall) -> dict[int, Standing]:
    """How each of these entrants stands; one that is not there is left out.

    One query for everybody who starts at the opening minute; rounds and decisions are in the hall.
    """
    wanted, values = among(entrant_ids)
    with connection.cursor() as cursor:
        cursor.execute(_statement(wanted), values)
        found = cursor.fetchall()
    by_entrant = groupby(found, key=itemgetter(0))
    return {entrant: _standing(entrant, [*rows], hall) for entrant, rows in by_entrant}


def standing(entrant_id: int, hall: Hall) -> Standing:
    """How one entrant stands. Raises DoesNotExist."""
    found = standings([entrant_id], hall)
    if not found:
        raise Entrant.DoesNotExist
    return found[entrant_id]


def _standing(entrant_id: int, found: Sequence[Sequence[Any]], hall: Hall) -> Standing:
    _, contest_id, group, effect, *_ = found[0]
    rows = tuple(_row(values) for _, _, _, _, *values in found if values[0] is not None)
    past = tuple(_past(row, hall) for row in rows if row.round_id in hall.rounds)
    permissions = hall.permissions.get(entrant_id, {})
    barred = effect == ExclusionEffect.BARRED
    return Standing(contest_id, group, rows, past, permissions, barred)


@lru_cache(maxsize=64)
def _statement(wanted: str) -> str:
    models = {"entrants": Entrant, "sittings": Sitting, "papers": Paper, "submissions": Submission}
    tables = {name: model._meta.db_table for name, model in models.items()}
    return _SQL.format(group=connection.ops.quote_name("group"), among=wanted, **tables)


def _row(values: Sequence[Any]) -> SittingRow:
    row = SittingRow(*values)
    return row._replace(started_at=_utc(row.started_at), deadline_at=_utc(row.deadline_at))


def _utc(moment: datetime) -> datetime:
    """SQLite keeps moments in UTC without saying so."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _past(row: SittingRow, hall: Hall) -> PastSitting:
    round_ = hall.rounds[row.round_id]
    rules = rulebook(row.version_id)
    deadline = deadline_of(
        row.started_at,
        row.deadline_at,
        round_.closes_at,
        extension=hall.extensions.get(row.id, timedelta()),
        finish_after_close=attempts_for(rules, round_.key).finish_after_close,
        stops=round_.stops,
    )
    return PastSitting(
        sitting_id=row.id,
        round_key=round_.key,
        part_key=row.part_key,
        started_at=row.started_at,
        deadline=deadline,
        handed_in=row.submission_id is not None,
        # What was sat in a round that was cancelled counts for nothing and is not gone on with.
        annulled=row.id in hall.annulled or round_.cancelled,
        trial=is_trial(round_of(rules, round_.key)),
    )


def newest(sitting_id: int) -> Newest:
    """Who holds the sitting now, and the sheet a new page goes on from. Two queries."""
    holders = Holder.objects.filter(sitting=sitting_id).order_by("-number")
    number, device = holders.values_list("number", "device_hash").first() or (0, "")
    sheet = newest_sheet(sitting_id)
    if sheet is None:
        return Newest(number, device, 0, None, None)
    return Newest(number, device, sheet.revision, sheet.answers, sheet.prediction)


def newest_sheet(sitting_id: int) -> Sheet | None:
    """The highest revision of the newest page that saved anything in time."""
    in_time = Sheet.objects.filter(sitting=sitting_id, late=False)
    return in_time.order_by("-holder", "-revision").first()


def is_open_place(place_id: int) -> bool:
    """Whether people may sit at an assisted place now."""
    return AssistedPlace.objects.filter(pk=place_id, closed_at=None).exists()
