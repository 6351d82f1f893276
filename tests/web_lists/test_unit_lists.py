"""Units' lists on the organiser's desk: states, returned files, reminders; no names leave."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Count

from hoithi.entries.models import UnitList
from hoithi.people.models import Unit
from tests.results import rows
from tests.web_lists.steps import address, cells, enter, reference, table

pytestmark = pytest.mark.django_db
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Mã đơn vị"]
AN = [1, "Nguyễn Thị An", "05/03/1985", "Công chức", ""]
BINH = [2, "Trần Văn Bình", "1979", "Lãnh đạo", ""]


def drop(desk, here, *files):
    return desk.post(address(here, "danh-sach-don-vi/tu-tep/"), {"tep": list(files)})


def take(desk, here, seen):
    path = address(here, "danh-sach-don-vi/nhan/")
    return desk.post(path, {"tep": reference(seen, -1)})


def handed():
    found = UnitList.objects.order_by("pk").annotate(n=Count("people"))
    return list(found.values_list("unit__code", "n"))


def test_files_are_matched_by_their_name_or_code_and_missing_units_listed(desk, here):
    code = Unit.objects.get(code="thon-tay").code
    by_name = table("Danh sách thôn Đông.xlsx", HEAD, AN, BINH)
    by_code = table("ds.xlsx", HEAD, [*AN[:4], code])
    seen = drop(desk, here, by_name, by_code)
    text = seen.content.decode()
    assert ("<strong>Thôn Đông</strong>" in text, "<strong>Thôn Tây</strong>" in text) == (
        True,
        True,
    )
    assert handed() == []
    assert take(desk, here, seen).status_code == 302
    assert handed() == [("thon-dong", 2), ("thon-tay", 1)]


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("ds.xlsx", AN, "Chưa biết tệp là của đơn vị nào"),
        ("ds.xlsx", [*AN[:4], "Thôn Nam"], "Cuộc thi không có đơn vị “Thôn Nam”"),
        ("thon dong.xlsx", [1, "", "1985", "x", ""], "Chưa ghi cột"),
        ("thon dong.xlsx", [1, "Lê An", "31/02/1985", "", ""], "không có ngày"),
    ],
)
def test_a_faulty_file_is_given_back_and_takes_nothing(desk, here, name, line, said):
    seen = drop(desk, here, table(name, HEAD, BINH if "ds" not in name else line, line))
    assert (seen.status_code, said in seen.content.decode()) == (422, True)
    back = desk.post(address(here, "danh-sach-don-vi/tra-lai/"), {"tep": reference(seen)})
    assert ("Lý do" in str(cells(back)), handed()) == (True, [])


def test_two_files_of_one_unit_are_not_both_taken(desk, here):
    seen = drop(
        desk, here, table("thon dong.xlsx", HEAD, AN), table("Thôn Đông 2.xlsx", HEAD, BINH)
    )
    assert "Đã có tệp khác của đơn vị “Thôn Đông”" in seen.content.decode()
    take(desk, here, seen)
    assert handed() == [("thon-dong", 1)]


def test_one_file_of_several_units_is_refused(desk, here):
    lines = [[*AN[:4], "thon-dong"], [*BINH[:4], "thon-tay"]]
    seen = drop(desk, here, table("a.xlsx", HEAD, *lines))
    assert (seen.status_code, "nhiều đơn vị" in seen.content.decode()) == (422, True)


def test_the_desk_shows_shares_and_whom_to_remind(desk, here):
    take(desk, here, drop(desk, here, table("thon dong.xlsx", HEAD, AN, BINH)))
    rows.sit(enter(here), here.rounds.get(), rows.Sat(80))
    page = desk.get(address(here, "danh-sach-don-vi/")).content.decode()
    assert "1/2 (50%)" in page
    assert "còn 1 đơn vị chưa gửi danh sách" in page
    assert "Nguyễn Thị An" not in page
    only = desk.get(address(here, "danh-sach-don-vi/"), {"xem": "chua-nop"}).content.decode()
    assert ("don-vi/" in only, "1/2 (" in only) == (True, False)


def test_the_summary_is_taken_away_without_names(desk, here):
    take(desk, here, drop(desk, here, table("thon dong.xlsx", HEAD, AN, BINH)))
    found = cells(desk.get(address(here, "danh-sach-don-vi/tong-hop.xlsx")))
    assert [row[1:2] + row[3:8] for row in found[-2:]] == [
        ["Thôn Đông", 2, 0, 2, 0, 0],
        ["Thôn Tây", None, None, None, None, None],
    ]


@pytest.mark.parametrize("lists", [1, 2])
def test_the_desk_costs_the_same_however_many_lists(desk, here, lists, django_assert_num_queries):
    files = [table("thon dong.xlsx", HEAD, AN, BINH), table("thon tay.xlsx", HEAD, BINH)]
    take(desk, here, drop(desk, here, *files[:lists]))
    desk.get(address(here, "danh-sach-don-vi/"))
    with django_assert_num_queries(14):
        desk.get(address(here, "danh-sach-don-vi/"))


def test_a_stranger_neither_looks_nor_drops(here, stranger):
    assert stranger.get(address(here, "danh-sach-don-vi/")).status_code == 404
    assert drop(stranger, here, table("thon dong.xlsx", HEAD, AN)).status_code == 404


def no_tables():
    """What comes between a hundred good files: a picture, nothing, half a file, a bomb."""
    whole = table("nửa tệp.xlsx", HEAD, AN).read()
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", bytes(101 * 1024**2))
    return {
        "ảnh chụp.xlsx": (b"\x89PNG\r\n\x1a\n" + bytes(64), "Tệp không đúng loại"),
        "trống.xlsx": (b"", "Tệp không có nội dung"),
        "nửa tệp.xlsx": (whole[: len(whole) // 2], "Tệp"),
        "<b>quả bom.xlsx": (bomb.getvalue(), "Tệp khi giải nén quá lớn"),
    }


def test_what_is_no_table_is_named_and_does_not_stop_the_others(desk, here):
    bad = no_tables()
    uploads = [SimpleUploadedFile(name, data) for name, (data, _said) in bad.items()]
    seen = drop(desk, here, uploads[0], table("thôn Đông.xlsx", HEAD, AN), *uploads[1:])
    text = seen.content.decode()
    names = re.findall(r"<h3>(.+?)</h3>", text)
    assert (seen.status_code, names) == (
        200,
        ["ảnh chụp.xlsx", "trống.xlsx", "nửa tệp.xlsx", "-b-quả bom.xlsx"],
    )
    assert [said for _data, said in bad.values() if said not in text] == []
    assert (take(desk, here, seen).status_code, handed()) == (302, [("thon-dong", 1)])


def test_files_none_of_which_is_a_table_take_nothing(desk, here):
    uploads = [SimpleUploadedFile(name, data) for name, (data, _said) in no_tables().items()]
    seen = drop(desk, here, *uploads)
    assert (seen.status_code, "Ghi nhận các tệp đúng" in seen.content.decode()) == (422, False)
    assert handed() == []
