"""Plans of schools and notices as their pages hold them: glued, torn, dated in brackets."""

import pytest

from tests.core.plans.texts import facts, plan

HEADER = """PHÒNG GD-ĐT TX AN LƯU
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG THCS AN PHÚSố:   /KH-TH     Độc lập – Tự do – Hạnh phúc     An Phú,  ngày 18 tháng 4 năm 2019

KẾ HOẠCH

TỔ CHỨC NGÀY HỘI ĐỌC SÁCH
Năm học 2018 - 2019

Căn cứ kế hoạch năm học.

I. NỘI DUNG

1. Tuyên truyền Ngày Sách Việt Nam lần thứ 6 (21/4/2019) trong nhà trường.
"""
ATTACHED = """BỘ TƯ PHÁP

CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM

THỂ LỆ

Cuộc thi “Tuổi trẻ với pháp luật” năm 2020

(Ban hành kèm theo Quyết định số 48/QĐ-BTP

Ngày 02 tháng 7 năm 2020 của Trưởng Ban Chỉ đạo Cuộc thi)

I. MỤC ĐÍCH

- Tuyên truyền.
"""
NOTICE = """Thông báo lùi thời gian nhận tác phẩm cuộc thi “Biểu tượng An Lưu” (19/03/2021 8:37)

Ban Tổ chức cuộc thi “Biểu tượng huyện An Lưu” thông báo lùi thời gian nhận đến hết ngày 15/12/2021.
"""
NO_HEADING = """BỘ TƯ PHÁP |
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 78/QĐ-BTP |
Hà Nội, ngày 02 tháng 06 năm 2016 |
VỀ VIỆC BAN HÀNH THỂ LỆ CUỘC THI VIẾT
BỘ TRƯỞNG BỘ TƯ PHÁP
Căn cứ Nghị định số 36/2012/NĐ-CP ngày 18 tháng 4 năm 2012 của Chính phủ;
Điều 1. Ban hành kèm theo Quyết định này Thể lệ.
"""


def test_a_header_glued_together_is_told_apart() -> None:
    read = facts(HEADER)
    assert read.issuing_body is not None
    assert read.title is not None
    assert (read.issuing_body.value, read.title.value) == (
        "Trường THCS An Phú",
        "TỔ CHỨC NGÀY HỘI ĐỌC SÁCH Năm học 2018 - 2019",
    )


def test_a_day_that_explains_a_feast_is_no_milestone() -> None:
    assert facts(HEADER).milestones == ()


def test_the_decision_of_an_attachment_is_no_number_of_its_own() -> None:
    read = facts(ATTACHED)
    assert read.number is None
    assert [(one.number, one.date) for one in read.legal_bases] == [("48/QĐ-BTP", "2020-07-02")]


def test_who_heads_a_committee_is_not_its_name() -> None:
    text = ATTACHED.removeprefix("BỘ TƯ PHÁP\n\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n")
    body = facts(text).issuing_body
    assert body is not None
    assert body.value == "Ban Chỉ đạo Cuộc thi"


def test_a_notice_says_who_notifies() -> None:
    read = facts(NOTICE)
    assert read.issuing_body is not None
    assert read.title is not None
    assert (read.issuing_body.value, read.title.value) == (
        "Ban Tổ chức cuộc thi “Biểu tượng huyện An Lưu”",
        "lùi thời gian nhận tác phẩm cuộc thi “Biểu tượng An Lưu”",
    )


def test_a_decision_without_its_heading_has_a_title() -> None:
    read = facts(NO_HEADING)
    assert read.title is not None
    assert read.doc_type is not None
    assert (read.doc_type.value, read.title.value) == (
        "quyet_dinh",
        "VỀ VIỆC BAN HÀNH THỂ LỆ CUỘC THI VIẾT",
    )


@pytest.mark.parametrize(
    ("words", "prizes"),
    [
        pytest.param(
            "có một giải Đặc biệt trị giá mười triệu đồng; hai giải nhất, mỗi giải năm triệu đồng; "
            "bốn giải nhì, mỗi giải ba triệu đồng.",
            [("dac_biet", 1, 10_000_000), ("nhat", 2, 5_000_000), ("nhi", 4, 3_000_000)],
            id="numbers in words",
        ),
        pytest.param("Trao mười giải thưởng tuần, mỗi giải gồm một bộ sách.", [], id="no money"),
    ],
)
def test_prizes_in_words(words, prizes) -> None:
    read = plan(f"I. GIẢI THƯỞNG\n\n1. Cuộc thi {words}")
    assert [(one.rank, one.count, one.amount_vnd) for one in read.prizes] == prizes


BESIDE = """ĐẢNG BỘ TỈNH AN GIANG
BAN TỔ CHỨC CUỘC THI
NIỀM TIN 90 NĂM TRUYỀN THỐNG An Giang, ngày 03 tháng 3 năm 2020
Số 03-KH/BTC
KẾ HOẠCH
Hội thi kể chuyện dân ca cấp trường năm học 2018 - 2019.

I. MỤC ĐÍCH

- Tuyên truyền.
"""
TORN = """BAN CHẤP
HÀNH TRUNG ƯƠNG |
ĐOÀN TNCS HỒ
CHÍ MINH |
Số: 41-KH/TWĐTN-BTC |
Hà Nội, ngày 25 tháng 8 năm 2021 |
Căn cứ Chỉ thị số 08-CT/TW ngày 20/8/2021, Ban Chấp hành ban hành Kế hoạch như sau:
1. Mục đích
- Thống nhất.
2. Yêu cầu
- Sâu sắc.
"""


def test_what_stands_beside_the_place_is_not_the_place() -> None:
    read = facts(BESIDE)
    assert read.place is not None
    assert read.title is not None
    assert (read.place.value, read.title.value) == (
        "An Giang",
        "Hội thi kể chuyện dân ca cấp trường năm học 2018 - 2019.",
    )
    assert [form.value for form in read.event_form] == ["stage_contest"]


def test_a_header_without_the_countrys_name_is_a_header() -> None:
    read = facts(TORN)
    assert read.number is not None
    assert read.issued_on is not None
    assert read.issuing_body is not None
    assert (read.number.value, read.issued_on.value) == ("41-KH/TWĐTN-BTC", "2021-08-25")
    assert read.issuing_body.value.startswith("Ban Chấp hành Trung ương Đoàn TNCS")
    assert [one.number for one in read.legal_bases] == ["08-CT/TW"]
