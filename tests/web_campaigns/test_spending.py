"""The pages of what goes out: vouchers, sponsors, lists of payments, settlement, papers."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.campaigns.actions import approving, budgets, norms, payments, spending
from hoithi.campaigns.actions.budgets import LineTyped, SourceTyped, Word
from hoithi.campaigns.actions.payments import NewList, Payee
from hoithi.campaigns.actions.spending import NewSponsor, NewStep
from hoithi.campaigns.models import BudgetLine, Payment, SponsorStage, Voucher
from hoithi.core.budget.norms import Item
from hoithi.core.budget.tax import Base, Income, TaxRule
from hoithi.journal.models import Entry
from hoithi.people.models import RoleName
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)
WORK = TaxRule(
    Income.ALLOWANCE, Base.WHOLE, 2_000_000, Decimal(10), "TT 111", "Điều 25", date(2013, 10, 1)
)
LIST_QUERIES = 13
VOUCHER_QUERIES = 12


@pytest.fixture
def money(organiser):
    return campaign(organiser.body).campaign


@pytest.fixture
def address(organiser, money):
    return home(organiser, f"{money.pk}/kinh-phi/")


@pytest.fixture
def sponsor(money, organiser):
    return spending.add_sponsor(money, NewSponsor("Công ty An Phú"), by=organiser, at=AT)


@pytest.fixture
def draft(money, organiser):
    version = budgets.begin(money, by=organiser, at=AT)
    source = SourceTyped("budget", "Ngân sách xã", 2026, 9_000_000)
    budgets.write_sources(version, [source], by=organiser, at=AT)
    line = LineTyped("Bồi dưỡng", Decimal(10), Item.JURY, norm=500_000)
    return budgets.write_lines(version, [line], by=organiser, at=AT)


@pytest.fixture
def approved(draft, organiser):
    budgets.submit(draft, by=organiser, at=AT)
    return approving.approve(draft, Word(), by=make.person(), at=AT)


@pytest.fixture
def paid(approved, organiser):
    key = approved.lines.get().key
    new = NewList(Income.ALLOWANCE, "Chi bồi dưỡng giám khảo", key, DAY)
    made = payments.make_list(approved.budget.campaign, new, by=organiser, at=AT)
    payee = Payee("Nguyễn Thị An", 2_500_000, account="0123456789", bank="Agribank")
    payments.add_payees(made, [payee], by=organiser, at=AT)
    return made


def voucher(approved, **more):
    line = approved.lines.get().key
    return {
        "number": "PC01",
        "on": "2026-11-02",
        "payee": "=HYPERLINK(1)",
        "text": "Bồi dưỡng",
        "line_key": line,
        "amount": "1.000.000",
    } | more


def test_a_voucher_is_recorded_and_counts(desk, address, approved):
    file = SimpleUploadedFile("pc.pdf", b"%PDF-1.4\n%%EOF\n")
    sent = voucher(approved, file=file)
    assert desk.post(f"{address}chung-tu/", sent).status_code == 302
    made = Voucher.objects.get()
    assert desk.get(f"{address}chung-tu/{made.pk}/tep/").status_code == 200
    assert "4.000.000" in desk.get(f"{address}quyet-toan/").content.decode()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"amount": "6.000.000"}, "vượt dự toán được phê duyệt"),
        ({"amount": "0"}, "không hợp lệ"),
        ({"amount": "1,5"}, "không phải số tiền"),
        ({"on": "2030-01-01"}, "field__error"),
        ({"line_key": "99"}, "field__error"),
        ({"number": ""}, "field__error"),
    ],
)
def test_a_wrong_voucher_is_refused_with_a_sentence(desk, address, approved, more, sentence):
    page = desk.post(f"{address}chung-tu/", voucher(approved, **more))
    assert (page.status_code, Voucher.objects.count()) == (422, 0)
    assert sentence in page.content.decode()


def test_what_begins_like_a_formula_leaves_as_text(desk, address, approved):
    desk.post(f"{address}chung-tu/", voucher(approved))
    book = openpyxl.load_workbook(io.BytesIO(desk.get(f"{address}chung-tu/bang.xlsx").content))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value]
    (cell,) = [one for one in cells if "HYPERLINK" in str(one.value)]
    assert cell.data_type != "f"
    assert "'=HYPERLINK" in desk.get(f"{address}chung-tu/bang.csv").content.decode()


def test_a_cancelled_voucher_stays_to_be_seen(desk, address, approved):
    desk.post(f"{address}chung-tu/", voucher(approved))
    made = Voucher.objects.get()
    assert desk.post(f"{address}chung-tu/{made.pk}/", {"reason": ""}).status_code == 422
    desk.post(f"{address}chung-tu/{made.pk}/", {"reason": "Ghi nhầm"})
    assert "đã hủy" in desk.get(f"{address}chung-tu/").content.decode()


def test_a_sponsor_goes_from_call_to_thanks(desk, address, money):
    assert desk.post(f"{address}tai-tro/", {"name": "Công ty Minh Anh"}).status_code == 302
    page = f"{address}tai-tro/{money.budget.sponsors.get().pk}/"
    early = desk.post(page, {"stage": "thanked", "on": "2026-11-02"})
    assert (early.status_code, "Chưa ghi nhận" in early.content.decode()) == (422, True)
    desk.post(page, {"stage": "received", "on": "2026-11-01", "amount": "5.000.000"})
    desk.post(page, {"stage": "thanked", "on": "2026-11-02", "document": "15/UBND-VX"})
    assert "Đã cảm ơn" in desk.get(f"{address}tai-tro/").content.decode()


def payees(*rows):
    sent = {"nguoi-TOTAL_FORMS": len(rows), "nguoi-INITIAL_FORMS": 0}
    for place, row in enumerate(rows):
        sent |= {f"nguoi-{place}-{name}": value for name, value in row.items()}
    return sent


def test_a_list_is_filled_closed_and_signed(desk, address, paid, organiser):
    row = {"full_name": "Lê Văn Bình", "quantity": "2", "norm": "300.000", "kind": "person"}
    page = f"{address}danh-sach/{paid.pk}/"
    assert desk.post(page, payees(row, {"kind": "person"})).status_code == 302
    refused = desk.post(f"{page}chot/", {"number": "PC05"})
    assert "Chưa có quy định khấu trừ thuế" in refused.content.decode()
    norms.add_tax_rule(organiser.body, WORK, by=organiser, at=AT)
    assert desk.post(f"{page}chot/", {"number": "PC05"}).status_code == 302
    shown = desk.get(page).content.decode()
    assert all(sum_ in shown for sum_ in ("3.100.000", "250.000", "2.850.000"))
    signed = Payment.objects.first().pk
    assert desk.post(f"{page}ky-nhan/", {"signed": [signed, "x", "-1"]}).status_code == 302
    assert Payment.objects.exclude(signed_on=None).count() == 1


def test_who_stands_twice_on_a_list_is_named(desk, address, paid):
    row = {"full_name": "Lê Văn Bình", "quantity": "2", "norm": "300.000", "kind": "person"}
    page = f"{address}danh-sach/{paid.pk}/"
    desk.post(page, payees(row))
    assert "Đứng tên nhiều dòng" not in desk.get(page).content.decode()
    desk.post(page, payees({**row, "full_name": "LÊ VĂN BÌNH"}))
    assert (
        "Đứng tên nhiều dòng trong danh sách: Lê Văn Bình; LÊ VĂN BÌNH"
        in desk.get(page).content.decode()
    )


@pytest.mark.parametrize(
    "row",
    [
        {"full_name": "Lê Văn Bình"},
        {"norm": "5.000"},
        {"full_name": "Lê Văn Bình", "quantity": "1", "norm": "0"},
    ],
)
def test_half_a_payee_is_asked_about(desk, address, paid, row):
    page = desk.post(f"{address}danh-sach/{paid.pk}/", payees(row))
    assert (page.status_code, Payment.objects.count()) == (422, 1)


def test_a_committee_comes_with_one_press(desk, address, paid):
    committee = paid.budget.campaign.committees.get()
    committee.members.create(full_name="Trần Văn Hùng", ordinal=1, post="Phó Chủ tịch")
    sent = {"committee": committee.pk, "quantity": "1", "norm": "350.000"}
    assert desk.post(f"{address}danh-sach/{paid.pk}/ban-to/", sent).status_code == 302
    assert "Trần Văn Hùng" in desk.get(f"{address}danh-sach/{paid.pk}/").content.decode()


def test_an_auditor_reads_sums_and_masked_names(organiser, address, paid):
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    page = auditor.get(f"{address}danh-sach/{paid.pk}/").content.decode()
    assert ("Nguyễn T. A**" in page, "0123456789" in page) == (True, False)
    assert auditor.get(f"{address}danh-sach/{paid.pk}/bang.xlsx").status_code == 404


def test_reading_names_leaves_a_trace(desk, address, paid):
    desk.get(f"{address}danh-sach/{paid.pk}/")
    told = Entry.objects.get(deed="campaigns.payees_read")
    assert told.facts == {"list": paid.pk, "people": 1}


def test_norms_and_rules_are_entered_with_their_document(desk, address, draft):
    norm = {
        "item": "jury", "most": "400.000", "document": "NQ 20", "article": "Điều 3",
        "since": "2021-01-01", "until": "",
    }  # fmt: skip
    assert desk.post(f"{address}dinh-muc/them/", norm).status_code == 302
    assert desk.post(f"{address}dinh-muc/them/", norm | {"since": "2021-01-02"}).status_code == 302
    assert "vượt mức tối đa 400.000 đồng" in desk.get(f"{address}du-toan/1/").content.decode()
    backwards = norm | {"until": "2020-01-01"}
    assert desk.post(f"{address}dinh-muc/them/", backwards).status_code == 422
    assert draft.budget.body.spending_norms.count() == 2


def sheet(*rows, heading=("Nội dung chi", "Số lượng", "Mức chi (đồng)", "Nguồn")):
    book = openpyxl.Workbook()
    for row in (heading, *rows):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return SimpleUploadedFile("du-toan.xlsx", target.getvalue())


def test_a_table_is_looked_at_and_then_taken_whole(desk, address, draft):
    upload = sheet(("Nước uống", 100, 20_000, "ngân sách xã"), ("In ấn", 1, None, None))
    page = desk.post(f"{address}du-toan/1/tu-bang/", {"tep": upload})
    token = page.context["tep"]
    assert (page.status_code, draft.lines.count()) == (200, 1)
    assert desk.post(f"{address}du-toan/1/tu-bang/ghi/", {"tep": token}).status_code == 302
    told = list(BudgetLine.objects.values_list("text", "norm"))
    assert told == [("Bồi dưỡng", 500_000), ("Nước uống", 20_000), ("In ấn", None)]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("Nước uống", "nhiều", 20_000, None), "không phải"),
        (("Nước uống", -1, 20_000, None), "phải lớn hơn 0"),
        (("Nước uống", 1, -5, None), "không hợp lệ"),
        (("Nước uống", 1, 10**17, None), "không hợp lệ"),
        (("Nước uống", 1, 5, "Nguồn lạ"), "Chưa có nguồn"),
        (("N" * 501, 1, 5, None), "dài quá 500 chữ"),
        ((None, 1, 5, None), "Nội dung chi"),
    ],
)
def test_one_wrong_line_takes_nothing(desk, address, draft, row, sentence):
    upload = sheet(("In ấn", 1, 5, None), row)
    page = desk.post(f"{address}du-toan/1/tu-bang/", {"tep": upload})
    assert (page.status_code, sentence in page.content.decode()) == (422, True)
    token = page.context["tep"]
    assert desk.post(f"{address}du-toan/1/tu-bang/ghi/", {"tep": token}).status_code == 422
    assert draft.lines.count() == 1


def test_what_is_no_table_is_refused(desk, address, draft):
    upload = SimpleUploadedFile("du-toan.xlsx", b"hello")
    page = desk.post(f"{address}du-toan/1/tu-bang/", {"tep": upload})
    assert (page.status_code, draft.lines.count()) == (422, 1)
    assert desk.post(f"{address}du-toan/1/tu-bang/", {}).status_code == 422


@pytest.mark.parametrize("number", [1, 30])
def test_lists_and_vouchers_ask_a_constant_number_of_times(
    desk, address, paid, organiser, number, django_assert_num_queries
):
    many = [Payee(f"Người {n}", 1_000) for n in range(number)]
    payments.add_payees(paid, many, by=organiser, at=AT)
    for path, queries in ((f"danh-sach/{paid.pk}/", LIST_QUERIES), ("chung-tu/", VOUCHER_QUERIES)):
        desk.get(f"{address}{path}")
        with django_assert_num_queries(queries):
            assert desk.get(f"{address}{path}").status_code == 200


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_every_paper_opens(desk, address, paid, sponsor, organiser, kind):
    step = NewStep(SponsorStage.RECEIVED, DAY, 5_000_000)
    spending.add_step(sponsor, step, by=organiser, at=AT)
    papers = (
        *(f"du-toan/1/van-ban/{name}" for name in ("to-trinh", "quyet-dinh", "du-toan")),
        *(f"van-ban/{name}" for name in ("bang-ke", "quyet-toan")),
        *(f"tai-tro/{sponsor.pk}/van-ban/{name}" for name in ("van-dong", "cam-on")),
        f"danh-sach/{paid.pk}/danh-sach",
    )
    answers = {paper: desk.get(f"{address}{paper}.{kind}").status_code for paper in papers}
    assert answers == dict.fromkeys(papers, 200)
    assert desk.get(f"{address}van-ban/khac.{kind}").status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"nguoi-TOTAL_FORMS": "abc", "nguoi-INITIAL_FORMS": "0"},
        {"nguoi-TOTAL_FORMS": "9999999", "nguoi-INITIAL_FORMS": "0"},
    ],
)
def test_a_broken_table_of_boxes_is_refused(desk, address, paid, sent):
    assert desk.post(f"{address}danh-sach/{paid.pk}/", sent).status_code == 422
    number = {"signed": ["9" * 40]}
    assert desk.post(f"{address}danh-sach/{paid.pk}/ky-nhan/", number).status_code == 422
