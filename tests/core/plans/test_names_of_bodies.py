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


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        pytest.param(
            "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH AN LÂM\nCĐ TRƯỜNG ĐH AN SƠN",
            "Công đoàn Trường Đại học An Sơn",
            id="the union of a school",
        ),
        pytest.param(
            "UBND TỈNH AN LÂM\nBCĐ PHÁT TRIỂN DU LỊCH",
            "Ban Chỉ đạo Phát Triển Du Lịch tỉnh An Lâm",
            id="a steering committee",
        ),
    ],
)
def test_bodies_of_a_header_in_short(lines: str, body: str) -> None:
    header = f"{lines}\nSố: 12/KH-AS\n\nAn Lâm, ngày 02 tháng 10 năm 2023\n\nKẾ HOẠCH\n"
    issuer = facts(f"{header}Tổ chức Hội thi\n\nI. MỤC ĐÍCH\n\n- Vui tươi.").issuing_body
    assert issuer is not None
    assert issuer.value == body


def test_days_told_one_after_another() -> None:
    read = plan("I. THỜI GIAN\n\n1. Thi vào sáng các ngày 15/4, 20/5 và 03/6/2023.")
    assert [one.date for one in read.milestones] == ["2023-04-15", "2023-05-20", "2023-06-03"]


def test_a_superiors_plan_may_bear_the_same_number() -> None:
    read = facts(
        "LIÊN ĐOÀN LAO ĐỘNG QUẬN AN SƠN\nSố: 02/KH-LĐLĐ\nAn Sơn, ngày 01 tháng 02 năm 2019\n\n"
        "KẾ HOẠCH\nTổ chức Hội thi\n\nCăn cứ Kế hoạch số 02/KH-LĐLĐ ngày 03/01/2019 của Liên đoàn "
        "Lao động Thành phố, Liên đoàn Lao động quận xây dựng kế hoạch như sau:\n\nI. MỤC ĐÍCH"
    )
    assert [(one.number, one.date) for one in read.legal_bases] == [("02/KH-LĐLĐ", "2019-01-03")]


def test_a_number_cut_off_is_none() -> None:
    read = plan("I. CĂN CỨ\n\n- Công văn số 229/LHH, ngày 06/5/2020 và Quyết định số 349/QĐ-")
    assert [one.number for one in (*read.legal_bases, *read.cited)] == ["229/LHH"]


def test_a_letter_greets_in_southern_spelling() -> None:
    read = facts(
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 338/SGD\nAn Sơn, ngày 20 tháng 10 năm 2010\n\n"
        "V/v hướng dẫn Hội thi giáo viên dạy giỏi\n\nKính gởi: Các trường\n\n"
        "Sở hướng dẫn một số điểm như sau:\n\n1. Đối tượng: Giáo viên.\n\n2. Thời gian: Tháng 11."
    )
    assert read.doc_type is not None
    assert read.doc_type.value == "cong_van"


def test_a_text_without_lines_shows_its_head() -> None:
    told = "tuyên truyền quảng bá du lịch huyện nhà đến bạn bè gần xa " * 12
    read = facts(
        "Ký bởi: Phòng Văn hóa ỦY BAN NHÂN DÂN HUYỆN AN SƠN Số: 185 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
        "NAM /KH-UBND Độc lập - Tự do - Hạnh phúc An Sơn, ngày 04 tháng 10 năm 2022 KẾ HOẠCH Tổ "
        "chức Cuộc thi thiết kế video năm 2022 Thực hiện Kế hoạch số 17/KH-UBND ngày 07/4/2022 của "
        f"UBND huyện, UBND huyện An Sơn ban hành Kế hoạch sau: I MỤC ĐÍCH, YÊU CẦU - Nhằm {told}"
    )
    assert read.doc_type is not None
    assert read.title is not None
    assert read.issued_on is not None
    assert (read.doc_type.value, read.title.value, read.issued_on.value) == (
        "ke_hoach",
        "Tổ chức Cuộc thi thiết kế video năm 2022",
        "2022-10-04",
    )
