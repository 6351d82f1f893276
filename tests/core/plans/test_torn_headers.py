"""Headers as law portals, registers and unions print them: torn, in columns, in another order."""

import pytest

from hoithi.core.plans.areas import level_of
from hoithi.core.plans.naming import full_name
from tests.core.plans.texts import facts

BODY = "\n\nI. NỘI DUNG\n\n- Tuyên truyền.\n\nTrên đây là Kế hoạch./."
TORN = """ỦY
BAN NHÂN DÂN
TỈNH TÂN LẬP
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
|
Số:
3335/KH-UBND
|
Tân
Lập, ngày 08 tháng 12 năm 2017
|
KẾ HOẠCH
TỔ CHỨC CUỘC THI TÌM HIỂU CẢI CÁCH HÀNH CHÍNH TỈNH TÂN
LẬP NĂM 2018
"""
NAMELESS = """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 4851/KH-UBND | Tân Lập, ngày 11 tháng 10 năm 2018 |
KẾ HOẠCH
TỔ CHỨC HỘI THI CÔNG CHỨC MỘT CỬA
Ủy ban nhân dân tỉnh ban hành Kế hoạch tổ chức Hội thi như sau:
"""
REGISTER = """Số/Ký hiệu: 12/KH-SNV
Ngày ban hành: 28/01/2019
Người ký duyệt Hồ Ngọc Quý
Cơ quan / đơn vị ban hành Sở Nội vụ
Nội dung chi tiết
KẾ HOẠCH
Phát động cuộc thi ý tưởng sáng tạo
"""
YOUTH = """BAN CHẤP HÀNH TRUNG ƯƠNG
***
Số: 319-KH/TWĐTN
ĐOÀN TNCS HỒ CHÍ MINH
Hà Nội, ngày 3 tháng 4 năm 2015

KẾ HOẠCH
Tổ chức Hội thi Tin học
"""
PAGE = """Kế hoạch Tổ chức Cuộc thi “Tìm hiểu cải cách hành chính” năm 2024 tại phường An Sơn
A- A A+ | Tăng tương phản Giảm tương phản

Kế hoạch Tổ chức Cuộc thi “Tìm hiểu cải cách hành chính” năm 2024 tại phường An Sơn

I. NỘI DUNG

- Tuyên truyền.

Trên đây là Kế hoạch, UBND phường yêu cầu các đơn vị thực hiện./.
"""


def told(text: str) -> tuple[str | None, ...]:
    found = facts(text)
    names = ("number", "issued_on", "place", "issuing_body", "level")
    return tuple(value.value if (value := getattr(found, name)) else None for name in names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            TORN + BODY,
            ("3335/KH-UBND", "2017-12-08", "Tân Lập", "Ủy ban nhân dân tỉnh Tân Lập", "province"),
            id="torn anywhere",
        ),
        pytest.param(
            NAMELESS + BODY,
            ("4851/KH-UBND", "2018-10-11", "Tân Lập", "Ủy ban nhân dân tỉnh Tân Lập", "province"),
            id="the name of the province left out",
        ),
        pytest.param(
            REGISTER + BODY,
            ("12/KH-SNV", "2019-01-28", None, "Sở Nội vụ", "province"),
            id="register",
        ),
        pytest.param(
            YOUTH + BODY,
            (
                "319-KH/TWĐTN",
                "2015-04-03",
                "Hà Nội",
                "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh",
                "central",
            ),
            id="the association after its organ",
        ),
        pytest.param(
            PAGE,
            (None, None, None, "Ủy ban nhân dân phường An Sơn", "commune"),
            id="a page without header",
        ),
    ],
)
def test_headers_of_pages(text: str, expected: tuple[str | None, ...]) -> None:
    assert told(text) == expected


def test_the_union_beside_a_committee_is_not_its_name() -> None:
    rules = (
        "TỈNH ĐOÀN TÂN LẬP\nBAN TỔ CHỨC CUỘC THI\n***\nĐOÀN TNCS HỒ CHÍ MINH\n"
        'Tân Lập, ngày 16 tháng 9 năm 2022\n\nTHỂ LỆ\nCuộc thi "Tuổi trẻ số"\n'
    )
    assert told(rules + BODY)[3:] == ("Ban Tổ chức Cuộc thi Tỉnh Đoàn Tân Lập", "province")
    title = facts(rules + BODY).title
    assert title is not None
    assert title.value == 'Cuộc thi "Tuổi trẻ số"'


def test_a_heading_said_twice_is_one_title() -> None:
    title = facts(PAGE).title
    assert title is not None
    assert title.value.endswith("phường An Sơn")
    assert title.value.count("Cuộc thi") == 1


@pytest.mark.parametrize(
    ("name", "parent", "expected"),
    [
        ("SỞ TƯ PHÁP", "UBND TỈNH TÂN LẬP", "Sở Tư pháp tỉnh Tân Lập"),
        (
            "ĐẢNG ỦY KHỐI CƠ QUAN VÀ DOANH NGHIỆP TỈNH",
            "TỈNH ỦY TÂN LẬP",
            "Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh Tân Lập",
        ),
        (
            "CÔNG ĐOÀN VIÊN CHỨC TỈNH",
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂN LẬP",
            "Công đoàn Viên chức tỉnh Tân Lập",
        ),
        (
            "BAN CHẤP HÀNH TỈNH TÂN LẬP",
            "ĐOÀN TNCS HỒ CHÍ MINH",
            "Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Tân Lập",
        ),
        ("CÔNG TY ĐIỆN LỰC TÂN LẬP", "TỔNG CÔNG TY ĐIỆN LỰC", "Công ty Điện lực Tân Lập"),
    ],
)
def test_names_are_completed_from_the_line_above(name: str, parent: str, expected: str) -> None:
    assert full_name(name, parent) == expected


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Đảng ủy Khối Cơ quan tỉnh Tân Lập", "province"),
        ("Ủy ban nhân dân phường An Sơn thành phố Tân Lập", "commune"),
        ("Thành ủy Hải Phòng", "province"),
        ("Thành đoàn Tân Lập", "district"),
        ("Tổng Liên đoàn Lao động Việt Nam", "central"),
        ("Công ty Điện lực Tân Lập", None),
    ],
)
def test_levels(name: str, level: str | None) -> None:
    assert level_of(name, 2024) == level


def test_rules_without_a_header_are_of_the_body_named_below_them() -> None:
    rules = (
        "Thể lệ Cuộc thi tìm hiểu chuyển đổi số tỉnh Tân Lập năm 2023\nThứ ba, 03/10/2023\n\n"
        "I. ĐỐI TƯỢNG\n\n- Nhân dân trong tỉnh.\n\nBAN TỔ CHỨC CUỘC THI\nChia sẻ\n"
    )
    assert told(rules)[3:] == ("Ban Tổ chức Cuộc thi", "province")


def test_a_header_typed_without_marks_takes_them_from_the_text() -> None:
    plan = (
        "UY BAN NHAN DAN\nHUYEN KRONG AN\nSo: 87/KH-UBND\nKE HOACH\n"
        "Tổ chức Hội thi huyện Krông Ân năm 2012\n" + BODY
    )
    assert told(plan)[3:] == ("Ủy ban nhân dân huyện Krông Ân", "district")


def test_a_page_number_is_no_line() -> None:
    page = "KẾ HOẠCH\nHội thi\n\nIV. PHÂN CÔNG\n\n1. Công an xã\n\n- Bảo vệ.\n\n\f2\n\n"
    found = facts(page + "- Báo cáo.\n\n- 3 -\n\nTrên đây là Kế hoạch./.")
    assert [(one.agency, one.n_tasks) for one in found.assignments] == [("Công an xã", 2)]


def test_days_are_of_the_year_of_the_documents_where_a_title_looks_far_ahead() -> None:
    rules = (
        "THỂ LỆ\nCuộc thi tìm hiểu Chương trình chuyển đổi số đến năm 2035\n"
        "(Kèm theo Kế hoạch số 42/KH-SKHCN ngày 12/3/2026)\n\nĐiều 1. Thời gian\n\n"
        "Bắt đầu từ 9h00 ngày 28/3/2026, kết thúc vào 16h00 ngày 22/4/2026.\n"
    )
    assert [(one.start, one.end) for one in facts(rules).periods] == [
        ("2026-03-28T09:00", "2026-04-22T16:00")
    ]


def test_the_post_beside_the_recipients_is_none_of_them() -> None:
    found = facts(
        f"KẾ HOẠCH\nTổ chức Hội thi\n{BODY}\nNơi nhận: TRƯỞNG PHÒNG\n- UBND huyện;\n"
        "- Lưu: VT.\nNguyễn Đức Tuấn\n"
    )
    assert found.recipients_count is not None
    assert found.recipients_count.value == 2
    assert found.signatory is not None
    assert found.signatory.name == "Nguyễn Đức Tuấn"


def test_a_signature_is_completed_by_the_attachment() -> None:
    rules = (
        "THỂ LỆ CUỘC THI “TÌM HIỂU CHUYỂN ĐỔI SỐ TỈNH TÂN LẬP NĂM 2024”\n"
        "(Kèm theo Kế hoạch số 88/KH-BTC ngày 05/8/2024 của Ban Tổ chức Cuộc thi)\n"
        "\nĐiều 1. Nội dung\n\n- Tuyên truyền.\n\nTM. BAN TỔ CHỨC\nTRƯỞNG BAN\nNguyễn Văn Thịnh\n"
    )
    assert told(rules)[3:] == ("Ban Tổ chức Cuộc thi", "province")


def test_a_block_of_the_youth_union_writes_its_number_with_a_space() -> None:
    rules = (
        "ĐOÀN KHỐI CÁC CƠ QUAN TỈNH TÂN LẬP\nBAN CHẤP HÀNH\n***\nSố: 26 QC/ĐK\n"
        "ĐOÀN TNCS HỒ CHÍ MINH\nTân Lập, ngày 08 tháng 06 năm 2018\n\nQUY CHẾ\nHội thi\n"
    )
    assert told(rules + BODY) == (
        "26QC/ĐK",
        "2018-06-08",
        "Tân Lập",
        "Ban Chấp hành Đoàn Khối các cơ quan tỉnh Tân Lập",
        "province",
    )


def test_a_heading_of_a_page_that_names_the_document() -> None:
    page = (
        "Kế hoạch số 17-KH/BDV ngày 02/6/2020 của Ban Dân vận Tỉnh ủy về tổ chức Hội thi "
        "Dân vận khéo\n\n"
        "Ban Dân vận Tỉnh ủy xây dựng Kế hoạch tổ chức Hội thi như sau:\n" + BODY
    )
    assert told(page)[:2] == ("17-KH/BDV", "2020-06-02")
    title = facts(page).title
    assert title is not None
    assert title.value == "tổ chức Hội thi Dân vận khéo"
