"""Who organises, where a page tells it in a sentence of its own; who is left out of a contest."""

import pytest

from tests.core.plans.texts import facts, plan

PAGE = """{}

1. Đối tượng dự thi: Mọi công dân đang sinh sống trên địa bàn.

2. Nội dung: Tìm hiểu về chuyển đổi số.
"""


@pytest.mark.parametrize(
    ("opening", "body", "level"),
    [
        pytest.param(
            "Nhằm chọn biểu trưng của thị xã, UBND thị xã An Lưu tổ chức cuộc thi sáng tác logo.",
            "Ủy ban nhân dân thị xã An Lưu",
            "district",
            id="after its purpose",
        ),
        pytest.param(
            "Sở Văn hóa, Thể thao và Du lịch tỉnh An Giang phối hợp Hội Nghệ thuật tỉnh tổ chức "
            "cuộc thi ảnh “Nét đẹp quê hương”.",
            "Sở Văn hóa, Thể thao và Du lịch tỉnh An Giang",
            "province",
            id="a name with a comma, and a partner",
        ),
        pytest.param(
            "Bộ Tư pháp chủ trì, phối hợp với Văn phòng Quốc hội tổ chức cuộc thi trực tuyến.",
            "Bộ Tư pháp",
            "central",
            id="the one that leads",
        ),
        pytest.param(
            "Thực hiện Kế hoạch của tỉnh; Ban Tổ chức Hội thi, Cuộc thi huyện An Lưu phát động "
            "Hội thi sáng tạo, cụ thể như sau:",
            "Ban Tổ chức Hội thi, Cuộc thi huyện An Lưu",
            "district",
            id="a committee of two contests",
        ),
    ],
)
def test_a_page_tells_who_organises(opening, body, level) -> None:
    read = facts(PAGE.format(opening))
    assert read.issuing_body is not None
    assert read.level is not None
    assert (read.issuing_body.value, read.level.value) == (body, level)


def test_news_of_anothers_contest_names_no_issuer() -> None:
    opening = "Chiều nay, tin từ UBND tỉnh An Giang cho biết đã tổ chức cuộc thi rất sôi nổi."
    assert facts(PAGE.format(opening)).issuing_body is None


def test_an_announcing_sentence_gives_type_and_title() -> None:
    opening = (
        "Thực hiện chương trình năm 2024, Đoàn Chủ tịch Tổng Liên đoàn ban hành kế hoạch tổ chức "
        "Cuộc thi “Tự hào người thợ” như sau:"
    )
    text = (
        f"{opening}\n\nI. MỤC ĐÍCH\n\n1. Mục đích\n\n– Tuyên truyền.\n\n2. Yêu cầu\n\n– Sâu rộng."
    )
    read = facts(text)
    assert read.doc_type is not None
    assert read.title is not None
    assert read.issuing_body is not None
    assert (read.doc_type.value, read.title.value, read.issuing_body.value) == (
        "ke_hoach",
        "tổ chức Cuộc thi “Tự hào người thợ”",
        "Đoàn Chủ tịch Tổng Liên đoàn",
    )


def test_a_name_torn_after_and_goes_on() -> None:
    header = "SỞ GIÁO DỤC VÀ\nĐÀO TẠO\n-------\nSố: 12/KH-SGDĐT\n\nKẾ HOẠCH\nTổ chức Hội thi\n"
    issuer = facts(f"{header}\nI. MỤC ĐÍCH\n\nNâng cao nhận thức.\n").issuing_body
    assert issuer is not None
    assert issuer.value == "Sở Giáo dục và Đào tạo"


@pytest.mark.parametrize(
    ("who", "eligible", "excluded"),
    [
        pytest.param(
            "Là công dân Việt Nam, trừ các thành viên Ban Tổ chức.", True, True, id="all but some"
        ),
        pytest.param(
            "Cán bộ không quá 35 tuổi (trừ thí sinh đã đạt giải Nhất năm trước).",
            True,
            True,
            id="winners of the year before",
        ),
        pytest.param(
            "Bắt buộc dự thi: công chức cấp xã (trừ cán bộ ở vùng sâu không có mạng).",
            True,
            False,
            id="who need not take part may",
        ),
        pytest.param(
            "Mọi người (Ban Giám khảo không được tham gia dưới mọi hình thức).",
            True,
            True,
            id="in no way",
        ),
    ],
)
def test_those_left_out_of_a_sentence(who, eligible, excluded) -> None:
    read = plan(f"I. NỘI DUNG\n\n1. Đối tượng dự thi:\n\n{who}")
    assert (read.eligible is not None, read.excluded is not None) == (eligible, excluded)


def test_a_heading_grown_onto_a_sentence_is_told_apart() -> None:
    text = (
        "Kế hoạch Tổ chức Hội thi Tin học trẻ lần thứ II\n\n"
        "ANPHU.VN - Thực hiện chương trình năm 2021; Ban Bí thư ban hành kế hoạch, cụ thể như sau:"
        "I. ĐỐI TƯỢNG\n\nCán bộ, công chức không quá 35 tuổi.\n"
    )
    read = facts(text)
    assert read.title is not None
    assert read.title.value == "Tổ chức Hội thi Tin học trẻ lần thứ II"
    assert read.eligible is not None


TOLD = """Kế hoạch tổ chức Cuộc thi tìm hiểu pháp luật trực tuyến năm 2024

Hội đồng phối hợp tỉnh An Giang vừa ban hành Kế hoạch tổ chức Cuộc thi tìm hiểu pháp luật

24/06/2024

Theo đó, đối tượng dự thi là công dân từ đủ 14 tuổi trở lên, trừ thành viên Ban Tổ chức.

Cơ cấu giải thưởng: Mỗi đợt thi gồm 15 giải thưởng cho tập thể, cá nhân.
"""


def test_news_of_a_plan_is_read_in_its_first_sentences() -> None:
    read = facts(TOLD)
    assert read.title is not None
    assert read.issuing_body is not None
    assert read.title.value == "tổ chức Cuộc thi tìm hiểu pháp luật trực tuyến năm 2024"
    assert read.issuing_body.value == "Hội đồng phối hợp tỉnh An Giang"
    assert (read.eligible is not None, read.excluded is not None) == (True, True)
    assert (read.prizes, read.milestones) == ((), ())


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        pytest.param(
            "ỦY BAN NHÂN DÂN\nAN GIANG\nSố: 12/KH-UBND\nAn Giang, ngày 18 tháng 8 năm 2016\n\n"
            "KẾ HOẠCH\nTổ chức Hội thi tại tỉnh An Giang\n",
            "Ủy ban nhân dân tỉnh An Giang",
            id="a header that leaves the level out",
        ),
        pytest.param(
            "BỘ VĂN HÓA, THỂ THAO | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
            "Số: 35/QĐ-BVHTTDL | Hà Nội, ngày 13 tháng 10 năm 2016 |\n"
            "BỘ TRƯỞNG BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH\n"
            "Căn cứ Nghị định số 76/2013/NĐ-CP ngày 16 tháng 7 năm 2013 của Chính phủ;\n",
            "Bộ Văn hóa, Thể thao và Du lịch",
            id="a name cut off by its column",
        ),
    ],
)
def test_names_of_headers_are_completed(lines, body) -> None:
    issuer = facts(f"{lines}\nI. MỤC ĐÍCH\n\nNâng cao nhận thức.\n").issuing_body
    assert issuer is not None
    assert issuer.value.lower() == body.lower()
