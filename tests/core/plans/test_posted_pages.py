"""What is posted: bold letters of mathematics, little pictures, news that hold the document."""

from tests.core.plans.texts import facts

BOLD = str.maketrans({chr(ord("a") + at): chr(0x1D5EE + at) for at in range(26)})
POST = """{title}

🔹 1. ĐỐI TƯỢNG THAM GIA
- Các chi đoàn trực thuộc Khoa Luật.
⏰ 2. THỜI GIAN
- Nhận bài: 19h30 ngày 29/10/2025 – 19h30 ngày 04/11/2025.
"""
LETTER = """BỘ TƯ PHÁP | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 402/BTP-VP | Hà Nội, ngày 24 tháng 11 năm 2009 |
Kính gửi: | - Giám đốc các sở; |
Căn cứ Kế hoạch số 12/KH-BTP ngày 02 tháng 11 năm 2009 về tuyên truyền;
Bộ Tư pháp đề nghị các sở:
1. Xây dựng kế hoạch tuyên truyền.
2. Tổ chức hội thi.
"""
REGISTER = """Số hiệu: 2/KH-UBND
Ngày ban hành: 04/01/2024
Tình trạng: Đã biết

ỦY BAN NHÂN DÂN
XÃ AN PHÚ
Số: 2/KH-UBND
An Phú, ngày 04 tháng 1 năm 2024

KẾ HOẠCH
Tổ chức Hội thi năm 2024

I. MỤC ĐÍCH

Nâng cao nhận thức.
"""
NEWS = """Kế hoạch tổ chức Hội thi xe tuyên truyền lưu động mừng 25 năm tái lập tỉnh

Căn cứ Kế hoạch số 01/KH-BTC ngày 05/7/2021 của Ban Tổ chức kỷ niệm. Ngày 02/11/2021, Sở Văn hóa \
đã ban hành Kế hoạch số 67/KH-SVH tổ chức Hội thi xe tuyên truyền lưu động mừng ngày hội.
"""
ATTACHED = """SỞ VĂN HÓA, TT & DU LỊCH
THƯ VIỆN TỈNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

THỂ LỆ
Cuộc thi Đại sứ văn hóa đọc

(Ban hành kèm theo Công văn số 09/CV-TVT ngày 30/01/2019 của Thư viện tỉnh An Giang)

I. MỤC ĐÍCH

- Khuyến đọc.
"""


def test_a_post_is_read_through_its_pictures() -> None:
    read = facts(POST.format(title="Cuộc thi Tìm hiểu pháp luật trong sinh viên"))
    assert read.eligible is not None
    assert [(one.start, one.end) for one in read.periods] == [
        ("2025-10-29T19:30", "2025-11-04T19:30")
    ]


def test_bold_letters_of_mathematics_are_letters() -> None:
    title = "Cuộc thi sáng tác video trong thanh niên"
    read = facts(POST.format(title=title.translate(BOLD)))
    assert read.title is not None
    assert read.title.value == title
    assert [form.value for form in read.event_form] == ["product_contest"]


def test_a_letter_without_its_subject_is_a_letter() -> None:
    read = facts(LETTER)
    assert read.doc_type is not None
    assert read.number is not None
    assert (read.doc_type.value, read.number.value) == ("cong_van", "402/BTP-VP")


def test_the_entry_of_a_register_leaves_the_place_to_the_header() -> None:
    read = facts(REGISTER)
    assert read.place is not None
    assert read.issued_on is not None
    assert (read.place.value, read.issued_on.value) == ("An Phú", "2024-01-04")


def test_news_name_the_document_in_a_later_sentence() -> None:
    read = facts(NEWS)
    assert read.number is not None
    assert read.issued_on is not None
    assert (read.number.value, read.issued_on.value) == ("67/KH-SVH", "2021-11-02")
    assert [one.number for one in read.legal_bases] == ["01/KH-BTC"]


def test_a_name_cut_short_in_the_header_is_taken_from_the_attachment() -> None:
    body = facts(ATTACHED).issuing_body
    assert body is not None
    assert body.value == "Thư viện tỉnh An Giang"


def test_a_resolution_of_a_conference_is_no_conference() -> None:
    read = facts(POST.format(title="Cuộc thi trực tuyến tìm hiểu Nghị quyết Hội nghị Trung ương 8"))
    assert [form.value for form in read.event_form] == ["online_quiz"]


def test_lines_of_prizes_without_a_heading() -> None:
    read = facts("Phần thưởng dành cho hai bảng\n\n01 giải nhất 8.000.000đ (gồm tiền và quà).\n")
    assert [(one.rank, one.count, one.amount_vnd) for one in read.prizes] == [
        ("nhat", 1, 8_000_000)
    ]


STAMPED = """Thứ bảy, 20/04/2024,


Phát động cuộc thi viết về đề tài gia đình (15/06/2013)


Bộ Văn hóa, Thể thao và Du lịch đã phát động cuộc thi viết về gia đình.

Các tập thể, cá nhân trong và ngoài tỉnh đều có thể đăng ký tham gia.

Thời gian nhận bài đến hết ngày 31-1-2014.
"""
LED = """null Cuộc thi thiết kế sản phẩm tuyên truyền tỉnh An Giang
01/11/2023 | Thảo Lam

TTĐT - Ban Tuyên giáo Tỉnh ủy ban hành kế hoạch tổ chức Cuộc thi thiết kế sản phẩm.

Hoạt động của cuộc thi là tìm kiếm ý tưởng hay dành cho các cơ quan, đơn vị và cá nhân.
"""


def test_the_days_of_a_page_are_neither_title_nor_milestone() -> None:
    read = facts(STAMPED)
    assert read.title is not None
    assert read.issuing_body is not None
    assert (read.title.value, read.issuing_body.value) == (
        "Phát động cuộc thi viết về đề tài gia đình",
        "Bộ Văn hóa, Thể thao và Du lịch",
    )
    assert read.eligible is not None
    assert (read.milestones, [one.date for one in read.deadlines]) == ((), ["2014-01-31"])


def test_news_led_by_their_source_name_who_organises() -> None:
    read = facts(LED)
    assert read.title is not None
    assert read.issuing_body is not None
    assert (read.title.value, read.issuing_body.value) == (
        "Cuộc thi thiết kế sản phẩm tuyên truyền tỉnh An Giang",
        "Ban Tuyên giáo Tỉnh ủy",
    )
    assert read.eligible is not None
    assert read.milestones == ()


def test_a_day_on_which_a_notice_was_already_given_is_none_of_the_contest() -> None:
    told = "Ngày 05/3/2024, Ban Tổ chức đã có Thông báo số 12/TB-BTC về Hội thi."
    text = f"KẾ HOẠCH\nTổ chức Hội thi năm 2024\n\nI. MỤC ĐÍCH\n\n{told}\n"
    assert not facts(text).milestones


def test_a_title_of_rules_goes_on_in_the_next_line() -> None:
    text = "THỂ LỆ HỘI THI\nBàn tay vàng năm 2024\n\nĐiều 1. Mục đích\n\nNâng cao tay nghề.\n"
    assert "Bàn tay vàng" in facts(text).title.value
