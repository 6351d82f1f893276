"""Pages as collections keep them: run together, words that grew together, no heading at all."""

import pytest

from tests.core.plans.texts import facts, plan

RUN_TOGETHER = """\
 date 2023-04 Thể lệ cuộc thi viết chủ đề "Mẹ và quê hương" Yêu cầu - Bài viết bằng tiếng Việt, \
dung lượng 1.000 - 1.500 từ được in trên giấy hoặc gửi qua email do Ban Tổ chức cung cấp. - \
Bài viết được thực hiện dưới dạng thư hoặc tản văn kể về kỷ niệm vui buồn của gia đình mình. \
Đối tượng dự thi - Công dân Việt Nam trong và ngoài nước đều có thể tham gia dự thi. Điều kiện \
dự thi - Tác phẩm dự thi là bài viết mới, chưa được đăng trên bất kỳ báo, đài hay trang mạng \
xã hội nào và chưa từng được gửi dự thi ở các cuộc thi viết khác. - Nhân sự của Ban Tổ chức, \
Ban Giám khảo, các đơn vị tài trợ không được tham gia dự thi. Thời gian nhận bài thi - Thời \
gian nhận bài: Từ ngày 19/04/2023 đến ngày 30/6/2023 (tính theo dấu bưu điện). Địa chỉ nhận \
bài: Ban Tổ chức Cuộc thi, số 2 đường An Bình, phường An Sơn.
"""
NEWS = """Thi vẽ tranh "An toàn cho em" trên địa bàn tỉnh

Sở Y tế vừa phát động cuộc thi vẽ tranh. Đối tượng dự thi dành cho mọi công dân Việt Nam.

Giải thưởng gồm: Một giải nhất 10 triệu đồng; hai giải nhì, mỗi giải 5 triệu đồng.
"""
PRIME_MINISTER = """THỦ TƯỚNG CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 719/QĐ-TTg
Hà Nội, ngày 15 tháng 06 năm 2012
QUYẾT ĐỊNH
PHÊ DUYỆT KẾ HOẠCH TỔ CHỨC CÁC HOẠT ĐỘNG KỶ NIỆM
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Thông báo số 70-TB/TWngày 06 tháng 01 năm 2012 của Ban Bí thư;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
"""
TWO_SIGNERS = """KẾ HOẠCH LIÊN TỊCH
Tổ chức Hội thi năm 2024

I. NỘI DUNG

- Tuyên truyền.

GIÁM ĐỐC SỞ TƯ PHÁP                    BÍ THƯ TỈNH ĐOÀN
Nguyễn Văn Hùng                             Phan Tấn Phước

Nơi nhận:
- UBND tỉnh;
- Lưu: STP.
"""


def test_rules_run_together_are_read_as_rules() -> None:
    read = facts(RUN_TOGETHER)
    assert read.doc_type is not None
    assert read.title is not None
    assert (read.doc_type.value, read.title.value) == (
        "the_le",
        'cuộc thi viết chủ đề "Mẹ và quê hương"',
    )
    assert [(one.start, one.end) for one in read.periods] == [("2023-04-19", "2023-06-30")]
    assert read.eligible is not None
    assert read.excluded is not None
    assert [form.value for form in read.event_form] == ["product_contest"]


def test_a_page_without_a_document_still_names_its_event() -> None:
    read = facts(NEWS.replace("Thi vẽ tranh", "Cuộc thi vẽ tranh"))
    assert read.doc_type is None
    assert read.title is not None
    assert read.title.value == 'Cuộc thi vẽ tranh "An toàn cho em" trên địa bàn tỉnh'
    assert read.eligible is not None


def test_a_page_about_something_else_has_no_title() -> None:
    assert (
        facts("Giá lúa gạo hôm nay tăng nhẹ tại các tỉnh\n\nThương lái thu mua chậm.").title is None
    )


def test_a_decision_of_the_prime_minister() -> None:
    read = facts(PRIME_MINISTER)
    assert read.issuing_body is not None
    assert read.level is not None
    assert (read.issuing_body.value, read.level.value) == ("Thủ tướng Chính phủ", "central")
    assert [(one.number, one.date) for one in read.legal_bases] == [("70-TB/TW", "2012-01-06")]


def test_the_first_of_two_signers_is_named() -> None:
    signatory = facts(TWO_SIGNERS).signatory
    assert signatory is not None
    assert signatory.name == "Nguyễn Văn Hùng"


def test_a_title_that_the_text_repeats_ends_there() -> None:
    name = "Cuộc thi viết về nét đẹp An Sơn năm 2024"
    text = f"Thể lệ {name}\n\n{name} với chủ đề “Quê hương”\n\n- Các tác phẩm dự thi sáng tạo.\n"
    title = facts(text).title
    assert title is not None
    assert title.value == name


@pytest.mark.parametrize(
    ("body", "periods", "milestones"),
    [
        ("Bài đăng được tính từ 0h00, 1/12/2024 đến 24h00, ngày 22/12/2024.", 1, 0),
        ("Ngày 23/02/2024, Hội Phụ nữ phối hợp Sở Văn hóa ban hành Kế hoạch phối hợp.", 0, 0),
        ("Ngày 23/02/2024: Ban hành Kế hoạch, Thể lệ Cuộc thi.", 0, 1),
        ("Số liệu tính từ ngày 15/12/2024.", 0, 0),
    ],
)
def test_days_that_are_dates_of_the_plan(body: str, periods: int, milestones: int) -> None:
    read = plan(f"I. THỜI GIAN\n\n- {body}")
    assert (len(read.periods), len(read.milestones)) == (periods, milestones)


TOLD = """A- A A+ | Tăng tương phản Giảm tương phản

Thể lệ Hội thi Hòa giải viên giỏi tỉnh Tân Lập lần thứ V năm 2023

Ngày 04 tháng 8 năm 2023, Ban Tổ chức Hội thi ban hành Thể lệ số 01/TL-BTCHT về Hội thi (sau đây \
gọi tắt là Hội thi). Nội dung được quy định như sau:

I. ĐỐI TƯỢNG

1. Đối tượng dự thi: Hòa giải viên được công nhận theo quy định của pháp luật.
"""
ISSUED = """Cập nhật: 19/07/2023 08:00:00

Ban Tổ chức Hội thi Hòa giải viên giỏi tỉnh Tân Lập ban hành Thể lệ Hội thi Hòa giải viên giỏi \
năm 2023 như sau:

I. NỘI DUNG

1. Phần thi giới thiệu

- Giới thiệu về đội thi.
"""
COUNTERS = """Truy cập nội dung luôn
TỔNG QUAN

Đang online: 1790
Lượt truy cập trong tuần: 3638
Tổng số truy cập: 3312457

CHUYÊN ĐỀ BẦU CỬ

Phát động Cuộc thi trực tuyến "Tìm hiểu pháp luật về bầu cử"
Ngày đăng 01/04/2021 | 18:10  | Lượt xem: 1075

Cuộc thi trực tuyến sẽ diễn ra từ 00h00 ngày 1/4/2021 đến 24h00 ngày 30/4/2021 trên Cổng Thông \
tin điện tử của Bộ và nhiều trang thông tin điện tử khác trong cả nước.
"""


def test_a_page_may_tell_number_and_day_in_its_opening_sentence() -> None:
    read = facts(TOLD)
    found = [one.value if one else None for one in (read.number, read.issued_on, read.issuing_body)]
    assert found == ["01/TL-BTCHT", "2023-08-04", "Ban Tổ chức Hội thi"]
    assert read.legal_bases == ()


def test_who_issues_what_makes_a_page_a_document() -> None:
    read = facts(ISSUED)
    found = [one.value if one else None for one in (read.doc_type, read.title, read.issuing_body)]
    assert found == [
        "the_le",
        "Hội thi Hòa giải viên giỏi năm 2023",
        "Ban Tổ chức Hội thi Hòa giải viên giỏi tỉnh Tân Lập",
    ]
    assert [form.value for form in read.event_form] == ["stage_contest"]


def test_counters_above_a_page_do_not_end_it() -> None:
    read = facts(COUNTERS)
    assert [(one.start, one.end) for one in read.periods] == [
        ("2021-04-01T00:00", "2021-04-30T24:00")
    ]
    assert read.title is not None
    assert read.title.value.startswith("Phát động Cuộc thi")
    assert [form.value for form in read.event_form] == ["online_quiz"]


def test_the_rules_of_a_contest_are_no_festival() -> None:
    text = "THỂ LỆ HỘI THI TIẾNG HÁT NĂM 2024\n\nI. ĐỐI TƯỢNG\n\n- Nhân dân."
    assert "festival" not in [form.value for form in facts(text).event_form]
