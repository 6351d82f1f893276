"""The sheet of one judge, and the points of a part made of the sheets of all."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import msgspec
from django.db import transaction

from hoithi.contests.models import Round
from hoithi.core.rulebook.parts import JuryPart, JuryRule
from hoithi.core.vietnamese.text import sort_key, words_key
from hoithi.entries.models import Entrant
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.judging.actions.entering import (
    NO_GROUNDS,
    Grounds,
    PartNotEntered,
    SheetEmpty,
    SheetFaulty,
    part_entered,
)
from hoithi.judging.actions.judges import enter_totals
from hoithi.judging.facts import TypedPoints, faults_of
from hoithi.judging.facts.judges import totals_of, unevenly_marked
from hoithi.judging.models import JudgeMark, JudgeSheet, PointsSheet
from hoithi.judging.queries import judge_sheets
from hoithi.judging.queries.own import judges_unsigned
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class JudgeUnnamed(Refusal):
    """The sheet does not say whose it is."""


class SheetSigned(Refusal):
    """The judge keeps the sheet in an account of the own: nobody else types over it, and the judge
    only after it was opened again."""


class UnevenlyMarked(Refusal):
    """Some judges marked these entrants (`names`) and others did not."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names=tuple(names))
        self.names = tuple(names)


class JudgesUnsigned(Refusal):
    """Judges (`names`) of this contest have not signed, and nobody said why they are left out."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names=tuple(names))
        self.names = tuple(names)


class Allowed(msgspec.Struct, frozen=True, kw_only=True):
    """What the secretariat stands for where the sheets are not what they should be."""

    uneven: bool = False
    """Some judges did not mark every entrant, and that is right."""
    unsigned: str = ""
    """Why the judges who have not signed are left out."""


NOTHING_ALLOWED = Allowed()


class JudgeGave(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the sheet of one judge."""

    judge: str
    lines: Sequence[TypedPoints]
    paper: StoredFile | None = None


def jury_part(round_: Round, part_key: str, *, at: datetime) -> JuryPart:
    """The part of the round that judges mark. Refuses any other, and essays: they have names."""
    part = part_entered(round_, part_key, at=at)
    if not isinstance(part, JuryPart) or part.essay is not None:
        raise PartNotEntered(part=part_key)
    return part


@transaction.atomic
def enter_judge_sheet(
    round_: Round, part_key: str, gave: JudgeGave, *, by: Person, at: datetime
) -> JudgeSheet:
    """Adds the next sheet of a judge; it replaces the earlier ones of the same name.

    All lines or none: refuses what no judge can have given and who is not in the contest. Sent
    twice, the same form is one sheet. Nothing counts before the sheets are made into points.
    """
    locked = Round.objects.select_for_update(of=("self",)).get(pk=round_.pk)
    part, key = jury_part(locked, part_key, at=at), words_key(gave.judge)[:120]
    if not key:
        raise JudgeUnnamed
    if not gave.lines:
        raise SheetEmpty
    ours = Entrant.objects.filter(contest=locked.contest_id).values_list("pk", flat=True)
    known = set(ours.filter(pk__in=[line.entrant for line in gave.lines]))
    if faults := faults_of(part, gave.lines, known):
        raise SheetFaulty(faults)
    newest = _newest(locked, part_key, key)
    if newest and newest.person_id:
        raise SheetSigned
    if newest and newest.entered_by_id == by.pk and _marks(newest) == _given(gave):
        return newest
    return _written(locked, part_key, gave, newest, by=by, at=at)


def _newest(round_: Round, part_key: str, judge_key: str) -> JudgeSheet | None:
    sheets = JudgeSheet.objects.filter(round=round_, part_key=part_key, judge_key=judge_key)
    return sheets.order_by("-number").first()


def _marks(sheet: JudgeSheet) -> dict[int, Decimal]:
    return dict(sheet.marks.values_list("entrant_id", "total"))


def _given(gave: JudgeGave) -> dict[int, Decimal]:
    return {line.entrant: line.points for line in gave.lines}


def _written(
    round_: Round,
    part_key: str,
    gave: JudgeGave,
    newest: JudgeSheet | None,
    *,
    by: Person,
    at: datetime,
) -> JudgeSheet:
    sheet = JudgeSheet.objects.create(
        round=round_,
        part_key=part_key,
        judge=newest.judge if newest else " ".join(gave.judge.split())[:120],
        judge_key=words_key(gave.judge)[:120],
        number=newest.number + 1 if newest else 1,
        paper=gave.paper,
        entered_by=by,
        entered_at=at,
    )
    JudgeMark.objects.bulk_create(
        JudgeMark(sheet=sheet, entrant_id=line.entrant, total=line.points) for line in gave.lines
    )
    _record("judging.judge_sheet_entered", sheet, len(gave.lines), by=by, at=at)
    return sheet


@transaction.atomic
def withdraw_judge_sheet(sheet: JudgeSheet, *, by: Person, at: datetime) -> None:
    """Takes a judge out of the next points: an empty sheet follows, the earlier ones are kept."""
    locked = Round.objects.select_for_update(of=("self",)).get(pk=sheet.round_id)
    newest = _newest(locked, sheet.part_key, sheet.judge_key) or sheet
    if newest.person_id:
        raise SheetSigned
    empty = JudgeSheet.objects.create(
        round=locked,
        part_key=sheet.part_key,
        judge=sheet.judge,
        judge_key=sheet.judge_key,
        number=newest.number + 1,
        entered_by=by,
        entered_at=at,
    )
    _record("judging.judge_sheet_withdrawn", empty, 0, by=by, at=at)


@transaction.atomic
def combine_judge_sheets(
    round_: Round,
    part_key: str,
    *,
    by: Person,
    at: datetime,
    grounds: Grounds = NO_GROUNDS,
    allowed: Allowed = NOTHING_ALLOWED,
) -> PointsSheet:
    """Adds a points sheet made of the newest sheet of every judge, by the rule of the part.

    Refuses what `enter_totals` refuses; while a judge named for this contest has not signed,
    unless it is recorded why that judge is left out; and entrants whom only some judges marked,
    unless somebody says that it is right, and always where the judges' totals are summed.
    """
    part, sheets = jury_part(round_, part_key, at=at), judge_sheets(round_, part_key)
    left_out = [one.full_name for one in judges_unsigned(round_, part_key, at=at)]
    if left_out and not allowed.unsigned.strip():
        raise JudgesUnsigned(left_out)
    totals = totals_of(sheets)
    missing = unevenly_marked(totals, len(sheets))
    if missing and (part.rule is JuryRule.SUM or not allowed.uneven):
        names = Entrant.objects.filter(pk__in=missing).values_list("name", flat=True)
        raise UnevenlyMarked(sorted(names, key=sort_key))
    made = enter_totals(round_, part_key, totals, by=by, at=at, grounds=grounds)
    made.judge_sheets.set(sheets)
    if left_out:
        facts = {"part": part_key, "names": left_out, "reason": allowed.unsigned.strip()[:1000]}
        journal.record("judging.judges_left_out", made, by=by, at=at, facts=facts)
    return made


def _record(deed: str, sheet: JudgeSheet, lines: int, *, by: Person, at: datetime) -> None:
    facts = {
        "part": sheet.part_key,
        "judge": sheet.judge,
        "number": sheet.number,
        "lines": lines,
    }
    journal.record(deed, sheet.round, by=by, at=at, facts=facts)
