"""The pages of committees: the list of a campaign, one committee, one member."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.campaigns import actions
from hoithi.campaigns.actions import NewMember
from hoithi.campaigns.models import Committee, CommitteeKind, CommitteeMember
from hoithi.people.models import RoleName
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
LIST_QUERIES = 11
PAGE_QUERIES = 13
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body).campaign


def address(organiser, founded, rest: str = "") -> str:
    return home(organiser, f"{founded.pk}/ban/{rest}")


@pytest.fixture
def page(organiser, founded) -> str:
    return address(organiser, founded, f"{founded.committees.get().pk}/")


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_a_constant_number_of_times(
    desk, organiser, founded, number, django_assert_num_queries
):
    for n in range(number):
        actions.add_committee(founded, f"Tổ số {n}", CommitteeKind.OTHER, by=organiser, at=AT)
    desk.get(address(organiser, founded))
    with django_assert_num_queries(LIST_QUERIES):
        text = desk.get(address(organiser, founded)).content.decode()
    assert text.count("Chưa có danh sách") == number + 1


@pytest.mark.parametrize("number", [1, 12])
def test_a_committee_asks_a_constant_number_of_times(
    desk, organiser, founded, page, number, django_assert_num_queries
):
    for n in range(number):
        told = NewMember(f"Nguyễn Văn {'ABCDEGHIKLMN'[n]}", "Công chức")
        actions.add_member(founded.committees.get(), told, by=organiser, at=AT)
    desk.get(page)
    with django_assert_num_queries(PAGE_QUERIES):
        assert desk.get(page).content.decode().count("Công chức") == number


def test_a_committee_is_added_by_hand_once(desk, organiser, founded):
    told = {"name": "Ban  Giám khảo\u200b Hội thi", "kind": "jury"}
    answers = [desk.post(address(organiser, founded), told) for _ in range(2)]
    made = Committee.objects.get(kind="jury")
    assert made.name == "Ban Giám khảo Hội thi"
    assert {one.url for one in answers} == {address(organiser, founded, f"{made.pk}/")}


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u200b", "Ban\x07", "x" * 301])
def test_a_committee_without_a_name_that_can_be_written_is_refused(desk, organiser, founded, name):
    answer = desk.post(address(organiser, founded), {"name": name, "kind": "jury"})
    assert (answer.status_code, founded.committees.count()) == (422, 1)


def test_a_member_is_listed_by_the_title_of_the_decision(desk, page):
    told = {"full_name": "NGUYỄN THỊ AN", "post": "Chủ tịch UBND xã", "role": "standing_deputy"}
    assert desk.post(page, told).status_code == 302
    text = desk.get(page).content.decode()
    assert "Nguyễn Thị An" in text
    assert "Phó Trưởng ban thường trực</td>" in text


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"full_name": ""}, "Ô này chưa ghi"),
        ({"full_name": "Nguyễn\x00 An"}, "ký tự"),
        ({"full_name": "A" * 200}, "120"),
        ({"full_name": "Lê Bình", "birth_year": "abc"}, "Năm sinh gồm bốn chữ số"),
        ({"full_name": "Lê Bình", "phone": "123"}, "10 chữ số"),
        ({"full_name": "Lê Bình", "role": "king"}, "Hãy chọn lại"),
        ({"full_name": "Lê Bình", "post": "x" * 300}, "200"),
    ],
)
def test_a_line_that_cannot_be_taken_says_why_and_changes_nothing(desk, page, told, sentence):
    answer = desk.post(page, {"viec": "thanh-vien", "role": "member", **told})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not CommitteeMember.objects.exists()


def test_a_member_is_moved_changed_and_taken_out(desk, organiser, founded, page):
    committee = founded.committees.get()
    first, second = (
        actions.add_member(committee, NewMember(name), by=organiser, at=AT)
        for name in ("Lê Bình", "Trần Chi")
    )
    line = f"{page}thanh-vien/{second.pk}/"
    assert desk.post(line, {"deed": "len"}).status_code == 302
    told = {"full_name": "Trần Thị Chi", "role": "head", "title": "Trưởng ban Giám khảo"}
    assert desk.post(line, told).status_code == 302
    desk.post(f"{page}thanh-vien/{first.pk}/", {"deed": "bo"})
    (left,) = committee.members.all()
    assert (left.full_name, left.title) == ("Trần Thị Chi", "Trưởng ban Giám khảo")
    assert desk.post(f"{page}thanh-vien/{first.pk}/", {"deed": "bo"}).status_code == 404


def test_only_a_committee_that_nobody_used_is_taken_back(desk, organiser, founded, page):
    actions.add_member(founded.committees.get(), NewMember("Lê An"), by=organiser, at=AT)
    assert desk.post(page, {"viec": "bo"}).status_code == 422
    founded.committees.get().members.get().delete()
    assert desk.post(page, {"viec": "bo"}).url == address(organiser, founded)
    assert not founded.committees.exists()


def test_the_signed_decision_is_kept_and_given_back(desk, page):
    told = {"viec": "tep-quyet-dinh", "file": SimpleUploadedFile("qd.pdf", PDF)}
    assert desk.get(f"{page}quyet-dinh-da-ky/").status_code == 404
    assert desk.post(page, told).status_code == 302
    answer = desk.get(f"{page}quyet-dinh-da-ky/")
    assert b"".join(answer.streaming_content) == PDF
    answer.close()
    bad = {"viec": "tep-quyet-dinh", "file": SimpleUploadedFile("qd.pdf", b"MZ\x90")}
    assert desk.post(page, bad).status_code == 422


def test_who_only_reads_sees_the_list_and_no_form(organiser, page):
    auditor = make.holder(RoleName.AUDITOR, over=organiser.body)
    text = browser(auditor).get(page).content.decode()
    assert "Ban Tổ chức Hội nghị" in text
    assert '<form method="post">' not in text.partition("<main")[2]
    assert browser(auditor).post(page, {"full_name": "Lê Bình"}).status_code == 404
    stranger = make.holder(RoleName.ORGANISER, over=make.body())
    assert browser(stranger).get(page).status_code == 404
