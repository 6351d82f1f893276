"""Lines of an estimate out of a spreadsheet: looked at first, then taken whole or not at all."""

from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns.actions import proposing
from hoithi.campaigns.actions.budgets import EstimateFixed, LineTyped
from hoithi.campaigns.models import BudgetVersion, VersionState
from hoithi.core.budget.money import LARGEST, MOST_QUANTITY, PLACES, cost
from hoithi.core.budget.norms import Item
from hoithi.documents.spreadsheets import Column, Kind, Row, Weight, read_table, template
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.web.files import download
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.budget.lines import draft_for
from hoithi.web.organiser.campaigns.budget.shown import page
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.uploads import content, kept, reference, referred
from hoithi.wording import sentence
from hoithi.wording.budgets import ITEMS
from hoithi.wording.spreadsheets import doubt_sentence

_MOST_TEXT = {"group": 200, "text": 500, "unit": 40, "source": 300, "note": 500}


def columns() -> tuple[Column, ...]:
    """The columns of the form."""
    items = tuple(map(str, ITEMS.values()))
    return (
        Column("group", ("Mục", "Nhóm", "Mục chi")),
        Column("text", ("Nội dung chi", "Nội dung", "Diễn giải"), required=True),
        Column("item", ("Loại chi",), choices=items),
        Column("quantity", ("Số lượng", "SL"), required=True, kind=Kind.NUMBER),
        Column("unit", ("Đơn vị tính", "ĐVT", "Đơn vị")),
        Column("norm", ("Mức chi (đồng)", "Mức chi", "Đơn giá"), kind=Kind.WHOLE),
        Column("source", ("Nguồn", "Nguồn kinh phí")),
        Column("note", ("Ghi chú", "Căn cứ", "Ghi chú, căn cứ")),
    )


@dataclass(frozen=True)
class TableSeen:
    """What a table would add, and what is wrong with it by line."""

    lines: tuple[LineTyped, ...]
    faults: tuple[tuple[int, str], ...]
    notes: tuple[tuple[int, str], ...]

    @property
    def total(self) -> int:
        """Đồng of all lines."""
        return sum(cost(line.quantity, line.norm) or 0 for line in self.lines)


def seen(data: bytes, name: str, version: BudgetVersion) -> TableSeen:
    """Reads the table; nothing is changed by reading."""
    read = read_table(data, name, columns())
    sources = {row.name.casefold(): row.key for row in version.sources.all()}
    doubts = [(one.line, doubt_sentence(one), one.reason.weight) for one in read.doubts]
    faults = [(line, said) for line, said, weight in doubts if weight is not Weight.NOTE]
    notes = [(line, said) for line, said, weight in doubts if weight is Weight.NOTE]
    lines = []
    for row in read.rows:
        wrong = _wrong(row, sources)
        faults += [(row.line, said) for said in wrong]
        if not wrong and row.line not in read.faulty_lines:
            lines.append(_line(row, sources))
    return TableSeen(tuple(lines), tuple(sorted(faults)), tuple(sorted(notes)))


def _wrong(row: Row, sources: dict[str, int]) -> list[str]:
    values, found = row.values, []
    for key, most in _MOST_TEXT.items():
        if len(values[key]) > most:
            found.append(_("“%(text)s…” dài quá %(most)s chữ.") % _facts(values[key], most))
    quantity = Decimal(values["quantity"] or 0)
    if values["quantity"] and not _is_quantity(quantity):
        found.append(_("Số lượng phải lớn hơn 0, tối đa hai chữ số thập phân."))
    norm = int(values["norm"] or 0)
    if not 0 <= norm <= LARGEST or (found == [] and (cost(quantity, norm) or 0) > LARGEST):
        found.append(_("Mức chi hoặc thành tiền không hợp lệ. Hãy kiểm tra lại các chữ số."))
    if values["source"] and values["source"].casefold() not in sources:
        facts = {"name": values["source"]}
        found.append(_("Chưa có nguồn “%(name)s”. Hãy nhập nguồn kinh phí trước.") % facts)
    return found


def _facts(text: str, most: int) -> dict[str, object]:
    return {"text": text[:30], "most": most}


def _is_quantity(quantity: Decimal) -> bool:
    return 0 < quantity <= MOST_QUANTITY and quantity == quantity.quantize(PLACES)


def _line(row: Row, sources: dict[str, int]) -> LineTyped:
    values = row.values
    items = {str(words): Item(name) for name, words in ITEMS.items()}
    return LineTyped(
        values["text"],
        Decimal(values["quantity"]),
        items.get(values["item"], Item.OTHER),
        values["group"],
        values["unit"],
        int(values["norm"]) if values["norm"] else None,
        sources.get(values["source"].casefold()),
        values["note"],
    )


@require_safe
@login_required
def budget_form(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """The empty table to fill in."""
    found = draft_for(request, body, number, version)
    example = {
        "group": "Tổ chức hội thi",
        "text": "Thuê hội trường, âm thanh",
        "item": str(ITEMS["hall"]),
        "quantity": "2",
        "unit": "buổi",
        "norm": "1500000",
    }
    data = template(columns(), "Dự toán kinh phí", [example])
    return download(data, f"mau-du-toan-{found.budget.campaign_id}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def budget_import(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """Choose a table, see what it would add or what is wrong by line."""
    found = draft_for(request, body, number, version)
    if request.method != "POST" or found.state != VersionState.DRAFT:
        return _page(request, found, None, "")
    try:
        (file,) = kept(request, found.budget.body)[:1]
    except Refusal as refusal:
        return _page(request, found, None, "", error=sentence(refusal))
    table = seen(content(file), file.name, found)
    return _page(request, found, table, reference([file], found.budget.body))


def _page(
    request: SignedInRequest,
    version: BudgetVersion,
    table: TableSeen | None,
    token: str,
    error: str = "",
) -> HttpResponse:
    shown = {"version": version, "table": table, "tep": token, "error": error}
    response = page(request, version.budget.campaign, "import", **shown)
    if table is not None and not table.faults:
        response.status_code = 200
    return response


@require_POST
@login_required
@taken_once
def budget_take(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """Adds every line of the table that was shown; none if one is amiss."""
    found = draft_for(request, body, number, version)
    file = referred(request, found.budget.body)[0]
    table = seen(content(file), file.name, found)
    if table.faults:
        return _page(request, found, table, request.POST["tep"])
    form = forms.Form(request.POST)
    with SaidOn(form):
        if found.state != VersionState.DRAFT:
            raise EstimateFixed
        proposing.append(found, table.lines, by=request.user, at=clock.now())
        told = _("Đã thêm %(number)s dòng chi từ bảng.") % {"number": len(table.lines)}
        messages.success(request, told)
        return redirect("budget_version", body, number, version)
    return _page(request, found, None, "", error=" ".join(map(str, form.non_field_errors())))
