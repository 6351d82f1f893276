"""The pages on which a campaign is copied, given away, received and looked at again."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.campaigns.models import Campaign
from hoithi.people.models import RoleName
from hoithi.plans import actions
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(organiser):
    return campaign(organiser.body).campaign


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def file(data: bytes, name: str = "ke-hoach.hoithi.json") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_the_copy_is_made_for_the_same_weekday_and_leads_to_what_must_be_looked_at(
    desk, organiser, made
):
    address = home(organiser, f"{made.pk}/to-chuc-lai/")
    assert 'value="2027-10-31"' in page(desk, address)
    told = desk.post(address, {"first_day": "2027-10-31"}, follow=True).content.decode()
    assert "Còn " in told
    assert "Chép từ" in told
    assert Campaign.objects.filter(body=organiser.body).count() == 2


def test_a_day_that_has_passed_is_refused_and_nothing_is_founded(desk, organiser, made):
    answer = desk.post(home(organiser, f"{made.pk}/to-chuc-lai/"), {"first_day": "2020-01-01"})
    assert (answer.status_code, Campaign.objects.count()) == (422, 1)


def test_what_was_looked_at_goes_below_with_who_said_so(desk, organiser, made):
    twin = actions.copy_campaign(made, days=364, by=organiser, at=AT)
    address = home(organiser, f"{twin.pk}/xem-lai/")
    question = twin.tasks.filter(asks="again").first()
    desk.post(address, {"question": question.pk, "answer": ""})
    question.refresh_from_db()
    assert (question.answer, question.answered_by) == ("Đã xem lại.", organiser)
    assert "Đã xem" in page(desk, address)
    assert desk.post(address, {"question": "x"}).status_code == 422
    elsewhere = campaign().campaign.tasks.exclude(asks="").first()
    assert desk.post(address, {"question": elsewhere.pk}).status_code == 404


def test_the_file_goes_out_and_comes_in_once(desk, organiser, made):
    sent = desk.get(home(organiser, f"{made.pk}/xuat-tep/"))
    assert sent["Content-Disposition"].endswith('.hoithi.json"')
    assert json.loads(sent.content)["format"] == 1
    other = make.holder(RoleName.ORGANISER, over=make.body("Ủy ban nhân dân phường Hòa Bình"))
    theirs = browser(other)
    for words in ("Nhận từ tệp của đơn vị khác", "đã được nhận trước đó"):
        upload = {"file": file(sent.content)}
        told = theirs.post(home(other, "nhan-tep/"), upload, follow=True).content.decode()
        assert words in told
    assert other.body.campaigns.count() == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Tệp không có nội dung"),
        (b"PK\x03\x04" + b"0" * 99, "không phải tệp kế hoạch"),
        (b" " * (8 * 1024 * 1024) + b"xx", "quá mức cho phép"),
        (b'{"what": "hoithi-campaign", "format": 9}', "phiên bản mới hơn"),
        (b'{"what": "hoithi-campaign", "format": 1, "sha256": "0"}', "đã bị sửa"),
    ],
)
def test_a_file_that_is_none_is_refused_with_a_sentence(desk, organiser, data, words):
    answer = desk.post(home(organiser, "nhan-tep/"), {"file": file(data)})
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert Campaign.objects.count() == 0


def test_who_only_reads_looks_at_what_is_open_and_changes_nothing(organiser, made):
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    shown = page(auditor, home(organiser, f"{made.pk}/xem-lai/"))
    assert "Hội nghị tổ chức ngày nào?" in shown
    assert "Ghi kết quả xem lại" not in shown
    assert "Tổ chức lại" not in shown
    for rest in (f"{made.pk}/to-chuc-lai/", f"{made.pk}/xuat-tep/", "nhan-tep/"):
        assert auditor.get(home(organiser, rest)).status_code == 404


def test_another_body_finds_nothing(made):
    stranger = make.holder(RoleName.ORGANISER, over=make.body("Xã Khác"))
    for rest in ("xem-lai", "to-chuc-lai", "xuat-tep"):
        address = f"/quan-tri/{stranger.body.slug}/ke-hoach/{made.pk}/{rest}/"
        assert browser(stranger).get(address).status_code == 404
