"""The page of a unit: its own tasks and contests, what it reports, what it is answered."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.campaigns import actions
from hoithi.campaigns.actions import open_set
from hoithi.campaigns.models import Holding, Task
from hoithi.core.units.kinds import UnitKind
from hoithi.notices.models import Notice
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName, Unit
from tests import make
from tests.campaigns.make import campaign
from tests.campaigns.reports import requested
from tests.entries.make import contest
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
QUERIES = 20
PAGE = "/don-vi/ke-hoach/"
NAMES = ("Trường Tiểu học Hòa Sơn", "Trường Trung học cơ sở Nguyễn Du")


@pytest.fixture
def schools(organiser) -> list[Unit]:
    new = [NewUnit(f"t{n}", name, UnitKind.SCHOOL) for n, name in enumerate(NAMES)]
    return [add_unit(organiser.body, one, by=None, at=AT).unit for one in new]


def contact(unit: Unit):
    """The contact of a unit of its own body."""
    person = make.person(of=unit.body)
    make.role(person, RoleName.UNIT_CONTACT, over=unit.body, unit=unit)
    return person


@pytest.fixture
def held(organiser, schools) -> list[Holding]:
    """The task of the schools, due yesterday, opened for both of them."""
    founded = campaign(organiser.body)
    agency = founded.campaign.agencies.get(holder_set="schools")
    open_set(agency, schools, by=organiser, at=AT)
    return list(agency.holdings.order_by("unit__code"))


def address(holding: Holding) -> str:
    return f"{PAGE}viec/{holding.pk}/"


def test_a_contact_sees_the_tasks_of_the_own_unit_only(held, schools):
    page = browser(contact(schools[0])).get(PAGE).content.decode()
    assert "Đăng ký tham luận" in page
    assert "Quá hạn" in page
    assert address(held[0]) in page
    assert address(held[1]) not in page


def test_nobody_opens_the_task_of_another_unit(held, schools, organiser):
    other, stranger = contact(schools[1]), make.person()
    for person in (other, stranger, organiser):
        assert browser(person).get(address(held[0])).status_code == 404
        sent = browser(person).post(address(held[0]), {"status": "done"})
        assert sent.status_code == 404
    assert Holding.objects.filter(status="done").count() == 0


def test_the_contact_of_one_contest_has_nothing_to_do_with_campaigns(held, schools):
    person = make.person(of=schools[0].body)
    role = make.role(person, RoleName.UNIT_CONTACT, over=schools[0].body, unit=schools[0])
    role.contest_id = contest(of=schools[0].body).pk
    role.save()
    assert browser(person).get(address(held[0])).status_code == 404
    assert "Đăng ký tham luận" not in browser(person).get(PAGE).content.decode()


def test_an_agency_that_is_the_unit_shows_its_tasks_too(held, schools):
    agency = held[0].task.campaign.agencies.get(name="Phòng Văn hóa - Xã hội")
    agency.unit = schools[0]
    agency.save()
    page = browser(contact(schools[0])).get(PAGE).content.decode()
    assert "Dự thảo bài phát biểu kết luận" in page


def test_the_organiser_says_which_unit_an_agency_is(held, schools, organiser):
    campaign_ = held[0].task.campaign
    agency = campaign_.agencies.get(name="Phòng Văn hóa - Xã hội")
    where, desk = home(organiser, f"{campaign_.pk}/co-quan/{agency.pk}/don-vi/"), browser(organiser)
    assert desk.post(where, {"unit": "999999"}).status_code == 422
    assert desk.post(where, {"unit": str(schools[0].pk)}).status_code == 302
    page = browser(contact(schools[0])).get(PAGE).content.decode()
    assert "Dự thảo bài phát biểu kết luận" in page
    assert desk.post(where, {"unit": ""}).status_code == 302
    agency.refresh_from_db()
    assert agency.unit is None


def test_an_obstacle_is_reported_answered_and_told(held, schools, organiser):
    person = contact(schools[0])
    sent = {"status": "stuck", "obstacle": "Chưa có kinh phí đi lại"}
    assert browser(person).post(address(held[0]), sent).status_code == 302
    desk, task = browser(organiser), held[0].task
    at_desk = home(organiser, f"{task.campaign_id}/nhiem-vu/{task.pk}/")
    assert "Chưa có kinh phí đi lại" in desk.get(at_desk).content.decode()
    desk.post(at_desk, {"holding": held[0].pk, "answer": "Ủy ban nhân dân xã hỗ trợ xe"})
    page = browser(person).get(address(held[0])).content.decode()
    assert "Ủy ban nhân dân xã hỗ trợ xe" in page
    notice = Notice.objects.get(person=person)
    assert (notice.link, "hỗ trợ xe" in notice.text) == (address(held[0]), True)


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"status": "waiting"}, id="a state that nobody reports"),
        pytest.param({"status": "stuck", "obstacle": "  "}, id="stuck without a word"),
        pytest.param({"status": "done", "evidence": "x" * 1001}, id="too long"),
    ],
)
def test_what_is_not_a_report_changes_nothing(held, schools, sent):
    refused = browser(contact(schools[0])).post(address(held[0]), sent)
    assert refused.status_code == 422
    held[0].refresh_from_db()
    assert held[0].status == "waiting"


def test_a_photograph_shows_what_was_done_to_its_own_unit_only(held, schools):
    person, photo = contact(schools[0]), SimpleUploadedFile("anh.pdf", b"%PDF-1.4\n%%EOF\n")
    sent = browser(person).post(address(held[0]), {"status": "done", "file": photo})
    assert sent.status_code == 302
    file = f"{address(held[0])}tep/"
    assert browser(person).get(file).status_code == 200
    assert browser(contact(schools[1])).get(file).status_code == 404


def test_a_program_under_the_name_of_a_photograph_is_refused(held, schools):
    file = SimpleUploadedFile("anh.jpg", b"MZ\x90\x00" * 40)
    sent = browser(contact(schools[0])).post(address(held[0]), {"status": "done", "file": file})
    assert sent.status_code == 422
    held[0].refresh_from_db()
    assert held[0].status == "waiting"


def test_a_report_sent_twice_is_one_report(held, schools):
    person = contact(schools[0])
    for _ in range(2):
        browser(person).post(address(held[0]), {"status": "done", "evidence": "Đã gửi, số 12/BC"})
    held[0].refresh_from_db()
    assert (held[0].status, held[0].evidence) == ("done", "Đã gửi, số 12/BC")
    assert "Đã xong" in browser(person).get(PAGE).content.decode()


def test_a_task_without_a_day_stands_below_those_that_have_one(held, schools):
    task = Task.objects.get(text="Chuẩn bị hội trường")
    actions.hold(task, held[0].agency, leads=True, unit=schools[0])
    page = browser(contact(schools[0])).get(PAGE).content.decode()
    assert page.index("Đăng ký tham luận") < page.index("Chuẩn bị hội trường")


def test_contests_stand_there_with_their_lists(schools, organiser):
    made = contest(of=organiser.body)
    page = browser(contact(schools[0])).get(PAGE).content.decode()
    assert made.title in page
    assert "Chưa gửi danh sách" in page


def test_somebody_without_a_unit_is_told_so():
    assert "chưa được giao làm đầu mối" in browser(make.person()).get(PAGE).content.decode()


@pytest.mark.parametrize(("number", "contests"), [(1, 1), (30, 3)])
def test_the_page_asks_a_constant_number_of_times(
    held, schools, organiser, number, contests, django_assert_num_queries
):
    for _ in range(contests):
        contest(of=organiser.body)
        requested(held[0].task.campaign, schools, organiser)
    rows = [
        Task(campaign=held[0].task.campaign, ordinal=50 + n, text=f"Việc số {n}",
             falls_first=date(2026, 11, 3), falls_last=date(2026, 11, 5))
        for n in range(number)
    ]  # fmt: skip
    for task in Task.objects.bulk_create(rows):
        actions.hold(task, held[0].agency, leads=True, unit=schools[0])
    client = browser(contact(schools[0]))
    client.get(PAGE)
    with django_assert_num_queries(QUERIES):
        assert client.get(PAGE).status_code == 200
