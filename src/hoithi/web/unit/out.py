"""The named list of a unit as a table to be taken away."""

from collections.abc import Iterable

from hoithi.contests.models import Contest
from hoithi.documents.spreadsheets import Column, Out
from hoithi.entries.queries.matching import LineShown
from hoithi.people.models import UnitVersion
from hoithi.web.tables import TableOut
from hoithi.wording.contacts import standing_words

_COLUMNS = (
    Column("full_name", ("Họ và tên",)),
    Column("born", ("Ngày sinh",)),
    Column("post", ("Chức vụ",)),
    Column("standing", ("Tình trạng",)),
    Column("exempt", ("Lý do miễn",)),
)


def list_table(contest: Contest, unit: UnitVersion, lines: Iterable[LineShown]) -> TableOut:
    """The people of a unit with how they stand; its columns are those in which a list is taken."""
    rows = (_row(line) for line in lines)
    return TableOut(f"Danh sách của {unit.name}", _COLUMNS, rows, (contest.title,))


def _row(line: LineShown) -> list[Out]:
    return [line.name, line.born, line.post, standing_words(line), line.exempt_reason]
