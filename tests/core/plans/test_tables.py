"""Tables of tasks and programmes; figures, shares and sources of money."""

from tests.core.plans.texts import plan

TASKS = """III. PHÂN CÔNG NHIỆM VỤ

STT\tNội dung công việc\tThời gian hoàn thành\tĐơn vị thực hiện
1\tBan hành thể lệ\t05/7/2024\tPhòng Nội vụ
2\tGửi danh sách\tTrước 25/7/2024\tUBND các xã
3\tTổng hợp\t30/7/2024\tPhòng Nội vụ
"""
PROGRAMME = """II. CHƯƠNG TRÌNH HỘI NGHỊ

TT\tThời gian\tNội dung
1\t7h30 - 7h45\tĐón tiếp đại biểu
2\t7h45 - 8h00\tTuyên bố lý do

3\t8h00 - 9h00\tTham luận

Hết chương trình.
"""


def test_a_table_assigns_tasks_where_no_list_does() -> None:
    found = plan(TASKS)
    assert [(one.agency, one.tasks) for one in found.assignments] == [
        ("Phòng Nội vụ", ("Ban hành thể lệ", "Tổng hợp")),
        ("UBND các xã", ("Gửi danh sách",)),
    ]


def test_days_in_the_column_of_due_dates_are_deadlines() -> None:
    found = plan(TASKS)
    assert [one.date for one in found.deadlines] == ["2024-07-05", "2024-07-25", "2024-07-30"]
    assert found.milestones == ()


def test_the_rows_of_a_programme_are_counted() -> None:
    rows = plan(PROGRAMME).agenda_rows
    assert rows is not None
    assert rows.value == 3


def test_figures_are_read_where_they_are_first_stated() -> None:
    body = (
        "II. QUY MÔ\n\n- Có 22 xã, thị trấn; mỗi xã thành lập 01 đội thi gồm từ 07 đến 12 người, "
        "trong đó 04 thành viên chính.\n\n- Gồm 03 phần thi; 20 câu hỏi trong 15 phút."
    )
    assert {name: one.value for name, one in plan(body).counts.items()} == {
        "communes": 22,
        "team_min": 7,
        "team_max": 12,
        "main_members": 4,
        "contest_parts": 3,
        "questions": 20,
        "minutes": 15,
    }


def test_shares_say_of_what() -> None:
    body = "II. CHỈ TIÊU\n\n- 100% cán bộ, công chức tham gia; trong đó 85% số người đạt yêu cầu."
    assert [(one.percent, one.of) for one in plan(body).targets] == [
        ("100", "cán bộ, công chức tham gia"),
        ("85", "người đạt yêu cầu"),
    ]


def test_sources_of_money_and_stated_sums() -> None:
    body = (
        "II. GIẢI THƯỞNG\n\n- 01 giải Nhất: 500.000 đồng.\n\n"
        "- Tổng giá trị giải thưởng: 500.000 đồng.\n\n"
        "III. KINH PHÍ\n\n- Từ ngân sách xã năm 2024.\n\n- Xã hội hóa."
    )
    found = plan(body)
    assert [one.value for one in found.budget] == ["Từ ngân sách xã năm 2024.", "Xã hội hóa."]
    assert [one.value for one in found.prize_totals] == ["500000"]
