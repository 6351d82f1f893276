"""A judge's own sheet: typed by the judge, signed, then locked until it is opened again."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.db import transaction

from hoithi.contests.models import Round
from hoithi.core.vietnamese.text import words_key
from hoithi.entries.models import Entrant
from hoithi.journal import actions as journal
from hoithi.judging.actions.entering import (
    ReasonMissing,
    SheetEmpty,
    SheetFaulty,
    SheetOvertaken,
)
from hoithi.judging.actions.judge_sheets import SheetSigned, jury_part
from hoithi.judging.facts import TypedPoints, faults_of
from hoithi.judging.models import JudgeMark, JudgeSheet
from hoithi.judging.queries.own import newest_own_sheet
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class NothingSigned(Refusal):
    """Only a sheet that its judge has signed can be opened again."""


class OwnGave(msgspec.Struct, frozen=True, kw_only=True):
    """What a judge sends of the own sheet."""

    lines: Sequence[TypedPoints]
    seen: int
    """The number of the sheet that the page showed; 0 before the first."""
    signs: bool


@transaction.atomic
def save_own_sheet(
    round_: Round, part_key: str, gave: OwnGave, *, by: Person, at: datetime
) -> JudgeSheet:
    """Keeps what a judge has typed as the next sheet, and locks it where the judge signs.

    Refuses a signed sheet, what no judge can give, and a page that is older than the newest sheet.
    Sent twice, the same form is one sheet.
    """
    locked = Round.objects.select_for_update(of=("self",)).get(pk=round_.pk)
    part, newest = jury_part(locked, part_key, at=at), newest_own_sheet(locked, part_key, by)
    if newest is not None and newest.signed_at is not None:
        raise SheetSigned
    ours = Entrant.objects.filter(contest=locked.contest_id).values_list("pk", flat=True)
    known = set(ours.filter(pk__in=[line.entrant for line in gave.lines]))
    if faults := faults_of(part, gave.lines, known):
        raise SheetFaulty(faults)
    if gave.signs and not gave.lines:
        raise SheetEmpty
    if newest is not None and newest.number != gave.seen:
        raise SheetOvertaken(number=newest.number)
    made = _next(locked, part_key, newest, by=by, at=at)
    made.signed_at = at if gave.signs else None
    made.reason = newest.reason if newest else ""
    made.save()
    JudgeMark.objects.bulk_create(
        JudgeMark(sheet=made, entrant_id=line.entrant, total=line.points) for line in gave.lines
    )
    deed = "judging.own_sheet_signed" if gave.signs else "judging.own_sheet_saved"
    _record(deed, made, by=by, at=at, lines=len(gave.lines))
    return made


@transaction.atomic
def open_own_sheet(sheet: JudgeSheet, *, reason: str, by: Person, at: datetime) -> JudgeSheet:
    """Lets a judge correct a signed sheet: a copy follows that the judge signs anew.

    Two people correct, therefore: whoever opens says why, the judge types and signs. Refuses
    without a reason, a sheet that is not signed, and the judge's own hand.
    """
    if not reason.strip():
        raise ReasonMissing
    locked = Round.objects.select_for_update(of=("self",)).get(pk=sheet.round_id)
    judge = sheet.person
    newest = newest_own_sheet(locked, sheet.part_key, judge) if judge else None
    if newest is None or newest.signed_at is None or newest.person_id == by.pk:
        raise NothingSigned
    made = _next(locked, sheet.part_key, newest, by=by, at=at)
    made.person, made.reason = newest.person, reason.strip()
    made.save()
    JudgeMark.objects.bulk_create(
        JudgeMark(sheet=made, entrant_id=mark.entrant_id, total=mark.total)
        for mark in newest.marks.all()
    )
    _record("judging.own_sheet_opened", made, by=by, at=at, reason=made.reason)
    return made


def _next(
    round_: Round, part_key: str, newest: JudgeSheet | None, *, by: Person, at: datetime
) -> JudgeSheet:
    """The unsaved sheet that follows; a namesake's sheets are another judge's."""
    key = words_key(by.full_name)[:100]
    sheets = JudgeSheet.objects.filter(round=round_, part_key=part_key, judge_key=key)
    if newest is None and sheets.exists():
        key = f"{key} #{by.pk}"
    return JudgeSheet(
        round=round_,
        part_key=part_key,
        judge=newest.judge if newest else by.full_name[:120],
        judge_key=newest.judge_key if newest else key,
        number=newest.number + 1 if newest else 1,
        person=by,
        entered_by=by,
        entered_at=at,
    )


def _record(deed: str, sheet: JudgeSheet, *, by: Person, at: datetime, **facts: object) -> None:
    told = {"part": sheet.part_key, "judge": sheet.judge, "number": sheet.number, **facts}
    journal.record(deed, sheet.round, by=by, at=at, facts=told)
