"""The page of reminding: its days, and texts for Zalo."""

from datetime import date

import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import NewTask
from hoithi.campaigns.models import Agency, TaskReminding
from hoithi.core.tasks.due import until
from tests import make
from tests.campaigns.make import campaign
from tests.web_campaigns.conftest import home

pytestmark = pytest.mark.django_db


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body).campaign


@pytest.fixture
def where(organiser, founded):
    return home(organiser, f"{founded.pk}/nhiem-vu/nhac-viec/")


def test_the_text_for_an_agency_says_what_it_has_not_finished(desk, where):
    page = desk.get(where).content.decode()
    assert "Các trường học trên địa bàn xã: đến ngày 02/11/2026 còn 01 việc" in page
    assert "1. Đăng ký tham luận – quá hạn 01 ngày (hạn 01/11/2026)" in page
    assert "Chưa có đầu mối trên hệ thống" in page
    assert "Dự thảo bài phát biểu" not in page


def test_a_campaign_where_nothing_presses_says_so(desk, founded, where):
    founded.tasks.all().delete()
    assert "chưa cần nhắc ai" in desk.get(where).content.decode()


def test_days_are_chosen(desk, founded, where):
    desk.post(where, {"is_on": "on", "days": "10 5, 2"})
    row = TaskReminding.objects.get(campaign=founded)
    assert (row.days_before, row.is_on) == ([10, 5, 2], True)


@pytest.mark.parametrize("days", ["", "bảy", "0", "100", "1,2,3,4,5,6,7", "-1"])
def test_days_that_make_no_sense_are_refused(desk, where, days):
    answer = desk.post(where, {"is_on": "on", "days": days})
    assert answer.status_code == 422
    assert not TaskReminding.objects.exists()


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_asks_a_constant_number_of_times(
    desk, founded, where, number, django_assert_num_queries
):
    for n in range(number):
        agency = Agency.objects.create(campaign=founded, ordinal=20 + n, name=f"Phòng số {n}")
        new = NewTask("Việc chậm", until(date(2026, 10, 20)), leads=(agency,))
        actions.add_task(founded, new, by=make.person(), at=make.AT)
    desk.get(where)
    with django_assert_num_queries(12):
        assert desk.get(where).content.decode().count("Việc chậm") == 2 * number
