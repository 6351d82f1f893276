"""The pages of letters that ask for nominations, and of what comes back."""

from datetime import date

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hoithi.campaigns.actions import nominations as deeds
from hoithi.campaigns.actions.answering import Answer, answer
from hoithi.campaigns.facts import Addressee, PersonTold
from hoithi.campaigns.models import Nomination, NominationRequest, Nominee
from hoithi.campaigns.queries.nominations import link_token
from hoithi.core.units.kinds import UnitKind
from hoithi.notices.models import Notice
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
PAGE_QUERIES = 14
DEADLINE = date(2026, 11, 10)
AN = {
    "nguoi-1-full_name": "Nguyễn Thị An",
    "nguoi-1-post": "Phó Trưởng phòng",
    "nguoi-1-birth_year": "1985",
    "nguoi-1-phone": "0912345678",
}
TABLE = "Họ và tên,Chức vụ,Năm sinh,Điện thoại\n"


@pytest.fixture
def committee(organiser):
    return campaign(organiser.body).campaign.committees.get()


@pytest.fixture
def school(organiser):
    new = NewUnit("thcs", "Trường THCS An Phú", UnitKind.SCHOOL)
    return add_unit(organiser.body, new, by=None, at=AT).unit


@pytest.fixture
def asked(committee, organiser, school) -> Nomination:
    row = deeds.ask(committee, DEADLINE, by=organiser, at=AT)
    addressees = [Addressee("Trường THCS An Phú", unit=school), Addressee("Công an xã")]
    wish = deeds.Wish(2, "member", "01 lãnh đạo")
    return deeds.ask_of(row, addressees, wish, by=organiser, at=AT)[0]


@pytest.fixture
def contact(organiser, school):
    made = make.person("Trần Văn Bình", of=organiser.body)
    make.role(made, RoleName.UNIT_CONTACT, over=organiser.body, unit=school)
    return made


@pytest.fixture
def link(asked, organiser) -> str:
    cache.clear()
    return f"/cu-thanh-vien/{link_token(deeds.give_link(asked, by=organiser, at=AT))}/"


def at_committee(organiser, committee, rest: str = "") -> str:
    return home(organiser, f"{committee.campaign_id}/ban/{committee.pk}/{rest}")


def at_letter(organiser, asked, rest: str = "") -> str:
    committee = asked.request.committee
    return at_committee(organiser, committee, f"de-nghi-cu/{asked.request_id}/{rest}")


def table(text: str, name: str = "ds.csv") -> dict[str, object]:
    return {"viec": "tep", "tep": SimpleUploadedFile(name, text.encode())}


def test_a_letter_asks_agencies_units_of_a_set_and_others(desk, organiser, committee, school):
    agency, schools = committee.campaign.agencies.order_by("ordinal")
    page = at_committee(organiser, committee, "de-nghi-cu/")
    assert "Trường THCS An Phú" in desk.get(page).content.decode()
    told = {
        "chosen": [f"a{agency.pk}", f"u{schools.pk}-{school.pk}"],
        "others": "Hội Nông dân xã\n\n Hội  Nông dân xã ",
        "people": 1,
        "role": "member",
        "deadline": "2026-11-10",
    }
    answer = desk.post(page, told)
    assert answer.status_code == 302
    assert list(Nomination.objects.values_list("name", "unit")) == [
        ("Phòng Văn hóa - Xã hội", None),
        ("Trường THCS An Phú", school.pk),
        ("Hội Nông dân xã", None),
    ]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({}, "Chưa chọn cơ quan"),
        ({"others": "A", "deadline": "2026-11-01"}, "Hạn trả lời đã qua"),
        ({"others": "A", "deadline": "hôm nay"}, "Hãy ghi ngày có thật"),
        ({"others": "A", "people": "0"}, "1"),
        ({"others": "A", "people": "999"}, "50"),
        ({"chosen": ["a999999"]}, "Hãy chọn lại"),
        ({"others": "Công an\x07"}, "ký tự điều khiển"),
        ({"others": "\n".join(f"Thôn {n}" for n in range(201))}, "không quá 200 nơi"),
        ({"others": "A", "posts": "x" * 201}, "200"),
    ],
)
def test_a_letter_that_cannot_be_says_why_and_leaves_nothing(
    desk, organiser, committee, told, sentence
):
    usual = {"people": "1", "role": "member", "deadline": "2026-11-10"}
    answer = desk.post(at_committee(organiser, committee, "de-nghi-cu/"), {**usual, **told})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not NominationRequest.objects.exists()


@pytest.mark.parametrize("number", [1, 20])
def test_a_letter_asks_a_constant_number_of_times(
    desk, organiser, asked, number, django_assert_num_queries
):
    more = [Addressee(f"Thôn {n}") for n in range(number)]
    deeds.ask_of(asked.request, more, deeds.Wish(), by=organiser, at=AT)
    told = Answer([PersonTold("Nguyễn Thị An", "Phó Trưởng phòng")])
    for row in Nomination.objects.all():
        answer(row, told, by=None, at=AT)
    desk.get(at_letter(organiser, asked))
    with django_assert_num_queries(PAGE_QUERIES):
        text = desk.get(at_letter(organiser, asked)).content.decode()
    assert text.count("Phó Trưởng phòng") == number + 2


def test_a_contact_names_people_and_the_secretariat_takes_them(desk, organiser, contact, asked):
    unit = browser(contact)
    assert "01 lãnh đạo" in unit.get("/don-vi/ke-hoach/").content.decode()
    page = f"/don-vi/cu-thanh-vien/{asked.pk}/"
    assert unit.get(page).status_code == 200
    assert unit.post(page, AN).status_code == 302
    assert "Nguyễn Thị An" in unit.get(page).content.decode()
    one = at_letter(organiser, asked, f"{asked.pk}/")
    assert "0912 345 678" not in desk.get(one).content.decode()
    assert "0912 345 678" in desk.get(f"{one}?du-lieu").content.decode()
    assert make.deeds().count("people.identity_read") == 1
    desk.post(one, {"viec": "nhan"})
    listed = desk.get(at_committee(organiser, asked.request.committee)).content.decode()
    assert "do Trường THCS An Phú cử" in listed
    assert "0912 345 678" not in listed


def test_nobody_else_answers_for_a_unit(organiser, asked):
    elsewhere = make.body()
    other = add_unit(elsewhere, NewUnit("x", "Trường khác", UnitKind.SCHOOL), by=None, at=AT).unit
    stranger = make.person(of=elsewhere)
    make.role(stranger, RoleName.UNIT_CONTACT, over=elsewhere, unit=other)
    for person in (stranger, organiser, make.person(of=organiser.body)):
        page = browser(person)
        assert page.get(f"/don-vi/cu-thanh-vien/{asked.pk}/").status_code == 404
        assert page.post(f"/don-vi/cu-thanh-vien/{asked.pk}/", AN).status_code == 404
    assert not Nominee.objects.exists()


def test_a_link_takes_one_answer_without_an_account(link, asked):
    page = Client()
    assert "Công an xã" not in page.get(link).content.decode()
    refused = page.post(link, AN)
    assert (refused.status_code, Nominee.objects.count()) == (422, 0)
    taken = page.post(link, {**AN, "answered_as": "Bà Hoa, văn thư"})
    assert "Đã nhận trả lời" in taken.content.decode()
    again = page.post(link, {**AN, "nguoi-1-full_name": "Kẻ Khác", "answered_as": "x"})
    assert "Nguyễn Thị An" not in again.content.decode()
    assert (again.status_code, "không được ghi" in again.content.decode()) == (409, True)
    assert [one.full_name for one in Nominee.objects.all()] == ["Nguyễn Thị An"]
    asked.refresh_from_db()
    assert (asked.way, asked.answered_as, asked.answered_by) == ("link", "Bà Hoa, văn thư", None)
    (notice,) = Notice.objects.filter(person=asked.request.made_by)
    assert notice.text == "Trường THCS An Phú đã cử người tham gia Ban Tổ chức Hội nghị."


def test_who_guesses_links_must_wait(link):
    page = Client()
    answers = [page.get(f"/cu-thanh-vien/sai-{n}/").status_code for n in range(22)]
    assert (answers[0], answers[-1]) == (404, 422)
    assert page.get(link).status_code == 422
    cache.clear()


def test_a_table_fills_the_form_and_a_faulty_one_says_each_line(link):
    page = Client()
    text = page.post(link, table(TABLE + "Lê Thị Chi,Hiệu trưởng,1980,0912345678\n"))
    assert text.status_code == 200
    assert 'value="Lê Thị Chi"' in text.content.decode()
    bad = page.post(link, table(TABLE + "Lê Thị Chi,Hiệu trưởng,1980,12\n,Thư ký,1990,\n"))
    assert bad.status_code == 422
    assert "Dòng 2:" in bad.content.decode()
    assert "Dòng 3:" in bad.content.decode()
    assert not Nominee.objects.exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0" + b"0" * 600, b"x" * (3 * 1024 * 1024)],
)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(link, data):
    told = {"viec": "tep", "tep": SimpleUploadedFile("ds.xlsx", data)}
    answer = Client().post(link, told)
    assert answer.status_code == 422
    assert "chưa đọc dòng nào" in answer.content.decode()


def test_no_file_at_all_is_refused(link):
    assert Client().post(link, {"viec": "tep"}).status_code == 422


def test_who_has_not_answered_is_one_click_from_a_reminder(desk, organiser, contact, asked):
    for _ in range(2):
        desk.post(at_letter(organiser, asked), {"viec": "nhac"})
    (told,) = Notice.objects.filter(person=contact)
    assert told.link == f"/don-vi/cu-thanh-vien/{asked.pk}/"
    text = desk.get(at_letter(organiser, asked)).content.decode()
    assert "Trường THCS An Phú; Công an xã" in text


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_papers_are_taken_away(desk, organiser, asked, kind):
    starts = {"docx": b"PK", "pdf": b"%PDF"}[kind]
    letter = at_letter(organiser, asked, f"cong-van.{kind}")
    decision = at_committee(organiser, asked.request.committee, f"quyet-dinh.{kind}")
    for address in (letter, f"{letter}?don-doc", decision):
        assert desk.get(address).content.startswith(starts)


def test_who_only_reads_sees_names_and_no_telephone(organiser, asked, link):
    del link
    answer(asked, Answer([PersonTold("Lê An", "", "1985", "0912345678")]), by=None, at=AT)
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    text = auditor.get(at_letter(organiser, asked, f"{asked.pk}/?du-lieu")).content.decode()
    assert "Lê An" in text
    assert "0912 345 678" not in text
    assert "Tin nhắn Zalo" not in text
    assert auditor.post(at_letter(organiser, asked), {"viec": "nhac"}).status_code == 404
