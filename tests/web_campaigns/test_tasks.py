"""The ways to see the tasks of a campaign, searched, drawn and changed."""

from datetime import date

import pytest

from hoithi.campaigns.models import Agency, Holding, Task
from tests.campaigns.make import campaign
from tests.web_campaigns.conftest import home

pytestmark = pytest.mark.django_db
VIEWS = ("", "bang/", "bang/?theo=viec", "tien-do/", "lich/")
QUERIES = {"": 10, "bang/": 10, "bang/?theo=viec": 10, "tien-do/": 11, "lich/": 11}

NAMED = {"bang/": 0, "lich/": 2}
"""How often a view names a task that runs over days; a table of counts names none."""


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body).campaign


def address(founded, organiser, rest=""):
    return home(organiser, f"{founded.pk}/nhiem-vu/{rest}")


def crowded(founded, number):
    """So many tasks more, each led by one agency and helped by another."""
    one, two = founded.agencies.all()
    made = Task.objects.bulk_create(
        Task(
            campaign=founded,
            ordinal=10 + n,
            text=f"Nhiệm vụ số {n}",
            falls_first=date(2026, 11, 3),
            falls_last=date(2026, 11, 5 + n % 20),
        )
        for n in range(number)
    )
    Holding.objects.bulk_create(
        Holding(task=task, agency=agency, leads=leads)
        for task in made
        for agency, leads in ((one, True), (two, False))
    )


@pytest.mark.parametrize("number", [2, 40])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_asks_a_constant_number_of_times(
    desk, organiser, founded, view, number, django_assert_num_queries
):
    crowded(founded, number)
    desk.get(address(founded, organiser, view))
    with django_assert_num_queries(QUERIES[view]):
        page = desk.get(address(founded, organiser, view)).content.decode()
    assert page.count(f"Nhiệm vụ số {number - 1}") == NAMED.get(view, 1)


@pytest.mark.parametrize("view", VIEWS)
def test_a_campaign_without_tasks_says_so(desk, organiser, founded, view):
    founded.tasks.all().delete()
    page = desk.get(address(founded, organiser, view)).content.decode()
    assert "Kế hoạch này chưa có nhiệm vụ nào" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("tim=phat+bieu", ["Dự thảo bài phát biểu"], id="without marks"),
        pytest.param("tim=cac+truong", ["Đăng ký tham luận"], id="by the name of an agency"),
        pytest.param("han=undated", ["Chuẩn bị hội trường"], id="by urgency"),
        pytest.param("han=overdue", ["Đăng ký tham luận"], id="late"),
        pytest.param("tinh_hinh=done", [], id="by state"),
        pytest.param("thang=2026-12", ["Dự thảo bài phát biểu"], id="by month"),
        pytest.param("cua_toi=on", [], id="one's own"),
        pytest.param("tim=kh%C3%B4ng+c%C3%B3", [], id="nothing"),
    ],
)
def test_tasks_are_searched(desk, organiser, founded, query, found):
    page = desk.get(address(founded, organiser, f"?{query}")).content.decode()
    texts = ("Dự thảo bài phát biểu", "Đăng ký tham luận", "Chuẩn bị hội trường")
    assert [text for text in texts if text in page] == found
    assert found or "Không có nhiệm vụ nào khớp" in page


@pytest.mark.parametrize(
    "query",
    [
        "co_quan=x", "co_quan=999999999999999999999", "tinh_hinh=a", "han=%00", "thang=2026-13",
        "trang=-1", "trang=x", "tim=" + "a" * 500, "xem=0000-00", "xem=9999-99", "xem=٢٠٢٦-١",
        "theo=x", "tim=%00", "xem=2100-12", "xem=2000-01",
    ],
)  # fmt: skip
@pytest.mark.parametrize("view", ["", "bang/", "tien-do/", "lich/"])
def test_what_is_not_understood_in_an_address_finds_everything(
    desk, organiser, founded, view, query
):
    assert desk.get(address(founded, organiser, f"{view}?{query}")).status_code == 200


def test_days_that_are_open_are_drawn_as_ranges(desk, organiser, founded):
    page = desk.get(address(founded, organiser, "tien-do/")).content.decode()
    assert page.count("bar--open") == 1 + 1 + 2
    assert page.count("chưa ấn định ngày") >= 3
    assert "style=" not in page


def test_the_calendar_names_holidays_and_what_falls_due(desk, organiser, founded):
    page = desk.get(address(founded, organiser, "lich/?xem=2027-01")).content.decode()
    assert "Dự thảo thông báo kết luận" in page
    assert "Tết Dương lịch" in page


def test_the_calendar_says_which_tasks_it_leaves_out(desk, organiser, founded):
    page = address(founded, organiser, "lich/?xem=2027-01")
    founded.tasks.all().delete()
    task = founded.tasks.create(ordinal=1, text="Tuyên truyền")
    task.holdings.create(agency=founded.agencies.first())
    said = "1 nhiệm vụ chưa có thời hạn nên không có trên lịch"
    assert said in desk.get(page).content.decode()
    task.falls_first = task.falls_last = date(2027, 1, 8)
    task.save()
    assert "không có trên lịch" not in desk.get(page).content.decode()


def change(task):
    return f"{task.pk}/sua/"


def told(task, **more):
    return {"text": task.text, "due_kind": "none"} | more


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        pytest.param({"due_kind": "day", "due": "2026-12-01"}, "01/12/2026", id="a day"),
        pytest.param(
            {"due_kind": "range", "due_first": "2026-12-01", "due_last": "2026-12-05"},
            "từ ngày 01/12/2026 đến hết ngày 05/12/2026",
            id="a range",
        ),
        pytest.param(
            {
                "due_kind": "relative",
                "offset": "5",
                "counted": "working_days",
                "side": "before_start",
            },
            "05 ngày làm việc",
            id="working days before an activity",
        ),
        pytest.param(
            {"due_kind": "relative", "offset": "0", "counted": "days", "side": "after_start"},
            "vào ngày diễn ra",
            id="on the day itself",
        ),
    ],
)
def test_a_due_date_is_told_in_peoples_words(desk, organiser, founded, sent, said):
    task = founded.tasks.first()
    form = told(task, activity=founded.activities.get().pk, **sent)
    page = desk.post(address(founded, organiser, change(task)), form, follow=True)
    assert said in page.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"due_kind": "day"},
        {"due_kind": "range", "due_first": "2026-12-01"},
        {"due_kind": "range", "due_first": "2026-12-05", "due_last": "2026-12-01"},
        {"due_kind": "relative", "offset": "3"},
        {"due_kind": "relative", "offset": "-3"},
        {"due_kind": "relative", "offset": "99999999999"},
        {"due_kind": "x"},
        {"due_kind": "day", "due": "0001-01-01"},
        {"text": ""},
        {"leads": ["999999"]},
    ],
)
def test_a_due_date_with_a_part_missing_is_refused(desk, organiser, founded, sent):
    task = founded.tasks.first()
    answer = desk.post(address(founded, organiser, change(task)), told(task) | sent)
    before = task.due_offset
    task.refresh_from_db()
    assert (answer.status_code, task.due_offset) == (422, before)


def test_a_form_sent_back_unchanged_keeps_the_plans_words(desk, organiser, founded):
    task = founded.tasks.first()
    where = address(founded, organiser, change(task))
    form = desk.get(where).context["form"]
    sent = {name: value for name, value in form.initial.items() if value is not None}
    desk.post(where, sent)
    before = task.due_words
    task.refresh_from_db()
    assert (task.due_words, task.due_offset) == (before, -7)


def test_a_task_is_dropped_only_when_it_is_meant(desk, organiser, founded):
    task = founded.tasks.first()
    where = address(founded, organiser, f"{task.pk}/xoa/")
    assert desk.post(where, {}).status_code == 422
    page = desk.post(where, {"sure": "on"}, follow=True).content.decode()
    assert "Đã xóa nhiệm vụ" in page
    assert not Task.objects.filter(pk=task.pk).exists()


def test_the_matrix_counts_by_agency_and_month(desk, organiser, founded):
    page = desk.get(address(founded, organiser, "bang/")).content.decode()
    agency = Agency.objects.get(campaign=founded, name="Phòng Văn hóa - Xã hội")
    assert f"co_quan={agency.pk}" in page
    assert "1 quá hạn" in page
