"""The file that shows what was done, on the organiser's screen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.people.models import RoleName
from tests import make
from tests.campaigns.make import campaign
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def holding(organiser):
    return campaign(organiser.body).campaign.tasks.first().holdings.get()


def address(organiser, holding, rest=""):
    task = holding.task
    return home(organiser, f"{task.campaign_id}/nhiem-vu/{task.pk}/{rest}")


def send(desk, organiser, holding, data=b"%PDF-1.4\n%%EOF\n", name="Báo cáo kết quả.pdf"):
    file = SimpleUploadedFile(name, data)
    told = {"holding": holding.pk, "status": "done", "evidence": "Công văn 12", "file": file}
    return desk.post(address(organiser, holding), told, follow=True)


def test_a_file_is_sent_shown_and_saved_by_those_who_read_the_campaign(desk, organiser, holding):
    page = send(desk, organiser, holding).content.decode()
    there = address(organiser, holding, f"minh-chung/{holding.pk}/")
    reader = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    given = reader.get(there)
    assert ("Báo cáo kết quả.pdf" in page, there in page) == (True, True)
    assert b"".join(given.streaming_content) == b"%PDF-1.4\n%%EOF\n"
    assert given["content-disposition"].startswith("attachment")


def test_nobody_of_another_body_gets_the_file(desk, organiser, holding):
    send(desk, organiser, holding)
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))
    there = address(organiser, holding, f"minh-chung/{holding.pk}/")
    assert stranger.get(there).status_code == 404


def test_a_file_that_is_not_taken_is_told_in_a_sentence(desk, organiser, holding):
    answer = send(desk, organiser, holding, b"MZ\x90\x00", "cai-dat.exe")
    assert answer.status_code == 422
    assert "Tệp không đúng loại" in answer.content.decode()
    holding.refresh_from_db()
    assert (holding.status, holding.evidence_file) == ("waiting", None)
