"""The pages of meetings: those invited, the invitation, check-in, conclusions, papers."""

from datetime import date

import pytest

from hoithi.campaigns.models import Task
from hoithi.conferences.models import Conclusion, Guest
from hoithi.core.units.kinds import UnitKind
from hoithi.notices.models import Notice
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from hoithi.web.organiser.meetings import conclusions
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
GUEST_QUERIES = 15
DOOR_QUERIES = 10
MONEY = {"first_day": "2026-12-28", "starts_at": "08:00", "place": "Hội trường xã"}


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body)


@pytest.fixture
def address(desk, organiser, founded):
    """The page of the conference, its day set."""
    page = home(organiser, f"{founded.campaign.pk}/hoat-dong/hoi-nghi/")
    desk.post(f"{page}thoi-gian/", {**MONEY, "confirmed": "1"})
    return page


@pytest.fixture
def contact(organiser):
    """The contact of a school of the body."""
    new = NewUnit("t1", "Trường Tiểu học Hòa Sơn", UnitKind.SCHOOL)
    unit = add_unit(organiser.body, new, by=None, at=AT).unit
    who = make.person("Lê Thị Hoa", of=organiser.body)
    make.role(who, RoleName.UNIT_CONTACT, over=organiser.body, unit=unit)
    return who


def named(desk, address, *names: str) -> None:
    """Invites these people by name."""
    for name in names:
        desk.post(f"{address}thanh-phan/", {"full_name": name, "post": "", "organisation": ""})


@pytest.mark.usefixtures("contact")
def test_agencies_units_and_committees_are_invited_with_one_form(desk, organiser, founded, address):
    committee = founded.campaign.committees.get()
    decided = {"full_name": "Trần Văn Bình", "post": "Phó Chủ tịch", "role": "head"}
    desk.post(home(organiser, f"{founded.campaign.pk}/ban/{committee.pk}/"), decided)
    desk.post(f"{address}don-vi/", {"holders": "schools"})
    sent = {
        "post": "Lãnh đạo đơn vị",
        "agencies": [one.pk for one in founded.campaign.agencies.all()],
        "committees": [committee.pk],
        "units": "on",
    }
    desk.post(f"{address}thanh-phan/", sent)
    told = [str(one) for one in Guest.objects.order_by("ordinal")]
    assert told[:2] == ["Phòng Văn hóa - Xã hội", "Trường Tiểu học Hòa Sơn"]
    assert len(told) == 2 + founded.campaign.committees.get().members.count()
    again = desk.post(f"{address}thanh-phan/", sent, follow=True).content.decode()
    assert "Không có thành phần nào mới" in again


def test_invitations_are_sent_answered_by_the_unit_and_seen_by_the_secretariat(
    desk, founded, address, contact
):
    schools = founded.campaign.agencies.get(holder_set="schools")
    desk.post(f"{address}thanh-phan/", {"post": "Hiệu trưởng", "agencies": [schools.pk]})
    told = desk.post(f"{address}gui-giay-moi/", follow=True).content.decode()
    assert "Đã mời trên hệ thống 1 người" in told
    link = Notice.objects.get(person=contact).link
    phone, seat = browser(contact), Guest.objects.get()
    assert "Xem và trả lời giấy mời" in phone.get("/quan-tri/").content.decode()
    assert "Chưa trả lời" in phone.get("/don-vi/giay-moi/").content.decode()
    assert "Đã nhắc 1 người" in desk.post(f"{address}nhac-tra-loi/", follow=True).content.decode()
    refused = phone.post(link, {"guest": seat.pk, "answer": "sends"})
    assert (refused.status_code, "họ tên người dự thay" in refused.content.decode()) == (422, True)
    sends = {"guest": seat.pk, "answer": "sends", "substitute_name": "Phạm Văn Dũng"}
    assert "Cảm ơn" in phone.post(link, sends, follow=True).content.decode()
    assert "Phạm Văn Dũng" in desk.get(f"{address}thanh-phan/").content.decode()
    assert browser(make.person()).get(link).status_code == 404


@pytest.mark.parametrize("guest", ["", "0", "x", "9" * 5000, "999999"])
def test_an_answer_for_no_seat_of_ones_own_changes_nothing(desk, founded, address, contact, guest):
    schools = founded.campaign.agencies.get(holder_set="schools")
    desk.post(f"{address}thanh-phan/", {"post": "", "agencies": [schools.pk]})
    desk.post(f"{address}gui-giay-moi/")
    link = Notice.objects.get(person=contact).link
    sent = {"guest": guest, "answer": "coming"}
    assert browser(contact).post(link, sent).status_code == 422
    assert Guest.objects.get().answer == "waiting"


def test_answers_by_telephone_are_typed_and_somebody_is_taken_off(desk, address):
    named(desk, address, "Trần Văn Bình", "Lê Thị Hoa")
    one, two = Guest.objects.order_by("ordinal")
    sent = {"answer": "excused", "reason": "Đi công tác"}
    desk.post(f"{address}thanh-phan/{one.pk}/", sent)
    kept = desk.post(f"{address}thanh-phan/{one.pk}/", {"drop": one.pk})
    desk.post(f"{address}thanh-phan/{two.pk}/", {"drop": two.pk})
    assert kept.status_code == 422
    assert "Đi công tác" in desk.get(f"{address}thanh-phan/").content.decode()
    assert [str(left) for left in Guest.objects.all()] == ["Trần Văn Bình"]


def test_check_in_by_list_by_number_by_name_and_of_a_walk_in(desk, address):
    named(desk, address, "Trần Văn Bình", "Lê Thị Hoa", "Trần Thị Mai")
    one, _two, three = Guest.objects.order_by("ordinal")
    door = f"{address}diem-danh/"
    answer = desk.post(door, {"guest": one.pk, "presence": "late"})
    assert answer.url == f"{door}#khach-{one.pk}"
    desk.post(door, {"typed": "2"})
    several = desk.post(door, {"typed": "tran"}).content.decode()
    assert "2 người khớp" in several
    desk.post(door, {"typed": "tran mai"})
    nobody = desk.post(door, {"typed": "Nguyễn"})
    desk.post(door, {"full_name": "Phạm Văn Dũng", "post": "", "organisation": ""})
    noted = list(Guest.objects.order_by("ordinal").values_list("presence", flat=True))
    assert (noted, nobody.status_code) == (["late", "present", "present", "present"], 422)
    assert "Có mặt 4/4" in desk.get(door).content.decode()
    desk.post(door, {"guest": three.pk, "presence": ""})
    desk.post(door, {"left_over": "1"})
    assert Guest.objects.get(pk=three.pk).presence == "absent"


@pytest.mark.parametrize("number", [1, 3])
def test_the_lists_ask_a_constant_number_of_times(desk, address, number, django_assert_num_queries):
    named(desk, address, *(f"Đại biểu số {n}" for n in range(number)))
    for rest, queries in (("thanh-phan/", GUEST_QUERIES), ("diem-danh/", DOOR_QUERIES)):
        desk.get(f"{address}{rest}")
        with django_assert_num_queries(queries):
            assert desk.get(f"{address}{rest}").content.decode().count("Đại biểu số") >= number


def test_conclusions_become_tasks_with_one_button_and_link_back(desk, founded, address):
    office = founded.campaign.agencies.first()
    page = f"{address}ket-luan/"
    sent = {"text": "In phông hội nghị", "agency": office.pk, "due": "2026-12-30"}
    desk.post(page, sent)
    desk.post(page, {"text": "Thống nhất chủ trương"})
    assert "Giao 1 kết luận thành nhiệm vụ" in desk.get(page).content.decode()
    desk.post(page, {"assign": "1"})
    refused = desk.post(page, {"assign": "1", "again": "1"})
    task = Task.objects.get(text="In phông hội nghị")
    assert (refused.status_code, task.falls_last) == (422, date(2026, 12, 30))
    assert "Đã thành nhiệm vụ" in desk.get(page).content.decode()
    one = Conclusion.objects.get(task=task)
    locked = desk.post(f"{page}{one.pk}/", {"text": "x"})
    assert (locked.status_code, Task.objects.filter(text="x").exists()) == (422, False)
    other = Conclusion.objects.get(task=None)
    desk.post(f"{page}{other.pk}/", {"text": "Thống nhất phương án 2"})
    desk.post(f"{page}{other.pk}/", {"drop": "1"})
    assert Conclusion.objects.count() == 1


def test_a_day_before_the_meeting_is_refused_and_one_that_is_over_remarked(
    desk, address, monkeypatch
):
    page = f"{address}ket-luan/"
    early = desk.post(page, {"text": "In phông", "due": "2026-11-01"})
    assert early.status_code == 422
    assert "không được trước ngày họp (28/12/2026)" in early.content.decode()
    monkeypatch.setattr(conclusions, "local_day", lambda _at: date(2027, 1, 5))
    late = desk.post(page, {"text": "In phông", "due": "2027-01-04"}, follow=True)
    assert "Thời hạn 04/01/2027 đã qua" in late.content.decode()
    today = desk.post(page, {"text": "Nộp báo cáo", "due": "2027-01-05"}, follow=True)
    assert "đã qua" not in today.content.decode()


def test_minutes_and_invitation_are_written_and_refused_with_a_sentence(desk, address):
    page = f"{address}ket-luan/"
    sent = {"opened_at": "11:00", "closed_at": "08:00", "discussion": ""}
    refused = desk.post(page, sent)
    assert "Giờ kết thúc trước giờ bắt đầu" in refused.content.decode()
    desk.post(page, {**sent, "closed_at": "11:30", "chair": "Ông Trần Văn Bình"})
    invitation = f"{address}giay-moi/"
    assert "Ông Trần Văn Bình" in desk.get(invitation).content.decode()
    desk.post(invitation, {"content": "Đón tiếp", "who": "Ban Tổ chức", "starts_at": "08:00"})
    assert "Đón tiếp" in desk.get(invitation).content.decode()
    assert desk.post(invitation, {"content": "", "who": ""}).status_code == 422


@pytest.mark.usefixtures("contact")
def test_the_text_for_a_group_has_the_whole_address_for_those_with_an_account(
    desk, founded, address
):
    named(desk, address, "Trần Văn Bình")
    invitation, page = f"{address}giay-moi/", "/don-vi/giay-moi/"
    assert page not in desk.get(invitation).context["zalo"]
    schools = founded.campaign.agencies.get(holder_set="schools")
    desk.post(f"{address}thanh-phan/", {"post": "Hiệu trưởng", "agencies": [schools.pk]})
    last = desk.get(invitation).context["zalo"].splitlines()[-1]
    assert last.startswith(f"Người có tài khoản xem và trả lời tại: http://testserver{page}")


PAPERS = ("giay-moi", "danh-sach-ky", "bien-ban", "thong-bao-ket-luan")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_every_paper_is_made_of_nothing_and_of_much(desk, address, paper, kind):
    empty = desk.get(f"{address}van-ban/{paper}.{kind}")
    named(desk, address, *(f"Đại biểu số {n}" for n in range(3)))
    desk.post(f"{address}ket-luan/", {"text": "In phông"})
    full = desk.get(f"{address}van-ban/{paper}.{kind}")
    magic = b"%PDF" if kind == "pdf" else b"PK"
    assert [one.status_code for one in (empty, full)] == [200, 200]
    assert all(one.content.startswith(magic) for one in (empty, full))


def test_a_move_names_who_waits_and_offers_the_letter(desk, address):
    named(desk, address, "Trần Văn Bình")
    desk.post(f"{address}gui-giay-moi/")
    told = {**MONEY, "first_day": "2026-12-30", "confirmed": "1", "reason": "Trùng lịch"}
    answer = desk.post(f"{address}thoi-gian/", told)
    page = desk.get(answer.url).content.decode()
    for words in ("Trần Văn Bình", "Phòng Văn hóa - Xã hội", "Trùng lịch", "THAY ĐỔI"):
        assert words in page
    assert desk.get(f"{answer.url}cong-van.docx").content.startswith(b"PK")
    assert desk.get(f"{answer.url}cong-van.pdf").content.startswith(b"%PDF")


@pytest.mark.parametrize("sent", [{}, {"presence": "x"}, {"presence": "x" * 5000}])
def test_a_presence_that_is_none_changes_nothing(desk, address, sent):
    named(desk, address, "Trần Văn Bình")
    guest = Guest.objects.get()
    desk.post(f"{address}diem-danh/", {"guest": guest.pk, "presence": "late"})
    refused = desk.post(f"{address}diem-danh/", {"guest": guest.pk, **sent})
    assert (refused.status_code, Guest.objects.get().presence) == (422, "late")


def test_an_activity_with_those_invited_is_not_deleted(desk, organiser, founded):
    told = {"kind": "meeting", "title": "Họp Ban Tổ chức"}
    page = desk.post(home(organiser, f"{founded.campaign.pk}/hoat-dong-moi/"), told).url
    named(desk, page, "Trần Văn Bình")
    refused = desk.post(f"{page}xoa/")
    assert (refused.status_code, "thành phần dự" in refused.content.decode()) == (422, True)


@pytest.mark.parametrize(
    "rest", ["thanh-phan/", "giay-moi/", "diem-danh/", "ket-luan/", "gui-giay-moi/"]
)
def test_a_lesser_colleague_reads_and_a_stranger_sees_nothing(organiser, address, rest):
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    stranger = browser(make.holder(RoleName.ORGANISER, over=make.body()))
    told = {"full_name": "Trần Văn Bình", "post": "", "organisation": "", "text": "x", "chair": "x"}
    for client in (auditor, stranger):
        assert client.post(f"{address}{rest}", told).status_code == 404
    if rest != "gui-giay-moi/":
        assert stranger.get(f"{address}{rest}").status_code == 404
        page = auditor.get(f"{address}{rest}").content.decode()
        assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
