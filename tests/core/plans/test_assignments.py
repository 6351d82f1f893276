"""Agencies and their tasks, as the sections of "Tổ chức thực hiện" tell them."""

import pytest

from tests.core.plans.texts import plan


def assigned(body: str, heading: str = "V. TỔ CHỨC THỰC HIỆN") -> list[tuple[str, int]]:
    found = plan(f"{heading}\n\n{body}\n\nTrên đây là Kế hoạch./.").assignments
    return [(one.agency, one.n_tasks) for one in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("1. Sở Nội vụ: Chủ trì tham mưu.", [("Sở Nội vụ", 1)], id="colon"),
        pytest.param("1/ Phòng Nội vụ : Phối hợp. Báo cáo.", [("Phòng Nội vụ", 1)], id="slash"),
        pytest.param(
            "1. Sở Nội vụ\n\n- Tham mưu quyết định.\n\n- Báo cáo kết quả.",
            [("Sở Nội vụ", 2)],
            id="dashes",
        ),
        pytest.param(
            "1. Sở Nội vụ:\n\na) Tham mưu.\n\nb) Báo cáo:\n\n- Tuần.\n\n- Tháng.\n\nc) Tổng kết.",
            [("Sở Nội vụ", 3)],
            id="letters",
        ),
        pytest.param("1. Các thôn\n\nTuyên truyền tới Nhân dân.", [("Các thôn", 1)], id="plain"),
        pytest.param(
            "1. Các thôn\n\nTuyên truyền.\n\nYêu cầu các cơ quan, đơn vị triển khai thực hiện.",
            [("Các thôn", 1)],
            id="closing words",
        ),
        pytest.param("1. Giao Phòng Tư pháp chủ trì.", [("Phòng Tư pháp", 1)], id="ordered"),
        pytest.param(
            "- Đề nghị Hội Nông dân xã phối hợp tuyên truyền.", [("Hội Nông dân xã", 1)], id="asked"
        ),
        pytest.param(
            "1. Căn cứ Kế hoạch này, UBND các xã chủ động triển khai.",
            [("UBND các xã", 1)],
            id="based",
        ),
        pytest.param(
            "1. Trách nhiệm của Ban Tổ chức Hội thi\n\n- Xây dựng thể lệ.",
            [("Ban Tổ chức Hội thi", 1)],
            id="responsibility",
        ),
        pytest.param(
            "1. Văn phòng HĐND và UBND xã (cơ quan thường trực): Theo dõi.",
            [("Văn phòng HĐND và UBND xã", 1)],
            id="aside",
        ),
        pytest.param(
            "1. Kinh phí: Từ ngân sách.\n\n2. Công an xã: Bảo đảm an ninh.",
            [("Công an xã", 1)],
            id="money",
        ),
        pytest.param(
            "1. Tiến độ\n\n- Trước ngày 05/3/2024: Họp.\n\n2. Phân công\n\n2.1. Sở Nội"
            " vụ\n\n- Chủ trì.",
            [("Sở Nội vụ", 1)],
            id="section within",
        ),
        pytest.param(
            "1. Các phòng, ban:\n\n- Phòng Nội vụ: Tham mưu.\n\n- Phòng Tư pháp: Soạn câu hỏi.",
            [("Phòng Nội vụ", 1), ("Phòng Tư pháp", 1)],
            id="agencies within",
        ),
        pytest.param(
            "1. Sở Nội vụ\n\n- Chủ trì.\n\n- Sở Tài chính thẩm định dự toán.",
            [("Sở Nội vụ", 2)],
            id="one task names another",
        ),
    ],
)
def test_agencies_are_told_with_the_number_of_their_tasks(
    body: str, expected: list[tuple[str, int]]
) -> None:
    assert assigned(body) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "V. TỔ CHỨC, THỰC HIỆN",
        "V. KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN",
        "IV – Phân công thực hiện :",
        "V. PHÂN CÔNG NHIỆM VỤ",
        "Điều 9. Tổ chức thực hiện",
    ],
)
def test_the_section_has_several_names(heading: str) -> None:
    assert assigned("1. Sở Nội vụ: Chủ trì.", heading) == [("Sở Nội vụ", 1)]


def test_other_sections_assign_nothing() -> None:
    assert assigned("1. Sở Nội vụ: 02 đại biểu.", "II. THÀNH PHẦN THAM DỰ") == []
