"""Points from a spreadsheet: what a file says, faulty files given back, nothing half-entered."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.judging.models import PointsSheet
from hoithi.people.models import RoleName
from tests.documents.sheets import xlsx
from tests.web_organiser.stage import TEAMS, role, stage

pytestmark = pytest.mark.django_db
HEAD = ("Mã số", "Đội thi", "Điểm")


@pytest.fixture
def hall():
    return stage()


@pytest.fixture
def typist(hall):
    return role(RoleName.SECRETARY, hall.contest.body)


def sent(hall, typist, data, name="diem.xlsx"):
    return typist.post(hall.points("skit/tu-tep/"), {"tep": SimpleUploadedFile(name, data)})


def table(hall, *points):
    lines = zip(hall.tokens.items(), points, strict=True)
    rows = [(token, name, got) for (name, token), got in lines]
    return xlsx([("BẢNG ĐIỂM",), HEAD, *rows])


def opened(response):
    return openpyxl.load_workbook(io.BytesIO(response.content)).active


def test_the_form_lists_everybody_and_is_taken_when_filled_in(hall, typist):
    sheet = opened(typist.get(hall.points("skit/mau.xlsx")))
    head = next(row for row in sheet.iter_rows() if row[0].value == "Mã số")[0].row
    names = [sheet.cell(head + n, 2).value for n in (1, 2, 3)]
    assert sorted(names) == sorted(TEAMS)
    for n, points in enumerate((35.5, "38,25"), start=1):
        sheet.cell(head + n, 4).value = points
    out = io.BytesIO()
    sheet.parent.save(out)

    page = sent(hall, typist, out.getvalue())
    assert (page.status_code, PointsSheet.objects.count()) == (200, 0)
    taken = typist.post(
        hall.points("skit/nhan/"), {"tep": page.context["reference"], "seen": 0}, follow=True
    )
    assert [str(line.points) for line in taken.context["lines"]] == ["35.5000", "38.2500"]
    assert PointsSheet.objects.get().number == 1


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        (41, "điểm vượt điểm tối đa"),
        (-1, "điểm không được âm"),
        ("ba mươi", "không phải là số"),
        ("=20+15", "công thức chưa được tính"),
    ],
)
def test_one_faulty_line_keeps_all_out_and_the_file_goes_back_with_its_reason(
    hall, typist, points, reason
):
    page = sent(hall, typist, table(hall, 30, points, 31))
    assert (page.status_code, PointsSheet.objects.count()) == (422, 0)
    assert reason in page.content.decode()

    back = {"tep": page.context["reference"], "seen": 0}
    sheet = opened(typist.post(hall.points("skit/tra-lai/"), back))
    reasons = [row[3].value for row in sheet.iter_rows(min_row=2)]
    assert reasons[0] == "Lý do"
    assert reason in reasons[2]
    assert typist.post(hall.points("skit/nhan/"), back).status_code == 422
    assert not PointsSheet.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("diem.xlsx", b""),
        ("diem.xlsx", b"PK\x03\x04broken"),
        ("diem.xlsx", b"<html><script>alert(1)</script></html>"),
        ("diem.exe", b"MZ\x90\x00\x03"),
        ("diem.xlsx", xlsx([("Không", "Có", "Cột"), ("a", "b", "c")])),
        ("diem.csv", b"x" * (21 * 1024 * 1024)),
    ],
)
def test_what_is_no_table_of_points_gives_a_sentence_and_changes_nothing(hall, typist, name, data):
    response = sent(hall, typist, data, name)
    assert response.status_code in {413, 422}
    assert not PointsSheet.objects.exists()


def test_a_file_without_any_points_says_what_to_do(hall, typist):
    page = sent(hall, typist, table(hall, None, None, None))
    assert page.status_code == 422
    assert "Bảng chưa có điểm của ai" in page.content.decode()


def test_no_file_and_references_of_others_are_refused(hall, typist):
    assert typist.post(hall.points("skit/tu-tep/"), {}).status_code == 422
    other = stage()
    theirs = role(RoleName.SECRETARY, other.contest.body)
    reference = sent(other, theirs, table(other, 1, 2, 3)).context["reference"]
    taken = typist.post(hall.points("skit/nhan/"), {"tep": reference, "seen": 0})
    assert taken.status_code == 422
    assert typist.post(hall.points("skit/nhan/"), {"tep": "x", "seen": 0}).status_code == 422
    assert not PointsSheet.objects.exists()


def test_the_preview_sent_twice_is_one_sheet(hall, typist):
    reference = sent(hall, typist, table(hall, 30, 31, 32)).context["reference"]
    for _ in range(2):
        answer = typist.post(hall.points("skit/nhan/"), {"tep": reference, "seen": 0})
        assert answer.status_code == 302
    assert PointsSheet.objects.count() == 1


def test_the_second_person_may_compare_with_a_table_of_their_own(hall, typist):
    reference = sent(hall, typist, table(hall, 30, 31, 32)).context["reference"]
    typist.post(hall.points("skit/nhan/"), {"tep": reference, "seen": 0})
    second = role(RoleName.ORGANISER, hall.contest.body)

    def compared(*points):
        file = SimpleUploadedFile("so.xlsx", table(hall, *points))
        return second.post(hall.sheet("nhap-lai/tu-tep/"), {"tep": file})

    assert "điểm không được âm" in compared(30, -1, 32).content.decode()
    unequal = compared(30, 31, 33)
    assert [int(one.second.points) for one in unequal.context["differences"]] == [33]
    assert hall.counted() == []
    assert compared(30, 31, 32).status_code == 302
    assert len(hall.counted()) == 3
    assert PointsSheet.objects.count() == 1
