"""The organiser's page of a rehearsal."""

from datetime import date

import pytest

from hoithi.contests import actions
from hoithi.contests.actions import NewContest
from hoithi.contests.facts import state_at
from hoithi.contests.models import Rehearsal, RehearsalState
from hoithi.core.rounds import RoundState
from hoithi.people.models import RoleName
from tests import make
from tests.make import AT
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
PROGRESS = [
    {
        "key": "week-1",
        "title": "Tuần thứ Nhất",
        "crowd": 50,
        "people": 40,
        "sittings": 70,
        "saves": 70,
        "submissions": 69,
        "refusals": {"day_used_up": 3},
        "seconds": 10.0,
        "done": False,
    }
]


@pytest.fixture
def coming(organiser):
    """Rules in force; the first week opens in eight days."""
    new = NewContest(pattern="xa-2026", title="Cuộc thi xã Hòa Sơn", first_day=date(2026, 11, 10))
    made = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
    actions.put_in_force(made, by=organiser, at=AT)
    return made


def address(contest) -> str:
    return f"/quan-tri/cuoc-thi/{contest.slug}/chay-thu/"


def test_one_button_asks_the_worker(desk, coming):
    answer = desk.post(address(coming), {"people": "500"}, follow=True)

    asked = Rehearsal.objects.get()
    assert (asked.contest, asked.people, asked.state) == (coming, 500, RehearsalState.ASKED)
    assert "Đang chờ máy chủ bắt đầu" in answer.content.decode()


@pytest.mark.parametrize("people", ["", "0", "51", "nhiều", "-1"])
def test_an_odd_number_is_refused_and_changes_nothing(desk, coming, people):
    answer = desk.post(address(coming), {"people": people})

    assert (answer.status_code, Rehearsal.objects.exists()) == (422, False)


def test_a_second_click_is_refused(desk, coming):
    desk.post(address(coming), {"people": "50"})
    answer = desk.post(address(coming), {"people": "50"})

    assert (answer.status_code, Rehearsal.objects.count()) == (422, 1)
    assert "Lần chạy thử trước chưa được xóa hết" in answer.content.decode()


def test_an_open_contest_is_not_rehearsed(desk, contest):
    page = desk.get(address(contest)).content.decode()

    assert "Có đợt thi đang mở" in page
    assert desk.post(address(contest), {"people": "50"}).status_code == 422


def test_a_trial_that_is_over_is_in_nobodys_way(desk, organiser):
    new = NewContest(pattern="xa-2026", title="Cuộc thi thử", first_day=date(2026, 11, 3))
    made = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
    actions.put_in_force(made, by=organiser, at=AT)

    states = [state_at(one, AT) for one in made.rounds.order_by("ordinal")]
    assert states[:2] == [RoundState.CLOSED, RoundState.COMING]
    assert "không chạy thử" not in desk.get(address(made)).content.decode()
    assert desk.post(address(made), {"people": "50"}).status_code == 302
    assert "Đợt thi này đã qua" in desk.get(f"{address(made)[:-9]}de-thi/").content.decode()


def test_the_page_shows_how_far_it_is(desk, coming, organiser):
    actions.rehearse(coming, 50, by=organiser, at=AT)
    Rehearsal.objects.update(state=RehearsalState.PLAYING, progress=PROGRESS)

    page = desk.get(address(coming)).content.decode()

    words = (
        "40/50 người",
        "Lần gửi bài mỗi giây</dt><dd>20</dd>",
        "Hết lượt thi trong ngày: 3",
        'hx-trigger="every 3s"',
    )
    assert [word for word in words if word not in page] == []


def test_ending_is_one_click_and_twice_is_said(desk, coming, organiser):
    actions.rehearse(coming, 50, by=organiser, at=AT)

    desk.post(f"{address(coming)}ket-thuc/")
    Rehearsal.objects.update(cleared_at=AT)
    answer = desk.post(f"{address(coming)}ket-thuc/")

    assert (Rehearsal.objects.get().ended_at, answer.status_code) == (AT, 422)


def test_a_colleague_may_look_and_not_press(coming, organiser):
    secretary = browser(make.holder(RoleName.SECRETARY, over=organiser.body))

    page = secretary.get(address(coming)).content.decode()

    assert '<form method="post" class="stack">' not in page
    assert secretary.post(address(coming), {"people": "50"}).status_code == 404


def test_the_next_steps_ask_for_it_until_it_was_held(desk, coming, organiser):
    home = f"/quan-tri/{organiser.body.slug}/viec-can-lam/"
    bank = organiser.body.banks.create(title="Ngân hàng", created_at=AT)
    bank.contests.add(coming)

    def steps() -> list[str]:
        return [one.href for one in desk.get(home).context["steps"] if one.step.key == "rehearse"]

    assert steps() == [address(coming)]
    actions.rehearse(coming, 50, by=organiser, at=AT)
    assert steps() == []
    Rehearsal.objects.update(state=RehearsalState.FAILED, cleared_at=AT)
    assert steps() == [address(coming)]
    Rehearsal.objects.update(state=RehearsalState.PLAYED, played_at=AT)
    assert steps() == []
