"""The second person's word on a points sheet: only confirmed points count."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from hoithi.core.vietnamese.text import words_key
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.judging import queries
from hoithi.judging.facts import Difference, TypedPoints, differences, typed_of
from hoithi.judging.models import Confirmation, PointsSheet
from hoithi.kit.refusals import Refusal
from hoithi.people import actions as people
from hoithi.people.models import Person


class SecondPersonRequired(Refusal):
    """Who entered the points cannot confirm them."""


class LinesUnchecked(Refusal):
    """Not every line was compared with the signed paper; `count` are left."""


class GuestIsTypist(Refusal):
    """Who entered the points cannot be invited to confirm them."""


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
    locked = confirmable(sheet)
    if queries.typed_by(locked, by):
        raise SecondPersonRequired
    return confirmed(Confirmation(sheet=locked, person=by, confirmed_at=at), by=by)


@transaction.atomic
def confirm_by_retyping(
    sheet: PointsSheet, lines: Sequence[TypedPoints], *, by: Person, at: datetime
) -> Confirmation:
    """A second person typed the signed paper again: equal confirms, unequal is shown."""
    locked = confirmable(sheet)
    if queries.typed_by(locked, by):
        raise SecondPersonRequired
    if found := differences(typed_of(locked), lines):
        raise TypingsDiffer(found)
    return confirmed(Confirmation(sheet=locked, person=by, confirmed_at=at), by=by)


@transaction.atomic
def confirm_by_guest(token: str, *, at: datetime) -> Confirmation:
    """Somebody named in a decision confirms by a one-time link, which is used up."""
    invitation = people.use_invitation(token, queries.CONFIRM, at=at)
    who = f"{invitation.full_name}, {invitation.post}"
    locked = confirmable(PointsSheet(pk=invitation.subject_id))
    refuse_typist(locked, invitation.full_name)
    return confirmed(Confirmation(sheet=locked, invited_name=who[:120], confirmed_at=at), by=None)


@transaction.atomic
def confirm_on_paper(
    sheet: PointsSheet, paper: StoredFile, *, by: Person, at: datetime
) -> Confirmation:
    """A body with one official closes the step with the signed sheet; the result says so."""
    locked = confirmable(sheet)
    refuse_paper(locked)
    return confirmed(Confirmation(sheet=locked, paper=paper, confirmed_at=at), by=by)


def refuse_typist(sheet: PointsSheet, full_name: str) -> None:
    """Refuses a guest of the name of a person who typed the points, or sheets of judges."""
    rows = sheet.judge_sheets.values_list("entered_by__full_name", flat=True)
    typists = {sheet.entered_by.full_name, *rows}
    if words_key(full_name) in {words_key(one) for one in typists}:
        raise GuestIsTypist


def refuse_paper(sheet: PointsSheet) -> None:
    """Refuses a signed sheet in the place of a second person where the body has more officials."""
    if not sheet.round.contest.one_official:
        raise OfficialsEnough


def check_confirmable(sheet: PointsSheet) -> None:
    """Refuses a sheet that counts already, or that a newer one has replaced."""
    if Confirmation.objects.filter(sheet=sheet).exists():
        raise AlreadyConfirmed
    newest = queries.newest_number(sheet.round, sheet.part_key)
    if newest != sheet.number:
        raise SheetReplaced(number=newest)


def check_lines(sheet: PointsSheet, checked: Collection[str]) -> None:
    """Refuses unless every entrant's line (by token) was compared with the signed paper."""
    tokens = set(sheet.lines.values_list("entrant__token", flat=True))
    if left := tokens - set(checked):
        raise LinesUnchecked(count=len(left))


def confirmable(sheet: PointsSheet) -> PointsSheet:
    """The sheet, locked. Refuses one that counts already, or that a newer one has replaced."""
    locked = (
        PointsSheet.objects.select_for_update(of=("self",))
        .select_related("round__contest", "entered_by")
        .get(pk=sheet.pk)
    )
    check_confirmable(locked)
    return locked


def confirmed(confirmation: Confirmation, *, by: Person | None) -> Confirmation:
    """The confirmation in the database and the journal."""
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
