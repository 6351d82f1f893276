"""The door of the exam room's tables: many rows at once, idempotent, nothing ever changed.

Each function belongs inside one transaction. Its rows are sorted by their keys, so that two
processes that write the same keys wait for one another in the same order; a row that is there
already is left alone. What could not be stored although its key is free raises `RowsRefused`:
SQLite's INSERT OR IGNORE drops such rows in silence.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hoithi.kit.ids import new_code
from hoithi.kit.inserting import inserted, put_in
from hoithi.sittings.models import Holder, Sheet, Sitting, Submission
from hoithi.sittings.queries.states import State, states

RECEIPT_LENGTH = 10
"""31 letters: among a million receipts, one chance in a thousand that two are alike."""


_NOBODY = State(0, handed_in=False)


class RowsRefused(Exception):
    """The database dropped rows without saying why."""


@dataclass(frozen=True, slots=True)
class Begin:
    """A sitting with its first holder."""

    sitting: Sitting
    holder: Holder


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a sheet, and how the sitting stands after it."""

    stored: bool
    """False: another sheet has this revision."""
    newest_holder: int
    handed_in: bool


@dataclass(frozen=True, slots=True)
class HeldElsewhere:
    """A newer page holds the sitting, so this one cannot hand in."""

    newest_holder: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """The one submission of a sitting, whoever made it."""

    receipt: str
    kind: str
    submitted_at: datetime
    answers: dict[str, Any]
    prediction: int | None


def begin(deeds: Sequence[Begin]) -> list[bool]:
    """For each, whether the sitting is in; False where the entrant has this ordinal already."""
    rows = sorted((deed.sitting for deed in deeds), key=lambda row: (row.entrant_id, row.ordinal))
    there = put_in(Sitting, rows)
    holders = [deed.holder for deed in deeds if deed.sitting.pk in there]
    put_in(Holder, sorted(holders, key=_holder_key))
    return [deed.sitting.pk in there for deed in deeds]


def hold(holders: Sequence[Holder]) -> list[bool]:
    """For each, whether this page holds its sitting now; False where the number is taken."""
    there = put_in(Holder, sorted(holders, key=_holder_key))
    return [holder.pk in there for holder in holders]


def keep(sheets: Sequence[Sheet]) -> list[Kept]:
    """Keeps sheets; an equal one that is there already is kept."""
    rows = sorted(sheets, key=_sheet_key)
    other = _other_content(rows) if inserted(Sheet, rows) < len(rows) else set()
    now = states({sheet.sitting_id for sheet in sheets})
    return [
        Kept(
            sheet.pk not in other, *now.get(sheet.sitting_id, State(sheet.holder, handed_in=False))
        )
        for sheet in sheets
    ]


def hand_in(submissions: Sequence[Submission]) -> list[Receipt | HeldElsewhere]:
    """For each the submission that won, its own or an earlier one; older pages hand in nothing."""
    now = states({one.sitting_id for one in submissions})
    current = [
        one for one in submissions if one.holder >= now.get(one.sitting_id, _NOBODY).newest_holder
    ]
    current.sort(key=lambda one: one.sitting_id)
    if inserted(Submission, current) == len(submissions):
        # Nobody was here before: what was written is what won.
        return [_receipt(one) for one in submissions]
    _store(current)
    winners = receipts({one.sitting_id for one in submissions})
    return [
        winners.get(one.sitting_id) or HeldElsewhere(now[one.sitting_id].newest_holder)
        for one in submissions
    ]


def _receipt(of: Submission) -> Receipt:
    return Receipt(of.receipt, of.kind, of.submitted_at, of.answers, of.prediction)


def receipts(sittings: Collection[int]) -> dict[int, Receipt]:
    """What was handed in of these sittings."""
    rows = Submission.objects.filter(sitting__in=sittings).values_list(
        "sitting_id", "receipt", "kind", "submitted_at", "answers", "prediction"
    )
    return {sitting: Receipt(*rest) for sitting, *rest in rows}


def _store(rows: list[Submission]) -> None:
    """Inserts what is not there; a receipt drawn twice is drawn again."""
    while rows and inserted(Submission, rows) < len(rows):
        there = _handed_in({row.sitting_id for row in rows})
        rows = [row for row in rows if row.sitting_id not in there]
        drawn = Submission.objects.filter(receipt__in=[row.receipt for row in rows])
        twice = set(drawn.values_list("receipt", flat=True))
        if any(row.receipt not in twice for row in rows):
            raise RowsRefused
        for row in rows:
            row.receipt = new_code(RECEIPT_LENGTH)


def _handed_in(sittings: Collection[int]) -> set[int]:
    rows = Submission.objects.filter(sitting__in=sittings)
    return set(rows.values_list("sitting_id", flat=True))


def _holder_key(holder: Holder) -> tuple[int, int]:
    return holder.sitting_id, holder.number


def _sheet_key(sheet: Sheet) -> tuple[int, int, int]:
    return sheet.sitting_id, sheet.holder, sheet.revision


def _other_content(sheets: Sequence[Sheet]) -> set[int]:
    """The sheets whose revision is there with other answers. Refuses what is not there at all."""
    rows = Sheet.objects.filter(sitting__in={sheet.sitting_id for sheet in sheets}).values_list(
        "sitting_id", "holder", "revision", "answers", "prediction"
    )
    there = {(row[0], row[1], row[2]): (row[3], row[4]) for row in rows}
    if any(_sheet_key(sheet) not in there for sheet in sheets):
        raise RowsRefused
    return {
        sheet.pk
        for sheet in sheets
        if there[_sheet_key(sheet)] != (sheet.answers, sheet.prediction)
    }
