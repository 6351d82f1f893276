"""Papers of what went out and came in: lists to sign, vouchers, settlement, letters."""

from collections.abc import Mapping

from hoithi.campaigns.models import (
    Budget,
    Campaign,
    PaymentList,
    Sponsor,
    SponsorStage,
    SponsorStep,
    Voucher,
)
from hoithi.campaigns.queries import budgets as queries
from hoithi.core.budget.settling import Settled, Settlement
from hoithi.core.vietnamese.dates import date_text, long_date_text
from hoithi.core.vietnamese.money import amount_text, in_words
from hoithi.core.vietnamese.numbers import dotted, roman
from hoithi.documents.official import (
    BLANK,
    Block,
    Heading,
    Items,
    Paper,
    Signature,
    Table,
    Text,
)
from hoithi.web.organiser.campaigns.budget.estimate_papers import (
    SIGNERS,
    approved_said,
    shared,
    subject_of,
    sum_said,
)
from hoithi.web.organiser.campaigns.budget.fields import quantity_text
from hoithi.web.organiser.campaigns.budget.named import Named
from hoithi.web.organiser.campaigns.committee_papers import plan_said
from hoithi.web.papers import signature_of

_PAID = (
    *("TT", "Họ và tên", "Chức vụ, đơn vị", "Số lượng", "Mức chi", "Số tiền", "Thuế TNCN"),
    *("Thực nhận", "Số tài khoản, ngân hàng", "Ký nhận"),
)


def list_paper(paid: PaymentList, rows: list[Named], rule: str) -> Paper:
    """DANH SÁCH CHI … across the page: account, gross, tax, net and a place to sign."""
    campaign = paid.budget.campaign
    lines = [_paid_row(number, one) for number, one in enumerate(rows, 1)]
    gross = sum(one.paid.payment.gross for one in rows)
    tax = sum(one.paid.tax or 0 for one in rows)
    net = sum(one.paid.net for one in rows)
    sums = (dotted(gross), dotted(tax), dotted(net))
    total = ("", "Tổng cộng", "", "", "", *sums, "", "")
    widths = (2, 7, 8, 3, 4, 5, 4, 5, 7, 5)
    blocks: list[Block] = [
        Text(f"(Kèm theo chứng từ số {BLANK} ngày {BLANK})", "center", italic=True),
        Table(_PAID, lines, widths=widths, numeric=frozenset({3, 4, 5, 6, 7}), total=total),
        Text(f"Số tiền thực nhận: {sum_said(net)}."),
        Text(f"Khấu trừ thuế thu nhập cá nhân: {rule or BLANK}.", italic=True),
        SIGNERS,
    ]
    kinds = {"prize": "DANH SÁCH CHI THƯỞNG", "allowance": "DANH SÁCH CHI BỒI DƯỠNG"}
    told = {**shared(campaign), "signature": None}
    subject, kind = paid.title, kinds[paid.income]
    return Paper(kind=kind, subject=subject, blocks=tuple(blocks), landscape=True, **told)


def _paid_row(number: int, one: Named) -> tuple[str, ...]:
    row = one.paid.payment
    tax = BLANK if one.paid.tax is None else dotted(one.paid.tax)
    where = ", ".join(filter(None, (one.account, one.bank)))
    money = (dotted(row.norm), dotted(row.gross), tax, dotted(one.paid.net))
    return (str(number), one.name, row.post, quantity_text(row.quantity), *money, where, "")


def vouchers_paper(budget: Budget) -> Paper:
    """BẢNG KÊ CHỨNG TỪ CHI: every voucher that stands, with its line."""
    version = queries.approved(budget)
    texts = {line.key: line.text for line in version.lines.all()} if version else {}
    stand = [one for one in queries.vouchers_of(budget) if one.cancelled_at is None]
    rows = [_voucher_row(number, one, texts) for number, one in enumerate(stand, 1)]
    total = sum(one.amount for one in stand)
    table = Table(
        ("TT", "Số chứng từ", "Ngày", "Người nhận", "Nội dung", "Dòng chi", "Số tiền (đồng)"),
        rows,
        widths=(2, 4, 4, 7, 9, 8, 5),
        numeric=frozenset({6}),
        total=("", "Tổng cộng", "", "", "", "", dotted(total)),
    )
    blocks = (table, Text(f"(Bằng chữ: {in_words(total)})", italic=True), SIGNERS)
    told = {**shared(budget.campaign), "signature": None}
    subject = f"Kinh phí {subject_of(budget.campaign)}"
    return Paper(
        kind="BẢNG KÊ CHỨNG TỪ CHI", subject=subject, blocks=blocks, landscape=True, **told
    )


def _voucher_row(number: int, one: Voucher, texts: Mapping[int, str]) -> tuple[str, ...]:
    line = texts.get(one.line_key, "")
    told = (one.number, date_text(one.on), one.payee, one.text, line)
    return (str(number), *told, dotted(one.amount))


def settlement_paper(budget: Budget) -> Paper:
    """BÁO CÁO quyết toán: planned, approved, spent and left by line and source; sponsors' use.

    Before an approval there is nothing to settle against, and it says so.
    """
    campaign, version = budget.campaign, queries.approved(budget)
    ground = f" và {approved_said(version)} phê duyệt dự toán" if version else ""
    blocks: list[Block] = [
        Text(
            f"Thực hiện {plan_said(campaign)}{ground}, {campaign.body.name} báo cáo quyết toán "
            "kinh phí như sau:"
        ),
        Heading("I. TỔNG HỢP"),
        *(_settled_account(budget) if version else _unapproved(budget)),
        *_sponsors(budget, number=4 if version else 2),
        Text("(Bảng kê chứng từ chi kèm theo)./.", italic=True),
    ]
    return Paper(
        kind="BÁO CÁO",
        subject=f"Quyết toán kinh phí {subject_of(campaign)}",
        blocks=tuple(blocks),
        copies_to=(f"{BLANK}", "Lưu: VT"),
        **shared(campaign),
    )


def _settled_account(budget: Budget) -> list[Block]:
    account = queries.settlement(budget)
    return [
        Text(f"1. Kinh phí được duyệt: {sum_said(account.approved)}."),
        Text(f"2. Kinh phí đã chi: {sum_said(account.spent)}."),
        Text(_left_said(account.left)),
        Heading("II. THEO NỘI DUNG CHI (đồng)"),
        _by_line(account),
        Heading("III. THEO NGUỒN KINH PHÍ (đồng)"),
        _by_source(account),
    ]


def _unapproved(budget: Budget) -> list[Block]:
    spent = sum(one.amount for one in queries.spending(budget))
    return [
        Text("1. Kinh phí được duyệt: dự toán chưa được phê duyệt."),
        Text(f"2. Kinh phí đã chi: {sum_said(spent) if spent else 'chưa chi'}."),
        Text("3. Kinh phí còn lại: chưa xác định."),
    ]


_NUMERIC, _WIDTHS = frozenset({2, 3, 4, 5}), (2, 9, 6, 6, 6, 6)


def _by_line(account: Settlement) -> Table:
    sums = (account.planned, account.approved, account.spent, account.left)
    return Table(
        ("TT", "Nội dung chi", "Dự toán ban đầu", "Được duyệt", "Đã chi", "Còn lại"),
        _settled(account.lines),
        widths=_WIDTHS,
        numeric=_NUMERIC,
        total=("", "Tổng cộng", *map(_signed, sums)),
    )


def _by_source(account: Settlement) -> Table:
    return Table(
        ("TT", "Nguồn", "Bố trí chi", "Số tiền của nguồn", "Đã chi", "Còn lại"),
        _settled(account.sources),
        widths=_WIDTHS,
        numeric=_NUMERIC,
    )


def _left_said(left: int) -> str:
    if left < 0:
        return f"3. Chi vượt kinh phí được duyệt: {amount_text(-left)}."
    return f"3. Kinh phí còn lại: {sum_said(left)}."


def _settled(rows: tuple[Settled, ...]) -> list[tuple[str, ...]]:
    return [
        (str(number), one.name, *map(_signed, (one.planned, one.approved, one.spent, one.left)))
        for number, one in enumerate(rows, 1)
    ]


def _signed(amount: int) -> str:
    return dotted(amount) if amount >= 0 else f"−{dotted(-amount)}"


def _sponsors(budget: Budget, *, number: int) -> list[Block]:
    rows = queries.sponsors_of(budget)
    if not rows:
        return []
    said = [
        f"{one.sponsor.name}: cam kết {amount_text(one.pledged)}, đã nhận "
        f"{amount_text(one.received)}, đã sử dụng {amount_text(one.used)};"
        for one in rows
    ]
    return [Heading(f"{roman(number)}. TÀI TRỢ, XÃ HỘI HÓA"), Items(tuple(said))]


def call_letter(sponsor: Sponsor) -> Paper:
    """Công văn "V/v vận động tài trợ …"."""
    campaign = sponsor.budget.campaign
    called = _step(sponsor, SponsorStage.CALLED)
    return Paper(
        kind="",
        subject=f"vận động tài trợ {subject_of(campaign)}",
        number=called.document if called else "",
        signed_on=called.on if called else None,
        addressed_to=(sponsor.name,),
        blocks=_called(sponsor, campaign),
        copies_to=("Như trên", "Lưu: VT"),
        **shared(campaign),
    )


def _called(sponsor: Sponsor, campaign: Campaign) -> tuple[Text, ...]:
    """What is asked for, what is promised, whom to ask."""
    body = campaign.body.name
    wish = sponsor.wish.strip().rstrip(".") or f"{BLANK}{BLANK}"
    return (
        Text(f"Thực hiện {plan_said(campaign)}, {body} đang chuẩn bị các điều kiện tổ chức."),
        Text(
            f"Để hoạt động đạt kết quả tốt, {body} trân trọng kính mời {sponsor.name} quan tâm, "
            f"hỗ trợ, tài trợ: {wish}."
        ),
        Text(
            f"{body} cam kết tiếp nhận, quản lý, sử dụng khoản tài trợ đúng mục đích, công khai, "
            "minh bạch và thông báo kết quả sử dụng đến nhà tài trợ."
        ),
        Text(
            f"Mọi thông tin xin liên hệ: {campaign.body.telephone or BLANK}. Rất mong nhận được "
            f"sự quan tâm của {sponsor.name}./."
        ),
    )


def thank_letter(sponsor: Sponsor) -> Paper:
    """THƯ CẢM ƠN: what came, on which day, and what it was used for."""
    campaign = sponsor.budget.campaign
    thanked = _step(sponsor, SponsorStage.THANKED)
    given = [_given(step) for step in sponsor.steps.all() if step.stage == SponsorStage.RECEIVED]
    used = queries.used_by_sponsor(sponsor.budget).get(sponsor.pk, 0)
    body = campaign.body.name
    blocks: list[Block] = [
        Text(f"{body} trân trọng cảm ơn {sponsor.name} đã hỗ trợ {subject_of(campaign)}:"),
        Items(tuple(given) or (f"{BLANK};",)),
    ]
    if used:
        blocks.append(Text(f"Khoản tài trợ đã sử dụng đến nay: {sum_said(used)}."))
    blocks.append(
        Text(f"Kính mong tiếp tục nhận được sự quan tâm, đồng hành của {sponsor.name}./.")
    )
    return Paper(
        kind="THƯ CẢM ƠN",
        subject=f"Hỗ trợ {subject_of(campaign)}",
        number=thanked.document if thanked else "",
        signed_on=thanked.on if thanked else None,
        addressed_to=(sponsor.name,),
        blocks=tuple(blocks),
        # A letter of thanks is signed by the head in person, not on behalf of a body.
        **{**shared(campaign), "signature": Signature(title=signature_of(body).title)},
    )


def _given(step: SponsorStep) -> str:
    money = sum_said(step.amount) if step.amount else ""
    told = ", ".join(filter(None, (money, step.in_kind)))
    return f"{long_date_text(step.on)[:1].upper()}{long_date_text(step.on)[1:]}: {told};"


def _step(sponsor: Sponsor, stage: SponsorStage) -> SponsorStep | None:
    found = [step for step in sponsor.steps.all() if step.stage == stage]
    return found[-1] if found else None
