"""The second person's word on a points sheet: only confirmed points count."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.judging.facts import Difference, TypedPoints, differences, typed_of
from hoithi.judging.models import Confirmation, PointsSheet
from hoithi.kit.refusals import Refusal
from hoithi.people import actions as people
from hoithi.people.models import Person

CONFIRM = "judging.confirm"
"""The deed of an invitation to confirm a points sheet."""


class SecondPersonRequired(Refusal):
    """Who entered the points cannot confirm them."""


class AlreadyConfirmed(Refusal):
    """The sheet has been confirmed."""


class SheetReplaced(Refusal):
    """A newer sheet of the part has been entered; `number` is the newest."""


class TypingsDiffer(Refusal):
    """The second typing does not equal the first; `differences` puts them side by side."""

    def __init__(self, found: Sequence[Difference]) -> None:
        super().__init__()
        self.differences = tuple(found)


class OfficialsEnough(Refusal):
    """The body has more than one official: a second person confirms, not a paper."""


@transaction.atomic
def confirm(sheet: PointsSheet, *, by: Person, at: datetime) -> Confirmation:
    """A second person has compared the sheet with the signed paper: its points count now."""
    locked = _confirmable(sheet)
    if locked.entered_by_id == by.pk:
        raise SecondPersonRequired
    return _confirmed(Confirmation(sheet=locked, person=by, confirmed_at=at), by=by)


@transaction.atomic
def confirm_by_retyping(
    sheet: PointsSheet, lines: Sequence[TypedPoints], *, by: Person, at: datetime
) -> Confirmation:
    """A second person typed the signed paper again: equal confirms, unequal is shown."""
    locked = _confirmable(sheet)
    if locked.entered_by_id == by.pk:
        raise SecondPersonRequired
    if found := differences(typed_of(locked), lines):
        raise TypingsDiffer(found)
    return _confirmed(Confirmation(sheet=locked, person=by, confirmed_at=at), by=by)


@transaction.atomic
def confirm_by_guest(token: str, *, at: datetime) -> Confirmation:
    """Somebody named in a decision confirms by a one-time link, which is used up."""
    invitation = people.use_invitation(token, CONFIRM, at=at)
    who = f"{invitation.full_name}, {invitation.post}"
    locked = _confirmable(PointsSheet(pk=invitation.subject_id))
    return _confirmed(Confirmation(sheet=locked, invited_name=who[:120], confirmed_at=at), by=None)


@transaction.atomic
def confirm_on_paper(
    sheet: PointsSheet, paper: StoredFile, *, by: Person, at: datetime
) -> Confirmation:
    """A body with one official closes the step with the signed sheet; the result says so."""
    locked = _confirmable(sheet)
    if not locked.round.contest.one_official:
        raise OfficialsEnough
    return _confirmed(Confirmation(sheet=locked, paper=paper, confirmed_at=at), by=by)


def _confirmable(sheet: PointsSheet) -> PointsSheet:
    locked = (
        PointsSheet.objects.select_for_update(of=("self",))
        .select_related("round__contest")
        .get(pk=sheet.pk)
    )
    if Confirmation.objects.filter(sheet=locked).exists():
        raise AlreadyConfirmed
    newest = PointsSheet.objects.filter(round=locked.round, part_key=locked.part_key).latest(
        "number"
    )
    if newest.pk != locked.pk:
        raise SheetReplaced(number=newest.number)
    return locked


def _confirmed(confirmation: Confirmation, *, by: Person | None) -> Confirmation:
    confirmation.save(force_insert=True)
    sheet = confirmation.sheet
    facts = {
        "sheet": sheet.pk,
        "part": sheet.part_key,
        "number": sheet.number,
        "guest": confirmation.invited_name,
        "on_paper": confirmation.paper_id is not None,
    }
    journal.record(
        "judging.sheet_confirmed", sheet.round, by=by, at=confirmation.confirmed_at, facts=facts
    )
    return confirmation
