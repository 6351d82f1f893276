"""Members of teams: typed in and from tables by the rules, sealed, masked, opened with a trace."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.entries.models import Entrant, LateDecision, TeamMember
from hoithi.people.facts import opened
from hoithi.people.models import Identity, RoleName
from tests import make
from tests.documents.sheets import xlsx
from tests.results import boards
from tests.web_organiser.stage import role, teams_in
from tests.web_organiser.test_entrants import address, secretary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
TEAM = "Đội Hoa Sen"
AN = {"full_name": "Nguyễn Văn An", "birth_year": "1990", "post": "Công chức", "consent": "yes",
      "capacity": "main"}  # fmt: skip
BE = {**AN, "full_name": "Trần Thị Bé", "birth_year": "1995", "capacity": "other"}
HEAD = ("TT", "Đội thi", "Họ và tên", "Năm sinh", "Chức vụ", "Đội trưởng", "Tư cách")


@pytest.fixture
def stage():
    contest = boards.contest(boards.without_deadline(boards.BINH_SON))
    teams_in(contest, TEAM, "Đội Hoa Mai")
    return contest


def token(contest, name=TEAM):
    return Entrant.objects.get(contest=contest, name=name).token


def members(contest, name=TEAM):
    return address(contest, f"{token(contest, name)}/thanh-vien/")


def known():
    rows = TeamMember.objects.order_by("team__name", "pk")
    return list(rows.values_list("team__name", "masked_name", "captain", "capacity"))


def test_a_member_is_typed_in_sealed_and_shown_masked(stage):
    who = secretary(stage)
    assert who.post(members(stage), AN | {"captain": "on"}).status_code == 302
    assert known() == [(TEAM, "Nguyễn V. A**", True, "main")]
    assert opened(Identity.objects.get())["full_name"] == "Nguyễn Văn An"
    page = who.get(members(stage)).content.decode()
    assert "Nguyễn V. A**, sinh năm 1990" in page
    assert "Nguyễn Văn An" not in page
    assert "Mới có 1/7 người tối thiểu" in page
    assert "Mới có 1/4 thành viên chính" in page
    listed = who.get(address(stage)).content.decode()
    assert "đội trưởng Nguyễn V. A**" in listed
    assert make.deeds()[-1] == "entries.member_added"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"full_name": ""}, "Họ và tên"),
        ({"birth_year": "19"}, "Năm sinh gồm bốn chữ số"),
        ({"consent": ""}, "Cần đánh dấu đồng ý"),
        ({"capacity": "boss"}, "Mục đã chọn không còn trong danh sách"),
    ],
)
def test_a_member_who_cannot_be_taken_changes_nothing(stage, wrong, told):
    answer = secretary(stage).post(members(stage), AN | wrong)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Identity.objects.exists()


def test_nobody_is_in_a_team_twice_and_a_team_has_one_captain(stage):
    who = secretary(stage)
    who.post(members(stage), AN | {"captain": "on"})
    again = who.post(members(stage), AN | {"full_name": "nguyen van an"})
    assert again.status_code == 422
    assert f"Người này đã có trong “{TEAM}”" in again.content.decode()
    who.post(members(stage), BE | {"captain": "on"})
    assert known() == [
        (TEAM, "Nguyễn V. A**", False, "main"),
        (TEAM, "Trần T. B**", True, "other"),
    ]


def test_a_team_takes_no_more_people_than_the_rules_allow(stage):
    who = secretary(stage)
    for number in range(12):
        name = f"Nguyễn Văn {'ABCDEGHIKLMN'[number]}"
        assert who.post(members(stage), AN | {"full_name": name}).status_code == 302
    answer = who.post(members(stage), BE)
    assert answer.status_code == 422
    assert "đã đủ 12 người" in answer.content.decode()
    assert TeamMember.objects.count() == 12


def test_a_member_gets_another_place_or_goes_with_the_identity(stage):
    who = secretary(stage)
    who.post(members(stage), AN)
    path = f"{members(stage)}{TeamMember.objects.get().pk}/"
    assert who.get(path).status_code == 200
    changed = who.post(path, {"captain": "on", "capacity": "reserve", "viec": "luu"})
    assert changed.status_code == 302
    assert known() == [(TEAM, "Nguyễn V. A**", True, "reserve")]
    assert who.post(path, {"capacity": "other", "viec": "dua-ra"}).status_code == 302
    assert (TeamMember.objects.count(), Identity.objects.count()) == (0, 0)
    assert make.deeds()[-2:] == ["entries.member_seated", "entries.member_dropped"]


def test_names_are_opened_with_a_reason_and_a_journal_row_each(stage):
    who, path = secretary(stage), address(stage, f"{token(stage)}/ho-ten/")
    for one in (AN, BE):
        who.post(members(stage), one)
    assert who.post(path, {"reason": ""}).status_code == 422
    page = who.post(path, {"reason": "Làm thẻ dự thi"})
    assert "Nguyễn Văn An" in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert make.deeds()[-2:] == ["people.identity_read"] * 2


def sent(contest, who, *rows):
    file = SimpleUploadedFile("tv.xlsx", xlsx([("DANH SÁCH THÀNH VIÊN",), HEAD, *rows]))
    path = f"/quan-tri/cuoc-thi/{contest.slug}/thanh-vien-doi/"
    return who.post(f"{path}tu-tep/", {"tep": file}), path


def test_a_table_replaces_the_members_of_the_teams_it_names(stage):
    who = secretary(stage)
    who.post(members(stage), BE)
    who.post(members(stage, "Đội Hoa Mai"), BE)
    seen, path = sent(
        stage,
        who,
        (1, "ĐỘI HOA SEN", "Nguyễn Văn An", 1990, "Công chức", "x", "Thành viên chính"),
        (2, None, "Lê Văn Cường", 1988, None, None, None),
    )
    assert (seen.status_code, TeamMember.objects.count()) == (200, 2)
    reference = {"tep": seen.context["table"].reference}
    assert who.post(f"{path}nhan/", reference).status_code == 302
    assert known() == [
        ("Đội Hoa Mai", "Trần T. B**", False, "other"),
        (TEAM, "Nguyễn V. A**", True, "main"),
        (TEAM, "Lê V. C**", False, "other"),
    ]
    assert Identity.objects.count() == 3
    out = who.get(address(stage, "danh-sach.csv")).content.decode("utf-8-sig")
    assert 'Nguyễn V. A**,1990,Công chức,"Đội trưởng, Thành viên chính"' in out
    assert "Nguyễn Văn An" not in out


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ((2, "Đội Lạ", "Lê Văn Cường", 1988, None, None, None), "không có đội “Đội Lạ”"),
        ((2, TEAM, "Nguyễn Văn An", 1990, None, None, None), "đã có trong"),
        ((2, TEAM, "Lê Văn Cường", 1988, None, "x", None), "nhiều đội trưởng"),
        ((2, TEAM, "Lê Văn Cường", 1788, None, None, None), "không có ngày “1788”"),
        ((2, TEAM, "Lê Văn Cường", 1988, None, None, "Cố vấn"), "không có trong danh mục"),
        ((2, TEAM, '=HYPERLINK("http://x","An")', 1988, None, None, None), "công thức"),
    ],
)
def test_one_faulty_line_keeps_all_out_and_the_file_goes_back(stage, row, reason):
    who = secretary(stage)
    seen, path = sent(stage, who, (1, TEAM, "Nguyễn Văn An", 1990, None, "x", None), row)
    assert seen.status_code == 422
    assert reason in seen.content.decode()
    reference = {"tep": seen.context["table"].reference}
    back = openpyxl.load_workbook(io.BytesIO(who.post(f"{path}tra-lai/", reference).content))
    cells = [str(cell.value) for line in back.active for cell in line]
    assert "Lý do" in cells
    assert any(reason in one for one in cells)
    assert who.post(f"{path}nhan/", reference).status_code == 422
    assert not TeamMember.objects.exists()


def test_a_team_that_is_taken_out_takes_its_members_identities_with_it(stage):
    who = secretary(stage)
    who.post(members(stage), AN)
    path = address(stage, f"{token(stage)}/xoa/")
    assert who.post(path, {"reason": "Ghi nhầm"}).status_code == 302
    assert (TeamMember.objects.count(), Identity.objects.count()) == (0, 0)


def test_after_the_last_day_a_member_changes_only_by_a_decision():
    contest = boards.contest(boards.BINH_SON)
    teams_in(contest, TEAM)
    who, allowed = secretary(contest), {"reason": "Thay người ốm", "document_number": "16/BTC"}
    assert who.post(members(contest), AN).status_code == 422
    assert not TeamMember.objects.exists()
    assert who.post(members(contest), AN | allowed).status_code == 302
    path = f"{members(contest)}{TeamMember.objects.get().pk}/"
    gone = {"capacity": "main", "viec": "dua-ra"}
    assert who.post(path, gone).status_code == 422
    assert who.post(path, gone | allowed).status_code == 302
    assert LateDecision.objects.count() == 2


def test_lesser_colleagues_and_strangers_reach_no_member(stage):
    secretary(stage).post(members(stage), AN)
    number = TeamMember.objects.get().pk
    for who in (role(RoleName.AUDITOR, stage.body), role(RoleName.SECRETARY, make.body())):
        assert who.get(members(stage)).status_code == 404
        assert who.get(f"{members(stage)}{number}/").status_code == 404
        assert (
            who.post(address(stage, f"{token(stage)}/ho-ten/"), {"reason": "x"}).status_code == 404
        )
        assert who.get(address(stage, "danh-sach.xlsx")).status_code == 404


@pytest.mark.parametrize("size", [1, 12])
def test_the_page_asks_the_database_as_often_for_one_member_as_for_twelve(
    stage, size, django_assert_num_queries
):
    team = Entrant.objects.get(name=TEAM)
    for number in range(size):
        TeamMember.objects.create(
            team=team, key_hash=str(number), masked_name=f"A {number}", added_at=make.AT
        )
    who = secretary(stage)
    with django_assert_num_queries(13):
        who.get(members(stage))
