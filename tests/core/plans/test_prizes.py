"""Prize tables in the ways plans and rules write them."""

import pytest

from tests.core.plans.texts import plan


def prizes(body: str, title: str = "Tổ chức Hội thi cải cách hành chính năm 2024") -> list[object]:
    found = plan(f"III. GIẢI THƯỞNG\n\n{body}", title=title).prizes
    return [(one.scope, one.rank, one.count, one.amount_vnd) for one in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("01 giải Nhất: 4.000.000 đồng", ("nhat", 1, 4_000_000), id="usual"),
        pytest.param("02 giải Ba: 2.000.000đồng/1 giải", ("ba", 2, 2_000_000), id="each"),
        pytest.param("04 giải KK: 500.000/giải", ("khuyen_khich", 4, 500_000), id="no currency"),
        pytest.param("01 (một) giải nhất trị giá 3.000.000đ", ("nhat", 1, 3_000_000), id="words"),
        pytest.param(
            "Một giải Đặc biệt: 10 triệu đồng", ("dac_biet", 1, 10_000_000), id="millions"
        ),
        pytest.param(
            "Giải Nhì: 02 giải, mỗi giải 1,5 triệu đồng", ("nhi", 2, 1_500_000), id="after"
        ),
        pytest.param("Giải Nhất (01 giải): 5.000.000 đồng", ("nhat", 1, 5_000_000), id="brackets"),
        pytest.param("Giải Nhất\t01\t5.000.000 đồng", ("nhat", 1, 5_000_000), id="table"),
        pytest.param("2\tGiải Nhất\t01\t5.000.000", ("nhat", 1, 5_000_000), id="numbered row"),
        pytest.param("Giải Nhất: Trị giá 1.000.000 đồng", ("nhat", None, 1_000_000), id="no count"),
        pytest.param("Nhì 02 giải (1,5 triệu đồng/giải)", ("nhi", 2, 1_500_000), id="turned"),
        pytest.param("03 giải Nhì", ("nhi", 3, None), id="no amount"),
        pytest.param(
            "02 giải B: 3.000.000 đồng (1.500.000 đồng/giải)",
            ("b", 2, 1_500_000),
            id="sum and each",
        ),
        pytest.param(
            "05 giải Khuyến khích x 300.000 đồng/giải = 1.500.000 đồng",
            ("khuyen_khich", 5, 300_000),
            id="sum after each",
        ),
    ],
)
def test_a_line_of_the_prize_table(line: str, expected: tuple[object, ...]) -> None:
    assert prizes(f"- {line}.") == [("contest", *expected)]


def test_counts_in_a_sentence_and_amounts_below_are_one_row() -> None:
    body = (
        "1. Giải cá nhân: Mỗi tuần trao 01 giải Nhất; 02 giải Nhì.\n\n"
        "- Giải Nhất: 500.000 đồng.\n\n- Giải Nhì: 300.000 đồng.\n\n"
        "2. Giải tập thể gồm: 01 giải Nhất.\n\n- Giải Nhất: 2.000.000 đồng."
    )
    assert prizes(body) == [
        ("individual:week", "nhat", 1, 500_000),
        ("individual:week", "nhi", 2, 300_000),
        ("collective", "nhat", 1, 2_000_000),
    ]


def test_clusters_and_the_final_have_prizes_of_their_own() -> None:
    body = (
        "1. Giải tại mỗi cụm thi\n\na) Giải chính\n\n- 01 giải Nhất: 2.000.000 đồng\n\n"
        "b) Giải phụ\n\n- Trang phục đẹp nhất: 500.000 đồng\n\n"
        "2. Giải vòng chung kết\n\n- 01 giải Nhất: 5.000.000 đồng"
    )
    assert prizes(body) == [
        ("cluster", "nhat", 1, 2_000_000),
        ("cluster", "phu:Trang phục đẹp nhất", None, 500_000),
        ("final", "nhat", 1, 5_000_000),
    ]


def test_several_prizes_stand_in_one_sentence() -> None:
    body = "Cơ cấu: 01 giải Nhất: 3.000.000 đồng; 02 giải Nhì: 2.000.000 đồng/giải và 03 giải Ba."
    assert prizes(body) == [
        ("contest", "nhat", 1, 3_000_000),
        ("contest", "nhi", 2, 2_000_000),
        ("contest", "ba", 3, None),
    ]


def test_money_on_the_line_below_belongs_to_the_prize() -> None:
    body = "- 02 giải Nhì, mỗi giải gồm:\n\n+ Giấy khen;\n\n+ Phần thưởng trị giá 10 triệu đồng."
    assert prizes(body) == [("contest", "nhi", 2, 10_000_000)]


def test_a_quiz_gives_its_prizes_to_persons() -> None:
    title = "Tổ chức Cuộc thi trắc nghiệm trực tuyến năm 2024"
    assert prizes("- 01 giải Nhất: 500.000 đồng.", title) == [("individual", "nhat", 1, 500_000)]
    assert prizes("Mỗi tuần trao 01 giải Nhất: 500.000 đồng.", title) == [
        ("individual:week", "nhat", 1, 500_000)
    ]


def test_certificates_for_a_stated_number_are_prizes() -> None:
    body = "Tặng Giấy khen của Chủ tịch UBND huyện cho 03 tập thể và 05 cá nhân xuất sắc."
    assert [one[:1] + one[2:] for one in prizes(body)] == [  # type: ignore[index]
        ("collective", 3, None),
        ("individual", 5, None),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("5\tGiải Đội hình đẹp\t01\t500.000", ("phu:Đội hình đẹp", 1, 500_000)),
        (
            "01 giải Thí sinh trẻ tuổi nhất: 300.000 đồng",
            ("phu:Thí sinh trẻ tuổi nhất", 1, 300_000),
        ),
        (
            "Giải được yêu thích nhất (01 giải): 900.000đ/giải",
            ("phu:được yêu thích nhất", 1, 900_000),
        ),
        (
            "Giải tập thể: 03 giải dành cho 03 xã, mỗi giải 1.000.000đ",
            ("phu:tập thể", 3, 1_000_000),
        ),
        ("Trao 02 giải phụ: ấn tượng và trẻ nhất, mỗi giải 500.000đ", ("phu:phụ", 2, 500_000)),
    ],
)
def test_prizes_with_a_name_of_their_own(line: str, expected: tuple[object, ...]) -> None:
    assert [one[1:] for one in prizes(f"- {line}.")] == [expected]  # type: ignore[index]


@pytest.mark.parametrize(
    "body",
    [
        "Gồm có 05 giải thưởng cho 05 cơ quan, đơn vị.",
        "Ban Tổ chức trao giải cho các đội đạt giải Nhất, Nhì, Ba.",
        "Giai đoạn 2021 - 2025, giải quyết thủ tục hành chính; 05 giải pháp.",
        "Người đạt giải được tặng Giấy chứng nhận và tiền thưởng.",
    ],
)
def test_words_about_prizes_are_no_prize(body: str) -> None:
    assert prizes(body) == []
