"""The pages of campaigns: the list, one campaign, its activities and tasks."""

from datetime import date

import pytest

from hoithi.campaigns.models import Agency, Holding, Task
from hoithi.contests import actions as contests
from hoithi.core.units.kinds import UnitKind
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from hoithi.plans.actions import import_plan
from tests import make
from tests.campaigns.make import campaign
from tests.core.founding import texts
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
LIST_QUERIES = 12
PAGE_QUERIES = 15


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body)


def test_an_empty_list_leads_to_the_upload(desk, organiser):
    page = desk.get(home(organiser)).content.decode()
    assert "Chưa có kế hoạch nào" in page
    assert home(organiser, "nap-van-ban/") in page


@pytest.mark.parametrize("number", [1, 4])
def test_the_list_asks_a_constant_number_of_times(
    desk, organiser, number, django_assert_num_queries
):
    for _ in range(number):
        campaign(organiser.body)
    desk.get(home(organiser))
    with django_assert_num_queries(LIST_QUERIES):
        page = desk.get(home(organiser)).content.decode()
    assert page.count("4 nhiệm vụ") == number


def crowded(founded, agencies: int, tasks: int) -> None:
    """So many agencies more, and tasks that each of them holds in turn."""
    rows = [
        Agency(campaign=founded.campaign, ordinal=10 + n, name=f"Phòng số {n}")
        for n in range(agencies)
    ]
    Agency.objects.bulk_create(rows)
    made = Task.objects.bulk_create(
        Task(
            campaign=founded.campaign,
            ordinal=10 + n,
            text=f"Nhiệm vụ số {n} " * 12,
            falls_first=date(2026, 11, 3),
            falls_last=date(2026, 11, 5),
        )
        for n in range(tasks)
    )
    Holding.objects.bulk_create(
        Holding(task=task, agency=rows[n % agencies]) for n, task in enumerate(made)
    )


@pytest.mark.parametrize(("agencies", "tasks"), [(1, 1), (12, 200)])
def test_the_campaign_asks_a_constant_number_of_times(
    desk, organiser, founded, agencies, tasks, django_assert_num_queries
):
    crowded(founded, agencies, tasks)
    address = home(organiser, f"{founded.campaign.pk}/")
    desk.get(address)
    with django_assert_num_queries(PAGE_QUERIES):
        assert desk.get(address).status_code == 200


def test_the_page_names_what_is_urgent_open_and_held_by_nobody(desk, organiser, founded):
    page = desk.get(home(organiser, f"{founded.campaign.pk}/")).content.decode()
    for words in ("Quá hạn", "Hội nghị tổ chức ngày nào?", "1 nhiệm vụ chưa có cơ quan chủ trì"):
        assert words in page
    assert "Đăng ký tham luận" in page


def test_a_superiors_contest_is_only_read_and_can_be_linked(desk, organiser):
    other = make.body("Ủy ban nhân dân tỉnh Quảng An")
    city = import_plan(texts.STAGE.encode(), "a.txt", body=other, by=None, at=AT).campaign
    contest = city.contests.get()
    contest.state = "announced"
    contest.save()
    made = import_plan(texts.SUPERIOR.encode(), "b.txt", body=organiser.body, by=None, at=AT)
    address = home(organiser, f"{made.campaign.pk}/hoat-dong/contest/")
    page = desk.get(address).content.decode()
    assert "Sửa hoạt động" not in page
    answer = desk.post(f"{address}lien-ket/", {"contest": contest.slug}, follow=True)
    assert contest.title in answer.content.decode()
    refused = desk.post(address, {"kind": "contest", "title": "x"})
    assert "chỉ để xem, không sửa" in refused.content.decode()


def test_a_report_an_obstacle_and_its_answer_are_written_down(desk, organiser, founded):
    task = founded.campaign.tasks.first()
    holding = task.holdings.get()
    address = home(organiser, f"{founded.campaign.pk}/nhiem-vu/{task.pk}/")
    refused = desk.post(address, {"holding": holding.pk, "status": "stuck"})
    desk.post(address, {"holding": holding.pk, "status": "stuck", "obstacle": "Thiếu kinh phí"})
    page = desk.get(address).content.decode()
    desk.post(address, {"holding": holding.pk, "answer": "Đã bố trí"})
    holding.refresh_from_db()
    assert (refused.status_code, "Thiếu kinh phí" in page) == (422, True)
    assert (holding.status, holding.obstacle_answer) == ("doing", "Đã bố trí")


def test_a_holding_of_another_campaign_does_not_exist(desk, organiser, founded):
    other = campaign().campaign.tasks.first()
    task = founded.campaign.tasks.first()
    address = home(organiser, f"{founded.campaign.pk}/nhiem-vu/{task.pk}/")
    sent = {"holding": other.holdings.get().pk, "status": "done"}
    assert desk.post(address, sent).status_code == 404
    assert (
        desk.get(home(organiser, f"{founded.campaign.pk}/nhiem-vu/{other.pk}/")).status_code == 404
    )


@pytest.mark.parametrize("holding", ["", "x", "9" * 40, "٣٤", "-1", "1.5"])
@pytest.mark.parametrize("told", [{"status": "done"}, {"answer": "Đã bố trí"}])
def test_a_report_of_nobody_changes_nothing(desk, organiser, founded, holding, told):
    task = founded.campaign.tasks.filter(asks="").first()
    address = home(organiser, f"{founded.campaign.pk}/nhiem-vu/{task.pk}/")
    answer = desk.post(address, {"holding": holding, **told})
    assert answer.status_code in {404, 422}
    assert not task.holdings.exclude(status="waiting").exists()


def test_a_task_is_added_with_its_holders(desk, organiser, founded):
    one, two = founded.campaign.agencies.all()
    told = {"text": "In phông", "due": "2026-12-20", "leads": one.pk, "cooperates": [two.pk]}
    desk.post(home(organiser, f"{founded.campaign.pk}/nhiem-vu-moi/"), told)
    task = founded.campaign.tasks.get(text="In phông")
    assert [(h.agency, h.leads) for h in task.holdings.order_by("-leads")] == [
        (one, True),
        (two, False),
    ]


def test_a_contest_made_alone_is_an_activity_of_its_own_campaign(organiser):
    contest = contests.create(
        import_rules(), body=organiser.body, by=organiser, at=AT, slug="cuoc-thi-rieng"
    )
    assert contest.activity.campaign == contest.campaign
    assert (contest.activity.kind, contest.campaign.from_plan) == ("contest", False)


def import_rules():
    return next(
        one.rulebook for one in texts.founded(texts.STAGE).activities if one.rulebook is not None
    )


def test_a_campaign_shows_its_contest_to_who_may_open_it(organiser):
    made = import_plan(texts.STAGE.encode(), "a.txt", body=organiser.body, by=None, at=AT)
    client = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    page = client.get(home(organiser, f"{made.campaign.pk}/")).content.decode()
    assert f"/quan-tri/cuoc-thi/{made.campaign.contests.get().slug}/" in page


def test_a_set_is_given_to_each_unit_and_its_tasks_are_followed_unit_by_unit(
    desk, organiser, founded
):
    schools = founded.campaign.agencies.get(holder_set="schools")
    made = [
        add_unit(
            organiser.body, NewUnit(f"t{n}", f"Trường số {n}", UnitKind.SCHOOL), by=None, at=AT
        )
        for n in range(2)
    ]
    address = home(organiser, f"{founded.campaign.pk}/co-quan/{schools.pk}/")
    assert "Trường số 1" in desk.get(address).content.decode()
    desk.post(address, {"units": [one.unit.pk for one in made]})
    page = desk.get(home(organiser, f"{founded.campaign.pk}/")).content.decode()
    assert "0/2 đơn vị xong" in page
    task = schools.holdings.first().task
    said = desk.get(home(organiser, f"{founded.campaign.pk}/nhiem-vu/{task.pk}/"))
    assert "Trường số 0" in said.content.decode()


def test_units_that_are_none_of_the_set_are_refused(desk, organiser, founded):
    schools = founded.campaign.agencies.get(holder_set="schools")
    address = home(organiser, f"{founded.campaign.pk}/co-quan/{schools.pk}/")
    assert desk.post(address, {"units": [10**6]}).status_code == 422


def test_a_committee_gets_its_decision_and_members(desk, organiser, founded):
    committee = founded.campaign.committees.get()
    address = home(organiser, f"{founded.campaign.pk}/ban/{committee.pk}/")
    decision = {"decision_number": "125/QĐ-UBND", "decided_on": "2026-10-05"}
    desk.post(address, {"viec": "quyet-dinh", **decision})
    desk.post(address, {"full_name": "Trần Văn Bình", "post": "Phó Chủ tịch", "role": "head"})
    page = desk.get(address).content.decode()
    assert "125/QĐ-UBND" in page
    assert "Trần Văn Bình" in page
    assert desk.post(address, {"full_name": ""}).status_code == 422


def test_no_decision_or_plan_was_signed_on_a_day_to_come(desk, organiser, founded):
    committee = founded.campaign.committees.get()
    later = {"decision_number": "125/QĐ-UBND", "decided_on": "2099-12-01", "viec": "quyet-dinh"}
    decided = desk.post(home(organiser, f"{founded.campaign.pk}/ban/{committee.pk}/"), later)
    plan = {"number": "15/KH-UBND", "issued_on": "2099-12-01"}
    signed = desk.post(home(organiser, f"{founded.campaign.pk}/so-ky-hieu/"), plan)
    for answer in (decided, signed):
        told = "Ngày của văn bản không được sau hôm nay" in answer.content.decode()
        assert (answer.status_code, told) == (422, True)


def test_number_and_day_that_were_blank_are_written_down_and_answer_their_questions(
    desk, organiser
):
    text = texts.STAGE.replace("Số: 15/KH-UBND", "Số:    /KH-UBND")
    made = import_plan(text.encode(), "a.txt", body=organiser.body, by=None, at=AT).campaign
    assert made.tasks.filter(asks="header", answered_at=None).count() == 1
    address = home(organiser, f"{made.pk}/so-ky-hieu/")
    desk.post(address, {"number": "15/KH-UBND", "issued_on": "2026-03-05"})
    made.refresh_from_db()
    assert made.plan_number == "15/KH-UBND"
    assert made.tasks.filter(asks="header", answered_at=None).count() == 0
