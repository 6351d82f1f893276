"""Figures by unit and decisions about rounds as tables to be taken away."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from hoithi.contests.models import Contest, Round, RoundDecision
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.sittings.queries.desk import UnitCounts
from hoithi.web.contestant.pages import text_of
from hoithi.web.tables import TableOut
from hoithi.wording.states import decision_kind

_FIGURES = (
    Column("unit", ("Đơn vị",)),
    Column("people", ("Số người",), kind=Kind.WHOLE),
    Column("sittings", ("Số lượt thi",), kind=Kind.WHOLE),
    Column("submitted", ("Số lượt đã nộp bài",), kind=Kind.WHOLE),
)
_DECISIONS = (
    Column("at", ("Ngày",), kind=Kind.DATE),
    Column("round", ("Đợt thi",)),
    Column("kind", ("Quyết định",)),
    Column("until", ("Đến",)),
    Column("reason", ("Lý do",)),
    Column("document", ("Số văn bản",)),
)


def figures_table(round_: Round, units: Iterable[UnitCounts]) -> TableOut:
    """The figures of a round by unit, people and attempts apart."""
    rows = (_figures(one) for one in units)
    title = _("Số người, số lượt thi theo đơn vị")
    return TableOut(title, _FIGURES, rows, (round_.contest.title, round_.title))


def _figures(one: UnitCounts) -> list[Out]:
    name, counts = one.name or _("Không theo đơn vị"), one.counts
    return [name, counts.people, counts.sittings, counts.submitted]


def decision_table(contest: Contest, decisions: Iterable[RoundDecision]) -> TableOut:
    """What was decided about the rounds of a contest."""
    rows = (_decision(row) for row in decisions)
    return TableOut(_("Quyết định về các đợt thi"), _DECISIONS, rows, (contest.title,))


def _decision(row: RoundDecision) -> list[Out]:
    return [
        local_day(row.decided_at),
        row.round.title if row.round else "",
        decision_kind(row.kind),
        text_of(row.until),
        row.reason,
        row.document_number,
    ]
