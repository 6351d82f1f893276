"""Tables dropped on a page are shown first, taken whole, or given back with reasons."""

import io
import re
from html import unescape

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.core.units.kinds import UnitKind
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import NewAccount
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import Person, RoleName, StaffCount, Unit
from tests import make
from tests.make import AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def table(name, *lines):
    book = openpyxl.Workbook()
    for line in (["UBND XÃ HÒA SƠN"], ["DANH SÁCH"], *lines):
        book.active.append(line)
    file = io.BytesIO()
    book.save(file)
    return SimpleUploadedFile(name, file.getvalue())


@pytest.fixture
def body():
    return make.body()


@pytest.fixture
def desk(body, signed_in):
    return signed_in(make.holder(RoleName.ADMINISTRATOR, over=body))


def reference(answer, number=0):
    return re.findall(r'name="tep" value="([^"]+)"', answer.content.decode())[number]


def reasons(answer):
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    place = next(row.index("Lý do") for row in rows if "Lý do" in row)
    return [row[place] for row in rows if row[place] and row[place] != "Lý do"]


PEOPLE = ["STT", "Họ và tên", "Chức vụ", "Tên đăng nhập"]


def test_accounts_are_made_from_a_table_after_a_look(body, desk):
    file = table("a.xlsx", PEOPLE, [1, "NGUYỄN THỊ AN", "Công chức", ""], [2, "Lê An", "", "le.an"])
    page = f"/quan-tri/{body.slug}/tai-khoan/"
    seen = desk.post(f"{page}tu-tep/", {"tep": file})
    assert "Sẽ tạo 2 tài khoản" in seen.content.decode()
    assert not queries.accounts_of(body).filter(login="an.nt").exists()
    desk.post(f"{page}nhan/", {"tep": reference(seen)})
    assert set(Person.objects.values_list("login", flat=True)) >= {"an.nt", "le.an"}
    again = desk.post(f"{page}nhan/", {"tep": reference(seen)})
    assert (again.status_code, "chưa ghi nhận" in again.content.decode()) == (422, True)


def test_a_table_with_a_faulty_line_goes_back_with_its_reason(body, desk):
    file = table("a.xlsx", PEOPLE, [1, "Lê An", "", "Lê An"], [2, "Trần Ba", "", "tran.ba"])
    page = f"/quan-tri/{body.slug}/tai-khoan/"
    seen = desk.post(f"{page}tu-tep/", {"tep": file})
    assert seen.status_code == 422
    returned = desk.post(f"{page}tra-lai/", {"tep": reference(seen)})
    assert [reason[:13] for reason in reasons(returned)] == ["Tên đăng nhập"]
    assert desk.post(f"{page}nhan/", {"tep": reference(seen)}).status_code == 422
    assert not Person.objects.filter(login="tran.ba").exists()


ALL = ["Họ và tên", "Chức vụ", "Tên đăng nhập", "Điện thoại", "Thư điện tử"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["Trần Ba", "", "le.an", "", ""], "Đã có tài khoản dùng tên đăng nhập “le.an”"),
        (["Trần Ba", "", "", "", "ba.vn"], "Thư điện tử “ba.vn” chưa đúng"),
        (["Trần Ba", "", "", "12", ""], "không phải số điện thoại"),
        (["T" * 121, "", "", "", ""], "Cột “Họ và tên”: không ghi quá 120 ký tự"),
        (["Trần Ba", "x" * 121, "", "", ""], "không ghi quá 120 ký tự"),
        (["\u200b", "Công chức", "", "", ""], "Chưa ghi cột “Họ và tên”"),
    ],
)
def test_one_faulty_line_of_many_makes_no_account(body, desk, line, said):
    file = table("a.xlsx", ALL, ["Lê An", "", "le.an", "", ""], line)
    page = f"/quan-tri/{body.slug}/tai-khoan/"
    before = Person.objects.count()
    seen = desk.post(f"{page}tu-tep/", {"tep": file})
    assert (seen.status_code, said in unescape(seen.content.decode())) == (422, True)
    back = reasons(desk.post(f"{page}tra-lai/", {"tep": reference(seen)}))
    assert (said in back[-1], Person.objects.count()) == (True, before)


def test_a_name_taken_since_the_look_brings_the_table_back(body, desk):
    page = f"/quan-tri/{body.slug}/tai-khoan/"
    file = table("a.xlsx", PEOPLE, [1, "Lê An", "", "le.an"], [2, "Trần Ba", "", "tran.ba"])
    seen = desk.post(f"{page}tu-tep/", {"tep": file})
    desk.post(page, {"full_name": "Trần Văn Ba", "login": "tran.ba"})
    answer = desk.post(f"{page}nhan/", {"tep": reference(seen)})
    assert (answer.status_code, "Tải tệp có cột Lý do" in answer.content.decode()) == (422, True)
    assert "“tran.ba”" in reasons(desk.post(f"{page}tra-lai/", {"tep": reference(answer)}))[0]
    assert not Person.objects.filter(login="le.an").exists()


def test_a_name_given_by_the_system_never_takes_one_that_is_written_below(body, desk):
    file = table("a.xlsx", PEOPLE, [1, "Nguyễn Thị An", "", ""], [2, "Lê An", "", "an.nt"])
    seen = desk.post(f"/quan-tri/{body.slug}/tai-khoan/tu-tep/", {"tep": file})
    given = [item.login for item in seen.context["tables"][0].read.items]
    assert (seen.status_code, given) == (200, ["an.nt2", "an.nt"])


def test_a_table_of_too_many_accounts_is_refused_whole(body, desk, monkeypatch):
    monkeypatch.setattr("hoithi.people.facts.tables.MOST_ACCOUNTS", 2)
    file = table("a.xlsx", PEOPLE, *([n, "Lê An", "", ""] for n in range(3)))
    seen = desk.post(f"/quan-tri/{body.slug}/tai-khoan/tu-tep/", {"tep": file})
    assert (seen.status_code, "Tệp có 3 người" in seen.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.xlsx", "không có nội dung"),
        (b"MZ\x00", "a.xlsx", "Tệp không đúng loại"),
        (b"%PDF-1.7", "a.xlsx", "Tệp không đúng loại"),
        (b"PK\x03\x04 nothing", "a.xlsx", "Tệp bị hỏng"),
        ("xin chào".encode(), "a.csv", "Không tìm thấy dòng tiêu đề"),
    ],
)
def test_what_is_no_table_is_refused_in_words(body, desk, data, name, said):
    file = SimpleUploadedFile(name, data)
    answer = desk.post(f"/quan-tri/{body.slug}/tai-khoan/tu-tep/", {"tep": file})
    assert (answer.status_code, said in answer.content.decode()) == (422, True)


def test_a_preview_of_another_body_takes_nothing(body, desk, signed_in):
    file = table("a.xlsx", PEOPLE, [1, "Lê An", "", "le.an"])
    seen = desk.post(f"/quan-tri/{body.slug}/tai-khoan/tu-tep/", {"tep": file})
    other = make.body()
    stranger = signed_in(make.holder(RoleName.ADMINISTRATOR, over=other))
    answer = stranger.post(f"/quan-tri/{other.slug}/tai-khoan/nhan/", {"tep": reference(seen)})
    assert (answer.status_code, Person.objects.filter(login="le.an").exists()) == (422, False)


UNITS = ["Mã đơn vị", "Tên đơn vị", "Loại đơn vị", "Mã đơn vị cấp trên"]


def test_units_are_taken_with_their_parents_in_any_order(body, desk):
    page = f"/quan-tri/{body.slug}/don-vi/"
    lines = [["t1", "Tổ 1", "tổ dân phố", "th1"], ["th1", "Thôn Một", "thôn", ""]]
    seen = desk.post(f"{page}tu-tep/", {"tep": table("a.xlsx", UNITS, *lines)})
    desk.post(f"{page}nhan/", {"tep": reference(seen), "ngay": "2026-11-02"})
    tree = [(b.depth, b.version.name) for b in queries.tree(body, AT.date())]
    assert tree == [(0, "Thôn Một"), (1, "Tổ 1")]
    changed = [["th1", "Thôn Một Mới", "thôn", ""], lines[0]]
    seen = desk.post(f"{page}tu-tep/", {"tep": table("b.xlsx", UNITS, *changed)})
    assert "1 đơn vị giữ nguyên" in seen.content.decode()


def test_an_exported_list_is_taken_again_without_a_change(body, desk):
    actions.add_unit(body, NewUnit("d1", "Trường", UnitKind.SCHOOL), by=None, at=AT)
    page = f"/quan-tri/{body.slug}/don-vi/"
    exported = SimpleUploadedFile("x.xlsx", desk.get(f"{page}danh-sach.xlsx").content)
    seen = desk.post(f"{page}tu-tep/", {"tep": exported})
    assert "1 đơn vị giữ nguyên" in seen.content.decode()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["t1", "Tổ 1", "tổ dân phố", "không có"], "Không có đơn vị cấp trên"),
        (["t1", "Tổ 1", "", ""], "Chưa ghi loại đơn vị"),
        (["t1", "Tổ 1", "hành tinh", ""], "không có trong danh mục"),
        (["", "Tổ 1", "thôn", ""], "Chưa ghi cột"),
    ],
)
def test_a_faulty_list_of_units_changes_nothing(body, desk, line, said):
    file = table("a.xlsx", UNITS, ["th1", "Thôn Một", "thôn", ""], line)
    seen = desk.post(f"/quan-tri/{body.slug}/don-vi/tu-tep/", {"tep": file})
    assert (seen.status_code, said in seen.content.decode()) == (422, True)
    assert not Unit.objects.exists()


COUNTS = ["Mã đơn vị", "Tên đơn vị", "Số người"]


def test_returned_counts_are_matched_and_missing_units_listed(body, desk):
    for code, name in (("d1", "Trường A"), ("d2", "Trường B"), ("d3", "Trường C")):
        actions.add_unit(body, NewUnit(code, name, UnitKind.SCHOOL), by=None, at=AT)
    files = [
        table("a.xlsx", COUNTS, ["d1", "Trường A", 40]),
        table("b.xlsx", COUNTS, ["", "trường b", "35"]),
        table("c.xlsx", COUNTS, ["", "Trường Z", 20]),
    ]
    page = f"/quan-tri/{body.slug}/so-luong/"
    seen = desk.post(page, {"tep": files, "ngay": "2026-11-01"})
    text = seen.content.decode()
    assert ("Trường C (d3)" in text, "không có “Trường Z”" in text) == (True, True)
    assert not StaffCount.objects.exists()
    returned = desk.post(f"{page}tra-lai/", {"tep": reference(seen, 0), "ngay": "2026-11-01"})
    assert [reason[:9] for reason in reasons(returned)] == ["Danh sách"]
    desk.post(f"{page}nhan/", {"tep": reference(seen, 1), "ngay": "2026-11-01"})
    assert sorted(StaffCount.objects.values_list("people", "supplier")) == [
        (35, "b.xlsx"),
        (40, "a.xlsx"),
    ]


def test_a_hundred_and_one_files_are_too_many(body, desk):
    files = [SimpleUploadedFile(f"{n}.csv", b"x") for n in range(101)]
    answer = desk.post(f"/quan-tri/{body.slug}/so-luong/", {"tep": files})
    assert (answer.status_code, "không quá 100 tệp" in answer.content.decode()) == (422, True)


def test_a_huge_request_is_refused_before_it_is_read(body, desk):
    page = f"/quan-tri/{body.slug}/so-luong/"
    answer = desk.generic("POST", page, b"", CONTENT_LENGTH=str(200 * 1024**2))
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({"full_name": "Lê An", "login": "le.an"}, "login", "Đã có tài khoản dùng tên đăng nhập"),
        ({"full_name": "<i>Lý</i> 123", "login": "ly.m"}, "full_name", "chưa phải họ và tên"),
    ],
)
def test_a_refused_account_is_said_at_its_box(body, desk, sent, field, said):
    actions.make_account(NewAccount("le.an", "Lê Văn An"), body=body, by=None, at=AT)
    answer = desk.post(f"/quan-tri/{body.slug}/tai-khoan/", sent)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert said in answer.content.decode()
