"""Pages of communes, schools and unions: menus in capitals, headings of pages, days by the moon."""

import pytest

from tests.core.plans.texts import facts, plan


def test_a_menu_in_capitals_is_no_header() -> None:
    read = facts(
        "Hôm nay, ngày 17 tháng 1 năm 2019\nĐẢNG UỶ KHỐI CƠ QUAN TỈNH | VĂN KIỆN\n\n"
        "Kế hoạch tổ chức Giải Quần vợt khối các cơ quan tỉnh năm 2018\n\n2.5.2018 - 10:30\n\n"
        "Thực hiện nhiệm vụ năm 2018, Ban Thường vụ Đảng ủy Khối ban hành Kế hoạch tổ chức giải "
        "Quần vợt như sau:\n\nI. MỤC ĐÍCH\n\n- Rèn luyện sức khỏe."
    )
    assert read.issuing_body is not None
    assert read.level is not None
    assert (read.issuing_body.value, read.level.value) == (
        "Ban Thường vụ Đảng ủy Khối",
        "province",
    )
    assert (read.issued_on, read.place) == (None, None)


def test_a_heading_of_a_page_in_capitals_names_the_type() -> None:
    read = facts(
        "KẾ HOẠCH TỔ CHỨC NGÀY HỘI VĂN HÓA XÃ NĂM 2022\nNgày cập nhật 23/03/2022\n\n"
        "Ủy ban nhân dân xã An Phú xây dựng kế hoạch Tổ chức Ngày hội cụ thể như sau.\n\n"
        "I. MỤC ĐÍCH\n\n- Vui tươi.\n\nII. YÊU CẦU\n\n- Tiết kiệm."
    )
    assert read.doc_type is not None
    assert read.title is not None
    assert (read.doc_type.value, read.title.value) == (
        "ke_hoach",
        "TỔ CHỨC NGÀY HỘI VĂN HÓA XÃ NĂM 2022",
    )


@pytest.mark.parametrize(
    ("line", "days"),
    [
        pytest.param(
            "8 giờ 00 ngày 25/4/2026 (tức ngày 09/3 Âm lịch): Khai mạc.",
            ["2026-04-25T08:00"],
            id="the same day by the moon",
        ),
        pytest.param(
            "Chào mừng 179 năm ngày sinh danh nhân Lê Văn An (06/6/1847- 06/6/2026).",
            [],
            id="the years of a life",
        ),
    ],
)
def test_days_that_are_and_are_none(line: str, days: list[str]) -> None:
    assert [one.date for one in plan(f"I. THỜI GIAN\n\n- {line}").milestones] == days


def test_a_place_behind_the_number_on_its_line() -> None:
    read = facts(
        "TRƯỜNG TH AN SƠN\nSố: 01/ KH.LĐ An Sơn, ngày 8 tháng 9 năm 2010\n\n"
        "KẾ HOẠCH V/v tổ chức hội thi\n\nI/ Tổ chức thực hiện:\n\n- TPT Đội: Lập kế hoạch."
    )
    assert read.place is not None
    assert read.place.value == "An Sơn"
    assert [one.agency for one in read.assignments] == ["TPT Đội"]


def test_who_may_take_part_stands_below_labels() -> None:
    read = plan(
        "II. ĐỐI TƯỢNG THAM GIA\n\n2.1. Hội thao\n\n- Vận động viên là đoàn viên công đoàn."
    )
    assert read.eligible is not None
    assert read.eligible.value == "Vận động viên là đoàn viên công đoàn."


def test_a_sentence_grown_onto_the_title_is_told_apart() -> None:
    read = facts(
        "THÔNG BÁO\n\nThể lệ cuộc thi sáng tác biểu trưng huyện An SơnBan tổ chức cuộc thi "
        "sáng tác biểu trưng (logo) huyện An Sơn thông báo thể lệ, như sau:I. MỤC ĐÍCH\n\n"
        "Chọn biểu trưng."
    )
    assert read.title is not None
    assert read.issuing_body is not None
    assert (read.title.value, read.issuing_body.value) == (
        "Thể lệ cuộc thi sáng tác biểu trưng huyện An Sơn",
        "Ban tổ chức cuộc thi sáng tác biểu trưng (logo) huyện An Sơn",
    )


def test_a_committee_in_short_on_two_lines() -> None:
    read = facts(
        "UBND HUYỆN AN SƠN\n\nBTC CUỘC THI SÁNG TÁC\n\nBIỂU TRƯNG HUYỆN AN SƠN\n\n"
        "Số: 01 /TL-BTC\n\nAn Sơn, ngày 05 tháng 4 năm 2021\n\nTHỂ LỆ\n\nCuộc thi sáng tác"
    )
    assert read.issuing_body is not None
    assert read.issuing_body.value.lower() == (
        "ban tổ chức cuộc thi sáng tác biểu trưng huyện an sơn"
    )


def test_a_title_of_two_sentences_under_a_torn_header() -> None:
    read = facts(
        "ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "XÃ AN PHÚ Độc Lập - Tự do - Hạnh phúc\n\nSố: /KH- UBND\n\n"
        "An Phú, ngày 12 tháng 01 năm 2020\n\nKẾ HOẠCH\n\nTổ chức các hoạt "
        "động kỷ niệm 90 năm ngày thành lập Đảng. Chuẩn bị đón xuân và các ngày lễ trong năm.\n\n"
        "Căn cứ kế hoạch của Đảng ủy về các hoạt động kỷ niệm;\n\nI. MỤC ĐÍCH\n\n- Vui tươi."
    )
    assert read.issuing_body is not None
    assert read.title is not None
    assert read.issuing_body.value == "Ủy ban nhân dân xã An Phú"
    assert read.title.value == (
        "Tổ chức các hoạt động kỷ niệm 90 năm ngày thành lập Đảng. "
        "Chuẩn bị đón xuân và các ngày lễ trong năm."
    )


def test_news_name_who_organises_by_name_and_letters() -> None:
    read = facts(
        "Thi vẽ tranh chủ đề “Yêu an toàn”\n\n05:08, 16/08/2017\n\nTổng cục Dân số (TCDS) phối hợp "
        "với Tổ chức An Lành phát động cuộc thi vẽ tranh.\n\nThời gian dự thi từ 12/8 - 15/11/2017."
    )
    assert read.issuing_body is not None
    assert read.title is not None
    assert (read.issuing_body.value, read.title.value) == (
        "Tổng cục Dân số",
        "Thi vẽ tranh chủ đề “Yêu an toàn”",
    )


def test_a_line_alone_says_whose_the_prizes_below_it_are() -> None:
    read = facts(
        "Thể lệ\n\nĐối tượng dự thi\n\n- Đoàn viên công đoàn.\n\nCơ cấu giải thưởng\n\nTập thể\n\n"
        "- 01 giải Nhất, trị giá 10.000.000 đồng\n\nCá nhân\n\n- 02 giải Nhì, trị giá 500.000 đồng"
    )
    assert read.doc_type is not None
    assert read.doc_type.value == "the_le"
    assert [(one.scope, one.rank) for one in read.prizes] == [
        ("collective", "nhat"),
        ("individual", "nhi"),
    ]


def test_who_may_take_part_in_a_sentence_of_news() -> None:
    read = facts(
        "Cuộc thi Tìm hiểu pháp luật trực tuyến (28/07/2017)\n\nBộ Tư pháp tổ chức cuộc thi. "
        "Đối tượng dự thi của Cuộc thi là người Việt Nam ở trong nước.\n\n"
        "Hình thức thi: trực tuyến."
    )
    assert read.eligible is not None


def test_days_that_open_a_paragraph() -> None:
    read = plan(
        "IV. TIẾN ĐỘ\n\n- 25/4: Nộp danh sách.\n\n- 28/4 - 4/5: Tập huấn.\n\n- 2/3 số lớp dự thi."
    )
    assert [one.date for one in (*read.milestones, *read.deadlines)] == ["2024-04-25"]
    assert [(one.start, one.end) for one in read.periods] == [("2024-04-28", "2024-05-04")]


def test_whom_to_ask_is_no_task() -> None:
    read = plan(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Văn hóa - Xã hội quản trị phần mềm.\n\n"
        "2. Các chi bộ phổ biến Thể lệ.\n\nMọi vướng mắc liên hệ Văn phòng để được hướng dẫn."
    )
    assert [(one.agency, one.n_tasks) for one in read.assignments] == [
        ("Phòng Văn hóa - Xã hội", 1),
        ("Các chi bộ", 1),
    ]


def test_what_each_class_sends_tells_who_may_take_part() -> None:
    read = plan(
        "II. THÀNH PHẦN\n\n3. Thành phần: Học sinh toàn trường; mỗi lớp cử 3 thí sinh dự thi."
    )
    assert read.eligible is not None


def test_news_without_a_year_are_of_the_year_they_were_posted() -> None:
    read = facts(
        " date 2026-03-04 Cuộc thi được tổ chức trắc nghiệm trực tuyến trên trang thông tin "
        "điện tử báo cáo viên.\n\nThời gian diễn ra cuộc thi từ ngày 27/2 đến hết ngày 15/3."
    )
    assert [(one.start, one.end) for one in read.periods] == [("2026-02-27", "2026-03-15")]
    assert [one.value for one in read.event_form] == ["online_quiz"]


def test_where_a_contest_is_shown_is_not_what_it_is() -> None:
    read = facts(
        "KẾ HOẠCH\nTổ chức Cuộc thi trực tuyến trên Trang thông tin điện tử xã An Phú năm 2025\n\n"
        "I. MỤC ĐÍCH\n\n- Nâng cao nhận thức."
    )
    assert [one.value for one in read.event_form] == ["online_quiz"]
