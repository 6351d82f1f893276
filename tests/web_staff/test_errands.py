"""What takes long is made by the worker; only who asked for it waits for it and fetches it."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from hoithi.files import actions as files
from hoithi.files.facts.errands import handler_of, path_of_made
from hoithi.files.models import Errand
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import LinkNotValid
from hoithi.people.models import Person, RoleName
from hoithi.web import jobs
from tests import make
from tests.documents import sheets
from tests.make import AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


@pytest.fixture
def body():
    return make.body()


@pytest.fixture
def administrator(body):
    return make.holder(RoleName.ADMINISTRATOR, over=body)


@pytest.fixture
def desk(administrator, signed_in):
    return signed_in(administrator)


def slips_asked(desk, body, *people) -> Errand:
    """The errand of slips for these people."""
    page = f"/quan-tri/{body.slug}/tai-khoan/phieu.pdf"
    place = desk.post(page, {"nguoi": [person.pk for person in people]})["Location"]
    return Errand.objects.get(token=place.rstrip("/").rpartition("/")[2])


def page_of(errand) -> str:
    return f"/tai-khoan/viec/{errand.token}/"


def test_slips_are_made_by_the_worker_and_lie_sealed_for_a_day(body, desk):
    account = make.person(of=body)
    older = actions.reset_account(account, by=account, at=AT)
    errand = slips_asked(desk, body, account)
    waiting = desk.get(page_of(errand)).content.decode()
    assert ("đang chờ đến lượt" in waiting, 'http-equiv="refresh"' in waiting) == (True, True)
    assert desk.get(f"{page_of(errand)}tep/").status_code == 404
    jobs.run_errand.call(errand.pk)
    done = desk.get(page_of(errand)).content.decode()
    assert ("Đã lập phiếu của 1 tài khoản" in done, 'http-equiv="refresh"' in done) == (True, False)
    assert desk.get(f"{page_of(errand)}tep/").content[:5] == b"%PDF-"
    kept = path_of_made(errand.token)
    assert (kept.stat().st_mode & 0o777, b"%PDF" in kept.read_bytes()) == (0o600, False)
    with pytest.raises(LinkNotValid):
        queries.sign_in_link(older.token, AT)
    for deed in jobs.due(AT + timedelta(days=1, seconds=1)):
        deed()
    assert (kept.exists(), desk.get(page_of(errand)).status_code) == (False, 404)


def test_nobody_prints_a_slip_of_their_own_and_is_thrown_out(body, desk, administrator):
    errand = slips_asked(desk, body, administrator, make.person(of=body))
    jobs.run_errand.call(errand.pk)
    assert "phiếu của 1 tài khoản" in desk.get(page_of(errand)).content.decode()
    administrator.refresh_from_db()
    assert administrator.has_usable_password()
    alone = desk.post(f"/quan-tri/{body.slug}/tai-khoan/phieu.pdf", {"nguoi": [administrator.pk]})
    assert alone["Location"] == f"/quan-tri/{body.slug}/tai-khoan/"


def test_another_administrator_of_the_body_does_not_fetch_them(body, desk, signed_in):
    errand = slips_asked(desk, body, make.person(of=body))
    jobs.run_errand.call(errand.pk)
    other = signed_in(make.holder(RoleName.ADMINISTRATOR, over=body))
    pages = (page_of(errand), f"{page_of(errand)}tep/")
    assert [other.get(page).status_code for page in pages] == [404, 404]


def test_a_double_click_asks_once_and_an_errand_is_done_once(body, desk):
    account = make.person(of=body)
    first, second = (slips_asked(desk, body, account) for _ in range(2))
    jobs.run_errand.call(first.pk)
    jobs.run_errand.call(first.pk)
    assert (first.pk, make.deeds().count("people.account_reset")) == (second.pk, 1)


def test_who_lost_the_role_meanwhile_gets_nothing(body, desk, administrator):
    account = make.person(of=body)
    errand = slips_asked(desk, body, account)
    administrator.roles.all().delete()
    jobs.run_errand.call(errand.pk)
    errand.refresh_from_db()
    account.refresh_from_db()
    assert (errand.state, account.has_usable_password()) == ("refused", True)
    assert "không còn quyền" in desk.get(page_of(errand)).content.decode()


def test_what_was_left_lying_is_sent_again(body, desk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        errand = slips_asked(desk, body, make.person(of=body))
    assert DBTaskResult.objects.count() == 1
    files.begin(errand.pk, at=AT)
    assert list(jobs.due(AT + timedelta(minutes=14))) == []
    with django_capture_on_commit_callbacks(execute=True):
        for deed in jobs.due(AT + timedelta(minutes=16)):
            deed()
    assert DBTaskResult.objects.count() == 2
    assert list(jobs.due(AT + timedelta(minutes=16))) == []
    jobs.run_errand.call(errand.pk)
    errand.refresh_from_db()
    assert (errand.state, errand.tries) == ("done", 2)


def test_what_takes_its_worker_down_is_begun_three_times(body, desk):
    errand = slips_asked(desk, body, make.person(of=body))
    for _ in range(3):
        files.begin(errand.pk, at=AT)
    jobs.run_errand.call(errand.pk)
    errand.refresh_from_db()
    assert errand.state == "failed"
    assert "gặp lỗi" in desk.get(page_of(errand)).content.decode()


def accounts_asked(desk, body, count, login="") -> Errand:
    """The errand of so many accounts from a table; the last one with this sign-in name."""
    people = [[f"Nguyễn Văn {chr(65 + n % 26)}", "Công chức", ""] for n in range(count)]
    people[-1][-1] = login
    data = sheets.xlsx([["Họ và tên", "Chức vụ", "Tên đăng nhập"], *people])
    upload = SimpleUploadedFile("ds.xlsx", data)
    page = f"/quan-tri/{body.slug}/tai-khoan/"
    shown = desk.post(f"{page}tu-tep/", {"tep": upload})
    assert shown.status_code == 200
    answer = desk.post(f"{page}nhan/", {"tep": shown.context["tep"]})
    return Errand.objects.get(token=answer["Location"].rstrip("/").rpartition("/")[2])


@pytest.fixture
def by_worker(monkeypatch):
    """More than ten accounts are left to the worker."""
    monkeypatch.setattr("hoithi.web.staff.account_tables.MOST_AT_ONCE", 10)


@pytest.mark.usefixtures("by_worker")
def test_many_accounts_are_made_whole_by_a_worker_that_was_stopped(body, desk, monkeypatch):
    before = Person.objects.count()
    errand = accounts_asked(desk, body, 35)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(files, "advance", stopped)
        with pytest.raises(SystemExit):
            jobs.run_errand.call(errand.pk)
    errand.refresh_from_db()
    assert (errand.state, errand.progress, Person.objects.count() - before) == ("running", 0, 0)
    jobs.run_errand.call(errand.pk)
    errand.refresh_from_db()
    assert (errand.state, errand.sentence[:19]) == ("done", "Đã tạo 35 tài khoản")
    assert Person.objects.count() - before == 35


@pytest.mark.usefixtures("by_worker")
def test_a_worker_that_made_them_and_was_stopped_makes_none_twice(body, desk, monkeypatch):
    errand = accounts_asked(desk, body, 12)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(files, "finish", stopped)
        with pytest.raises(SystemExit):
            jobs.run_errand.call(errand.pk)
    made = Person.objects.count()
    jobs.run_errand.call(errand.pk)
    errand.refresh_from_db()
    assert (errand.sentence[:19], Person.objects.count()) == ("Đã tạo 12 tài khoản", made)


@pytest.mark.usefixtures("by_worker")
def test_a_name_taken_meanwhile_gives_the_whole_table_back(body, desk):
    errand = accounts_asked(desk, body, 12, login="ba.tran")
    taken = make.person(of=body)
    Person.objects.filter(pk=taken.pk).update(login="ba.tran")
    before = Person.objects.count()
    jobs.run_errand.call(errand.pk)
    assert Person.objects.count() == before
    assert "chưa tạo tài khoản nào" in desk.get(page_of(errand)).content.decode()
    returned = openpyxl.load_workbook(BytesIO(desk.get(f"{page_of(errand)}tep/").content)).active
    assert [row[-1] for row in returned.iter_rows(values_only=True) if row[-1]][:1] == ["Lý do"]


def stopped(*_args, **_more):
    """A worker that is stopped here."""
    raise SystemExit


def test_only_functions_of_the_site_are_run():
    with pytest.raises(ValueError, match="os"):
        handler_of("os.system")
