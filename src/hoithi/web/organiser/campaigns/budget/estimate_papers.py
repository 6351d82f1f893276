"""Papers of an estimate: the proposal to approve it, the draft decision, the table itself."""

from typing import Any

from hoithi.campaigns.models import BudgetSource, BudgetVersion, Campaign
from hoithi.campaigns.queries.budgets import Group, groups_of
from hoithi.core.vietnamese.dates import long_date_text
from hoithi.core.vietnamese.money import amount_text, in_words
from hoithi.core.vietnamese.numbers import dotted, roman
from hoithi.documents.official import BLANK, Block, Items, Paper, Signatures, Table, Text
from hoithi.web.organiser.campaigns.budget.fields import quantity_text
from hoithi.web.organiser.campaigns.committee_papers import plan_said
from hoithi.web.papers import signature_of

_HEADINGS = (
    "TT",
    "Nội dung chi",
    "Số lượng",
    "ĐVT",
    "Mức chi (đồng)",
    "Thành tiền (đồng)",
    "Nguồn",
    "Ghi chú",
)
_WIDTHS = (2, 11, 3, 3, 5, 5, 5, 6)
_SUMS = frozenset({2, 4, 5})
SIGNERS = Signatures((("NGƯỜI LẬP", ""), ("KẾ TOÁN", ""), ("THỦ TRƯỞNG ĐƠN VỊ", "")))


def shared(campaign: Campaign) -> dict[str, Any]:
    """What every paper of the body has in common."""
    body = campaign.body
    return {
        "issuer": body.name,
        "superior": body.superior,
        "place": body.place,
        "signature": signature_of(body.name),
    }


def subject_of(campaign: Campaign) -> str:
    """The campaign's title inside a sentence: "tổ chức hội thi …"."""
    return campaign.title[:1].lower() + campaign.title[1:]


def sum_said(amount: int) -> str:
    """ "16.100.000 đồng (Bằng chữ: Mười sáu triệu một trăm nghìn đồng)"."""
    return f"{amount_text(amount)} (Bằng chữ: {in_words(amount)})"


def _name(version: BudgetVersion) -> str:
    again = f" điều chỉnh lần {version.number - 1}" if version.number > 1 else ""
    return f"dự toán kinh phí{again}"


def _table(groups: list[Group]) -> Table:
    rows: list[tuple[str, ...]] = []
    for number, group in enumerate(groups, 1):
        if group.title:
            mark = roman(number)
            rows.append((mark, group.title, "", "", "", dotted(group.total), "", ""))
        for place, (line, amount, source) in enumerate(group.lines, 1):
            norm = BLANK if line.norm is None else dotted(line.norm)
            cost = BLANK if amount is None else dotted(amount)
            told = (quantity_text(line.quantity), line.unit, norm, cost)
            rows.append((str(place), line.text, *told, source.name if source else "", line.note))
    total = ("", "Tổng cộng", "", "", "", dotted(_total(groups)), "", "")
    return Table(_HEADINGS, rows, widths=_WIDTHS, numeric=_SUMS, total=total)


def _total(groups: list[Group]) -> int:
    return sum(group.total for group in groups)


def _words(groups: list[Group]) -> Text:
    return Text(f"(Bằng chữ: {in_words(_total(groups))})", italic=True)


def _sources(version: BudgetVersion, groups: list[Group]) -> tuple[str, ...]:
    """What each source gives for this estimate, and of how much; then lines without a source."""
    used: dict[int | None, int] = {}
    for group in groups:
        for _line, amount, source in group.lines:
            key = source.pk if source else None
            used[key] = used.get(key, 0) + (amount or 0)
    rows = list(version.sources.all())
    found = [
        _source(row, used.get(row.pk, 0)) for row in rows if used.get(row.pk) or len(rows) == 1
    ]
    if rows and used.get(None):
        found.append(f"Chưa xác định nguồn: {amount_text(used[None])};")
    return tuple(found) or (f"{BLANK};",)


def _source(row: BudgetSource, used: int) -> str:
    year = f", năm {row.year}" if row.year and str(row.year) not in row.name else ""
    given = ""
    if row.amount is not None and row.amount != used:
        given = f" (trong tổng số {amount_text(row.amount)} của nguồn)"
        if row.amount < used:
            given = f" (nguồn hiện có {amount_text(row.amount)})"
    return f"{row.name}{year}: {amount_text(used)}{given};"


def standing_of(campaign: Campaign) -> str:
    """The name of the standing agency; a blank where the plan names none."""
    found = campaign.agencies.filter(is_standing=True).first()
    return found.name if found else BLANK


def table_paper(version: BudgetVersion) -> Paper:
    """DỰ TOÁN across the page: what is enclosed with the proposal and the decision."""
    campaign = version.budget.campaign
    groups = groups_of(version)
    asked = f"Tờ trình số {BLANK} ngày {BLANK}"
    under = approved_said(version) if version.decided_at else asked
    enclosed = Text(f"(Kèm theo {under})", "center", italic=True)
    return Paper(
        kind="DỰ TOÁN",
        subject=f"Kinh phí {subject_of(campaign)}",
        blocks=(enclosed, _table(groups), _words(groups), SIGNERS),
        landscape=True,
        **{**shared(campaign), "signature": None},
    )


def proposal(version: BudgetVersion) -> Paper:
    """TỜ TRÌNH of the standing agency to the body; `table_paper` is enclosed."""
    campaign = version.budget.campaign
    groups, body, agency = groups_of(version), campaign.body, standing_of(campaign)
    what = f"{_name(version)} {subject_of(campaign)}"
    reason = f" Lý do điều chỉnh: {version.reason}." if version.reason else ""
    blocks: list[Block] = [
        Text(f"Thực hiện {plan_said(campaign)}, {agency} trình phê duyệt {what} như sau:"),
        Text(f"1. Tổng kinh phí: {sum_said(_total(groups))}.{reason}"),
        Text("2. Các nội dung chi:"),
        Items(tuple(_group_said(group) for group in groups) or (BLANK,)),
        Text("3. Nguồn kinh phí:"),
        Items(_sources(version, groups)),
        Text("(Dự toán chi tiết kèm theo)", italic=True),
        Text(f"Kính trình {body.name} xem xét, phê duyệt./."),
    ]
    return Paper(
        kind="TỜ TRÌNH",
        subject=f"Về việc phê duyệt {what}",
        issuer=agency,
        superior=body.name,
        place=body.place,
        addressed_to=(body.name,),
        blocks=tuple(blocks),
        signature=signature_of(agency),
        copies_to=("Như trên", "Lưu: VT"),
    )


def _group_said(group: Group) -> str:
    return f"{group.title or 'Chi khác'}: {amount_text(group.total)};"


def decision(version: BudgetVersion) -> Paper:
    """The draft QUYẾT ĐỊNH "Về việc phê duyệt dự toán kinh phí …".

    Bases that change by level and year are left blank; the documents of norms that the body
    entered for these lines are named.
    """
    campaign = version.budget.campaign
    what = f"{_name(version)} {subject_of(campaign)}"
    return Paper(
        kind="QUYẾT ĐỊNH",
        subject=f"Về việc phê duyệt {what}",
        number=version.decision_number,
        signed_on=version.decided_on,
        bases=(
            f"Căn cứ {BLANK}{BLANK}{BLANK}",
            *_documents(version),
            f"Căn cứ {plan_said(campaign)}",
            f"Xét đề nghị của {standing_of(campaign)} tại Tờ trình số {BLANK} ngày {BLANK}",
        ),
        blocks=_articles(version, what),
        copies_to=("Như Điều 3", "Kho bạc Nhà nước nơi giao dịch", "Lưu: VT"),
        **shared(campaign),
    )


def _articles(version: BudgetVersion, what: str) -> tuple[Block, ...]:
    """What is decided about the estimate that `what` names."""
    groups, agency = groups_of(version), standing_of(version.budget.campaign)
    total = sum_said(_total(groups))
    return (
        Text("QUYẾT ĐỊNH:", "center", bold=True),
        Text(
            f"Điều 1. Phê duyệt {what} với tổng số tiền là {total} "
            "(dự toán chi tiết kèm theo). Nguồn kinh phí:"
        ),
        Items(_sources(version, groups)),
        Text(
            f"Điều 2. {agency} tổ chức thực hiện, quản lý, sử dụng kinh phí đúng mục "
            "đích, tiết kiệm và thanh toán, quyết toán theo quy định."
        ),
        Text(
            f"Điều 3. Quyết định này có hiệu lực kể từ ngày ký. {agency} và thủ trưởng các cơ "
            "quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./."
        ),
    )


def _documents(version: BudgetVersion) -> list[str]:
    items = set(version.lines.values_list("item", flat=True))
    norms = version.budget.campaign.body.spending_norms.filter(item__in=items)
    return [f"Căn cứ {name}" for name in dict.fromkeys(norms.values_list("document", flat=True))]


def approved_said(version: BudgetVersion | None) -> str:
    """ "Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026", with blanks for what is not known."""
    number = version.decision_number if version and version.decision_number else BLANK
    day = long_date_text(version.decided_on) if version and version.decided_on else f"ngày {BLANK}"
    return f"Quyết định số {number} {day}"
