"""Entering points of a part from signed paper, and the committee's own values."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import msgspec
from django.db import transaction

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.entries.models import Entrant
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.judging.facts import (
    HandPart,
    LineFault,
    TypedPoints,
    differences,
    faults_of,
    hand_parts,
    judged_titles,
    typed_of,
)
from hoithi.judging.models import EnteredPoints, Judged, PointsSheet
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class PartNotEntered(Refusal):
    """The part is not held in this round, or its points do not come from paper."""


class SheetEmpty(Refusal):
    """There is no line to enter."""


class SheetFaulty(Refusal):
    """Some lines cannot be taken; `faults` says which and why. Nothing was entered."""

    def __init__(self, faults: Sequence[LineFault]) -> None:
        super().__init__()
        self.faults = tuple(faults)


class SheetOvertaken(Refusal):
    """Somebody entered a sheet of the part (`number`) while this one was being typed."""


class CorrectionUnfounded(Refusal):
    """Points that count are entered anew only with a reason and the document that orders it."""


class NotJudged(Refusal):
    """The rulebook has no judged key of this title; `title` is what was given."""


class ReasonMissing(Refusal):
    """A judged value needs the committee's reason."""


def part_entered(round_: Round, part_key: str, *, at: datetime) -> HandPart:
    """The part of the round whose points are entered from paper. Refuses any other."""
    parts = hand_parts(rules_of_round(round_, at=at), round_.key)
    for part in parts:
        if part.key == part_key:
            return part
    raise PartNotEntered(part=part_key)


class Grounds(msgspec.Struct, frozen=True, kw_only=True):
    """What a points sheet rests on, and what stood there when it was typed."""

    paper: StoredFile | None = None
    """The signed paper, scanned."""
    reason: str = ""
    document_number: str = ""
    """With the reason: what allows points that count to be entered anew."""
    seen: int | None = None
    """The number of the newest sheet when the form was shown; 0 for none, None where not asked."""


NO_GROUNDS = Grounds()


@transaction.atomic
def enter_sheet(
    round_: Round,
    part_key: str,
    lines: Sequence[TypedPoints],
    *,
    by: Person,
    at: datetime,
    grounds: Grounds = NO_GROUNDS,
) -> PointsSheet:
    """Adds the next sheet of a part; it counts, and replaces earlier ones, once confirmed.

    All lines or none: refuses entrants who are not in the contest, a person twice, and points
    outside what the part can give. Once a sheet of the part counts it is locked: another one is a
    correction, which needs its reason and document. Sent twice, the same form is one sheet; a form
    that somebody else has overtaken is refused.
    """
    locked = Round.objects.select_for_update().select_related("contest").get(pk=round_.pk)
    part = part_entered(locked, part_key, at=at)
    if not lines:
        raise SheetEmpty
    earlier = PointsSheet.objects.filter(round=locked, part_key=part_key)
    newest = earlier.order_by("-number").first()
    if newest and grounds.seen is not None and newest.number != grounds.seen:
        return _the_same(newest, lines, by=by)
    if earlier.filter(confirmation__isnull=False).exists():
        _check_correction(grounds)
    _check_lines(locked, part, lines)
    number = newest.number + 1 if newest else 1
    sheet = PointsSheet(round=locked, part_key=part_key, number=number, entered_by=by)
    return written(sheet, lines, grounds, at=at)


def _the_same(newest: PointsSheet, lines: Sequence[TypedPoints], *, by: Person) -> PointsSheet:
    """The sheet that is there, where it is what the person sends again."""
    mine = newest.entered_by_id == by.pk
    if mine and not differences(typed_of(newest), lines):
        return newest
    raise SheetOvertaken(number=newest.number)


def _check_lines(round_: Round, part: HandPart, lines: Sequence[TypedPoints]) -> None:
    wanted = {line.entrant for line in lines}
    ours = Entrant.objects.filter(contest=round_.contest_id, pk__in=wanted)
    if faults := faults_of(part, lines, set(ours.values_list("pk", flat=True))):
        raise SheetFaulty(faults)


def _check_correction(grounds: Grounds) -> None:
    if not grounds.reason.strip() or not (grounds.document_number.strip() or grounds.paper):
        raise CorrectionUnfounded


def written(
    sheet: PointsSheet, lines: Sequence[TypedPoints], grounds: Grounds, *, at: datetime
) -> PointsSheet:
    """The sheet with its lines in the database and the journal; who calls it holds the lock."""
    sheet.paper, sheet.reason = grounds.paper, grounds.reason.strip()
    sheet.document_number, sheet.entered_at = grounds.document_number.strip(), at
    sheet.save(force_insert=True)
    EnteredPoints.objects.bulk_create(
        EnteredPoints(sheet=sheet, entrant_id=line.entrant, points=line.points, passed=line.passed)
        for line in lines
    )
    facts = {
        "sheet": sheet.pk,
        "part": sheet.part_key,
        "number": sheet.number,
        "lines": len(lines),
        "reason": sheet.reason,
        "document": sheet.document_number,
    }
    journal.record("judging.sheet_entered", sheet.round, by=sheet.entered_by, at=at, facts=facts)
    return sheet


class JudgedValue(msgspec.Struct, frozen=True, kw_only=True):
    """The committee's value for one entrant under a judged key, and why."""

    title: str
    value: Decimal
    reason: str


@transaction.atomic
def judge(
    round_: Round, entrant: Entrant, given: JudgedValue, *, by: Person, at: datetime
) -> Judged:
    """Records the committee's value; the newest of a key counts, all are kept.

    The title is that of a judged ranking key, or of a table whose winners the committee names:
    there the value is the place among those named, and nothing takes a name back.
    """
    if given.title not in judged_titles(rules_of_round(round_, at=at)):
        raise NotJudged(title=given.title)
    if not given.reason.strip():
        raise ReasonMissing
    entrant = Entrant.objects.get(pk=entrant.pk, contest=round_.contest_id)
    judged = Judged.objects.create(
        round=round_,
        entrant=entrant,
        key_title=given.title,
        value=given.value,
        reason=given.reason,
        entered_by=by,
        entered_at=at,
    )
    facts = {"entrant": entrant.pk, "key": given.title, "value": str(given.value)}
    journal.record("judging.value_judged", round_, by=by, at=at, facts=facts)
    return judged
