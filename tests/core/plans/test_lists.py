"""Items under headings without numbers, stars over dashes, and what a sentence announces."""

import pytest

from tests.core.plans.texts import facts, plan


def prizes(body: str) -> list[tuple[str, str, int | None, int | None]]:
    found = plan(f"III. CƠ CẤU GIẢI THƯỞNG\n\n{body}").prizes
    return [(one.scope, one.rank, one.count, one.amount_vnd) for one in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "* Giải tập thể:\n\n- Một giải Nhất trị giá 3 triệu đồng.\n\n* Giải cá nhân:\n\n"
            "- Hai giải Nhất, mỗi giải 500 nghìn đồng.",
            [("collective", "nhat", 1, 3_000_000), ("individual", "nhat", 2, 500_000)],
            id="stars over dashes",
        ),
        pytest.param(
            "1. Giải tập thể\n\na) Khối sở, ngành: 01 giải Nhất, 02 giải Nhì.\n\n"
            "b) Khối xã, phường: 02 giải Nhất, 04 giải Nhì.\n\n"
            "Mức thưởng: giải Nhất 3.000.000 đồng/giải; giải Nhì 2.000.000 đồng/giải.",
            [
                ("collective", "nhat", 1, 3_000_000),
                ("collective", "nhi", 2, 2_000_000),
                ("collective", "nhat", 2, 3_000_000),
                ("collective", "nhi", 4, 2_000_000),
            ],
            id="one amount for several tables",
        ),
        pytest.param(
            "- Bảng A:\n\n+ 01 giải Nhất: 500.000 đồng.\n\n"
            "- Bảng B:\n\n+ 01 giải Nhất: 500.000 đồng.",
            [("contest", "nhat", 1, 500_000), ("contest", "nhat", 1, 500_000)],
            id="two tables that are alike",
        ),
        pytest.param(
            "Gồm 01 giải Nhất, 02 giải Nhì:\n\n- 01 giải Nhất: 500.000 đồng.\n\n"
            "- 02 giải Nhì: 300.000 đồng/giải.",
            [("contest", "nhat", 1, 500_000), ("contest", "nhi", 2, 300_000)],
            id="numbers said before the list",
        ),
        pytest.param(
            "STT\tGiải\tMức thưởng\tSố lượng\n1\tNhất\t2.000.000\t01\n2\tNhì\t1.000.000\t02",
            [("contest", "nhat", 1, 2_000_000), ("contest", "nhi", 2, 1_000_000)],
            id="a table with money before number",
        ),
        pytest.param(
            "- Các giải phụ: 01 giải tiểu phẩm hay nhất, 01 giải đội đoàn kết, mỗi giải "
            "500.000 đồng.",
            [
                ("contest", "phu:tiểu phẩm hay nhất", 1, 500_000),
                ("contest", "phu:đội đoàn kết", 1, 500_000),
            ],
            id="side prizes in one line",
        ),
        pytest.param(
            "- Tập thể: 01 giải cho thôn có nhiều người tham gia nhất, 1.000.000 đồng.",
            [("collective", "phu:thôn có nhiều người tham gia nhất", 1, 1_000_000)],
            id="many who take part are no scope",
        ),
        pytest.param(
            "- Giải phụ: 01 giải cho đội đẹp nhất; 01 giải cho tiểu phẩm hay nhất; mỗi giải "
            "1 triệu đồng.",
            [
                ("contest", "phu:đội đẹp nhất", 1, 1_000_000),
                ("contest", "phu:tiểu phẩm hay nhất", 1, 1_000_000),
            ],
            id="one amount after all side prizes",
        ),
        pytest.param(
            "1/ Vòng chung khảo: 1 giải I: 3.000.000đ; 2 giải II: 2.000.000đ/giải.",
            [("final", "nhat", 1, 3_000_000), ("final", "nhi", 2, 2_000_000)],
            id="ranks in Roman figures",
        ),
        pytest.param(
            "- Giải tập thể: 02 giải dành cho chi bộ có nhiều bài nhất, mỗi giải 1.000.000 đồng.",
            [("collective", "phu:tập thể", 2, 1_000_000)],
            id="a kind and its number are one prize",
        ),
        pytest.param(
            "Gồm 01 giải Nhất trị giá 3 triệu đồng và 01 giải Được bình chọn trị giá 1 triệu đồng.",
            [("contest", "nhat", 1, 3_000_000), ("contest", "phu:Được bình chọn", 1, 1_000_000)],
            id="a named prize among ranks",
        ),
        pytest.param(
            "- Tặng Cờ thi đua cho 03 tập thể; Bằng khen cho 20 cá nhân.",
            [
                ("collective", "phu:Cờ thi đua", 3, None),
                ("individual", "phu:Bằng khen", 20, None),
            ],
            id="each honour for its own",
        ),
        pytest.param(
            "- Tặng Giấy khen cho 03 xã và 02 thí sinh có tỷ lệ cao nhất.",
            [("collective", "phu:Giấy khen", 3, None), ("individual", "phu:Giấy khen", 2, None)],
            id="honours for communes",
        ),
        pytest.param(
            "1. Giải toàn đoàn: 01 Nhất, 02 Nhì, 03 Ba.\n\n"
            "2. Mức thưởng\n\n- Giải Nhất: 2.000.000đ; Nhì: 1.500.000đ; Ba: 1.000.000đ.",
            [
                ("collective", "nhat", 1, 2_000_000),
                ("collective", "nhi", 2, 1_500_000),
                ("collective", "ba", 3, 1_000_000),
            ],
            id="ranks without the word, money under another heading",
        ),
        pytest.param(
            "- Giải Nhất: 800 nghìn đồng (01 giải).",
            [("contest", "nhat", 1, 800_000)],
            id="thousands in words",
        ),
    ],
)
def test_prizes_of_lists(body: str, expected: list[tuple[object, ...]]) -> None:
    assert prizes(body) == expected


def test_news_of_prizes_given_are_no_prizes_of_a_plan() -> None:
    news = "Ban Tổ chức đã trao 01 giải Nhất, 02 giải Nhì và 03 giải Ba cho các đội."
    assert facts(f"Sôi nổi hội thi cải cách hành chính\n\n{news}\n").prizes == ()


def test_a_letter_without_numbers_has_a_body_too() -> None:
    letter = (
        "Số: 19/TĐ\nV/v hưởng ứng cuộc thi tìm hiểu lịch sử\n\nKính gửi: Các huyện đoàn\n\n"
        "Tỉnh đoàn đề nghị các đơn vị tham gia cuộc thi như sau:\n\n"
        "Làm bài trực tiếp trên trang web của Ban Tổ chức.\n\nCơ cấu giải thưởng:\n\n"
        "– 05 giải nhất, mỗi giải 2.000.000đ\n\n– 10 giải nhì, mỗi giải 1.000.000đ\n\n"
        "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Thị Ánh\n"
    )
    found = facts(letter)
    assert [(one.rank, one.count) for one in found.prizes] == [("nhat", 5), ("nhi", 10)]
    assert [one.value for one in found.event_form] == ["online_quiz"]
    assert found.signatory is not None
    assert found.signatory.name == "Nguyễn Thị Ánh"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "1. CĐCS trực thuộc:\n\n- Thành lập đội thi.\n\n- Đăng ký.",
            [("CĐCS trực thuộc", 2)],
            id="a name of no known kind over its items",
        ),
        pytest.param(
            "1. Giải pháp trọng tâm:\n\n- Tuyên truyền.\n\n- Kiểm tra.",
            [],
            id="a topic over its items",
        ),
        pytest.param(
            "1. Hội Nông dân xã Vận động hội viên tham gia.",
            [("Hội Nông dân xã", 1)],
            id="a verb with a capital",
        ),
        pytest.param(
            "1. Ban Chỉ đạo xã chủ trì.\n\n2. Ban Tổ chức Hội thi chuẩn bị sân khấu.",
            [("Ban Chỉ đạo xã", 1), ("Ban Tổ chức Hội thi", 1)],
            id="names that look like verbs",
        ),
        pytest.param(
            "* Hiệu trưởng: Chỉ đạo.\n\n* Người phụ trách Đội: Đăng tải.\n\n* Văn thư: Báo cáo.",
            [("Hiệu trưởng", 1), ("Người phụ trách Đội", 1), ("Văn thư", 1)],
            id="one of no known kind among its like",
        ),
        pytest.param(
            "1. Hội Nông dân xã: Tuyên truyền.\n\nBAN TỔ CHỨC CUỘC THI",
            [("Hội Nông dân xã", 1)],
            id="a signature is no agency",
        ),
        pytest.param(
            "I- Đối với Hội LHPN huyện:\n\n- Thành lập Ban Tổ chức.\n\n"
            "II- Đối với Hội LHPN các xã:\n\n- Đăng ký.\n\n- Báo cáo.",
            [("Hội LHPN huyện", 1), ("Hội LHPN các xã", 2)],
            id="numerals under a letter",
        ),
        pytest.param(
            "1. Công an xã: Bảo vệ.\n\nĐề nghị các phòng, ban nghiêm túc thực hiện kế hoạch này.",
            [("Công an xã", 1)],
            id="what is asked of all in the end",
        ),
        pytest.param(
            "1. Các cơ quan được phân công tham luận: Gửi bài về Sở Nội vụ.",
            [("Các cơ quan được phân công tham luận", 1)],
            id="told who was appointed",
        ),
        pytest.param(
            "1. Sở Nội vụ\n\nChủ trì thực hiện các nhiệm vụ sau:\n\n- Tham mưu.\n\n- Báo cáo.",
            [("Sở Nội vụ", 2)],
            id="items announced by a sentence",
        ),
    ],
)
def test_assignments_of_lists(body: str, expected: list[tuple[str, int]]) -> None:
    intro = "A/ MỤC ĐÍCH\n\nI- Yêu cầu\n\n- Tiết kiệm.\n\nD/ TỔ CHỨC THỰC HIỆN\n\n"
    found = plan(f"{intro}{body}\n\nTrên đây là Kế hoạch./.").assignments
    assert [(one.agency, one.n_tasks) for one in found] == expected


def test_the_innermost_heading_tells_who_may_take_part() -> None:
    body = "II. ĐỐI TƯỢNG, THỜI GIAN\n\n1. Đối tượng:\n\nCán bộ không quá 30 tuổi.\n\n2. Thời gian:"
    found = plan(body).eligible
    assert found is not None
    assert found.value == "Cán bộ không quá 30 tuổi."


def test_a_conference_that_gives_the_prizes_of_a_contest_is_no_contest() -> None:
    found = plan(
        "I. NỘI DUNG\n\n- Trao giải.", title="Tổ chức Hội nghị tổng kết và trao giải Cuộc thi"
    )
    assert [one.value for one in found.event_form] == ["conference"]
