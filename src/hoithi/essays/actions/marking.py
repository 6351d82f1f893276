"""The sheet of a marker: kept as often as one likes, handed in once, opened again with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction

from hoithi.core.essays.final import Stage
from hoithi.core.essays.sheet import PLACES, Line, MarkFault, faults, total
from hoithi.core.rulebook.parts import JuryPart
from hoithi.essays.actions.sharing import give_third
from hoithi.essays.facts import lines_of_essay
from hoithi.essays.models import EssaySheet, EssayTask
from hoithi.essays.queries import marked, most_of
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person

LONGEST_REMARK = 4_000


class MarksFaulty(Refusal):
    """Marks that cannot be given; `faults` says by line what is wrong."""

    def __init__(self, found: Mapping[str, MarkFault]) -> None:
        super().__init__()
        self.faults = dict(found)


class SheetHandedIn(Refusal):
    """The sheet was handed in: it changes only after it was opened again."""


class SheetOvertaken(Refusal):
    """Another page of the same marker saved this sheet since this one was opened."""


class NotHandedIn(Refusal):
    """Only a sheet that was handed in can be opened again."""


class ReasonMissing(Refusal):
    """Whoever opens a sheet again says why."""


class OwnSheet(Refusal):
    """Nobody opens a sheet of one's own."""


@dataclass(frozen=True)
class Gave:
    """What a marker sends: marks by line, a remark, whether the sheet is handed in."""

    marks: Mapping[str, Decimal]
    remark: str = ""
    hands_in: bool = False
    seen: int = 0
    """The number of the sheet that the page showed; 0 before the first."""


@transaction.atomic
def save_sheet(
    task: EssayTask, part: JuryPart, gave: Gave, *, by: Person, at: datetime
) -> EssaySheet:
    """Keeps what a marker gave so far, or takes it as final and calls a third marker if needed.

    A sheet that is not handed in may have gaps and is written over. Refuses marks that the lines
    do not allow, gaps in what is handed in, and a sheet that was handed in.
    """
    locked = EssayTask.objects.select_for_update().get(pk=task.pk)
    lines = lines_of_essay(task.essay)
    sheet = locked.sheets.order_by("-number").first() or EssaySheet(task=locked, number=1)
    if sheet.handed_in_at is not None:
        raise SheetHandedIn
    if sheet.pk and gave.seen not in {0, sheet.number}:
        raise SheetOvertaken
    if found := faults(lines, gave.marks, step=part.step, whole=gave.hands_in):
        raise MarksFaulty(found)
    _fill(sheet, lines, gave, part)
    sheet.saved_at, sheet.handed_in_at = at, at if gave.hands_in else None
    sheet.save()
    if gave.hands_in:
        facts = {"essay": task.essay.number, "sheet": sheet.number, "total": str(sheet.total)}
        journal.record("essays.handed_in", task.essay.marking.round, by=by, at=at, facts=facts)
        _call_third(task, part, by=by, at=at)
    return sheet


def _fill(sheet: EssaySheet, lines: tuple[Line, ...], gave: Gave, part: JuryPart) -> None:
    known = {line.key for line in lines}
    marks = {key: str(mark) for key, mark in gave.marks.items() if key in known}
    sheet.marks, sheet.remark = marks, gave.remark.strip()[:LONGEST_REMARK]
    exact = total(lines, gave.marks, most_of(part))
    unit = Decimal(1).scaleb(-PLACES)
    value = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(unit, ROUND_HALF_UP)
    sheet.total = value if len(marks) == len(known) else None


def _call_third(task: EssayTask, part: JuryPart, *, by: Person, at: datetime) -> None:
    marking = task.essay.marking
    one = next(each for each in marked(marking, part) if each.essay.pk == task.essay_id)
    has_third = any(each.turn > 2 for each in one.tasks)
    if one.outcome.stage is not Stage.THIRD or has_third:
        return
    called = give_third(marking, one, at=at)
    facts = {"essay": task.essay.number, "difference": str(one.outcome.difference)}
    deed = "essays.third_called" if called else "essays.third_missing"
    journal.record(deed, marking.round, by=by, at=at, facts=facts)


@transaction.atomic
def reopen(task: EssayTask, *, reason: str, by: Person, at: datetime) -> EssaySheet:
    """Lets a marker correct a sheet that was handed in: a copy follows, with the reason.

    Refuses without a reason, a sheet not handed in, and the marker's own hand.
    """
    if not reason.strip():
        raise ReasonMissing
    locked = EssayTask.objects.select_for_update().get(pk=task.pk)
    newest = locked.sheets.order_by("-number").first()
    if newest is None or newest.handed_in_at is None:
        raise NotHandedIn
    if task.marker.person_id == by.pk:
        raise OwnSheet
    made = EssaySheet.objects.create(
        task=locked,
        number=newest.number + 1,
        marks=newest.marks,
        total=newest.total,
        remark=newest.remark,
        saved_at=at,
        reason=reason.strip()[:1000],
    )
    facts = {"essay": task.essay.number, "name": task.marker.person.full_name, "reason": reason}
    journal.record("essays.opened_again", task.essay.marking.round, by=by, at=at, facts=facts)
    return made
