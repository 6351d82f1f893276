"""Pages of communes: counters above, a heading, then who plans what."""

import pytest

from hoithi.core.plans.records import Facts
from tests.core.plans.texts import facts

FESTIVAL = """Truy cập

Hôm nay:
1
Tất cả:
67702

Tổ chức Ngày hội văn hóa truyền thống xã An Phú năm 2024

Ngày 22/02/2024 00:00:00

Thực hiện ý kiến chỉ đạo của Đảng ủy xã An Phú về việc tổ chức Ngày hội.

UBND xã An Phú xây dựng Kế hoạch tổ chức ngày hội với những nội dung cụ thể sau:

I. MỤC ĐÍCH

1. Mục đích: Phát huy các giá trị văn hóa.
"""
NOTICE = """Thông báo thời gian tổ chức Hội thi văn nghệ quần chúng
Thực hiện Kế hoạch số 327/KH-UBND ngày 08 tháng 7 năm 2022 của Ủy ban nhân dân phường An Sơn.
UBND phường trân trọng thông báo tới Nhân dân về thời gian tổ chức Hội thi như sau:
- Khai mạc: 19h30 phút ngày 29/10/2022.
Vậy UBND phường An Sơn trân trọng thông báo để Nhân dân được biết./.
"""
DEPARTMENT = """Sở Nội vụ tỉnh Tân Lập thi tuyển công chức năm 2023

11/04/2023

Sở Nội vụ tỉnh Tân Lập thông báo thi tuyển công chức năm 2023, cụ thể như sau:

I. ĐỐI TƯỢNG

1. Đối tượng dự thi: Công dân từ đủ 18 tuổi trở lên.
"""
NEWS = """Sáng 12/3, UBND phường An Sơn xây dựng kế hoạch công tác và gặp mặt cán bộ cơ sở.
"""


def told(read: Facts) -> list[str | None]:
    return [one.value if one else None for one in (read.doc_type, read.issuing_body, read.level)]


@pytest.mark.parametrize(
    ("text", "kind", "issuer", "level"),
    [
        (FESTIVAL, "ke_hoach", "Ủy ban nhân dân xã An Phú", "commune"),
        (NOTICE, "thong_bao", "Ủy ban nhân dân phường An Sơn", "commune"),
        (DEPARTMENT, "thong_bao", "Sở Nội vụ tỉnh Tân Lập", "province"),
    ],
)
def test_who_tells_what_on_a_page(text: str, kind: str, issuer: str, level: str) -> None:
    assert told(facts(text)) == [kind, issuer, level]


def test_the_heading_of_the_page_is_the_title_of_its_plan() -> None:
    title = facts(FESTIVAL).title
    assert title is not None
    assert title.value == "Tổ chức Ngày hội văn hóa truyền thống xã An Phú năm 2024"


@pytest.mark.parametrize(
    "heading",
    [
        "Phường An Sơn sơ kết công tác hòa giải",
        "Để an toàn khi tham gia giao thông đường bộ",
        "Báo cáo viên giỏi tỉnh Tân Lập tranh tài",
    ],
)
def test_what_sounds_like_a_plan_is_none(heading: str) -> None:
    assert facts(f"{heading}\n\n{NEWS}").doc_type is None


def test_a_day_after_a_dash_belongs_to_the_number() -> None:
    text = (
        "Thực hiện Kế hoạch số 609/KH-UBATGT -ngày 25/12/2018 của Ủy ban.\n\nI. NỘI DUNG\n\n- Thi."
    )
    bases = facts(f"KẾ HOẠCH\nTổ chức cuộc thi năm 2019\n\n{text}").legal_bases
    assert [(one.number, one.date) for one in bases] == [("609/KH-UBATGT", "2018-12-25")]
