"""The organiser's home: one ordered list over all contests."""

from datetime import date

import pytest

from hoithi.contests import actions
from hoithi.contests.actions import NewContest
from hoithi.people.models import RoleName
from tests import make
from tests.make import AT
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
QUERIES = 24


def address(body) -> str:
    return f"/quan-tri/{body.slug}/viec-can-lam/"


def test_an_empty_home_leads_to_the_first_contest(desk, organiser):
    page = desk.get(address(organiser.body)).content.decode()

    assert "Tạo cuộc thi đầu tiên" in page
    assert f"/quan-tri/{organiser.body.slug}/cuoc-thi-moi/" in page


def test_the_list_says_what_to_do_next_and_where(desk, organiser, contest):
    response = desk.get(address(organiser.body))

    steps = response.context["steps"]
    assert [linked.step.key for linked in steps] == ["choose_bank", "watch"]
    assert steps[1].href == f"/quan-tri/cuoc-thi/{contest.slug}/dot/week-1/"


@pytest.mark.parametrize(
    "name", [RoleName.ORGANISER, RoleName.SECRETARY, RoleName.APPROVER, RoleName.AUDITOR]
)
def test_a_step_is_offered_only_to_who_can_do_it(contest, name):
    """Watching an open round is for whoever may extend or pause it."""
    client = browser(make.holder(name, over=contest.body))
    steps = client.get(address(contest.body)).context["steps"]
    round_desk = f"/quan-tri/cuoc-thi/{contest.slug}/dot/week-1/"

    offered = {linked.step.key: linked.href for linked in steps}
    assert offered["watch"] == (round_desk if name is RoleName.ORGANISER else "")
    buttons = "quyet-dinh/tam-dung" in client.get(round_desk).content.decode()
    assert buttons is (name is RoleName.ORGANISER)


@pytest.mark.parametrize("contests", [1, 3])
def test_the_home_asks_the_same_number_of_queries(
    desk, organiser, contests, django_assert_num_queries
):
    for number in range(contests):
        new = NewContest(pattern="xa-2026", title=f"Cuộc thi {number}", first_day=date(2026, 11, 1))
        made = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
        actions.put_in_force(made, by=organiser, at=AT)

    with django_assert_num_queries(QUERIES):
        desk.get(address(organiser.body))


def test_the_home_of_another_body_is_not_there(organiser, contest):
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))

    assert stranger.get(address(organiser.body)).status_code == 404
    assert stranger.get(f"/quan-tri/cuoc-thi/{contest.slug}/").status_code == 404
