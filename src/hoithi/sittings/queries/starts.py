"""What a start must know of an entrant: the sittings so far and what was decided about them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from hoithi.core.attempts import PastSitting
from hoithi.core.rulebook.windows import attempts_for, is_trial, round_of
from hoithi.entries.models import AssistedPlace, Entrant
from hoithi.sittings.facts.records import deadline_of
from hoithi.sittings.models import Holder, Sheet, Sitting, SittingDecision, SittingDecisionKind
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
    device_hash: str
    round_key: str
    closes_at: datetime | None
    pool_id: int
    paper_ordinal: int
    submission_id: int | None


_RELATED = {
    "round_key": "round__key",
    "closes_at": "round__closes_at",
    "pool_id": "paper__pool_id",
    "paper_ordinal": "paper__ordinal",
    "submission_id": "submission__id",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """An entrant before the door: all sittings, the permissions by round."""

    contest_id: int
    group: str
    rows: tuple[SittingRow, ...]
    past: tuple[PastSitting, ...]
    permissions: dict[int, int]

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


def standing(entrant_id: int) -> Standing:
    """Three queries. Raises DoesNotExist."""
    contest_id, group = Entrant.objects.values_list("contest_id", "group").get(pk=entrant_id)
    fields = [_RELATED.get(name, name) for name in SittingRow._fields]
    sittings = Sitting.objects.filter(entrant=entrant_id).order_by("ordinal")
    rows = tuple(SittingRow(*row) for row in sittings.values_list(*fields))
    extensions: dict[int, timedelta] = defaultdict(timedelta)
    annulled: set[int] = set()
    permissions: dict[int, int] = defaultdict(int)
    decisions = SittingDecision.objects.filter(entrant=entrant_id)
    for kind, sitting, round_, seconds in decisions.values_list(
        "kind", "sitting_id", "round_id", "seconds"
    ):
        if kind == SittingDecisionKind.PERMIT:
            permissions[round_] += 1
        elif kind == SittingDecisionKind.EXTEND:
            extensions[sitting] += timedelta(seconds=seconds)
        elif kind == SittingDecisionKind.ANNUL:
            annulled.add(sitting)
    past = tuple(_past(row, extensions[row.id], annulled=row.id in annulled) for row in rows)
    return Standing(contest_id, group, rows, past, dict(permissions))


def _past(row: SittingRow, extension: timedelta, *, annulled: bool) -> PastSitting:
    rules = rulebook(row.version_id)
    deadline = deadline_of(
        row.started_at,
        row.deadline_at,
        row.closes_at,
        extension=extension,
        finish_after_close=attempts_for(rules, row.round_key).finish_after_close,
    )
    return PastSitting(
        sitting_id=row.id,
        round_key=row.round_key,
        part_key=row.part_key,
        started_at=row.started_at,
        deadline=deadline,
        handed_in=row.submission_id is not None,
        annulled=annulled,
        trial=is_trial(round_of(rules, row.round_key)),
    )


def newest(sitting_id: int) -> Newest:
    """Who holds the sitting now, and the sheet a new page goes on from. Two queries."""
    holders = Holder.objects.filter(sitting=sitting_id).order_by("-number")
    number, device = holders.values_list("number", "device_hash").first() or (0, "")
    sheet = newest_sheet(sitting_id)
    if sheet is None:
        return Newest(number, device, 0, None)
    return Newest(number, device, sheet.revision, sheet.answers)


def newest_sheet(sitting_id: int) -> Sheet | None:
    """The highest revision of the newest page that saved anything in time."""
    in_time = Sheet.objects.filter(sitting=sitting_id, late=False)
    return in_time.order_by("-holder", "-revision").first()


def is_open_place(place_id: int) -> bool:
    """Whether people may sit at an assisted place now."""
    return AssistedPlace.objects.filter(pk=place_id, closed_at=None).exists()
