"""Texts as web pages give them: no heading, related news behind, comments, letters of places."""

import pytest

from hoithi.core.plans.areas import level_of
from hoithi.core.plans.naming import full_name
from tests.core.plans.texts import PLAN, facts, plan

UNHEADED = """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 451/KH-UBND | Tân Lập, ngày 11 tháng 10 năm 2018 |
Căn cứ Quyết định số 271/QĐ-UBND ngày 27/7/2018 của Ủy ban nhân dân tỉnh Tân Lập.
Ủy ban nhân dân tỉnh ban hành kế hoạch xác định chỉ số cải cách hành chính, cụ thể như sau:
1. Mục tiêu
- Xác định được chỉ số của các cơ quan.
"""
POSTED = """An Sơn: Hưởng ứng Cuộc thi “Ý tưởng cải cách hành chính năm 2023”

An Sơn: Hưởng ứng Cuộc thi “Ý tưởng cải cách hành chính năm 2023”

Thực hiện Kế hoạch số 11/KH-UBND ngày 15/6/2023 của UBND tỉnh, UBND huyện đề nghị các cơ quan, đơn \
vị thực hiện một số nội dung sau:
1. Tuyên truyền về Cuộc thi.
2. Gửi bài dự thi về UBND huyện trước ngày 15/7/2023.
"""
RELATED = """
Tin liên quan
Phường An Bình tổ chức tập huấn (05/10/2021)
Thông báo kết quả ngày 12/10/2021
"""
RULES = """Thể lệ Cuộc thi sáng tác video clip “Chung tay cải cách hành chính”

Ban Tổ chức Cuộc thi thông báo Thể lệ như sau:
1. Thời gian nhận tác phẩm: Từ ngày 18/11/2021 đến hết ngày 20/12/2021.
2. Đối tượng: Công dân đang sinh sống trên địa bàn tỉnh Tân Lập.
3. Thành viên Ban Giám khảo không được gửi tác phẩm dự thi.
"""


def test_the_number_says_what_a_document_without_a_heading_is() -> None:
    read = facts(UNHEADED)
    said = [one.value if one else None for one in (read.doc_type, read.number, read.issuing_body)]
    assert said == ["ke_hoach", "451/KH-UBND", "Ủy ban nhân dân tỉnh Tân Lập"]
    assert read.level is not None
    assert read.level.value == "province"


def test_a_page_that_asks_for_work_is_issued_by_who_asks() -> None:
    read = facts(POSTED)
    assert read.issuing_body is not None
    assert read.issuing_body.value == "Ủy ban nhân dân huyện An Sơn"
    assert [fact.date for fact in read.deadlines] == ["2023-07-15"]


def test_related_news_are_no_part_of_the_rules() -> None:
    assert facts(RULES + RELATED).milestones == facts(RULES).milestones == ()
    assert [one.end for one in facts(RULES + RELATED).periods] == ["2021-12-20"]


def test_a_line_of_the_page_within_a_document_ends_nothing() -> None:
    torn = PLAN.replace("3. Các thôn", "Tin liên quan\n\n3. Các thôn")
    signatory = facts(torn).signatory
    assert signatory is not None
    assert signatory.name == "Lê Thị Hồng Vân"
    assert len(facts(torn).assignments) == len(facts(PLAN).assignments)


def test_rules_of_a_committee_are_of_the_level_of_the_ground_they_name() -> None:
    level = facts(RULES).level
    assert level is not None
    assert level.value == "province"


def test_who_may_not_send_works_is_read() -> None:
    assert facts(RULES).excluded is not None


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (
            "BC: Thể lệ Hội thi tìm hiểu cải cách hành chính 2019",
            "Hội thi tìm hiểu cải cách hành chính 2019",
        ),
        (
            "[Phường An Sơn] Kế hoạch tổ chức Ngày hội chuyển đổi số",
            "tổ chức Ngày hội chuyển đổi số",
        ),
        ("THÔNG BÁO SỐ 2\nHội thi Tin học trẻ tỉnh Tân Lập", "Hội thi Tin học trẻ tỉnh Tân Lập"),
        (
            "KẾ HOẠCH\nTổ chức Hội thi Tin học năm 2017-----------\nTrên cơ sở thống nhất như sau:",
            "Tổ chức Hội thi Tin học năm 2017",
        ),
    ],
)
def test_titles_of_pages(heading: str, title: str) -> None:
    read = facts(f"{heading}\n\nI. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n")
    assert read.title is not None
    assert read.title.value.rstrip(" -") == title


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Ban Chấp hành Thành đoàn Hà Nội", "province"),
        ("Ban Thường vụ Huyện đoàn An Sơn", "district"),
        ("Ban Thường vụ Tỉnh đoàn Tân Lập", "province"),
        ("Ban Thường vụ Đảng ủy phường An Sơn", "commune"),
    ],
)
def test_the_organ_of_an_association_is_of_its_level(name: str, level: str) -> None:
    assert level_of(name, 2024) == level


@pytest.mark.parametrize(
    ("name", "parent", "full"),
    [
        (
            "BCH ĐOÀN TRƯỜNG ĐẠI HỌC TÂN LẬP",
            "TỈNH ĐOÀN TÂN LẬP",
            "ban chấp hành đoàn trường đại học tân lập",
        ),
        ("BCH HUYỆN AN SƠN", "TỈNH ĐOÀN TÂN LẬP", "ban chấp hành huyện đoàn an sơn"),
    ],
)
def test_an_organ_that_names_its_own_body(name: str, parent: str, full: str) -> None:
    assert full_name(name, parent).lower() == full


def test_the_number_of_a_letter_of_a_union_may_have_a_space() -> None:
    text = "Thực hiện Công văn số 123 CV/TĐTN-BPT ngày 10/02/2017 của Tỉnh đoàn.\n\nI. NỘI DUNG"
    bases = facts(f"KẾ HOẠCH\nTổ chức Hội thi Tin học trẻ\n\n{text}").legal_bases
    assert [(one.number, one.date) for one in bases] == [("123CV/TĐTN-BPT", "2017-02-10")]


def test_a_heading_that_ends_in_a_place_is_the_whole_name() -> None:
    items = "1. Các trường học trên địa bàn xã\n\nLập danh sách thí sinh gửi Ban Tổ chức."
    body = f"I. TỔ CHỨC THỰC HIỆN\n\n{items}"
    assert [(one.agency, one.n_tasks) for one in plan(body).assignments] == [
        ("Các trường học trên địa bàn xã", 1)
    ]
