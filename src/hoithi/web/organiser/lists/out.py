"""The organiser's lists as tables to be taken away, masked as they are on screen."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from hoithi.contests.models import Contest
from hoithi.core.rulebook.entry import Exclusion
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.entries.models import ListedExclusion, UnitCorrection
from hoithi.entries.queries.unit_lists import UnitState
from hoithi.sittings.queries.orders import Order
from hoithi.sittings.queries.places import PlaceShown
from hoithi.web.tables import TableOut
from hoithi.wording.lists import effect_words, sitting_decision

_CORRECTIONS = (
    Column("name", ("Người dự thi (đã che)",)),
    Column("before", ("Đang dự thi cho",)),
    Column("after", ("Xin chuyển sang",)),
    Column("reason", ("Lý do đề nghị",)),
    Column("asked", ("Gửi ngày",), kind=Kind.DATE),
    Column("state", ("Kết quả",)),
    Column("answer", ("Lý do của Ban Tổ chức",)),
    Column("by", ("Người giải quyết",)),
    Column("decided", ("Giải quyết ngày",), kind=Kind.DATE),
)
_ORDERS = (
    Column("at", ("Ngày",), kind=Kind.DATE),
    Column("round", ("Đợt thi",)),
    Column("paper", ("Bài thi",)),
    Column("kind", ("Quyết định",)),
    Column("reason", ("Lý do",)),
    Column("document", ("Số văn bản",)),
    Column("people", ("Số người",), kind=Kind.WHOLE),
    Column("by", ("Người ghi",)),
)
_UNITS = (
    Column("code", ("Mã đơn vị",)),
    Column("name", ("Tên đơn vị",)),
    Column("as_of", ("Gửi danh sách ngày",), kind=Kind.DATE),
    Column("people", ("Số người (không kể miễn)",), kind=Kind.WHOLE),
    Column("done", ("Đã dự thi",), kind=Kind.WHOLE),
    Column("not_yet", ("Chưa dự thi",), kind=Kind.WHOLE),
    Column("exempt", ("Miễn",), kind=Kind.WHOLE),
    Column("percent", ("Tỷ lệ (%)",), kind=Kind.WHOLE),
)
_PLACES = (
    Column("name", ("Tên điểm",)),
    Column("helper", ("Người hỗ trợ",)),
    Column("people", ("Số người",), kind=Kind.WHOLE),
    Column("sittings", ("Số lượt thi",), kind=Kind.WHOLE),
    Column("submitted", ("Số bài đã nộp",), kind=Kind.WHOLE),
    Column("opened", ("Lập ngày",), kind=Kind.DATE),
    Column("closed", ("Đóng ngày",), kind=Kind.DATE),
)
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


def correction_table(contest: Contest, rows: Iterable[UnitCorrection]) -> TableOut:
    """Requests to stand for another unit."""
    lines = (_correction(row) for row in rows)
    return TableOut(_("Đề nghị đổi đơn vị dự thi"), _CORRECTIONS, lines, (contest.title,))


def _correction(row: UnitCorrection) -> list[Out]:
    states = {None: _("Đang chờ"), True: _("Chấp nhận"), False: _("Không chấp nhận")}
    return [
        row.entrant.name,
        row.entrant.unit.name if row.entrant.unit else "",
        row.unit.name,
        row.reason,
        local_day(row.asked_at),
        states[row.accepted],
        row.answer,
        row.decided_by.full_name if row.decided_by else "",
        local_day(row.decided_at) if row.decided_at else None,
    ]


def order_table(contest: Contest, rows: Iterable[Order]) -> TableOut:
    """Orders about attempts."""
    lines: Iterable[list[Out]] = (
        [
            local_day(one.at),
            one.round,
            one.paper,
            sitting_decision(one.kind),
            one.reason,
            one.document_number,
            one.people,
            one.by,
        ]
        for one in rows
    )
    return TableOut(_("Quyết định về lượt thi"), _ORDERS, lines, (contest.title,))


def unit_list_table(contest: Contest, states: Sequence[UnitState]) -> TableOut:
    """Units with their lists and shares; a column for each quota, nobody's name."""
    titles = dict.fromkeys(quota.title for one in states for quota in one.quotas)
    shares = tuple(Column(f"quota_{n}", (title,)) for n, title in enumerate(titles))
    rows = (_unit(one, tuple(titles)) for one in states)
    title = _("Danh sách của các đơn vị")
    return TableOut(title, (*_UNITS, *shares), rows, (contest.title,))


def _unit(state: UnitState, titles: Sequence[str]) -> list[Out]:
    counts, handed = state.counts, state.list
    counted = [one for one in state.quotas if one.people]
    shares = {one.title: f"{one.done}/{one.people} ({one.percent}%)" for one in counted}
    figures = [counts.people, counts.done, counts.not_yet, counts.exempt, counts.percent]
    return [
        state.unit.code,
        state.unit.name,
        handed.as_of if handed else None,
        *(figures if handed else [None] * len(figures)),
        *(shares.get(title, "") for title in titles),
    ]


def place_table(contest: Contest, rows: Iterable[PlaceShown]) -> TableOut:
    """Assisted places with their counts."""
    lines = (_place(one) for one in rows)
    return TableOut(_("Điểm thi hỗ trợ"), _PLACES, lines, (contest.title,))


def _place(one: PlaceShown) -> list[Out]:
    place = one.place
    closed = local_day(place.closed_at) if place.closed_at else None
    opened, helper = local_day(place.opened_at), place.helper.full_name
    return [place.name, helper, one.people, one.sittings, one.submitted, opened, closed]
