"""The list of those excluded: who is on it is masked, and whom it touches is shown first."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl.styles import Font

from hoithi.entries.models import Entrant, ListedExclusion
from hoithi.people.models import Identity
from tests import make
from tests.web_lists.steps import address, cells, enter, reference, table

pytestmark = pytest.mark.django_db
AN = {"name": "Nguyễn Thị An", "birth_year": "1985", "rule": "btc", "source": "QĐ 12/QĐ-UBND"}
HEAD = ["STT", "Họ và tên", "Năm sinh", "Điện thoại"]


def names():
    return sorted(ListedExclusion.objects.values_list("masked_name", "effect"))


def test_a_person_is_listed_masked_and_found_by_the_whole_name(desk, here):
    assert desk.post(address(here, "khong-du-thi/"), AN).status_code == 302
    page = desk.get(address(here, "khong-du-thi/"), {"tim": "nguyen thi an"}).content.decode()
    shown = ("Nguyễn T. A**" in page, "Nguyễn Thị An" in page, "1985" in page)
    assert shown == (True, False, False)
    none = desk.get(address(here, "khong-du-thi/"), {"tim": "Lê Bảo"}).content.decode()
    assert "Không có ai khớp" in none


def test_whoever_entered_before_is_shown_before_it_is_confirmed(desk, here):
    enter(here)
    seen = desk.post(address(here, "khong-du-thi/"), AN).content.decode()
    assert ("Không được dự thi" in seen, names()) == (True, [])
    desk.post(address(here, "khong-du-thi/"), {**AN, "xac-nhan": "1"})
    entrant = Entrant.objects.get()
    assert (names(), entrant.effect) == ([("Nguyễn T. A**", "barred")], "barred")
    page = desk.get(address(here, f"nguoi/{entrant.token}/")).content.decode()
    assert "Không được dự thi" in page


def test_who_is_taken_off_takes_part_as_before(desk, here):
    enter(here)
    desk.post(address(here, "khong-du-thi/"), {**AN, "xac-nhan": "1"})
    path = address(here, f"khong-du-thi/{ListedExclusion.objects.get().pk}/dua-ra/")
    assert desk.post(path, {"reason": " "}).status_code == 422
    assert desk.post(path, {"reason": "Đã thôi nhiệm vụ"}).status_code == 302
    assert desk.post(path, {"reason": "Đã thôi nhiệm vụ"}).status_code == 404
    assert (names(), Entrant.objects.get().effect) == ([], "")
    assert make.deeds()[-2:] == ["entries.readmitted", "entries.effect_changed"]


def test_a_table_is_taken_whole_after_a_look_and_never_twice(desk, here):
    file = table("ds.xlsx", HEAD, [1, "LÊ BẢO", "05/03/1990", ""], [2, "Trần Ba", "", "0912345678"])
    sent = {"rule": "so-noi-vu", "source": "Công văn 5/SNV", "tep": file}
    seen = desk.post(address(here, "khong-du-thi/tu-tep/"), sent)
    assert ("Sẽ đưa 2 người" in seen.content.decode(), names()) == (True, [])
    take = {**sent, "tep": reference(seen)}
    for _ in range(2):
        assert desk.post(address(here, "khong-du-thi/nhan/"), take).status_code == 302
    assert names() == [("Lê B**", "unranked"), ("Trần B**", "unranked")]


def test_a_table_in_an_old_font_is_read_in_unicode(desk, here):
    book = openpyxl.Workbook()
    for line in (HEAD, [1, "NguyÔn ThÞ An", "1985", ""]):
        book.active.append(line)
    book.active["B2"].font = Font(name=".VnTime")
    data = io.BytesIO()
    book.save(data)
    file = SimpleUploadedFile("ds.xlsx", data.getvalue())
    sent = {"rule": "btc", "source": "QĐ", "tep": file}
    seen = desk.post(address(here, "khong-du-thi/tu-tep/"), sent)
    desk.post(address(here, "khong-du-thi/nhan/"), {**sent, "tep": reference(seen)})
    found = desk.get(address(here, "khong-du-thi/"), {"tim": "Nguyễn Thị An"}).content.decode()
    assert ("Nguyễn T. A**" in found, names()) == (True, [("Nguyễn T. A**", "barred")])


def test_a_faulty_table_comes_back_with_reasons_and_changes_nothing(desk, here):
    file = table("ds.xlsx", HEAD, [1, "Lê Bảo", "", ""], [2, "Trần Ba", "1990", ""])
    sent = {"rule": "btc", "source": "QĐ", "tep": file}
    seen = desk.post(address(here, "khong-du-thi/tu-tep/"), sent)
    assert seen.status_code == 422
    again = desk.post(address(here, "khong-du-thi/nhan/"), {**sent, "tep": reference(seen)})
    back = desk.post(address(here, "khong-du-thi/tra-lai/"), {"tep": reference(seen)})
    reasons = [row[-1] for row in cells(back) if row[-1]]
    assert (again.status_code, names()) == (422, [])
    assert reasons == ["Lý do", "Cần ghi năm sinh hoặc số điện thoại."]


@pytest.mark.parametrize("data", [b"", b"MZ\x00", b"%PDF-1.7", b"PK\x03\x04 nothing"])
def test_what_is_no_table_is_refused_in_words(desk, here, data):
    file = SimpleUploadedFile("a.xlsx", data)
    sent = {"rule": "btc", "source": "QĐ", "tep": file}
    assert desk.post(address(here, "khong-du-thi/tu-tep/"), sent).status_code == 422
    assert names() == []


def test_the_list_is_taken_away_masked_and_without_formulas(desk, here):
    desk.post(address(here, "khong-du-thi/"), {**AN, "source": "=HYPERLINK(1)"})
    out = desk.get(address(here, "khong-du-thi/danh-sach.csv")).content.decode("utf-8-sig")
    assert out.splitlines()[1].startswith(
        "Nguyễn T. A**,Thành viên Ban Tổ chức,Không được dự thi,'=HYPERLINK(1)"
    )
    rows = cells(desk.get(address(here, "khong-du-thi/danh-sach.xlsx")))
    assert rows[-1][0] == "Nguyễn T. A**"


def test_a_secretary_looks_and_a_stranger_does_not(here, secretary, stranger):
    page = address(here, "khong-du-thi/")
    assert [who.get(page).status_code for who in (secretary, stranger)] == [200, 404]
    assert [who.post(page, AN).status_code for who in (secretary, stranger)] == [404, 404]


def test_names_on_the_list_are_erased_with_the_contest(desk, here):
    desk.post(address(here, "khong-du-thi/"), AN)
    assert Identity.objects.get().erase_after is not None


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(desk, here, people, django_assert_num_queries):
    for number in range(people):
        desk.post(address(here, "khong-du-thi/"), {**AN, "birth_year": str(1980 + number)})
    desk.get(address(here, "khong-du-thi/"))
    with django_assert_num_queries(10):
        desk.get(address(here, "khong-du-thi/"))
