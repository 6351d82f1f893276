"""Lists of the desk taken away: rankings, candidates, certificates, remarks, entrants, totals."""

from dataclasses import replace

from django.utils.translation import gettext as _

from hoithi.awards import queries as awards
from hoithi.contests import queries as contests
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.entries.queries.registered import REGISTRARS, each_registered
from hoithi.results.queries import calling
from hoithi.results.queries import desk as desks
from hoithi.results.queries.desk import READERS
from hoithi.results.queries.remarks import all_remarks
from hoithi.sittings.queries.figures import Totals, totals
from hoithi.web.organiser import tables
from hoithi.web.organiser.registered import entrant_table
from hoithi.web.organiser.views.results import key_of
from hoithi.web.tables import Asked, TableOut, table_view

_SHARED = (
    Column("contest", ("Cuộc thi",)),
    Column("body", ("Cơ quan tổ chức",)),
    Column("people", ("Số người",), kind=Kind.WHOLE),
    Column("sittings", ("Số lượt thi",), kind=Kind.WHOLE),
    Column("units", ("Đơn vị có người dự thi",), kind=Kind.WHOLE),
)


@table_view
def results_table(asked: Asked, slug: str, key: str) -> TableOut:
    """The whole ranking with masked names."""
    draft = desks.draft_at_desk(asked.person, slug, key_of(key), at=asked.at)
    return tables.ranking_table(draft).called(f"ket-qua-{key}", draft.contest.body)


@table_view
def units_out(asked: Asked, slug: str, key: str) -> TableOut:
    """The collective rankings of a draft."""
    draft = desks.draft_at_desk(asked.person, slug, key_of(key), at=asked.at)
    return tables.units_table(draft).called(f"tap-the-{key}", draft.contest.body)


@table_view
def calls_out(asked: Asked, slug: str, key: str) -> TableOut:
    """Candidates and reserves in the order in which they are telephoned, names masked."""
    draft = desks.draft_at_desk(asked.person, slug, key_of(key), at=asked.at)
    table = tables.calls_table(draft, calling.calls(draft))
    return table.called(f"goi-dien-{key}", draft.contest.body)


@table_view
def certificates_out(asked: Asked, slug: str, key: str) -> TableOut:
    """Every certificate of a round, also withdrawn ones."""
    contest, _round = desks.round_at_desk(asked.person, slug, key_of(key), at=asked.at)
    rows = awards.certificates_of(asked.person, slug, key_of(key), at=asked.at)
    table = tables.certificates_table(rows, awards.undeserved(rows))
    return replace(table, remarks=(contest.title,)).called(f"giay-chung-nhan-{key}", contest.body)


@table_view
def remarks_out(asked: Asked, slug: str) -> TableOut:
    """Every remark on the results of a contest with its answer."""
    contest = contests.contest_for(asked.person, slug, *READERS, at=asked.at)
    table = tables.remark_table(contest, all_remarks(contest))
    return table.called(f"phan-anh-{slug}", contest.body)


@table_view
def teams_out(asked: Asked, slug: str) -> TableOut:
    """Everybody whom the secretariat registered with the members of teams, masked as on screen."""
    contest = contests.contest_for(asked.person, slug, *REGISTRARS, at=asked.at)
    rules = rulebook_of(contests.current_version(contest, at=asked.at)).entry.team
    table = entrant_table(contest, each_registered(contest), rules)
    return table.called(f"danh-sach-du-thi-{slug}", contest.body)


@table_view
def shared_out(asked: Asked, body: str) -> TableOut:
    """What other bodies share with this one: totals of each contest."""
    over = contests.body_over(asked.person, body, at=asked.at)
    found = list(contests.shared_with_body(asked.person, body, at=asked.at))
    sums = totals([contest.pk for contest in found])
    rows = [_shared(contest, sums.get(contest.pk, Totals())) for contest in found]
    table = TableOut(_("Số liệu cấp dưới chia sẻ"), _SHARED, rows, (over.name,))
    return table.called(f"so-lieu-chia-se-{over.slug}", over)


def _shared(contest: Contest, total: Totals) -> list[Out]:
    return [contest.title, contest.body.name, total.people, total.attempts, total.units]
