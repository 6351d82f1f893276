"""Which contests are offered as a superior's, and in which order."""

import pytest

from hoithi.contests.models import Contest
from hoithi.plans import actions
from hoithi.web.organiser.campaigns.superiors import offered
from tests import make
from tests.core.founding import texts
from tests.make import AT

pytestmark = pytest.mark.django_db


def imported(body, text):
    return actions.import_plan(text.encode(), "kh.txt", body=body, by=None, at=AT).campaign


def test_the_contest_of_the_plan_is_first_and_the_bodys_own_are_left_out():
    body, city = make.body("UBND xã An Phú"), make.body("UBND tỉnh Quảng An")
    imported(body, texts.STAGE)
    imported(city, texts.STAGE.replace("Cán bộ một cửa giỏi", "Chung tay cải cách"))
    imported(city, texts.STAGE)
    Contest.objects.update(state="announced")
    found = offered(body, "Hưởng ứng Cuộc thi “Chung tay cải cách” tỉnh Quảng An năm 2026")
    assert [one.body for one in found] == [city, city]
    assert "Chung tay" in found[0].title
