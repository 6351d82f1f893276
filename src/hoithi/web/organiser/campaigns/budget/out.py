"""Every list of money as a table to be taken away; sums are numbers, texts are guarded."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries import budgets as queries
from hoithi.campaigns.queries.money_told import line_told
from hoithi.core.vietnamese.money import in_words
from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.journal import actions as journal
from hoithi.people import facts
from hoithi.web.tables import Asked, TableOut, table_view
from hoithi.wording.budgets import ITEMS, STAGES

_WHOLE = Kind.WHOLE
_LINES = (
    Column("group", ("Mục",)),
    Column("text", ("Nội dung chi",)),
    Column("item", ("Loại chi",)),
    Column("quantity", ("Số lượng",), kind=Kind.NUMBER),
    Column("unit", ("Đơn vị tính",)),
    Column("norm", ("Mức chi (đồng)",), kind=_WHOLE),
    Column("amount", ("Thành tiền (đồng)",), kind=_WHOLE),
    Column("source", ("Nguồn",)),
    Column("note", ("Ghi chú",)),
)
_VOUCHERS = (
    Column("number", ("Số chứng từ",)),
    Column("on", ("Ngày",), kind=Kind.DATE),
    Column("payee", ("Người nhận",)),
    Column("text", ("Nội dung",)),
    Column("line", ("Dòng chi",)),
    Column("amount", ("Số tiền (đồng)",), kind=_WHOLE),
    Column("over", ("Văn bản cho phép chi vượt",)),
    Column("cancelled", ("Đã hủy, lý do",)),
)
_PAID = (
    Column("name", ("Họ và tên",)),
    Column("post", ("Chức vụ, đơn vị",)),
    Column("quantity", ("Số lượng",), kind=Kind.NUMBER),
    Column("norm", ("Mức chi (đồng)",), kind=_WHOLE),
    Column("gross", ("Số tiền (đồng)",), kind=_WHOLE),
    Column("tax", ("Thuế TNCN (đồng)",), kind=_WHOLE),
    Column("net", ("Thực nhận (đồng)",), kind=_WHOLE),
    Column("account", ("Số tài khoản",)),
    Column("bank", ("Ngân hàng",)),
    Column("signed", ("Ký nhận ngày",), kind=Kind.DATE),
)
_SETTLED = (
    Column("kind", ("Theo",)),
    Column("name", ("Nội dung",)),
    Column("planned", ("Dự toán ban đầu (đồng)",), kind=_WHOLE),
    Column("approved", ("Được duyệt (đồng)",), kind=_WHOLE),
    Column("spent", ("Đã chi (đồng)",), kind=_WHOLE),
    Column("left", ("Còn lại (đồng)",), kind=_WHOLE),
)
_SPONSORS = (
    Column("name", ("Nhà tài trợ",)),
    Column("address", ("Địa chỉ, người liên hệ",)),
    Column("stage", ("Tình hình",)),
    Column("pledged", ("Cam kết (đồng)",), kind=_WHOLE),
    Column("received", ("Đã nhận (đồng)",), kind=_WHOLE),
    Column("used", ("Đã sử dụng (đồng)",), kind=_WHOLE),
)


def _money(asked: Asked, body: str, number: int) -> Campaign:
    return queries.money_of(asked.person, body, number, at=asked.at)


def _table(
    title: str, columns: tuple[Column, ...], rows: Iterable[tuple[Out, ...]], total: int | None
) -> TableOut:
    """A table with its sum in words above it."""
    remarks = []
    if total is not None:
        remarks = [_("Tổng cộng: %(sum)s.") % {"sum": in_words(total)}]
    return TableOut(title, columns, list(rows), remarks)


@table_view
def budget_lines_out(asked: Asked, body: str, number: int, version: int) -> TableOut:
    """The lines of one estimate."""
    campaign = _money(asked, body, number)
    found = queries.version_of(campaign, version)
    names = {row.key: row.name for row in found.sources.all()}
    lines = list(found.lines.all())
    rows = (
        (
            row.group,
            row.text,
            str(ITEMS.get(row.item, "")),
            row.quantity,
            row.unit,
            row.norm,
            line_told(row).amount,
            names.get(row.source_key or 0, ""),
            row.note,
        )
        for row in lines
    )
    total = sum(line_told(row).amount or 0 for row in lines)
    table = _table(_("Dự toán kinh phí"), _LINES, rows, total)
    return table.called(f"du-toan-{campaign.pk}-lan-{version}", campaign.body)


@table_view
def budget_vouchers_out(asked: Asked, body: str, number: int) -> TableOut:
    """Every voucher, cancelled ones too."""
    campaign = _money(asked, body, number)
    budget = queries.budget_of(campaign)
    vouchers = queries.vouchers_of(budget) if budget else []
    version = queries.approved(budget)
    texts = {line.key: line.text for line in version.lines.all()} if version else {}
    rows = (
        (
            one.number,
            one.on,
            one.payee,
            one.text,
            texts.get(one.line_key, ""),
            one.amount,
            one.over_decision,
            one.cancelled_reason,
        )
        for one in vouchers
    )
    total = sum(one.amount for one in vouchers if one.cancelled_at is None)
    table = _table(_("Bảng kê chứng từ chi"), _VOUCHERS, rows, total)
    return table.called(f"chung-tu-{campaign.pk}", campaign.body)


@table_view
def budget_list_out(asked: Asked, body: str, number: int, paid: int) -> TableOut:
    """A list of payments with names and accounts; it leaves a row in the journal."""
    readers = queries.NAME_READERS
    campaign = queries.money_of(asked.person, body, number, *readers, at=asked.at)
    found = queries.list_of(campaign, paid)
    lines = queries.paid_in(found)
    rows = [(*_of_payment(one),) for one in lines]
    total = sum(one.net for one in lines)
    table = _table(found.title, _PAID, rows, total).called(f"danh-sach-{paid}", campaign.body)
    told = {"list": found.pk, "people": len(lines)}
    deed = "campaigns.payees_taken_away"
    journal.record(deed, campaign, by=asked.person, at=asked.at, facts=told)
    return table


def _of_payment(one: queries.Paid) -> tuple[Out, ...]:
    row = one.payment
    fields = facts.opened(row.identity)
    return (
        fields.get("full_name") or row.identity.masked_name,
        row.post,
        row.quantity,
        row.norm,
        row.gross,
        one.tax,
        one.net,
        fields.get("account", ""),
        fields.get("bank", ""),
        row.signed_on,
    )


@table_view
def budget_settlement_out(asked: Asked, body: str, number: int) -> TableOut:
    """The settlement by line and by source."""
    campaign = _money(asked, body, number)
    budget = queries.budget_of(campaign)
    parts = []
    total = 0
    if budget is not None:
        account = queries.settlement(budget)
        parts = [(_("Dòng chi"), account.lines), (_("Nguồn"), account.sources)]
        total = account.spent
    rows = (
        (kind, row.name, row.planned, row.approved, row.spent, row.left)
        for kind, settled in parts
        for row in settled
    )
    table = _table(_("Quyết toán kinh phí"), _SETTLED, rows, total)
    return table.called(f"quyet-toan-{campaign.pk}", campaign.body)


@table_view
def budget_sponsors_out(asked: Asked, body: str, number: int) -> TableOut:
    """Every sponsor with what was pledged, received and used."""
    campaign = _money(asked, body, number)
    budget = queries.budget_of(campaign)
    rows = (
        (
            one.sponsor.name,
            one.sponsor.address,
            str(STAGES.get(one.stage, "")),
            one.pledged,
            one.received,
            one.used,
        )
        for one in (queries.sponsors_of(budget) if budget else [])
    )
    table = _table(_("Nhà tài trợ"), _SPONSORS, rows, None)
    return table.called(f"tai-tro-{campaign.pk}", campaign.body)
