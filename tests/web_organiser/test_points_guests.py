"""The second person without an account: a one-time link, or a signed sheet where there is one."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hoithi.judging.models import Confirmation
from hoithi.kit import clock
from hoithi.people.models import Invitation, RoleName
from tests import make
from tests.web_organiser.stage import PDF, role, stage

pytestmark = pytest.mark.django_db
GUEST = {"full_name": "Lê Thị Hoa", "post": "Phó Trưởng Ban", "decision": "12/QĐ-UBND"}


@pytest.fixture
def hall():
    return stage()


@pytest.fixture
def typist(hall):
    person = role(RoleName.SECRETARY, hall.contest.body)
    hall.enter(person, "skit", "35", "38", "40")
    return person


def link(hall, typist) -> str:
    page = typist.post(hall.sheet("thu-moi/"), GUEST)
    assert b"<svg" in page.content
    return page.context["address"].removeprefix("http://testserver")


def ticked(hall) -> dict[str, list[str]]:
    return {"khop": list(hall.tokens.values())}


def test_a_guest_compares_every_line_and_confirms_once(hall, typist):
    path, guest = link(hall, typist), Client()
    page = guest.get(path).content.decode()
    assert "Lê Thị Hoa" in page
    assert "Đội xã Bình Đông" in page
    assert guest.post(path, {}).status_code == 422
    assert guest.post(path, {"khop": list(hall.tokens.values())[:2]}).status_code == 422
    assert hall.counted() == []

    assert "Đã xác nhận" in guest.post(path, ticked(hall)).content.decode()
    assert len(hall.counted()) == 3
    assert "Lê Thị Hoa, Phó Trưởng Ban" in typist.get(hall.sheet()).content.decode()
    assert guest.post(path, ticked(hall)).status_code == 422
    assert guest.get(path).status_code == 422
    assert make.deeds()[-2:] == ["people.invitation_used", "judging.sheet_confirmed"]


def test_who_made_the_link_does_not_use_it(hall, typist):
    path = link(hall, typist)
    for answer in (typist.get(path), typist.post(path, ticked(hall))):
        assert (answer.status_code, "do chính tài khoản" in answer.content.decode()) == (422, True)
    assert hall.counted() == []
    assert Client().get(path).status_code == 200


def test_a_link_ends_and_serves_no_newer_sheet(hall, typist):
    path = link(hall, typist)
    with clock.pinned(make.AT + timedelta(days=4)):
        assert Client().get(path).status_code == 422
    hall.enter(typist, "skit", "36", "38", "40", seen=1)
    replaced = Client().post(path, ticked(hall))
    assert replaced.status_code == 422
    assert "bảng điểm mới hơn" in replaced.content.decode()
    assert Invitation.objects.get().used_at is None
    assert hall.counted() == []


def test_a_link_of_another_deed_opens_no_points(hall, typist):
    path = link(hall, typist)
    Invitation.objects.update(deed="results.approve")
    assert Client().get(path).status_code == 404


def test_the_typist_cannot_be_the_guest(hall, typist):
    name = "Người giữ vai trò secretary"
    assert typist.post(hall.sheet("thu-moi/"), GUEST | {"full_name": name}).status_code == 422
    assert not Invitation.objects.exists()


def scan(data: bytes = PDF, name: str = "bien-ban.pdf") -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, data)}


def test_paper_closes_the_step_only_where_one_official_was_declared(hall, typist):
    assert typist.post(hall.sheet("bien-ban/"), scan()).status_code == 422
    address = f"/quan-tri/cuoc-thi/{hall.contest.slug}/hai-nguoi/"
    assert typist.post(address, {"one_official": "on", "reason": "x"}).status_code == 404
    organiser = role(RoleName.ORGANISER, hall.contest.body)
    assert organiser.post(address, {"one_official": "on", "reason": ""}).status_code == 422
    said = {"one_official": "on", "reason": "Phòng chỉ có một công chức"}
    assert organiser.post(address, said).status_code == 302
    assert "contests.officials_declared" in make.deeds()

    assert typist.post(hall.sheet("bien-ban/"), scan()).status_code == 302
    assert len(hall.counted()) == 3
    page = typist.get(hall.sheet()).content.decode()
    assert "cơ quan có một công chức phụ trách" in page
    kept = typist.get(hall.sheet("bien-ban-da-ky/"))
    assert b"".join(kept.streaming_content) == PDF


@pytest.mark.parametrize(("data", "name"), [(b"", "a.pdf"), (b"MZ", "a.exe"), (PDF, "a.png")])
def test_a_sheet_that_is_no_scan_is_refused(hall, typist, data, name):
    hall.contest.one_official = True
    hall.contest.save()
    assert typist.post(hall.sheet("bien-ban/"), scan(data, name)).status_code == 422
    assert not Confirmation.objects.exists()
