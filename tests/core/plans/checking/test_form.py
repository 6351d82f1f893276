"""Header, end, bases, names that are gone, and how a plan is written."""

import pytest

from hoithi.core.plans.checking import Code
from tests.core.plans.checking.papers import codes, found, plan

HEAD = """ỦY BAN NHÂN DÂN
XÃ AN PHÚ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{number}
{day}"""
END = """Trên đây là Kế hoạch tổ chức Cuộc thi./.

Nơi nhận:
- Các thôn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Bình"""
FORM = (
    Code.HEADER_MISSING,
    Code.END_MISSING,
    Code.NUMBER_BLANK,
    Code.DATE_BLANK,
    Code.NUMBER_ZERO,
    Code.DAY_ZERO,
    Code.END_SIGN,
)


TASK = "là nhiệm vụ trọng tâm thực hiện công tác cải cách hành chính"


def head(number: str = "Số: 12/KH-UBND", day: str = "An Phú, ngày 15 tháng 9 năm 2025") -> str:
    return HEAD.format(number=number, day=day)


@pytest.mark.parametrize(
    ("top", "end", "expected"),
    [
        (head(), END, []),
        (head(number="Số:      /KH-UBND"), END, [Code.NUMBER_BLANK]),
        (head(day="An Phú, ngày    tháng 9 năm 2025"), END, [Code.DATE_BLANK]),
        (head(number="Số: 5/KH-UBND"), END, [Code.NUMBER_ZERO]),
        (head(day="An Phú, ngày 5 tháng 9 năm 2025"), END, [Code.DAY_ZERO]),
        (head(day="An Phú, ngày 15 tháng 2 năm 2025"), END, [Code.DAY_ZERO]),
        (head(), END.replace("./.", ""), [Code.END_SIGN]),
        (head(), END.replace("TM. ỦY BAN NHÂN DÂN\n", ""), [Code.END_MISSING]),
        (head(), END.replace("- Lưu: VT.", "- Các ban;"), [Code.END_MISSING]),
        ("", END, [Code.HEADER_MISSING]),
    ],
)
def test_parts_of_a_document(top: str, end: str, expected: list[Code]) -> None:
    text = plan("I. NỘI DUNG", "1. Thi trực tuyến.", end, head=top)
    assert codes(text, *FORM) == expected


def test_a_decision_of_a_head_is_signed_in_his_own_name() -> None:
    end = END.replace("TM. ỦY BAN NHÂN DÂN\n", "")
    text = plan("Điều 1. Ban hành Thể lệ Cuộc thi.", end, head=head("Số: 12/QĐ-UBND"))
    assert codes(text.replace("KẾ HOẠCH", "QUYẾT ĐỊNH", 1), Code.END_MISSING) == []


def test_what_is_missing_is_named() -> None:
    text = plan("I. NỘI DUNG", "1. Thi trực tuyến.")
    [one] = [one for one in found(text) if one.code is Code.HEADER_MISSING]
    assert one.facts["missing"] == ("nation", "issuer", "number", "place", "date")


@pytest.mark.parametrize(
    ("year", "rule"),
    [
        ("2008", "Thông tư liên tịch số 55/2005/TTLT-BNV-VPCP"),
        ("2018", "Thông tư số 01/2011/TT-BNV"),
        ("2021", "Điều 8 và Phụ lục I Nghị định số 30/2020/NĐ-CP"),
    ],
)
def test_the_rule_of_its_time_is_named(year: str, rule: str) -> None:
    text = plan("I. NỘI DUNG", "1. Thi.", head=f"An Phú, ngày 15 tháng 9 năm {year}")
    [one] = [one for one in found(text) if one.code is Code.HEADER_MISSING]
    assert one.facts["rule"] == rule


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("Căn cứ Kế hoạch số 15/KH-UBND ngày 20/10/2025 của UBND tỉnh;", [Code.BASE_LATER]),
        ("Căn cứ Kế hoạch số 15/KH-UBND ngày 20/8/2025 của UBND tỉnh;", []),
        ("Căn cứ Kế hoạch số ..../KH-UBND của UBND tỉnh;", [Code.REFERENCE_BLANK]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", []),
        ("Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13;", [Code.BASE_REPLACED]),
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            [Code.BASE_REPLACED],
        ),
        ("Căn cứ Luật Thi đua, khen thưởng năm 2003;", [Code.BASE_REPLACED]),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", []),
        ("Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ;", [Code.BASE_REPLACED]),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;", []),
        ("Căn cứ chỉ thị 58-CT-TW của Bộ Chính trị;", [Code.NUMBER_FORM]),
        ("Căn cứ Chỉ thị số 58-CT/TW của Bộ Chính trị;", []),
    ],
)
def test_bases(base: str, expected: list[Code]) -> None:
    of = (
        Code.BASE_LATER,
        Code.BASE_REPLACED,
        Code.REFERENCE_BLANK,
        Code.BASES_MISSING,
        Code.NUMBER_FORM,
    )
    text = plan("I. NỘI DUNG", "1. Thi.", END, head=head()).replace("Căn cứ tình hình.", base)
    assert codes(text, *of) == expected


def test_a_plan_without_any_base() -> None:
    text = plan("I. NỘI DUNG", END, head=head()).replace("Căn cứ tình hình.", "Nội dung như sau.")
    assert codes(text, Code.BASES_MISSING) == [Code.BASES_MISSING]


@pytest.mark.parametrize(("day", "expected"), [("30 tháng 6", []), ("01 tháng 7", ["huyện"])])
def test_levels_are_gone_from_the_first_of_july(day: str, expected: list[str]) -> None:
    top = head(day=f"An Phú, ngày {day} năm 2025")
    text = plan("I. NỘI DUNG", "1. Các xã trong huyện tham gia.", head=top)
    names = [one.facts["name"] for one in found(text) if one.code is Code.ABOLISHED_LEVEL]
    assert names == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Phòng Nội vụ tổng hợp", [("Phòng Nội vụ", "Phòng Văn hóa - Xã hội")]),
        (
            "Phòng Văn hoá và Thông tin tổng hợp",
            [("Phòng Văn hóa - Thông tin", "Phòng Văn hóa - Xã hội")],
        ),
        ("Sở TT&TT tổng hợp", [("Sở TT&TT", "Sở Khoa học và Công nghệ")]),
        ("Công an huyện bảo vệ", [("Công an huyện", "Công an xã hoặc Công an tỉnh")]),
        ("có hộ khẩu tại xã", [("hộ khẩu", "nơi thường trú, đăng ký thường trú")]),
        ("xuất trình CMND", [("CMND", "số định danh cá nhân (số căn cước)")]),
        ("xã Bình Phước (huyện Bình Sơn cũ)", []),
        ("thuộc huyện Bình Sơn trước đây", []),
        ("Kế hoạch số 12/KH-UBND ngày 10/3/2025 của UBND huyện Bình Sơn", []),
        ("giai đoạn 2021 - 2025 của huyện Bình Sơn", []),
        ("Bệnh viện Đa khoa huyện Bình Sơn", []),
        ("Phòng Kinh tế, Hạ tầng và Đô thị phường", []),
        ("Phòng Văn hóa - Xã hội tổng hợp", []),
        ("Ban Dân tộc HĐND tỉnh giám sát", []),
        ("Ban Dân tộc tỉnh phối hợp", [("Ban Dân tộc", "Sở Dân tộc và Tôn giáo")]),
        ("quân nhân, quản lý, quan tâm", []),
        ("thành phố Sông Công", [("thành phố Sông Công", "xã, phường")]),
        ("thành phố Hồ Chí Minh và thành phố Huế", []),
    ],
)
def test_names_that_are_gone(said: str, expected: list[tuple[str, str]]) -> None:
    text = plan("I. NỘI DUNG", f"1. Yêu cầu: {said}.", head=head())
    gone = {Code.ABOLISHED_LEVEL, Code.ABOLISHED_BODY, Code.ABOLISHED_PAPER}
    told = [(one.facts["name"], one.facts["by"]) for one in found(text) if one.code in gone]
    assert told == expected


def test_a_hospital_has_rooms_of_the_old_names() -> None:
    top = head().replace("ỦY BAN NHÂN DÂN\nXÃ AN PHÚ", "SỞ Y TẾ\nBỆNH VIỆN ĐA KHOA AN PHÚ")
    text = plan("I. NỘI DUNG", "1. Phòng Tài chính - Kế hoạch lập dự toán.", head=top)
    assert codes(text, Code.ABOLISHED_BODY) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Thẻ lệ Hội thi", [Code.SPELLING]),
        ("CHUYÊN ĐỔI SỐ", [Code.SPELLING]),
        ("Thể lệ Hội thi", []),
        (
            f"Coi đây {TASK} của cả năm, coi đây {TASK} của ngành",
            [Code.CLAUSE_REPEATED],
        ),
    ],
)
def test_writing(said: str, expected: list[Code]) -> None:
    text = plan("I. NỘI DUNG", f"1. {said}.")
    assert codes(text, Code.SPELLING, Code.CLAUSE_REPEATED) == expected
