"""Names of bodies that say their level in other words, and what registers of documents tell."""

import pytest

from hoithi.core.plans.areas import level_of
from tests.core.plans.texts import facts, plan


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Sở Lao động - Thương binh và Xã hội", "province"),
        ("Bộ Lao động - Thương binh và Xã hội", "central"),
        ("Bảo hiểm xã hội Việt Nam", "central"),
        ("Bảo hiểm xã hội huyện An Sơn", "district"),
        ("Phòng Văn hóa - Xã hội", "commune"),
        ("Phòng Văn hóa và Thông tin", "district"),
        ("Hội Liên hiệp Phụ nữ Hà Nội", "province"),
        ("Liên đoàn Lao động Bắc Giang", "province"),
        ("Ban Thường vụ Hội Nông dân Q7", "district"),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", None),
        ("Công đoàn Giáo dục Việt Nam", "central"),
        ("Công ty May Việt Nam", None),
        ("Trường Đại học Hà Nội", None),
    ],
)
def test_a_name_tells_its_level(name: str, level: str | None) -> None:
    assert level_of(name, 2024) == level


def test_a_form_is_no_document() -> None:
    read = plan("I. NỘI DUNG\n\n- Lập danh sách theo Mẫu số 05/DS và gửi Thông báo số 12/TB-BTC.")
    assert [one.number for one in (*read.legal_bases, *read.cited)] == ["12/TB-BTC"]


def test_a_name_may_hold_a_verb() -> None:
    read = plan(
        "I. TỔ CHỨC THỰC HIỆN\n\n1. Trung tâm Quản lý hỗ trợ nhà nông An Sơn: Chủ trì tổ chức.\n\n"
        "2. Phòng Nội vụ: Phối hợp thực hiện."
    )
    assert [one.agency for one in read.assignments] == [
        "Trung tâm Quản lý hỗ trợ nhà nông An Sơn",
        "Phòng Nội vụ",
    ]


def test_a_day_without_its_year_beside_it() -> None:
    read = plan("I. THỜI GIAN\n\n1. Trao giải: vào dịp 20/11 năm 2023.")
    assert [one.date for one in read.milestones] == ["2023-11-20"]


def test_a_plan_without_number_names_a_numbered_district() -> None:
    read = facts(
        "Quận 12, ngày      tháng     năm 2017\n\nKẾ HOẠCH\nTổ chức Hội thi\n\nI. MỤC ĐÍCH"
    )
    assert read.place is not None
    assert read.place.value == "Quận 12"


REGISTER = """Kế hoạch tổ chức Hội thi cải cách hành chính

Số hiệu: 35/KH-UBND Người ký: Lê Thị An
Ngày ban hành: 20/05/2024

KẾ HOẠCH
Tổ chức Hội thi cải cách hành chính

I. MỤC ĐÍCH

- Nâng cao nhận thức.
"""


def test_the_entry_of_a_register_tells_number_day_and_signer() -> None:
    read = facts(REGISTER)
    assert read.number is not None
    assert read.issued_on is not None
    assert read.signatory is not None
    assert (read.number.value, read.issued_on.value, read.signatory.name) == (
        "35/KH-UBND",
        "2024-05-20",
        "Lê Thị An",
    )


def test_who_signs_with_a_seal_is_no_person() -> None:
    assert facts(REGISTER.replace("Lê Thị An", "Sở Nội vụ An Sơn")).signatory is None


def test_the_title_goes_on_in_quotes() -> None:
    read = facts(
        "THỂ LỆ CUỘC THI TRỰC TUYẾN\n\n“Tìm hiểu truyền thống” tại phường An Sơn\n\nĐiều 1. A"
    )
    assert read.title is not None
    assert read.title.value == "CUỘC THI TRỰC TUYẾN “Tìm hiểu truyền thống” tại phường An Sơn"


def test_a_decision_says_after_its_bases_what_it_is_about() -> None:
    read = facts(
        "QUYẾT ĐỊNH\n\n- Căn cứ Điều lệ Hội;\n\n- Xét đề nghị của Văn phòng,\n\nQUYẾT ĐỊNH\n\n"
        "V/v thành lập Ban Giám khảo Cuộc thi viết\n\nĐiều 1. Thành lập Ban Giám khảo."
    )
    assert read.title is not None
    assert read.title.value == "thành lập Ban Giám khảo Cuộc thi viết"


def test_what_a_plan_serves_is_not_what_it_is() -> None:
    read = facts(
        "Để tham mưu cho UBND Thành phố xây dựng Chương trình văn hóa. "
        "Sở Văn hóa xây dựng kế hoạch tổ chức diễn đàn. Cụ thể như sau:\n\n"
        "I. MỤC ĐÍCH\n\n- Lấy ý kiến.\n\nII. NỘI DUNG\n\n1. Chủ đề: Văn hóa."
    )
    assert read.doc_type is not None
    assert read.issuing_body is not None
    assert (read.doc_type.value, read.issuing_body.value) == ("ke_hoach", "Sở Văn hóa")
