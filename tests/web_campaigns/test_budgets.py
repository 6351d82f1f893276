"""The pages of estimates: written as a table, submitted, approved by another person."""

import pytest

from hoithi.campaigns.actions import budgets
from hoithi.campaigns.actions.budgets import LineTyped
from hoithi.campaigns.models import BudgetLine, BudgetVersion
from hoithi.core.budget.norms import Item
from hoithi.people.models import RoleName
from hoithi.plans.actions import import_plan
from hoithi.plans.models import Understood
from tests import make
from tests.core.founding import texts
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
OVERVIEW_QUERIES = 23


@pytest.fixture
def money(organiser):
    data = texts.STAGE.encode()
    return import_plan(data, "kh.txt", body=organiser.body, by=organiser, at=AT).campaign


@pytest.fixture
def address(organiser, money):
    return home(organiser, f"{money.pk}/kinh-phi/")


@pytest.fixture
def draft(organiser, money):
    version = budgets.begin(money, by=organiser, at=AT)
    line = LineTyped("Thuê hội trường", item=Item.HALL, norm=2_000_000)
    return budgets.write_lines(version, [line], by=organiser, at=AT)


@pytest.fixture
def approver(organiser):
    return browser(make.holder(RoleName.APPROVER, over=organiser.body))


def table(*rows, prefix="dong", revision=1, **more):
    """A table of boxes as a browser sends it."""
    sent = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0, "revision": revision}
    for place, row in enumerate(rows):
        sent |= {f"{prefix}-{place}-{name}": value for name, value in row.items()}
    return sent | more


HALL = {"text": "Nước uống", "item": "drinks", "quantity": "120", "unit": "người", "norm": "20.000"}


def test_an_empty_budget_offers_to_begin(desk, address):
    assert "Chưa lập dự toán kinh phí" in desk.get(address).content.decode()
    assert desk.post(f"{address}lap/").status_code == 302
    assert desk.post(f"{address}lap/").status_code == 302
    assert BudgetVersion.objects.count() == 1


def test_a_table_of_lines_is_saved_whole(desk, address, draft):
    page = desk.post(f"{address}du-toan/1/dong-chi/", table(HALL, {}, HALL | {"norm": ""}))
    assert page.status_code == 302
    told = list(draft.lines.values_list("text", "quantity", "norm"))
    assert told == [("Nước uống", 120, 20_000), ("Nước uống", 120, None)]
    assert "2.400.000" in desk.get(f"{address}du-toan/1/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"norm": "1.5"}, "không phải số tiền"),
        ({"norm": "9" * 25}, "quá lớn"),
        ({"quantity": "-2"}, "phải lớn hơn 0"),
        ({"quantity": "hai"}, "không phải số lượng"),
        ({"quantity": "0"}, "phải lớn hơn 0"),
        ({"quantity": "1,234"}, "hai chữ số thập phân"),
        ({"quantity": ""}, "Chưa ghi số lượng"),
        ({"text": ""}, "Chưa ghi nội dung chi"),
        ({"item": "bribe"}, "field__error"),
    ],
)
def test_one_wrong_box_saves_nothing_and_keeps_what_was_typed(
    desk, address, draft, wrong, sentence
):
    page = desk.post(f"{address}du-toan/1/dong-chi/", table(HALL, HALL | wrong))
    assert page.status_code == 422
    assert "Nước uống" in page.content.decode()
    assert draft.lines.count() == 1
    assert sentence in page.content.decode()


def test_a_page_that_somebody_overtook_saves_nothing(desk, address, draft):
    page = desk.post(f"{address}du-toan/1/dong-chi/", table(HALL, revision=0))
    assert (page.status_code, draft.lines.count()) == (422, 1)
    assert "để không ghi đè" in page.content.decode()


def test_sources_are_saved_and_offered_to_lines(desk, address, draft):
    row = {"kind": "budget", "name": "Ngân sách xã", "year": "2026", "amount": "5.000.000"}
    page = desk.post(f"{address}du-toan/1/nguon/", table(row, {"kind": "budget"}, prefix="nguon"))
    assert page.status_code == 302
    assert draft.sources.get().amount == 5_000_000
    assert "Ngân sách xã" in desk.get(f"{address}du-toan/1/dong-chi/").content.decode()


@pytest.mark.usefixtures("draft")
def test_prizes_come_from_the_rules_and_follow_them(desk, address):
    before = desk.get(address).content.decode()
    desk.post(f"{address}du-toan/1/giai-thuong/")
    page = desk.get(address).content.decode()
    assert "Thể lệ có" in before
    assert "Thể lệ có" not in page
    assert "theo thể lệ" in page
    assert BudgetLine.objects.exclude(follows="").count() == page.count("theo thể lệ")


def test_a_total_that_the_plan_states_is_held_against_the_rules(desk, address, money, draft):
    told = {"value": "1000", "what": "Tổng giải thưởng"}
    row = {"field": "prize_totals", "value": told, "ordinal": 999}
    money.plan_document.understood.filter(field="prize_totals").delete()
    money.plan_document.understood.create(**row)
    money.plan_document.understood.create(**row | {"field": "budget", "ordinal": 998})
    page = desk.get(f"{address}du-toan/{draft.number}/").content.decode()
    assert "Kế hoạch nêu tổng tiền thưởng 1.000 đồng" in page
    assert "Kế hoạch nêu về kinh phí" in desk.get(f"{address}du-toan/1/nguon/").content.decode()


def test_proposals_have_no_norm(desk, address, draft):
    desk.post(f"{address}du-toan/1/goi-y/")
    assert set(draft.lines.exclude(text="Thuê hội trường").values_list("norm")) <= {(None,)}


def test_an_estimate_goes_up_and_another_approves(desk, approver, address, draft):
    desk.post(f"{address}du-toan/1/trinh/")
    refused = desk.post(f"{address}du-toan/1/phe-duyet/", {})
    assert (refused.status_code, "người khác" in refused.content.decode()) == (422, True)
    assert approver.post(f"{address}du-toan/1/phe-duyet/", {"number": "5/QĐ"}).status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.decision_number) == ("approved", "5/QĐ")
    page = desk.get(f"{address}du-toan/1/dong-chi/", follow=True).content.decode()
    assert "Ghi các dòng chi" not in page
    assert desk.post(f"{address}du-toan/1/dong-chi/", table(HALL)).status_code == 422


@pytest.mark.usefixtures("draft")
def test_what_comes_back_says_why(desk, approver, address):
    desk.post(f"{address}du-toan/1/trinh/")
    assert approver.post(f"{address}du-toan/1/tra-lai/", {"reason": ""}).status_code == 422
    approver.post(f"{address}du-toan/1/tra-lai/", {"reason": "Xem lại mức thuê"})
    assert "Xem lại mức thuê" in desk.get(f"{address}du-toan/1/").content.decode()


@pytest.mark.usefixtures("draft")
def test_an_adjustment_needs_a_reason(desk, approver, address):
    desk.post(f"{address}du-toan/1/trinh/")
    approver.post(f"{address}du-toan/1/phe-duyet/", {})
    assert desk.post(f"{address}dieu-chinh/", {"reason": " "}).status_code == 422
    assert desk.post(f"{address}dieu-chinh/", {"reason": "Thêm cụm"}).status_code == 302
    assert "Dự toán điều chỉnh lần 1" in desk.get(address).content.decode()


@pytest.mark.parametrize("number", [1, 60])
def test_the_overview_asks_a_constant_number_of_times(
    desk, organiser, address, draft, number, django_assert_num_queries
):
    lines = [LineTyped(f"Dòng {n}", norm=n) for n in range(number)]
    budgets.write_lines(draft, lines, by=organiser, at=AT)
    desk.get(address)
    with django_assert_num_queries(OVERVIEW_QUERIES):
        assert desk.get(address).status_code == 200


def test_sources_are_proposed_from_the_plan_and_their_lack_is_told(desk, address, draft, money):
    assert "Dự toán chưa ghi nguồn kinh phí" in desk.get(f"{address}du-toan/1/").content.decode()
    row = Understood.objects.filter(document__campaign=money).first()
    row.pk, row.field, row.ordinal = None, "budget", 9_999
    row.value = {"value": "từ ngân sách xã năm 2031."}
    row.save()
    page = desk.get(f"{address}du-toan/1/nguon/").content.decode()
    assert 'value="Ngân sách xã"' in page
    assert 'value="2031"' in page
    assert not draft.sources.exists()
