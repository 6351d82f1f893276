"""The organiser's lists as tables to be taken away, masked as they are on screen."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from hoithi.contests.models import Contest
from hoithi.core.rulebook.entry import Exclusion
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.entries.models import ListedExclusion
from hoithi.web.tables import TableOut
from hoithi.wording.lists import effect_words

_EXCLUSIONS = (
    Column("name", ("Họ và tên (đã che)",)),
    Column("rule", ("Diện",)),
    Column("effect", ("Hệ quả",)),
    Column("source", ("Căn cứ",)),
    Column("by", ("Người nhập",)),
    Column("at", ("Ngày nhập",), kind=Kind.DATE),
)


def exclusion_table(
    contest: Contest, rules: Sequence[Exclusion], rows: Iterable[ListedExclusion]
) -> TableOut:
    """Those excluded."""
    titles = {one.key: one.who for one in rules}
    lines = (_exclusion(row, titles) for row in rows)
    title = _("Danh sách người không dự thi, không xếp hạng")
    return TableOut(title, _EXCLUSIONS, lines, (contest.title,))


def _exclusion(row: ListedExclusion, titles: Mapping[str, str]) -> list[Out]:
    return [
        row.masked_name,
        titles.get(row.rule, row.rule),
        effect_words(row.effect),
        row.source,
        row.added_by.full_name if row.added_by else "",
        local_day(row.added_at),
    ]
