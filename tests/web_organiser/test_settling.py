"""A sheet typed unlike by two is settled by a third, who has the paper in hand."""

from datetime import timedelta

import pytest

from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.sittings.models import Submission, TypedSheet
from tests import make
from tests.live.scene import AT
from tests.web_organiser.hall import Hall, hall_open
from tests.web_organiser.stage import role

pytestmark = pytest.mark.django_db
DIFFERING = {"cau-1": "B", "seconds": "30", "cau-7": ""}
SIDES = {"1": "second", "7": "first", "seconds": "first"}


@pytest.fixture(autouse=True)
def hour():
    with clock.pinned(AT + timedelta(hours=2)):
        yield


@pytest.fixture
def hall() -> Hall:
    return hall_open()


@pytest.fixture
def people(hall):
    roles = (RoleName.SECRETARY, RoleName.ORGANISER, RoleName.SECRETARY)
    return [role(one, hall.contest.body) for one in roles]


@pytest.fixture
def path(hall, people):
    found = hall.person(people[0]).url
    hall.typed(people[0], found)
    hall.typed(people[1], found, **DIFFERING)
    return found


def settle(path: str) -> str:
    """The address of the third look."""
    return f"{path}thong-nhat/?phan={TypedSheet.objects.earliest('pk').part_key}"


def test_the_third_person_says_what_the_paper_says_and_it_counts(hall, people, path):
    third = people[2]
    assert "Thống nhất" in third.get(hall.desk).content.decode()
    page = third.get(settle(path)).content.decode()
    assert "12 phút 30 giây" in page
    answer = third.post(settle(path), SIDES)
    assert (answer.status_code, answer.url) == (302, hall.desk)
    submission = Submission.objects.get()
    assert (submission.answers["1"], submission.answers["7"]) == (2, "một cửa")
    assert submission.submitted_at - submission.sitting.started_at == timedelta(minutes=12)
    assert make.deeds()[-1] == "sittings.sheet_settled"
    kept = [one.answers.get("1") for one in TypedSheet.objects.order_by("pk")]
    assert kept == [1, 2, 2]
    assert third.get(settle(path)).status_code == 404


@pytest.mark.parametrize("who", [0, 1])
def test_a_typist_does_not_settle_the_own_sheet(people, path, who):
    page = people[who].get(settle(path)).content.decode()
    assert "không tự thống nhất được" in page
    assert people[who].post(settle(path), SIDES).status_code == 422
    assert not Submission.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"1": "second"}, SIDES | {"1": "third"}])
def test_every_place_needs_a_decision(people, path, sent):
    assert people[2].post(settle(path), sent).status_code == 422
    assert not Submission.objects.exists()


def test_two_of_three_blind_typings_that_agree_count(hall, people, path):
    assert hall.typed(people[2], path).status_code == 302
    assert Submission.objects.get().answers["1"] == 1


def test_a_sheet_typed_once_waits_for_no_third_look(hall, people):
    found = hall.person(people[0]).url
    hall.typed(people[0], found)
    assert people[2].get(settle(found)).status_code == 404
    assert people[2].post(settle(found), SIDES).status_code == 404
