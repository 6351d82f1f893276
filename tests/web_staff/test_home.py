"""Where staff begin: whoever has one place of work is led there, the others choose."""

import pytest

from hoithi.people.models import RoleName
from tests import make

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


def test_an_operator_is_led_to_nothing_that_is_closed(body, signed_in):
    client = signed_in(make.holder(RoleName.OPERATOR))
    page = client.get("/quan-tri/")
    ways = [way.href for place in page.context["places"] for way in place.ways]
    assert body.name in page.content.decode()
    assert {client.get(way).status_code for way in ways} == {200}


def test_without_a_role_one_reads_what_to_do(signed_in):
    page = signed_in(make.person()).get("/quan-tri/")
    assert "chưa được giao vai trò nào" in page.content.decode()
