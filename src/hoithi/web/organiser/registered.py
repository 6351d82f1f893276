"""The list of those registered as a table to be taken away, names of people masked."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from hoithi.contests.models import Contest
from hoithi.core.rulebook.entry import TeamRules
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.entries.models import Entrant
from hoithi.web.tables import TableOut
from hoithi.wording.teams import seat_words, team_lacks

_COLUMNS = (
    Column("name", ("Đội thi, đơn vị, người dự thi",)),
    Column("unit", ("Đơn vị",)),
    Column("at", ("Ghi ngày",), kind=Kind.DATE),
    Column("late", ("Văn bản cho ghi sau hạn",)),
    Column("lacks", ("Còn thiếu",)),
    Column("member", ("Thành viên (đã che)",)),
    Column("born", ("Năm sinh",), kind=Kind.WHOLE),
    Column("post", ("Chức vụ",)),
    Column("seat", ("Tư cách trong đội",)),
)


def entrant_table(contest: Contest, rows: Iterable[Entrant], rules: TeamRules | None) -> TableOut:
    """Every entrant in a line, each member of a team in a line of its own."""
    lines = (line for row in rows for line in _lines(row, rules))
    return TableOut(_("Danh sách dự thi"), _COLUMNS, lines, (contest.title,))


def _lines(row: Entrant, rules: TeamRules | None) -> Iterator[list[Out]]:
    is_team = row.kind == "team"
    late = "; ".join(one.document_number for one in row.late_decisions.all())
    lacks = "; ".join(team_lacks(row, rules)) if is_team else ""
    unit = row.unit.name if row.unit else ""
    head: list[Out] = [row.name, unit, local_day(row.registered_at), late, lacks]
    members = list(row.members.all())
    for one in members:
        yield [*head, one.masked_name, one.birth_year, one.post, seat_words(one, rules)]
    if not members:
        yield [*head, "", None if is_team else row.birth_year, "", ""]
