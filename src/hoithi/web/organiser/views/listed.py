"""Signs of irregularity of a round, and the versions of a rulebook, taken away as tables."""

from dataclasses import replace
from functools import partial

from django.utils.translation import gettext as _

from hoithi.contests import queries as contests
from hoithi.contests.models import RulebookVersion
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.journal import actions as journal
from hoithi.results.queries import desk as desks
from hoithi.results.queries.desk import SignAtDesk
from hoithi.web.organiser.views.results import key_of
from hoithi.web.tables import Asked, TableOut, table_view
from hoithi.wording.moments import moment
from hoithi.wording.signs import sign_about, sign_figures, sign_kind

_SIGNS = (
    Column("kind", ("Dấu hiệu",)),
    Column("about", ("Liên quan (tên đã che)",)),
    Column("count", ("Số người",), kind=Kind.WHOLE),
    Column("figures", ("Số liệu",)),
    Column("serious", ("Nghiêm trọng",), kind=Kind.MARK),
    Column("finding", ("Kết luận",)),
)
_VERSIONS = (
    Column("number", ("Bản số",), kind=Kind.WHOLE),
    Column("effective", ("Áp dụng từ",)),
    Column("reason", ("Lý do",)),
    Column("decision", ("Văn bản",)),
    Column("made_by", ("Người lập",)),
    Column("made", ("Lập lúc",)),
    Column("sha256", ("SHA-256",)),
)


@table_view
def signs_out(asked: Asked, slug: str, key: str) -> TableOut:
    """What should be looked into, and what was found about it; names masked, with its trace."""
    desk = desks.desk(asked.person, slug, key_of(key), at=asked.at)
    rows = (_sign(one) for one in desk.signs)
    table = TableOut(_("Dấu hiệu cần xác minh"), _SIGNS, rows, (desk.contest.title,))
    deed, by, at = "results.signs_taken_away", asked.person, asked.at
    trace = partial(journal.record, deed, desk.contest, by=by, at=at)
    return replace(table.called(f"dau-hieu-{key}", desk.contest.body), trace=trace)


def _sign(one: SignAtDesk) -> list[Out]:
    found, sign = one.finding, one.sign
    said = [found.finding, "x" if found.serious else ""] if found else ["", ""]
    return [sign_kind(sign.kind), sign_about(one), sign.count, sign_figures(one), said[1], said[0]]


@table_view
def versions_out(asked: Asked, slug: str) -> TableOut:
    """Every version of the rulebook with its hash, since when it held and why."""
    contest = contests.contest_for(asked.person, slug, at=asked.at)
    rows = (_version(one) for one in contests.versions(contest))
    table = TableOut(_("Các bản thể lệ"), _VERSIONS, rows, (contest.title,))
    return table.called(f"cac-ban-the-le-{slug}", contest.body)


def _version(one: RulebookVersion) -> list[Out]:
    since = moment(one.effective_at) if one.effective_at else _("dự thảo")
    by = one.made_by.full_name if one.made_by else ""
    number = one.decision_number
    return [one.number, since, one.reason, number, by, moment(one.made_at), one.sha256]
