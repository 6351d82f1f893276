"""Deadlines, milestones, periods, days counted from an event, and what is no date of the plan."""

import pytest

from hoithi.core.plans.reading import read_plan
from tests.core.plans.texts import plan


def read(body: str) -> dict[str, list[object]]:
    found = plan(f"I. THỜI GIAN THỰC HIỆN\n\n{body}")
    told: dict[str, list[object]] = {
        "due": [one.date for one in found.deadlines],
        "days": [one.date for one in found.milestones],
        "periods": [(one.start, one.end) for one in found.periods],
        "relative": [one.offset_days for one in found.relative_deadlines],
        "vague": [one.value for one in found.fuzzy_dates],
    }
    return {name: values for name, values in told.items() if values}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("- Gửi danh sách trước ngày 31/5/2024.", {"due": ["2024-05-31"]}, id="before"),
        pytest.param("- Chậm nhất là ngày 31/5/2024.", {"due": ["2024-05-31"]}, id="latest"),
        pytest.param(
            "- Nhận bài đến hết ngày 30/9/2024.", {"due": ["2024-09-30"]}, id="to the end"
        ),
        pytest.param(
            "- Hạn cuối nhận hồ sơ: 17h00 ngày 30/9/2024.", {"due": ["2024-09-30T17:00"]}, id="last"
        ),
        pytest.param("- Trước 17h00 ngày 30/9/2024.", {"due": ["2024-09-30T17:00"]}, id="hour"),
        pytest.param("- Ngày 20/10/2024: Họp Ban Tổ chức.", {"days": ["2024-10-20"]}, id="day"),
        pytest.param(
            "- Công bố kết quả vào 08h00 ngày 20/12/2024.", {"days": ["2024-12-20T08:00"]}, id="at"
        ),
        pytest.param(
            "- Ngày 20/10/2024 họp; sau cuộc họp ngày 20/10/2024 báo cáo.",
            {"days": ["2024-10-20"]},
            id="the same day once",
        ),
        pytest.param(
            "- Thời gian bắt đầu: 08h00 ngày 01/10/2024.\n\n- Thời gian kết thúc: 17h00 ngày"
            " 31/10/2024.",
            {"periods": [("2024-10-01T08:00", "2024-10-31T17:00")]},
            id="begin and end on two lines",
        ),
        pytest.param("- Trước 07 ngày tổ chức Hội nghị.", {"relative": [-7]}, id="days before"),
        pytest.param("- Trước ngày kiểm tra 05 ngày.", {"relative": [-5]}, id="before the day of"),
        pytest.param("- Sau Hội nghị 02 ngày.", {"relative": [2]}, id="days after"),
        pytest.param(
            "- Chậm nhất 05 ngày trước khi diễn ra Hội thi.", {"relative": [-5]}, id="before it"
        ),
        pytest.param(
            "- Trong vòng 10 ngày kể từ ngày kết thúc Cuộc thi.", {"relative": [10]}, id="within"
        ),
        pytest.param(
            "- Sau khi kết thúc Cuộc thi 05 ngày làm việc.", {"relative": [5]}, id="working days"
        ),
        pytest.param("- Trước khi tổ chức Hội thi 01 tuần.", {"relative": [-7]}, id="weeks"),
        pytest.param("- Cuối tháng 12 năm 2024.", {"vague": ["2024-12-end"]}, id="end of a month"),
        pytest.param("- Quý III/2024.", {"vague": ["2024-Q3"]}, id="quarter"),
        pytest.param("- Tháng 9/2024.", {"vague": ["2024-09"]}, id="month"),
        pytest.param("- Tuần 2 tháng 10/2024.", {"vague": ["2024-10-W2"]}, id="week"),
        pytest.param(
            "- Từ 7h30 đến 11h30 ngày 16/5/2024.", {"days": ["2024-05-16T07:30"]}, id="hours"
        ),
        pytest.param(
            "- Không quá 03 ngày sau khi có kết quả.", {"relative": [3]}, id="after a result"
        ),
        pytest.param(
            "- Thi từ 08h00 ngày 01/10/2024 đến 17h00 ngày 05/10/2024.\n\n"
            "- Nhắc lại: từ ngày 01/10 đến ngày 05/10/2024.",
            {"periods": [("2024-10-01T08:00", "2024-10-05T17:00")]},
            id="the same period twice",
        ),
    ],
)
def test_times_are_told_apart(body: str, expected: dict[str, list[object]]) -> None:
    assert read(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "- Theo Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022.",
        "- Chào mừng kỷ niệm ngày Quốc khánh (02/9/1945 - 02/9/2024).",
        "- Công dân sinh trước ngày 01/01/1990.",
        "- Số liệu tính đến ngày 30/6/2024.",
        "- Báo cáo trước ngày 15/11 hằng năm.",
        "- Kế hoạch có hiệu lực kể từ ngày 05/3/2024.",
        "- Hội thi chào mừng ngày 20/11.",
        "- Định kỳ 6 tháng (trước ngày 10/6) và hằng năm (trước ngày 01/12) báo cáo.",
        "- Ngày 05/5/2024, UBND thành phố đã ban hành Kế hoạch số 98/KH-UBND.",
        "08/05/2024 14:20 | 1.234 lượt xem",
        "- Hưởng ứng Ngày Chuyển đổi số quốc gia 10/10/2024.",
        "- Tuyên truyền Ngày Pháp luật Việt Nam (09/11).",
    ],
)
def test_days_of_something_else_are_left_out(body: str) -> None:
    assert read(body) == {}


def test_two_agencies_may_have_the_same_deadline() -> None:
    found = plan(
        "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ: Hoàn thành trước ngày 15/12/2024.\n\n"
        "2. Sở Tài chính: Hoàn thành trước ngày 15/12/2024."
    )
    assert [(one.date, one.agency) for one in found.deadlines] == [
        ("2024-12-15", "Sở Nội vụ"),
        ("2024-12-15", "Sở Tài chính"),
    ]


def test_a_notice_without_a_heading_begins_with_its_first_dash():
    notice = read_plan(
        "Thời gian thi: từ 9h30 sáng thứ Hai ngày 7/8/2023 đến 9h00 ngày 4/9/2023.\n\n"
        "- Căn cứ Kế hoạch năm 2023.\n\n"
        "- Phát động Cuộc thi vào đầu tháng 8/2023; trao thưởng vào trung tuần tháng 10/2023.\n\n"
        "CƠ CẤU GIẢI THƯỞNG\n\n- Mỗi tuần có 01 giải Nhất.\n"
    ).facts
    assert [(one.start, one.end) for one in notice.periods] == [
        ("2023-08-07T09:30", "2023-09-04T09:00")
    ]
    assert [one.value for one in notice.fuzzy_dates] == ["2023-08-start", "2023-10-middle"]
