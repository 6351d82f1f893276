"""Letters, decisions with rules attached, papers of the Party, schools and committees."""

import pytest

from hoithi.core.plans.records import Facts
from tests.core.plans.texts import facts

BODY = "I. NỘI DUNG\n\n- Tuyên truyền.\n\nTrên đây là Kế hoạch./."
LETTER = """UBND HUYỆN MỸ AN
PHÒNG NỘI VỤ
Số: 215/PNV
V/v tham gia Cuộc thi trực tuyến năm 2022

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Mỹ An, ngày 08 tháng 9 năm 2022

Kính gửi:
- Các cơ quan, ban, ngành huyện;

1. Báo cáo kết quả trước ngày 15/10/2022.
"""
PARTY = """ĐẢNG ỦY XÃ PHÚ HÒA
BAN TUYÊN GIÁO
*
Số 12-KH/BTG
ĐẢNG CỘNG SẢN VIỆT NAM
Phú Hòa, ngày 10 tháng 02 năm 2026

KẾ HOẠCH
tổ chức Hội thi "Báo cáo viên giỏi" năm 2026
"""
COMMITTEE = """BAN TỔ CHỨC CUỘC THI
“TÌM HIỂU PHÁP LUẬT
VỀ CHUYỂN ĐỔI SỐ”
Số: 05/TB-BTC
Vĩnh An, ngày 20 tháng 10 năm 2025

THÔNG BÁO
Kết quả Tuần 2 Cuộc thi trực tuyến xã Vĩnh An năm 2025
"""
SCHOOL = """UBND QUẬN HẢI BÌNH
TRƯỜNG THCS LÊ LỢI
Số: 45/KH-THCSLL          Hải Bình, ngày 3 tháng 10 năm 2019

KẾ HOẠCH
Triển khai cuộc thi năm học 2019-2020
"""
RULES = """THỂ LỆ
Cuộc thi trắc nghiệm tìm hiểu chuyển đổi số tỉnh Tân Lập năm 2024

(Ban hành kèm theo Quyết định số 120/QĐ-BTC ngày 27/5/2024 của Ban Tổ chức Cuộc thi)
"""
MISREAD = """ƯBND TỈNH HÒA SƠN          CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NÔI VU                    Độc lập - Tự do - Hạnh phúc
Sô: 43 /KH-SNV               Hòa Sơn, ngàv 12 tháng 4 nãm 2016

KÉ HOẠCH
Tổ chức Hội nghị tổng kết
"""


def told(found: Facts) -> tuple[str | None, ...]:
    names = ("doc_type", "number", "issued_on", "issuing_body", "level")
    return tuple(value.value if (value := getattr(found, name)) else None for name in names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            LETTER,
            ("cong_van", "215/PNV", "2022-09-08", "Phòng Nội vụ huyện Mỹ An", "district"),
            id="letter",
        ),
        pytest.param(
            PARTY,
            (
                "ke_hoach",
                "12-KH/BTG",
                "2026-02-10",
                "Ban Tuyên giáo Đảng ủy xã Phú Hòa",
                "commune",
            ),
            id="Party",
        ),
        pytest.param(
            COMMITTEE,
            (
                "thong_bao",
                "05/TB-BTC",
                "2025-10-20",
                "Ban Tổ chức Cuộc thi “Tìm hiểu pháp luật về chuyển đổi số”",
                "commune",
            ),
            id="committee",
        ),
        pytest.param(
            SCHOOL,
            (
                "ke_hoach",
                "45/KH-THCSLL",
                "2019-10-03",
                "Trường THCS Lê Lợi",
                None,
            ),
            id="school",
        ),
        pytest.param(
            RULES,
            ("the_le", None, None, "Ban Tổ chức Cuộc thi", "province"),
            id="rules",
        ),
        pytest.param(
            MISREAD,
            ("ke_hoach", "43/KH-SNV", "2016-04-12", "Sở Nội vụ tỉnh Hòa Sơn", "province"),
            id="read by a scanner",
        ),
    ],
)
def test_documents_of_many_bodies(text: str, expected: tuple[str | None, ...]) -> None:
    assert told(facts(f"{text}\n{BODY}")) == expected


def test_rules_attached_to_a_decision_belong_to_it() -> None:
    decision = (
        "QUYẾT ĐỊNH\nVề việc ban hành Thể lệ Cuộc thi\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n"
        "Căn cứ Quyết định số 30/QĐ-UBND ngày 05/01/2023;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Thể lệ Cuộc thi.\n"
        "Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Minh Cảnh\n"
        "THỂ LỆ\nCuộc thi sáng kiến\nĐiều 1. Giải thưởng\n1. Giải Nhất: 01 giải, 5.000.000 đồng.\n"
    )
    found = facts(decision)
    assert found.title is not None
    assert found.title.value == "Về việc ban hành Thể lệ Cuộc thi"
    assert [(one.rank, one.count) for one in found.prizes] == [("nhat", 1)]
    assert found.recipients_count is not None
    assert found.recipients_count.value == 2
    assert found.signatory is not None
    assert found.signatory.name == "Nguyễn Minh Cảnh"


def test_what_was_over_long_before_the_signing_is_no_date_of_the_plan() -> None:
    text = PARTY + "\nI. NỘI DUNG\n\n- Sáng kiến áp dụng từ ngày 01/01/2025; thi ngày 20/4/2026.\n"
    assert [one.date for one in facts(text).milestones] == ["2026-04-20"]
