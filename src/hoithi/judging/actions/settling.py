"""A third look at points that two people typed unlike: what the signed paper says counts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from hoithi.core.settling import Side
from hoithi.journal import actions as journal
from hoithi.judging import queries
from hoithi.judging.actions.confirming import confirmable, confirmed
from hoithi.judging.actions.entering import Grounds, SheetEmpty, written
from hoithi.judging.facts import Difference, TypedPoints, differences, typed_of
from hoithi.judging.models import Confirmation, PointsSheet, Retyping
from hoithi.judging.queries.retypings import lines_of_retyping, retyping_of
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class SettlerTyped(Refusal):
    """Who typed the points, first or second, does not settle them: a third person does."""


class NothingToSettle(Refusal):
    """The sheet does not wait for a third look: nobody typed it again unlike."""


class NotSettled(Refusal):
    """Lines (`count`) are undecided."""


@transaction.atomic
def keep_retyping(
    sheet: PointsSheet, lines: Sequence[TypedPoints], *, by: Person, at: datetime
) -> Retyping | None:
    """Keeps a second typing that is unlike the first, in place of the person's earlier one.

    Nothing is kept of a sheet that counts or was replaced meanwhile, nor of its own typist.
    """
    locked = confirmable(sheet)
    found = differences(typed_of(locked), lines)
    if not found or queries.typed_by(locked, by):
        return None
    stored = [[one.entrant, str(one.points), one.passed] for one in lines]
    kept, _ = Retyping.objects.update_or_create(
        sheet=locked, person=by, defaults={"lines": stored, "typed_at": at}
    )
    facts = {"part": locked.part_key, "number": locked.number, "lines": len(found)}
    journal.record("judging.retyped_unlike", locked.round, by=by, at=at, facts=facts)
    return kept


@transaction.atomic
def settle_points(
    sheet: PointsSheet, sides: Mapping[int, Side], *, by: Person, at: datetime
) -> Confirmation:
    """Makes a sheet of what a third person, with the signed paper in hand, says for each line in
    which two typings differ, by entrant; it counts at once.

    What both typed stays as it was. Refuses one of the two, a line without a decision, and a sheet
    that does not wait for it.
    """
    locked = confirmable(sheet)
    second = retyping_of(locked)
    if second is None:
        raise NothingToSettle
    if second.person_id == by.pk or queries.typed_by(locked, by):
        raise SettlerTyped
    first = typed_of(locked)
    unlike = differences(first, lines_of_retyping(second))
    if left := [one for one in unlike if one.entrant not in sides]:
        raise NotSettled(count=len(left))
    made = _settled(locked, list(_chosen(first, unlike, sides)), at=at)
    said = {str(one.entrant): sides[one.entrant] for one in unlike}
    facts = {"part": made.part_key, "number": made.number, "said": said}
    journal.record("judging.points_settled", made.round, by=by, at=at, facts=facts)
    return confirmed(Confirmation(sheet=made, person=by, confirmed_at=at), by=by)


def _chosen(
    first: Sequence[TypedPoints], unlike: Sequence[Difference], sides: Mapping[int, Side]
) -> Iterator[TypedPoints]:
    """The lines that both agree on, and of the others those that the paper confirms."""
    open_ = {one.entrant for one in unlike}
    yield from (line for line in first if line.entrant not in open_)
    for one in unlike:
        line = one.first if sides[one.entrant] is Side.FIRST else one.second
        if line is not None:
            yield line


def _settled(sheet: PointsSheet, lines: Sequence[TypedPoints], *, at: datetime) -> PointsSheet:
    """The next sheet of the part, on the same grounds as the first typing."""
    if not lines:
        raise SheetEmpty
    made = PointsSheet(
        round=sheet.round,
        part_key=sheet.part_key,
        number=sheet.number + 1,
        entered_by=sheet.entered_by,
    )
    grounds = Grounds(paper=sheet.paper, reason=sheet.reason, document_number=sheet.document_number)
    written(made, lines, grounds, at=at)
    made.judge_sheets.set(sheet.judge_sheets.all())
    return made
