"""The sheets of all judges side by side, as a table to be taken away."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from hoithi.contests.models import Round
from hoithi.core.jury import TooFewJudges, jury_points
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.vietnamese.text import sort_key
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.entries.models import Entrant
from hoithi.judging.models import JudgeSheet
from hoithi.web.tables import TableOut


def judges_table(round_: Round, part: JuryPart, sheets: Sequence[JudgeSheet]) -> TableOut:
    """A line for every entrant whom some judge marked, a column for every judge, the points last.

    Points are left out where there are fewer judges than the rule of the part needs.
    """
    judges = tuple(
        Column(f"judge_{number}", (sheet.judge,), kind=Kind.NUMBER)
        for number, sheet in enumerate(sheets, start=1)
    )
    columns = (
        Column("name", ("Đội thi, người dự thi",)),
        Column("unit", ("Đơn vị",)),
        *judges,
        Column("points", ("Điểm phần thi",), kind=Kind.NUMBER),
    )
    remarks = (round_.contest.title, f"{round_.title}: {part.title}")
    return TableOut(_("Phiếu của các giám khảo"), columns, _rows(part, sheets), remarks)


def _rows(part: JuryPart, sheets: Sequence[JudgeSheet]) -> Iterator[list[Out]]:
    marks = [{mark.entrant_id: mark.total for mark in sheet.marks.all()} for sheet in sheets]
    marked = set().union(*marks) if marks else set()
    rows = Entrant.objects.filter(pk__in=marked).select_related("unit")
    for one in sorted(rows, key=lambda one: (sort_key(one.name), one.pk)):
        given = [each.get(one.pk) for each in marks]
        totals = [total for total in given if total is not None]
        unit = one.unit.name if one.unit else ""
        yield [one.name, unit, *given, _points(totals, part)]


def _points(totals: Sequence[Decimal], part: JuryPart) -> Decimal | None:
    try:
        return jury_points(totals, part)
    except TooFewJudges:
        return None
