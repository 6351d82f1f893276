"""What administrators, operators and auditors do on screen."""

from datetime import time

import pytest
from django.db import connection

from hoithi.core.units.kinds import UnitKind
from hoithi.files.models import Errand
from hoithi.journal import actions as journal
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import LinkNotValid
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import OrganisingBody, RoleName
from hoithi.web.jobs import run_errand
from tests import make
from tests.make import AT
from tests.web_lists.steps import lines_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


@pytest.fixture
def body():
    return make.body("UBND xã Hòa Sơn")


@pytest.fixture
def desk(body, signed_in):
    return signed_in(make.holder(RoleName.ADMINISTRATOR, over=body))


def test_an_account_is_made_and_given_a_role(body, desk):
    page = f"/quan-tri/{body.slug}/tai-khoan/"
    made = desk.post(page, {"full_name": "nguyễn thị an"})
    account = queries.accounts_of(body).get(login="an.nt")
    assert made["Location"] == f"{page}{account.pk}/"
    desk.post(f"{page}{account.pk}/vai-tro/", {"name": "organiser", "decision": "12/QĐ-UBND"})
    assert queries.reach(account, RoleName.ORGANISER, at=AT).bodies == {body.pk}
    role = account.roles.get()
    desk.post(f"/quan-tri/{body.slug}/vai-tro/{role.pk}/thu-hoi/")
    assert not queries.reach(account, RoleName.ORGANISER, at=AT).bodies


def test_an_operator_is_not_made_from_a_body(body, desk):
    account = make.person(of=body)
    page = f"/quan-tri/{body.slug}/tai-khoan/{account.pk}/vai-tro/"
    assert desk.post(page, {"name": "operator"}).status_code == 422


def test_printed_slips_are_a_pdf_and_the_last_ones_hold(body, desk):
    account = make.person(of=body)
    older = actions.reset_account(account, by=account, at=AT)
    answer = desk.post(f"/quan-tri/{body.slug}/tai-khoan/phieu.pdf", {"nguoi": [account.pk]})
    run_errand.call(Errand.objects.get().pk)
    file = desk.get(f"{answer['Location']}tep/")
    assert (file["Content-Type"], file.content[:5]) == ("application/pdf", b"%PDF-")
    with pytest.raises(LinkNotValid):
        queries.sign_in_link(older.token, AT)


def test_slips_of_another_body_are_not_printed(body, desk):
    stranger = make.person(of=make.body())
    page = f"/quan-tri/{body.slug}/tai-khoan/phieu.pdf"
    assert desk.post(page, {"nguoi": [stranger.pk, "x"]}).status_code == 302
    stranger.refresh_from_db()
    assert stranger.has_usable_password()


def test_an_operator_founds_a_body_and_its_first_administrator(signed_in):
    operator = signed_in(make.holder(RoleName.OPERATOR))
    founded = operator.post("/van-hanh/", {"slug": "xa-hoa-son", "name": "UBND xã Hòa Sơn"})
    assert founded["Location"] == "/quan-tri/xa-hoa-son/tai-khoan/"
    page = founded["Location"]
    account_page = operator.post(page, {"full_name": "Lê Văn Bình"})["Location"]
    operator.post(f"{account_page}vai-tro/", {"name": "administrator"})
    body = OrganisingBody.objects.get(slug="xa-hoa-son")
    people = queries.people_of(body, RoleName.ADMINISTRATOR, at=AT)
    assert [person.full_name for person in people] == ["Lê Văn Bình"]
    again = operator.post("/van-hanh/", {"slug": "xa-hoa-son", "name": "Khác"})
    assert (again.status_code, "đã có đơn vị khác" in again.content.decode()) == (422, True)


def test_headings_are_changed(body, desk):
    page = f"/quan-tri/{body.slug}/thong-tin/"
    desk.post(page, {"name": "UBND xã Hòa Sơn", "place": "Hòa Sơn", "telephone": "0210 123"})
    body.refresh_from_db()
    assert (body.place, body.telephone) == ("Hòa Sơn", "0210 123")


def test_the_hour_of_the_morning_report_is_chosen(body, desk):
    page, named = f"/quan-tri/{body.slug}/thong-tin/", {"name": "UBND xã Hòa Sơn"}
    assert 'value="07:00" selected' in desk.get(page).content.decode()
    assert desk.post(page, named | {"reports_at": "05:30"}).status_code == 302
    body.refresh_from_db()
    assert (body.reports_at, make.deeds()[-1]) == (time(5, 30), "people.headings_changed")
    refused = [desk.post(page, named | {"reports_at": hour}) for hour in ("23:00", "x")]
    assert [answer.status_code for answer in refused] == [422, 422]


def test_an_auditor_reads_the_own_body_and_proves_the_chain(body, signed_in):
    auditor = signed_in(make.holder(RoleName.AUDITOR, over=body))
    journal.record("tests.ours", body, by=None, at=AT)
    journal.record("tests.theirs", make.body(), by=None, at=AT)
    journal.seal_entries(AT)
    page = auditor.get("/nhat-ky/?viec=tests").content.decode()
    assert ("tests.ours" in page, "tests.theirs" in page) == (True, False)
    assert "không dòng nào bị sửa" in auditor.post("/nhat-ky/").content.decode()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE journal_entry SET deed = 'tests.x' WHERE deed = 'tests.ours'")
    assert "không khớp tại số 1" in auditor.post("/nhat-ky/").content.decode()


def test_the_home_names_the_bodies_of_the_person(desk):
    make.body("UBND xã khác")
    page = desk.get("/quan-tri/").content.decode()
    assert ("UBND xã Hòa Sơn" in page, "UBND xã khác" in page) == (True, False)


@pytest.mark.parametrize("accounts", [1, 3])
def test_the_list_of_accounts_takes_a_fixed_number_of_queries(
    body, desk, accounts, django_assert_num_queries
):
    for _ in range(accounts):
        make.role(make.person(of=body), RoleName.SECRETARY, over=body)
    desk.get(f"/quan-tri/{body.slug}/tai-khoan/")
    with django_assert_num_queries(12):
        desk.get(f"/quan-tri/{body.slug}/tai-khoan/")


def test_a_day_card_is_printed_and_opens_the_desk(body, desk):
    page = f"/quan-tri/{body.slug}/the-trong-ngay/"
    printed = desk.post(page, {"full_name": "lê thị hoa", "role": "judge", "day": "2026-11-02"})
    assert (printed["Content-Type"], printed.content[:5]) == ("application/pdf", b"%PDF-")
    assert "Lê Thị Hoa" in desk.get(page).content.decode()
    assert not queries.accounts_of(body).filter(full_name="Lê Thị Hoa").exists()


def test_every_day_card_is_taken_away(body, desk):
    page = f"/quan-tri/{body.slug}/the-trong-ngay/"
    for name in ("Lê Văn Bình", "Trần Thị Cúc"):
        desk.post(page, {"full_name": name, "role": "judge", "day": "2026-11-03"})
    found = lines_of(desk.get(f"{page}the.csv"))
    assert sorted(found) == [
        ["Lê Văn Bình", "Giám khảo", "2026-11-03", ""],
        ["Trần Thị Cúc", "Giám khảo", "2026-11-03", ""],
    ]


def test_units_are_merged_on_screen(body, desk):
    for code in ("a", "b", "c"):
        new = NewUnit(code, f"Thôn {code}", UnitKind.THON)
        actions.add_unit(body, new, by=None, at=AT)
    page = f"/quan-tri/{body.slug}/don-vi/sap-xep/"
    sent = {"before": "a, b", "after": "c", "on": "2026-11-01", "source": "NQ 5"}
    wrong = desk.post(page, sent | {"after": "x"})
    assert (wrong.status_code, "“x”" in wrong.content.decode()) == (422, True)
    desk.post(page, sent)
    assert [b.version.name for b in queries.tree(body, AT.date())] == ["Thôn c"]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        pytest.param(
            {"name": "unit_contact", "decision": "12/QĐ-UBND"},
            "Đầu mối đơn vị phụ trách một đơn vị. Hãy chọn đơn vị đó.",
            id="a contact of the whole body",
        ),
        pytest.param({"name": "approver"}, "Hãy ghi số quyết định, văn bản.", id="no document"),
    ],
)
def test_a_role_says_what_it_rests_on(body, desk, sent, told):
    account = make.person(of=body)
    refused = desk.post(f"/quan-tri/{body.slug}/tai-khoan/{account.pk}/vai-tro/", sent)
    assert (refused.status_code, told in refused.content.decode()) == (422, True)
    assert not account.roles.exists()
