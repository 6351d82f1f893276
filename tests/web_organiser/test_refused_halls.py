"""What a second person sends about paper is refused on its page, with ticks and words kept."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hoithi.judging.models import Confirmation, PointsSheet
from hoithi.kit import clock
from hoithi.people.models import Invitation, RoleName
from hoithi.sittings.models import TypedSheet
from tests.live.scene import AT
from tests.web_organiser.again import told_again
from tests.web_organiser.hall import GUEST, Hall, hall_open
from tests.web_organiser.stage import role, stage

pytestmark = pytest.mark.django_db
TYPIST = GUEST | {"full_name": "Người giữ vai trò secretary"}


@pytest.fixture(autouse=True)
def hour():
    with clock.pinned(AT + timedelta(hours=2)):
        yield


def wrong_file() -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("bien-ban.pdf", b"<html>x</html>")}


@pytest.fixture
def hall() -> Hall:
    """A sheet waits for its second person; one official was declared."""
    made = hall_open()
    made.contest.one_official = True
    made.contest.save()
    secretary = role(RoleName.SECRETARY, made.contest.body)
    made.typed(secretary, made.person(secretary).url)
    return made


@pytest.mark.parametrize(
    ("rest", "sent", "kept"),
    [
        pytest.param("thu-moi/", GUEST | {"post": ""}, ("Lê Thị Hoa", "12/QĐ-UBND"), id="post"),
        pytest.param("thu-moi/", TYPIST, ("Phó Trưởng Ban",), id="the typist"),
        pytest.param("bien-ban/", {}, ("Chưa chọn tệp",), id="no file"),
        pytest.param("bien-ban/", wrong_file(), ("chọn lại tệp",), id="no scan"),
    ],
)
def test_the_hall(hall, rest, sent, kept):
    who = role(RoleName.SECRETARY, hall.contest.body)
    assert told_again(who.post(f"{hall.desk}{rest}", sent), "Bài thi giấy", *kept)
    assert (Invitation.objects.exists(), TypedSheet.objects.get().evidence) == (False, None)


def test_a_guest_of_the_hall_who_ticked_nothing(hall):
    who = role(RoleName.SECRETARY, hall.contest.body)
    link = who.post(f"{hall.desk}thu-moi/", GUEST).context["address"]
    answer = Client().post(link.removeprefix("http://testserver"), {})
    page = answer.content.decode()
    assert (answer.status_code, "Lê Thị Hoa" in page, 'role="alert"' in page) == (422, True, True)


@pytest.fixture
def points():
    """Points that wait for their second person; one official was declared."""
    made = stage()
    made.contest.one_official = True
    made.contest.save()
    made.enter(role(RoleName.SECRETARY, made.contest.body), "skit", "35", "38", "40")
    return made


@pytest.mark.parametrize(
    ("rest", "sent", "kept"),
    [
        pytest.param("thu-moi/", GUEST | {"post": ""}, ("Lê Thị Hoa",), id="post"),
        pytest.param("thu-moi/", TYPIST, ("Phó Trưởng Ban",), id="the typist"),
        pytest.param("bien-ban/", {}, ("Chưa chọn tệp",), id="no file"),
        pytest.param("bien-ban/", wrong_file(), ("chọn lại tệp",), id="no scan"),
        pytest.param("nhap-lai/tu-tep/", {}, ("Nhập lại để so",), id="no table"),
    ],
)
def test_a_sheet_of_points(points, rest, sent, kept):
    secretary = role(RoleName.SECRETARY, points.contest.body)
    assert told_again(secretary.post(points.sheet(rest), sent), "số 1", *kept)
    assert (Invitation.objects.exists(), Confirmation.objects.exists()) == (False, False)


def test_lines_ticked_so_far_stay_ticked(points):
    organiser = role(RoleName.ORGANISER, points.contest.body)
    ticked = {"khop": list(points.tokens.values())[:2]}
    answer = organiser.post(points.sheet("xac-nhan/"), ticked)
    assert told_again(answer, "Còn 1 dòng chưa đánh dấu")
    assert answer.content.decode().count(" checked") == 2
    link = organiser.post(points.sheet("thu-moi/"), GUEST).context["address"]
    page = Client().post(link.removeprefix("http://testserver"), ticked)
    assert (page.status_code, page.content.decode().count(" checked")) == (422, 2)


def test_whoever_is_told_of_a_newer_sheet_may_send_again(points):
    other = role(RoleName.ORGANISER, points.contest.body)
    answer = points.enter(other, "skit", "30", "31", "32")
    assert told_again(answer, 'value="31"', "bấm ghi lần nữa", 'name="seen" value="1"')
    assert points.enter(other, "skit", "30", "31", "32", seen=1).status_code == 302
    assert PointsSheet.objects.count() == 2


@pytest.mark.parametrize("rest", ["skit/tu-tep/", "skit/nhan/"])
def test_a_file_left_out_leads_back_to_the_part(points, rest):
    secretary = role(RoleName.SECRETARY, points.contest.body)
    assert told_again(secretary.post(points.points(rest), {}), "Nhập từ tệp Excel")
