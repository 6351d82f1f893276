"""Results, candidates, certificates and remarks as tables to be taken away; names are masked."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from hoithi.awards.models import Certificate
from hoithi.contests.models import Contest
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.results.facts.snapshot import LINES_A_CHUNK, CollectiveShown, Head, Line, UnitLine
from hoithi.results.models import Draft, Remark
from hoithi.results.queries import stored
from hoithi.results.queries.calling import Calls, Candidate
from hoithi.web.tables import TableOut
from hoithi.wording.desk import verdict
from hoithi.wording.placings import key_title, unit_key_title, unit_value_text, value_text

_FIRST = (
    Column("place", ("Hạng",), kind=Kind.WHOLE),
    Column("name", ("Họ và tên",)),
    Column("group", ("Nhóm đối tượng",)),
    Column("unit", ("Đơn vị dự thi",)),
)
_LAST = (Column("sittings", ("Số lượt thi",), kind=Kind.WHOLE), Column("prize", ("Giải",)))
_UNITS = (
    Column("table", ("Bảng",)),
    Column("place", ("Hạng",), kind=Kind.WHOLE),
    Column("code", ("Mã đơn vị",)),
    Column("name", ("Đơn vị",)),
    Column("people", ("Số người",), kind=Kind.WHOLE),
    Column("sittings", ("Số lượt thi",), kind=Kind.WHOLE),
    Column("values", ("Tiêu chí xếp hạng",)),
    Column("score", ("Điểm",), kind=Kind.NUMBER),
    Column("prize", ("Giải",)),
)
_CALLS = (
    Column("table", ("Bảng giải",)),
    Column("order", ("Thứ tự",), kind=Kind.WHOLE),
    Column("name", ("Họ và tên (đã che)",)),
    Column("unit", ("Đơn vị dự thi",)),
    Column("place", ("Hạng",), kind=Kind.WHOLE),
    Column("prize", ("Giải",)),
    Column("finding", ("Xác minh",)),
    Column("reason", ("Lý do",)),
)
_CERTIFICATES = (
    Column("code", ("Mã giấy",)),
    Column("name", ("Họ và tên, đơn vị (đã che)",)),
    Column("prize", ("Giải",)),
    Column("issued", ("Cấp ngày",), kind=Kind.DATE),
    Column("state", ("Tình trạng",)),
    Column("replaces", ("Thay giấy",)),
    Column("withdrawn", ("Thu hồi ngày",), kind=Kind.DATE),
    Column("reason", ("Lý do thu hồi",)),
)
_REMARKS = (
    Column("round", ("Kết quả của",)),
    Column("number", ("Số",), kind=Kind.WHOLE),
    Column("filed", ("Gửi ngày",), kind=Kind.DATE),
    Column("text", ("Nội dung",)),
    Column("answered", ("Trả lời ngày",), kind=Kind.DATE),
    Column("answer", ("Trả lời",)),
)


def ranking_table(draft: Draft) -> TableOut:
    """The whole ranking."""
    head = stored.head(draft.pk)
    keys = tuple(Column(f"key_{n}", (key_title(key),)) for n, key in enumerate(head.keys))
    title = f"KẾT QUẢ XẾP HẠNG {head.round_title or head.contest}".upper()
    return TableOut(title, (*_FIRST, *keys, *_LAST), _lines(draft, head), _source(draft, head))


def _source(draft: Draft, head: Head) -> tuple[str, str]:
    return head.contest, f"Bản số {draft.number}, mã băm {draft.sha256[:16]}"


def _lines(draft: Draft, head: Head) -> Iterator[list[Out]]:
    groups = dict(head.groups)
    for first in range(0, head.lines, LINES_A_CHUNK):
        for line in stored.lines(draft.pk, first, first + LINES_A_CHUNK):
            yield _line(line, head, groups)


def _line(line: Line, head: Head, groups: dict[str, str]) -> list[Out]:
    unit = head.units[line.unit].name if line.unit >= 0 else ""
    values = [value_text(key, value) for key, value in zip(head.keys, line.values, strict=True)]
    group = groups.get(line.group, line.group)
    return [line.place, line.name, group, unit, *values, line.sittings, line.prize]


def units_table(draft: Draft) -> TableOut:
    """All collective rankings one below the other; units that a gate keeps out have no place."""
    tables = stored.collectives(draft.pk)
    rows = (_unit(table, line) for table in tables for line in table.lines)
    return TableOut(_("Xếp hạng tập thể"), _UNITS, rows, _source(draft, stored.head(draft.pk)))


def _unit(table: CollectiveShown, line: UnitLine) -> list[Out]:
    pairs = zip(table.columns, line.values, strict=False)
    values = "; ".join(f"{unit_key_title(key)}: {unit_value_text(key, one)}" for key, one in pairs)
    place, score = line.place or None, line.score
    counts = (line.people, line.sittings)
    return [table.title, place, line.code, line.name, *counts, values, score, line.prize]


def calls_table(draft: Draft, calls: Calls) -> TableOut:
    """Whom to telephone, in order: winners, then reserves; last whose result is not recognised."""
    title = _("Danh sách gọi điện xác minh")
    return TableOut(title, _CALLS, _calls(calls), _source(draft, stored.head(draft.pk)))


def _calls(calls: Calls) -> Iterator[list[Out]]:
    for board in calls.boards:
        for number, one in enumerate(board.winners, start=1):
            yield _call(one, board.table.title, number, one.prize)
        for number, one in enumerate(board.reserves, start=1):
            yield _call(one, board.table.title, number, _("Dự bị"))
    for one in calls.struck:
        yield _call(one, "", None, "")


def _call(one: Candidate, table: str, number: int | None, prize: str) -> list[Out]:
    place = one.line.place if one.line else None
    waiting = _("Chưa xác minh") if one.prize else ""
    finding = verdict(one.finding.verdict) if one.finding else waiting
    reason = one.finding.reason if one.finding else ""
    return [table, number, one.name, one.unit, place, prize, finding, reason]


def certificates_table(rows: Sequence[Certificate], undeserved: Iterable[Certificate]) -> TableOut:
    """Every certificate of a round, also withdrawn ones."""
    late = frozenset(row.pk for row in undeserved)
    lines = (_certificate(row, is_late=row.pk in late) for row in rows)
    return TableOut(_("Danh sách giấy chứng nhận"), _CERTIFICATES, lines)


def _certificate(row: Certificate, *, is_late: bool) -> list[Out]:
    state = _("kết quả mới nhất không còn giải này") if is_late else _("có giá trị")
    return [
        row.code,
        row.masked_name,
        row.prize_title,
        local_day(row.issued_at),
        _("đã thu hồi") if row.withdrawn_at else state,
        row.replaces.code if row.replaces else "",
        local_day(row.withdrawn_at) if row.withdrawn_at else None,
        row.withdrawn_reason,
    ]


def remark_table(contest: Contest, remarks: Iterable[Remark]) -> TableOut:
    """Every remark with its answer, nobody's name."""
    rows = (_remark(one) for one in remarks)
    return TableOut(_("Phản ánh, kiến nghị"), _REMARKS, rows, (contest.title,))


def _remark(one: Remark) -> list[Out]:
    of = one.result.round.title if one.result.round else _("Toàn cuộc thi")
    answered = local_day(one.answered_at) if one.answered_at else None
    return [of, one.number, local_day(one.filed_at), one.text, answered, one.answer]
