"""The pages of activities: by day, added, moved with what hangs on them, options, units."""

import pytest

from hoithi.campaigns.models import Activity, Task
from hoithi.core.units.kinds import UnitKind
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
LIST_QUERIES = 10


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body)


@pytest.fixture
def address(organiser, founded):
    """The page of the conference."""
    return home(organiser, f"{founded.campaign.pk}/hoat-dong/hoi-nghi/")


def added(desk, organiser, founded, **told):
    """The answer to one more activity."""
    sent = {"kind": "meeting", "title": "Họp Ban Tổ chức lần thứ nhất", **told}
    return desk.post(home(organiser, f"{founded.campaign.pk}/hoat-dong-moi/"), sent, follow=True)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_a_constant_number_of_times(
    desk, organiser, founded, number, django_assert_num_queries
):
    for n in range(number):
        added(desk, organiser, founded, title=f"Họp lần {n}", first_day=f"2026-12-0{n + 1}")
    address = home(organiser, f"{founded.campaign.pk}/hoat-dong/")
    desk.get(address)
    with django_assert_num_queries(LIST_QUERIES):
        page = desk.get(address).content.decode()
    assert page.count("Họp lần") == number
    assert "Tháng 12 năm 2026" in page


def test_activities_of_any_kind_are_added_and_unknown_days_stay_open(desk, organiser, founded):
    page = added(desk, organiser, founded, kind="training").content.decode()
    assert "Tập huấn" in page
    assert "Chưa ấn định ngày" in page
    late = added(desk, organiser, founded, title="Tổng duyệt", words="cuối tháng 12/2026")
    assert "cuối tháng 12/2026 (chưa ấn định ngày)" in late.content.decode()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"title": ""}, "Ô này chưa ghi"),
        ({"kind": "party"}, "chọn"),
        ({"first_day": "2026-13-40"}, "ngày"),
        ({"last_day": "2026-12-01"}, "ghi cả ngày bắt đầu"),
        ({"first_day": "2026-12-02", "last_day": "2026-12-01"}, "trước ngày bắt đầu"),
        ({"first_day": "2026-12-02", "is_open": "on"}, "hoặc ghi thêm “Đến ngày”"),
        ({"first_day": "9999-12-02"}, "Năm phải từ"),
        ({"title": "x" * 1001}, "1000"),
    ],
)
def test_what_is_wrong_is_said_and_adds_nothing(desk, organiser, founded, told, words):
    answer = added(desk, organiser, founded, **told)
    assert answer.status_code == 422
    assert words.lower() in answer.content.decode().lower()
    assert Activity.objects.count() == 1


def test_what_would_move_is_shown_before_it_is_moved(desk, address):
    told = {"first_day": "2026-12-28", "place": "Hội trường xã"}
    shown = desk.post(f"{address}thoi-gian/", told).content.decode()
    assert "2 nhiệm vụ dời hạn" in shown
    assert "ngày nghỉ" not in shown
    sunday = desk.post(f"{address}thoi-gian/", told | {"first_day": "2026-12-27"})
    assert "27/12/2026 là Chủ nhật, ngày nghỉ cuối tuần" in sunday.content.decode()
    assert "21/12/2026" in shown
    assert Activity.objects.get(key="hoi-nghi").is_open is True
    again = desk.post(f"{address}thoi-gian/", told | {"again": "1"})
    assert (again.status_code, "2026-12-28" in again.content.decode()) == (200, True)
    saved = desk.post(f"{address}thoi-gian/", told | {"confirmed": "1", "reason": "Trùng lịch"})
    assert "/thay-doi/" in saved.url
    page = desk.get(address).content.decode()
    assert "28/12/2026" in page
    assert "Trùng lịch" in page


def test_the_question_when_is_answered_by_the_day_and_leads_back(desk, organiser, founded, address):
    task = founded.campaign.tasks.get(asks="when")
    question = home(organiser, f"{founded.campaign.pk}/nhiem-vu/{task.pk}/")
    page = desk.get(question).content.decode()
    assert f"{address}thoi-gian/?hoi={task.pk}" in page
    refused = desk.post(question, {"answer": "Ngày 28/12/2026"})
    assert (refused.status_code, "chính hoạt động" in refused.content.decode()) == (422, True)
    told = {"first_day": "2026-12-28", "confirmed": "1"}
    assert desk.post(f"{address}thoi-gian/?hoi={task.pk}", told).url == question
    assert Task.objects.get(pk=task.pk).answer == "ngày 28/12/2026"


@pytest.mark.parametrize("asked", ["999999", "x", "-1", "²", "9" * 5000])
def test_a_question_that_is_none_leads_to_the_move(desk, address, asked):
    told = {"first_day": "2026-12-28", "confirmed": "1"}
    assert "/thay-doi/" in desk.post(f"{address}thoi-gian/?hoi={asked}", told).url


def test_a_day_typed_over_an_unknown_one_settles_it_as_the_box_is_empty(desk, address):
    Activity.objects.update(first_day=None, last_day=None, is_open=True)
    page = desk.get(f"{address}thoi-gian/").content.decode()
    assert 'name="is_open"' in page
    assert " checked" not in page
    sent = {"first_day": "2026-12-15", "confirmed": "1"}
    desk.post(f"{address}thoi-gian/", sent)
    assert not Activity.objects.get().is_open


@pytest.mark.parametrize("last", ["", "2026-12-15"])
def test_one_day_that_is_said_to_be_open_is_refused_and_moves_nothing(desk, address, last):
    before = list(Task.objects.values_list("falls_first", "falls_last"))
    sent = {"first_day": "2026-12-15", "last_day": last, "is_open": "on", "confirmed": "1"}
    answer = desk.post(f"{address}thoi-gian/", sent)
    assert (answer.status_code, "Chỉ ghi một ngày" in answer.content.decode()) == (422, True)
    assert list(Task.objects.values_list("falls_first", "falls_last")) == before


def test_an_end_before_the_beginning_is_refused_on_the_page(desk, address):
    told = {"first_day": "2026-12-28", "last_day": "2026-12-1"}
    answer = desk.post(f"{address}thoi-gian/", told)
    assert answer.status_code == 422
    assert "Ngày kết thúc trước ngày bắt đầu" in answer.content.decode()


def test_options_stand_side_by_side_until_one_is_settled(desk, address):
    desk.post(f"{address}phuong-an/", {"first_day": "2026-12-26"})
    desk.post(f"{address}phuong-an/", {"words": "cuối tháng 12/2026"})
    refused = desk.post(f"{address}phuong-an/", {"words": "sau này"})
    options = list(Activity.objects.get(key="hoi-nghi").options.all())
    page = desk.get(f"{address}phuong-an/").content.decode()
    assert (refused.status_code, len(options)) == (422, 2)
    assert "một ngày trong khoảng từ ngày 21/12/2026" in page
    form = desk.get(f"{address}thoi-gian/?phuong-an={options[1].pk}").content.decode()
    assert 'value="2026-12-26"' in form
    desk.post(f"{address}phuong-an/", {"drop": options[0].pk})
    assert Activity.objects.get(key="hoi-nghi").options.count() == 1


def test_units_take_part_by_rule_or_by_name(desk, organiser, address):
    new = NewUnit("t1", "Trường Tiểu học Hòa Sơn", UnitKind.SCHOOL)
    unit = add_unit(organiser.body, new, by=None, at=AT).unit
    desk.post(f"{address}don-vi/", {"holders": "communes"})
    desk.post(f"{address}don-vi/", {"holders": "one", "units": [unit.pk]})
    refused = desk.post(f"{address}don-vi/", {"holders": "one"})
    page = desk.get(address).content.decode()
    assert refused.status_code == 422
    assert "Mọi xã, phường" in page
    assert "Trường Tiểu học Hòa Sơn" in page


def test_an_activity_is_deleted_while_nothing_hangs_on_it(desk, organiser, founded, address):
    refused = desk.post(f"{address}xoa/")
    assert (refused.status_code, "nhiệm vụ" in refused.content.decode()) == (422, True)
    added(desk, organiser, founded)
    made = Activity.objects.get(kind="meeting")
    page = home(organiser, f"{founded.campaign.pk}/hoat-dong/{made.key}/")
    assert "Xóa hoạt động này" in desk.get(page).content.decode()
    assert "Xóa hoạt động này" not in desk.get(address).content.decode()
    desk.post(f"{page}xoa/")
    assert not Activity.objects.filter(kind="meeting").exists()


@pytest.mark.parametrize("rest", ["thoi-gian/", "phuong-an/", "don-vi/"])
def test_a_lesser_colleague_and_a_stranger_change_no_activity(organiser, address, rest):
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))
    assert [auditor.get(address).status_code, stranger.get(address).status_code] == [200, 404]
    for client in (auditor, stranger):
        told = {"first_day": "2026-12-28", "confirmed": "1"}
        assert client.post(f"{address}{rest}", told).status_code == 404
    assert rest not in auditor.get(address).content.decode()
