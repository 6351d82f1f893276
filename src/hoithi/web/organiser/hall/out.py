"""The papers of a hall as a table to be taken away: whose, typed by whom, never what was typed."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.sittings.queries import typed as queries
from hoithi.sittings.queries.typed import TypedEntrant, TypedState
from hoithi.web.organiser.hall.shown import paper_titles
from hoithi.web.tables import Asked, TableOut, table_view

_COLUMNS = (
    Column("part", ("Phần thi",)),
    Column("name", ("Họ và tên (đã che)",)),
    Column("birth_year", ("Năm sinh",), kind=Kind.TEXT),
    Column("unit", ("Đơn vị",)),
    Column("typed_by", ("Người nhập",)),
    Column("state", ("Tình trạng",)),
)


@table_view
def paper_sheets_out(asked: Asked, slug: str, key: str) -> TableOut:
    """Whose sheets were typed, and how far each has come."""
    round_ = queries.hall_round(asked.person, slug, key, at=asked.at)
    titles = paper_titles(round_, at=asked.at)
    rows = (_row(one, titles) for one in queries.typed_entrants(round_))
    table = TableOut(_("Bài thi giấy"), _COLUMNS, rows, (round_.contest.title, round_.title))
    return table.called(f"bai-giay-{slug}-{key}", round_.contest.body)


def _row(one: TypedEntrant, titles: Mapping[str, str]) -> list[Out]:
    states = {
        TypedState.COUNTED: _("Đã tính"),
        TypedState.WAITING: _("Chờ người thứ hai"),
        TypedState.DIFFERING: _("Hai lần nhập khác nhau"),
    }
    who = one.entrant
    return [
        titles.get(one.part_key, ""),
        who.name,
        str(who.birth_year or ""),
        who.unit.name if who.unit else "",
        "; ".join(sheet.typed_by.full_name for sheet in one.sheets),
        states[one.state],
    ]
