"""A sheet from a hall is opened by the two numbers at its top."""

import re
from datetime import timedelta

import pytest

from hoithi.kit import clock
from hoithi.people.models import RoleName
from tests.live.scene import AT
from tests.web_organiser.hall import Hall, hall_open
from tests.web_organiser.stage import role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hour():
    with clock.pinned(AT + timedelta(hours=2)):
        yield


@pytest.fixture
def hall() -> Hall:
    return hall_open()


def test_the_code_of_the_person_and_of_the_paper_open_the_sheet(hall):
    secretary = role(RoleName.SECRETARY, hall.contest.body)
    path = hall.person(secretary).url
    told = secretary.get(path).content.decode()
    entry_code = re.search(r"Mã dự thi để ghi vào bài: ([0-9A-Z-]+)", told)[1]
    other = role(RoleName.ORGANISER, hall.contest.body)
    sent = {"entry_code": f" {entry_code.lower()} ", "code": hall.code}
    answer = other.post(f"{hall.desk}tim/", sent)
    assert (answer.status_code, answer.url) == (302, f"{path}?code={hall.code}")
    for wrong in (
        {"entry_code": "AAAA-AAAA"},
        {"code": "999"},
        {"code": ""},
        {"entry_code": "\x00"},
    ):
        refused = other.post(f"{hall.desk}tim/", sent | wrong)
        assert refused.status_code == 422
        assert "field__error" in refused.content.decode()
