"""What is counted against what is listed."""

import pytest

from hoithi.core.plans.checking import Code
from tests.core.plans.checking.papers import codes, plan

LISTED = (
    Code.LIST_DIFFERS,
    Code.LIST_UNCLEAR,
    Code.PARTS_DIFFER,
    Code.SERIES_DIFFERS,
    Code.CLUSTERS_SUM,
    Code.ITEM_ALONE,
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("tại 4 phường: Máy Chai, Máy Tơ, Lạch Tray và Cầu Tre.", []),
        ("tại 5 phường: Máy Chai, Máy Tơ, Lạch Tray và Cầu Tre.", [Code.LIST_DIFFERS]),
        ("chia làm 04 điểm thi tại các xã: An Phú, Tân An, Tân Bình.", [Code.LIST_DIFFERS]),
        ("04 điểm thi tại các xã: An Phú, Tân An và 01 điểm chung kết.", [Code.LIST_DIFFERS]),
        ("03 điểm thi tại các xã: An Phú, Tân An và 01 điểm chung kết.", [Code.LIST_UNCLEAR]),
        ("tại 10 xã: An Phú, Tân An, …", []),
        ("tại 03 xã: An Phú, Tân An (khu vực miền núi), Tân Bình.", []),
        ("tại 04 xã: An Phú, Tân An; Tân Bình, Tân Lập.", []),
        ("tại 04 đơn vị: An Phú, TT. Tân An.", []),
        ("03 phần thi, gồm: Chào hỏi, Kiến thức và Xử lý tình huống.", []),
        ("04 phần thi, gồm: Chào hỏi, Kiến thức và Tài năng.", [Code.LIST_UNCLEAR]),
        ("02 đơn vị: Phòng Văn hóa và Thông tin, Phòng Nội vụ.", []),
        ("02 nội dung: xử lý văn bản trên hệ thống quản lý văn bản và điều hành của tỉnh", []),
        ("100 điểm, gồm 05 tiêu chí: chỉ đạo (20 điểm).", []),
        ("Thi tại 04 địa điểm. Trong đó, 03 điểm thi cụm, 01 điểm thi chung kết.", []),
        (
            "Thi tại 05 địa điểm, trong đó 03 điểm thi cụm, 01 điểm thi chung kết.",
            [Code.PARTS_DIFFER],
        ),
    ],
)
def test_lists(said: str, expected: list[Code]) -> None:
    assert codes(plan("I. QUY MÔ", "1. Yêu cầu.", f"2. Tổ chức {said}"), *LISTED) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "1. Có 22 xã, thị trấn, chia 03 cụm:",
                "- Cụm 1: 08 xã.",
                "- Cụm 2: 07 xã.",
                "- Cụm 3: 07 xã.",
            ),
            [],
        ),
        (
            ("1. Có 22 xã, thị trấn, chia 03 cụm:", "- Cụm 1: 08 xã.", "- Cụm 2: 07 xã."),
            [Code.SERIES_DIFFERS, Code.CLUSTERS_SUM],
        ),
        (
            (
                "1. Có 22 xã, thị trấn, chia 03 cụm:",
                "- Cụm 1: 08 xã.",
                "- Cụm 2: 08 xã.",
                "- Cụm 3: 07 xã.",
            ),
            [Code.CLUSTERS_SUM],
        ),
    ],
    ids=["right", "a cluster missing", "sum"],
)
def test_clusters(lines: tuple[str, ...], expected: list[Code]) -> None:
    assert codes(plan("I. QUY MÔ", *lines, "2. Yêu cầu."), *LISTED) == expected


def test_an_item_without_a_second() -> None:
    text = plan("I. MỤC ĐÍCH", "1. Mục đích", "- Nâng cao nhận thức.", "II. KINH PHÍ", "Ngân sách.")
    assert codes(text, *LISTED) == [Code.ITEM_ALONE]
