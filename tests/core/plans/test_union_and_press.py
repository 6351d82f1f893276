"""Plans of schools and unions as archives keep them, and of newspapers."""

import pytest

from hoithi.core.plans.naming import full_name
from tests.core.plans.texts import facts, plan

INTERLEAVED = """\
Trang 1CÔNG ĐOÀN TRƯỜNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM THCS AN SƠN Độc Lập - Tự Do
An Sơn, ngày 25 tháng 10 năm 2012
KẾ HOẠCH
TỔ CHỨC NGÀY HỘI THỂ THAO CỦA TRƯỜNG
Căn cứ tình hình thực tế, nhà trường tổ chức thi đua với nội dung cụ thể như sau:
I. Mục đích
- Rèn luyện sức khỏe.
"""
TWO_BODIES = """\
UBND HUYỆN AN SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM PHÒNG NỘI VỤ Độc lập - Tự do
Số: 12/KH-PNV An Sơn, ngày 02 tháng 3 năm 2022
KẾ HOẠCH
Tổ chức Hội thi công chức giỏi
I. Mục đích
- Nâng cao kỹ năng.
"""
PRESS = """Kế hoạch và Thể lệ Giải Báo chí tỉnh Tân Lập năm 2021

Thứ Năm, 25/03/2021, 08:00 (GMT+7)

BTL - Ngày 23.3.2021, Ban Tổ chức Giải Báo chí tỉnh Tân Lập đã ban hành Kế hoạch số 86/KH-BTC, \
về tổ chức Giải Báo chí năm 2021.

Từ ngày 12.4 đến 7.5.2021, các cơ quan báo chí thu nhận tác phẩm; trao giải dự kiến ngày 18.6.2021.
"""


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (INTERLEAVED, "công đoàn trường thcs an sơn"),
        (TWO_BODIES, "phòng nội vụ huyện an sơn"),
    ],
)
def test_a_header_told_across_its_columns(text: str, issuer: str) -> None:
    body = facts(text).issuing_body
    assert body is not None
    assert body.value.lower() == issuer


def test_what_a_newspaper_tells_of_a_plan() -> None:
    read = facts(PRESS)
    assert read.number is not None
    assert read.issued_on is not None
    assert (read.number.value, read.issued_on.value) == ("86/KH-BTC", "2021-03-23")
    assert [(one.start, one.end) for one in read.periods] == [("2021-04-12", "2021-05-07")]
    assert [one.date for one in read.milestones] == ["2021-06-18"]


def test_a_figure_with_a_point_is_no_day() -> None:
    assert plan("I. NỘI DUNG\n\n- Tăng từ 12.4 đến 15.6 điểm.").periods == ()


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "TỔ CHỨC HỘI THI\nThể thao chào mừng ngày thành lập Hội",
            "TỔ CHỨC HỘI THI Thể thao chào mừng ngày thành lập Hội",
        ),
        (
            "\nTổ chức giải thể thao, trò chơi dân gian;\n\nTham gia hội diễn huyện An Sơn",
            "Tổ chức giải thể thao, trò chơi dân gian; Tham gia hội diễn huyện An Sơn",
        ),
    ],
)
def test_titles_of_two_kinds_of_lines(lines: str, title: str) -> None:
    found = facts(f"KẾ HOẠCH {lines}\n\nThực hiện kế hoạch năm học.\n\nI. MỤC ĐÍCH").title
    assert found is not None
    assert found.value == title


def test_a_list_in_a_list_of_one_is_numbered_by_the_inner() -> None:
    eligible = plan(
        "  1. 1. Mục đích:\n\n- Vui.\n\n  1. 2. Đối tượng:\n\nToàn thể đoàn viên."
    ).eligible
    assert eligible is not None
    assert eligible.value == "Toàn thể đoàn viên."


@pytest.mark.parametrize(
    "sentence",
    [
        "Công đoàn trường THPT số 2 An Sơn xây dựng kế hoạch tổ chức giải bóng chuyền như sau:",
        "Công đoàn trường THPT số 2 An Sơn chủ trương tổ chức giải bóng đá như sau:",
    ],
)
def test_a_school_with_a_number_issues_a_plan(sentence: str) -> None:
    body = facts(f"KẾ HOẠCH\nTổ chức giải bóng\n\n{sentence}\n\nI. MỤC ĐÍCH\n\n- Vui.").issuing_body
    assert body is not None
    assert body.value == "Công đoàn trường THPT số 2 An Sơn"


def test_a_feast_in_brackets_is_no_milestone() -> None:
    day = (
        "ngày bầu cử đại biểu Quốc hội khóa XIV và Hội đồng nhân dân nhiệm kỳ 2016-2021 (22/5/2016)"
    )
    assert plan(f"I. NỘI DUNG\n\n- Hoạt động vào dịp {day}.").milestones == ()


def test_who_may_not_win_is_read() -> None:
    assert plan("I. ĐỐI TƯỢNG\n\n(Các thành viên Ban Giám khảo không được dự giải).").excluded


def test_short_forms_of_unions_are_written_out() -> None:
    name = full_name("BCH CĐ TRƯỜNG THPT AN SƠN", "CÔNG ĐOÀN GIÁO DỤC TÂN LẬP")
    assert name.lower() == "ban chấp hành công đoàn trường thpt an sơn"
    assert full_name("TRƯỜNG CĐ SƯ PHẠM", "").lower() == "trường cđ sư phạm"
