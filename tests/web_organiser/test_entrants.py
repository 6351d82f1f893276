"""Teams and people registered by the secretariat: typed in, from tables, refused with reasons."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.core.rulebook.formats import from_toml
from hoithi.entries.models import Entrant
from hoithi.people.models import RoleName
from tests import make
from tests.documents.sheets import xlsx
from tests.results import boards
from tests.results.rows import unit
from tests.web_organiser.stage import role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
CU_LAO_DUNG = from_toml((boards.EXAMPLES / "cu-lao-dung-2020.toml").read_bytes())
HEAD = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị")
AN = (1, "Nguyễn Văn An", 1975, "Chủ tịch", "Xã An Thạnh 1")


@pytest.fixture
def stage():
    contest = boards.contest(boards.without_deadline(boards.BINH_SON))
    unit(contest.body, "Xã Bình Phước", "commune")
    return contest


@pytest.fixture
def check():
    contest = boards.contest(CU_LAO_DUNG)
    for name in ("Xã An Thạnh 1", "Xã Đại Ân 1"):
        unit(contest.body, name, "commune")
    return contest


def secretary(contest):
    return role(RoleName.SECRETARY, contest.body)


def address(contest, rest=""):
    return f"/quan-tri/cuoc-thi/{contest.slug}/doi-thi/{rest}"


def sent(contest, who, *rows):
    file = SimpleUploadedFile("ds.xlsx", xlsx([("DANH SÁCH",), *rows]))
    return who.post(address(contest, "tu-tep/"), {"tep": file})


def test_a_team_is_typed_in_once(stage):
    who = secretary(stage)
    form = who.get(address(stage)).context["team_form"]
    (_, (unit_id, _)) = form.fields["unit"].choices
    team = {"name": "Đội Hoa Sen", "unit": unit_id}
    assert who.post(address(stage), team).status_code == 302
    again = who.post(address(stage), team)
    assert again.status_code == 422
    assert "đã có đủ 1 đội" in again.content.decode()
    assert [(one.name, one.unit.name) for one in Entrant.objects.all()] == [
        ("Đội Hoa Sen", "Xã Bình Phước")
    ]
    assert "Đội Hoa Sen" in who.get(address(stage), {"tim": "hoa"}).content.decode()


@pytest.mark.parametrize("name", ["", "   ", "a" * 201])
def test_a_team_without_a_fit_name_is_refused(stage, name):
    assert secretary(stage).post(address(stage), {"name": name}).status_code == 422
    assert not Entrant.objects.exists()


def test_people_come_in_from_a_table_by_the_fields_of_the_rules(check):
    who = secretary(check)
    template = openpyxl.load_workbook(io.BytesIO(who.get(address(check, "mau.xlsx")).content))
    heads = [cell.value for cell in template.active[4]]
    assert heads[1:] == ["Họ và tên (*)", "Năm sinh (*)", "Chức vụ, nghề nghiệp (*)", "Đơn vị (*)"]

    seen = sent(check, who, HEAD, AN, (2, "Trần Thị Bé", "1980", "Phó Chủ tịch", "Xã Đại Ân 1"))
    assert (seen.status_code, Entrant.objects.count()) == (200, 0)
    reference = {"tep": seen.context["table"].reference}
    assert who.post(address(check, "nhan/"), reference).status_code == 302
    found = Entrant.objects.order_by("name").values_list("name", "birth_year", "unit__name")
    assert list(found) == [
        ("Nguyễn V. A**", 1975, "Xã An Thạnh 1"),
        ("Trần T. B**", 1980, "Xã Đại Ân 1"),
    ]
    assert who.post(address(check, "nhan/"), reference).status_code == 422
    assert Entrant.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ((2, "Nguyễn Văn An", 1975, "Chủ tịch", "Xã An Thạnh 1"), "có ở nhiều dòng"),
        ((2, "Lê Văn Cường", 1875, "Chủ tịch", "Xã An Thạnh 1"), "không có ngày “1875”"),
        ((2, "Lê Văn 2", 1975, "Chủ tịch", "Xã An Thạnh 1"), "chỉ gồm chữ cái"),
        ((2, "Lê Văn Cường", 1975, "Chủ tịch", "Xã Lạ"), "không có đơn vị “Xã Lạ”"),
        ((2, "Lê Văn Cường", None, "Chủ tịch", "Xã An Thạnh 1"), "Năm sinh"),
        ((2, '=HYPERLINK("http://x","An")', 1975, "Chủ tịch", "Xã An Thạnh 1"), "công thức"),
    ],
)
def test_one_faulty_person_keeps_all_out_and_the_file_goes_back(check, row, reason):
    who = secretary(check)
    seen = sent(check, who, HEAD, AN, row)
    assert seen.status_code == 422
    assert reason in seen.content.decode()
    reference = {"tep": seen.context["table"].reference}
    back = who.post(address(check, "tra-lai/"), reference).content
    cells = [
        cell.value for line in openpyxl.load_workbook(io.BytesIO(back)).active for cell in line
    ]
    assert "Lý do" in cells
    assert any(reason in str(cell) for cell in cells)
    assert who.post(address(check, "nhan/"), reference).status_code == 422
    assert not Entrant.objects.exists()


def test_a_person_is_typed_in_with_consent(check):
    who = secretary(check)
    page = who.get(address(check))
    (chosen,) = [one.value for field in page.context["form"].fields if field.name == "unit"
                 for one in field.options if one.label == "Xã An Thạnh 1"]  # fmt: skip
    person = {"full_name": "Nguyễn Văn An", "birth_year": "1975", "post": "Chủ tịch",
              "unit": chosen}  # fmt: skip
    assert who.post(address(check), person).status_code == 422
    assert who.post(address(check), person | {"consent": "yes"}).status_code == 302
    assert who.post(address(check), person | {"consent": "yes"}).status_code == 422
    assert Entrant.objects.get().channel == "secretariat"
    assert make.deeds()[-1] == "entries.registered"


def test_lesser_colleagues_and_strangers_register_nobody(check):
    for who in (role(RoleName.AUDITOR, check.body), role(RoleName.SECRETARY, make.body())):
        assert who.get(address(check)).status_code == 404
        assert sent(check, who, HEAD, AN).status_code == 404
    assert not Entrant.objects.exists()


def test_teams_stand_in_vietnamese_order_and_are_found_however_typed(stage):
    names = ["Đội xã Bình Hòa", "Đội số 10", "Đội xã Bình Đông", "Đội số 2", "Đội thị trấn Châu Ổ"]
    for name in names:
        boards.entrant(stage, name, kind="team", channel="secretariat")
    who = secretary(stage)
    ordered = [names[3], names[1], names[4], names[2], names[0]]
    listed = who.get(address(stage)).context["page"]
    assert [one.name for one in listed] == ordered
    found = who.get(address(stage), {"tim": "binh dong"}).context["page"]
    assert [one.name for one in found] == ["Đội xã Bình Đông"]
    lines = who.get(address(stage, "danh-sach.csv")).content.decode()
    assert [lines.index(one) for one in ordered] == sorted(lines.index(one) for one in ordered)


@pytest.mark.parametrize("teams", [1, 30])
def test_the_list_asks_the_database_as_often_for_one_as_for_many(
    stage, teams, django_assert_num_queries
):
    for number in range(teams):
        boards.entrant(stage, f"Đội {number}", kind="team", channel="secretariat")
    who = secretary(stage)
    with django_assert_num_queries(13):
        who.get(address(stage))


def test_a_wrong_name_is_corrected_with_a_journal_row_but_never_onto_another(stage):
    who = secretary(stage)
    for name in ("Đội Hoa Sen", "Đội Hoa Mai"):
        who.post(address(stage), {"name": name, "unit": ""})
    token = Entrant.objects.get(name="Đội Hoa Sen").token
    path = address(stage, f"{token}/ten/")
    for wrong in ("", "đội hoa mai"):
        assert who.post(path, {"name": wrong}).status_code == 422
    assert who.post(path, {"name": "Đội Hoa Sen Hồng"}).status_code == 302
    assert sorted(Entrant.objects.values_list("name", flat=True)) == [
        "Đội Hoa Mai",
        "Đội Hoa Sen Hồng",
    ]
    assert make.deeds()[-1] == "entries.renamed"
    stranger = role(RoleName.SECRETARY, make.body())
    assert stranger.post(path, {"name": "X"}).status_code == 404
