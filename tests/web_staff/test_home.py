"""Where staff begin: whoever has one place of work is led there, the others choose."""

from datetime import date

import pytest

from hoithi.contests import actions
from hoithi.contests.actions import NewContest
from hoithi.people.models import RoleName
from tests import make
from tests.make import AT

QUERIES = 30
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


@pytest.fixture
def body():
    return make.body("UBND xã Hòa Sơn")


@pytest.mark.parametrize(
    ("role", "leads_to"),
    [
        (RoleName.ORGANISER, "/quan-tri/{slug}/viec-can-lam/"),
        (RoleName.AUDITOR, "/quan-tri/{slug}/viec-can-lam/"),
        (RoleName.QUESTION_WRITER, "/quan-tri/ngan-hang/"),
    ],
)
def test_one_way_is_taken_at_once(body, signed_in, role, leads_to):
    answer = signed_in(make.holder(role, over=body)).get("/quan-tri/")
    assert answer["Location"] == leads_to.format(slug=body.slug)


def test_an_administrator_chooses(body, signed_in):
    page = signed_in(make.holder(RoleName.ADMINISTRATOR, over=body)).get("/quan-tri/")
    labels = [way.label for place in page.context["places"] for way in place.ways]
    assert labels == ["Việc cần làm", "Tài khoản", "Đơn vị"]


def running(*, over, title="Cuộc thi", first_day=date(2026, 11, 1)):
    official = make.holder(RoleName.ORGANISER, over=over)
    new = NewContest(pattern="xa-2026", title=title, first_day=first_day)
    contest = actions.create_from_pattern(new, body=over, by=official, at=AT)
    actions.put_in_force(contest, by=official, at=AT)
    return actions.announce(contest, by=official, at=AT)


def test_the_work_of_all_bodies_stands_first_in_one_list(body, signed_in):
    other = make.body("UBND xã Bình Sơn")
    person = make.holder(RoleName.ORGANISER, over=body)
    make.role(person, RoleName.ORGANISER, over=other)
    later, now = date(2026, 11, 20), date(2026, 11, 1)
    running(over=body, title="Mở sau", first_day=later)
    running(over=other, title="Đang mở", first_day=now)
    running(over=make.body("UBND xã lạ"), title="Của người khác", first_day=now)

    page = signed_in(person).get("/quan-tri/")
    steps = [(one.step.contest, one.step.key) for one in page.context["steps"]]
    assert [key for title, key in steps if title == "Đang mở"][-1] == "watch"
    dues = [one.step.due for one in page.context["steps"] if one.step.due]
    assert dues == sorted(dues)
    assert {title for title, _ in steps} == {"Đang mở", "Mở sau"}
    text = page.content.decode()
    assert text.index("Việc cần làm tiếp theo") < text.index("Nơi làm việc")
    assert "Của người khác" not in text


@pytest.mark.parametrize("bodies", [1, 3])
def test_as_many_queries_for_many_bodies(body, signed_in, bodies, django_assert_num_queries):
    person = make.holder(RoleName.ADMINISTRATOR, over=body)
    make.role(person, RoleName.ORGANISER, over=body)
    running(over=body)
    for number in range(1, bodies):
        over = make.body(f"UBND xã {number}")
        make.role(person, RoleName.ORGANISER, over=over)
        running(over=over)
    client = signed_in(person)
    with django_assert_num_queries(QUERIES):
        client.get("/quan-tri/")


def test_an_operator_is_led_to_nothing_that_is_closed(body, signed_in):
    client = signed_in(make.holder(RoleName.OPERATOR))
    page = client.get("/quan-tri/")
    ways = [way.href for place in page.context["places"] for way in place.ways]
    assert body.name in page.content.decode()
    assert {client.get(way).status_code for way in ways} == {200}


def test_without_a_role_one_reads_what_to_do(signed_in):
    page = signed_in(make.person()).get("/quan-tri/")
    assert "chưa được giao vai trò nào" in page.content.decode()
