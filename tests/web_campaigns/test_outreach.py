"""The pages of outreach: given, told, followed unit by unit, reminded."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.campaigns.models import OutreachDeed, OutreachPhoto
from hoithi.core.outreach.channels import Channel, Phase
from hoithi.files.models import StoredFile
from hoithi.files.queries import opened
from hoithi.notices.models import Notice
from hoithi.people.models import RoleName, Unit
from tests import make
from tests.campaigns.outreach import HAMLETS, campaign, duty
from tests.documents.photographs import PLACE, jpeg, png
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
TODAY = "2026-11-02"


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body, hamlets=2).campaign


@pytest.fixture
def at_home(organiser, founded):
    """An address of the outreach of the campaign."""
    return lambda rest="": home(organiser, f"{founded.pk}/tuyen-truyen/{rest}")


def who(founded, unit: str = "thon-0") -> str:
    """A hamlet as the form of the office names it."""
    agency = founded.agencies.get(name=HAMLETS)
    return f"{agency.pk}-{Unit.objects.get(code=unit).pk}"


def deed(founded, **more):
    return {"who": who(founded), "channel": "zalo", "done_on": TODAY, **more}


def test_what_the_plan_asks_for_is_given_with_one_button(desk, founded, at_home):
    page = desk.get(at_home()).content.decode()
    assert "Kế hoạch yêu cầu 6 việc tuyên truyền chưa giao." in page
    offered = desk.get(at_home("de-xuat/")).content.decode()
    assert (offered.count(" checked"), offered.count("Gợi ý")) == (2, 4)
    agency = founded.agencies.get(name=HAMLETS)
    keys = [f"{agency.pk}-before-zalo", f"{agency.pk}-during-zalo"]
    desk.post(at_home("de-xuat/"), {"viec": keys})
    shown = desk.get(at_home()).content.decode()
    assert "đến hết ngày 09/11/2026" in shown
    assert "2 đơn vị chưa thực hiện" in shown
    assert "Kế hoạch yêu cầu 4 việc" in shown


def test_nothing_chosen_is_said_and_gives_nothing(desk, founded, at_home):
    answer = desk.post(at_home("de-xuat/"), {})
    assert (answer.status_code, founded.outreach_duties.count()) == (422, 0)
    assert "Chưa chọn việc nào." in answer.content.decode()


def test_a_duty_is_given_by_hand_once_and_taken_away(desk, founded, at_home):
    agency = founded.agencies.get(name=HAMLETS)
    form = {"agency": agency.pk, "phase": "after", "channel": "banner", "cadence": "once"}
    assert desk.post(at_home("giao/"), form).status_code == 302
    again = desk.post(at_home("giao/"), form)
    assert (again.status_code, "đã được giao" in again.content.decode()) == (422, True)
    given = founded.outreach_duties.get()
    assert (given.phase, given.channel) == (Phase.AFTER, Channel.BANNER)
    desk.post(at_home(f"viec/{given.pk}/bo/"))
    assert founded.outreach_duties.count() == 0


def test_an_agency_of_another_campaign_is_no_choice(desk, at_home):
    foreign = campaign().campaign.agencies.first()
    form = {"agency": foreign.pk, "phase": "after", "channel": "banner", "cadence": "once"}
    assert desk.post(at_home("giao/"), form).status_code == 422


def test_the_office_writes_down_what_a_hamlet_told_with_photographs(desk, founded, at_home):
    photos = [SimpleUploadedFile("a.jpg", jpeg(side=6)), SimpleUploadedFile("b.png", png())]
    form = deed(founded, link="zalo.me/tin", reached="1200", photos=photos)
    assert desk.post(at_home("da-lam/ghi/"), form).status_code == 302
    made = OutreachDeed.objects.get()
    assert (made.link, made.reached, made.done_on) == (
        "https://zalo.me/tin",
        1200,
        date(2026, 11, 2),
    )
    with opened(made.photos.first().file) as file:
        assert PLACE not in file.read()
    shown = desk.get(at_home("da-lam/")).content.decode()
    assert ("1.200 lượt người" in shown, shown.count("<img")) == (True, 3)


def test_a_photograph_is_a_picture_for_staff_and_nothing_for_others(desk, founded, at_home):
    desk.post(at_home("da-lam/ghi/"), deed(founded, photos=[SimpleUploadedFile("a.jpg", jpeg())]))
    photo = OutreachPhoto.objects.get()
    answer = desk.get(at_home(f"anh/{photo.pk}/"))
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    other = browser(make.holder(RoleName.ORGANISER, over=make.body()))
    assert other.get(at_home(f"anh/{photo.pk}/")).status_code == 404


HOSTILE = [
    pytest.param("a.jpg", b"<html><script>alert(1)</script></html>", "không", id="a page"),
    pytest.param("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không", id="svg"),
    pytest.param("a.jpg", jpeg()[:-20], "", id="half a picture"),
    pytest.param("a.png", png(width=60_000, height=60_000), "", id="a bomb"),
    pytest.param("a.jpg", b"\xff\xd8\xff" + b"\0" * 12 * 1024 * 1024, "12 MB", id="too big"),
    pytest.param("a.pdf", jpeg(), "", id="renamed"),
    pytest.param("a.jpg", b"", "", id="empty"),
]


@pytest.mark.parametrize(("name", "data", "said"), HOSTILE)
def test_what_is_no_photograph_is_refused_with_a_sentence(desk, founded, at_home, name, data, said):
    form = deed(founded, photos=[SimpleUploadedFile(name, data)])
    answer = desk.post(at_home("da-lam/ghi/"), form)
    page = answer.content.decode()
    assert (answer.status_code, said in page) == (422, True)
    assert "field__error" in page or "notice--bad" in page
    assert (OutreachDeed.objects.count(), StoredFile.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"link": "javascript:alert(1)"},
        {"link": "ftp://x.vn/a"},
        {"done_on": "2026-11-03"},
        {"done_on": "1926-11-02"},
        {"reached": "-1"},
        {"reached": "99999999999"},
        {"who": "1-1"},
        {"channel": "tv"},
        {"words": "Đã phát\x0b\x07"},
        {},
    ],
)
def test_a_wrong_report_is_said_and_not_taken(desk, founded, at_home, wrong):
    form = deed(founded, **({"words": "Đã phát"} if wrong else {}))
    assert desk.post(at_home("da-lam/ghi/"), form | wrong).status_code == 422
    assert OutreachDeed.objects.count() == 0


def test_six_photographs_are_one_too_many(desk, founded, at_home):
    photos = [SimpleUploadedFile(f"{n}.png", png()) for n in range(6)]
    answer = desk.post(at_home("da-lam/ghi/"), deed(founded, photos=photos))
    assert (answer.status_code, "tối đa 5 ảnh" in answer.content.decode()) == (422, True)


def test_the_silent_are_one_click_from_a_reminder(desk, founded, at_home):
    duty(founded)
    contact = make.person()
    make.role(contact, RoleName.UNIT_CONTACT, unit=Unit.objects.get(code="thon-1"))
    table = desk.get(at_home("theo-don-vi/")).content.decode()
    assert "- Thôn số 1: Zalo, mạng xã hội" in table
    desk.post(at_home("nhac/"))
    notice = Notice.objects.get()
    assert notice.person == contact
    assert notice.text.startswith("Đề nghị Thôn số 1 tuyên truyền “Tổ chức Hội nghị")


def test_where_nobody_has_an_account_the_text_for_zalo_is_pointed_to(desk, founded, at_home):
    duty(founded)
    page = desk.post(at_home("nhac/"), follow=True).content.decode()
    assert "chưa có tài khoản đầu mối" in page


def test_a_withdrawn_report_leaves_the_list(desk, founded, at_home):
    desk.post(at_home("da-lam/ghi/"), deed(founded, words="Đã phát loa"))
    made = OutreachDeed.objects.get()
    assert "Đã phát loa" in desk.get(at_home("da-lam/")).content.decode()
    desk.post(at_home(f"da-lam/{made.pk}/rut/"))
    assert "Đã phát loa" not in desk.get(at_home("da-lam/")).content.decode()


@pytest.mark.parametrize("number", [1, 5])
def test_the_pages_ask_a_constant_number_of_times(
    desk, founded, at_home, number, django_assert_num_queries
):
    duty(founded)
    for code in range(number):
        desk.post(
            at_home("da-lam/ghi/"),
            deed(founded, words=f"Lần {code}", photos=[SimpleUploadedFile("a.jpg", jpeg())]),
        )
    for rest, queries in (("", PAGE), ("theo-don-vi/", TABLE), ("da-lam/", DEEDS)):
        desk.get(at_home(rest))
        with django_assert_num_queries(queries):
            desk.get(at_home(rest))


PAGE, TABLE, DEEDS = 16, 12, 11
