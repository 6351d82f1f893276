"""Who does what until when; who may be ordered; what a contest has to say."""

import pytest

from hoithi.core.plans.checking import Code
from tests.core.plans.checking.papers import codes, found, plan

DUTIES = (
    Code.ASSIGNMENTS_MISSING,
    Code.NO_TASK_DATED,
    Code.TASKS_WITHOUT_DATE,
    Code.ROW_WITHOUT_OWNER,
    Code.ROW_WITHOUT_DATE,
    Code.ANCHOR_MISSING,
    Code.AGENCY_WITHOUT_TASK,
    Code.COMMITTEE_UNKNOWN,
    Code.TASK_OF_ANOTHER,
    Code.TASKS_ALIKE,
)
DATED = "1. Phòng Nội vụ: Lập danh sách trước ngày 20/9/2025."
BUDGET = "2. Phòng Tài chính: Bảo đảm kinh phí."
SAME = "Phối hợp với Văn phòng xây dựng nội dung chương trình, thể lệ và các nội dung khác."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((DATED,), []),
        ((DATED, BUDGET), [Code.TASKS_WITHOUT_DATE]),
        ((BUDGET.replace("2.", "1."),), [Code.NO_TASK_DATED]),
        ((), [Code.ASSIGNMENTS_MISSING]),
        (
            (DATED, "2. Các trường: Báo cáo về Phòng Giáo dục trước ngày 30/9/2025."),
            [Code.AGENCY_WITHOUT_TASK],
        ),
        ((DATED, "2. Các trường: Báo cáo về Phòng Nội vụ trước ngày 30/9/2025."), []),
        (
            (DATED, "2. Các trường: Gửi báo cáo sau 05 ngày."),
            [Code.ANCHOR_MISSING, Code.TASKS_WITHOUT_DATE],
        ),
        ((DATED, "2. Các trường: Gửi báo cáo sau khi tổ chức Cuộc thi 05 ngày."), []),
        (
            (DATED, "2. Ban Tổ chức: Giúp BCĐ điều hành, báo cáo trước ngày 30/9/2025."),
            [Code.COMMITTEE_UNKNOWN],
        ),
        (
            (DATED, "2. Ban Tổ chức: Báo cáo Ban Chỉ đạo CCHC trước ngày 30/9/2025."),
            [],
        ),
        (
            ("1. Phòng Nội vụ", "- Trung tâm Văn hóa chuẩn bị hội trường trước ngày 20/9/2025."),
            [Code.TASK_OF_ANOTHER],
        ),
        (
            (f"1. Phòng Nội vụ: {SAME}", f"2. Phòng Kinh tế: {SAME}"),
            [Code.NO_TASK_DATED, Code.TASKS_ALIKE],
        ),
    ],
)
def test_duties(lines: tuple[str, ...], expected: list[Code]) -> None:
    times = ("I. THỜI GIAN", "1. Ngày 25/9/2025.", "2. Ngày 26/9/2025.")
    assert codes(plan(*times, "II. TỔ CHỨC THỰC HIỆN", *lines), *DUTIES) == expected


def test_rows_of_a_table_that_are_open() -> None:
    table = (
        "TT\tNội dung\tĐơn vị thực hiện\tThời hạn",
        "1\tThành lập Ban Tổ chức\tPhòng Nội vụ\t20/9/2025",
        "2\tTổng duyệt\t\t24/9/2025",
        "3\tQuyết toán\tVăn phòng\t",
    )
    text = plan("I. TIẾN ĐỘ", "\n".join(table))
    open_ = (Code.ROW_WITHOUT_OWNER, Code.ROW_WITHOUT_DATE)
    told = [(one.code, one.facts["task"]) for one in found(text) if one.code in open_]
    assert told == [(Code.ROW_WITHOUT_OWNER, "Tổng duyệt"), (Code.ROW_WITHOUT_DATE, "Quyết toán")]


def test_deadlines_before_a_conference_without_a_day() -> None:
    lines = (
        "I. THỜI GIAN",
        "1. Hội nghị vào cuối tháng 12 năm 2025.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Sở Nội vụ: Gửi dự thảo trước 07 ngày tổ chức Hội nghị.",
    )
    text = plan(*lines, title="Tổ chức Hội nghị tổng kết năm 2025")
    assert codes(text, Code.ANCHOR_MISSING) == [Code.ANCHOR_MISSING]
    unheard = plan(
        "I. THỜI GIAN",
        "1. Cuộc thi tổ chức ngày 15/12/2025.",
        *lines[2:],
        title="Tổ chức Cuộc thi năm 2025",
    )
    assert codes(unheard, Code.ANCHOR_MISSING) == [Code.ANCHOR_MISSING]
    dated = text.replace("vào cuối tháng 12 năm 2025", "tổ chức ngày 26/12/2025")
    assert codes(dated, Code.ANCHOR_MISSING) == []


@pytest.mark.parametrize(
    ("issuer", "task", "expected"),
    [
        (
            "XÃ AN PHÚ",
            "1. Giao Đảng ủy xã chỉ đạo.",
            [Code.ORDERED_OUTSIDE, Code.ASKED_WITHOUT_WORD],
        ),
        ("XÃ AN PHÚ", "1. Đề nghị Ủy ban MTTQ Việt Nam xã: Vận động đoàn viên.", []),
        ("XÃ AN PHÚ", "1. Ủy ban MTTQ Việt Nam xã: Vận động đoàn viên.", [Code.ASKED_WITHOUT_WORD]),
        ("XÃ AN PHÚ", "1. Sở Nội vụ: Hướng dẫn xã.", [Code.ASKED_WITHOUT_WORD]),
        ("XÃ AN PHÚ", "1. Yêu cầu các thôn vận động nhân dân.", []),
        ("TỈNH HÒA SƠN", "1. Sở Nội vụ: Hướng dẫn các xã.", []),
        ("TỈNH HÒA SƠN", "1. Điện lực tỉnh: Bảo đảm điện.", [Code.ASKED_WITHOUT_WORD]),
    ],
)
def test_who_may_be_ordered(issuer: str, task: str, expected: list[Code]) -> None:
    head = f"ỦY BAN NHÂN DÂN {issuer}\n\nSố: 12/KH-UBND"
    text = plan("II. TỔ CHỨC THỰC HIỆN", task, head=head)
    assert codes(text, Code.ORDERED_OUTSIDE, Code.ASKED_WITHOUT_WORD) == expected


CONTENTS = (
    Code.CONTEST_OR_PERFORMANCE,
    Code.EXCLUSIONS_MISSING,
    Code.ELIGIBLE_MISSING,
    Code.TIME_MISSING,
    Code.TIME_OPEN,
    Code.VENUE_MISSING,
    Code.BUDGET_MISSING,
)
WHOLE = (
    "1. Đối tượng dự thi: Cán bộ, công chức, người lao động.",
    "2. Thành viên Ban Tổ chức không được dự thi.",
    "3. Thời gian: ngày 25/9/2025.",
    "4. Kinh phí: ngân sách.",
)


@pytest.mark.parametrize(
    ("without", "expected"),
    [
        (None, []),
        (0, [Code.ELIGIBLE_MISSING]),
        (1, [Code.EXCLUSIONS_MISSING]),
        (2, [Code.TIME_MISSING]),
        (3, [Code.BUDGET_MISSING]),
    ],
)
def test_what_an_online_contest_has_to_say(without: int | None, expected: list[Code]) -> None:
    lines = [line for at, line in enumerate(WHOLE) if at != without]
    text = plan("I. NỘI DUNG", *lines, title="Tổ chức Cuộc thi trực tuyến tìm hiểu pháp luật")
    assert codes(text, *CONTENTS) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1. Thời gian: Quý III/2025.", [Code.TIME_OPEN, Code.VENUE_MISSING]),
        ("1. Hội nghị ngày 25/9/2025 tại Hội trường UBND xã.", []),
        ("1. Hội nghị ngày 25/9/2025, trực tuyến đến các xã.", []),
    ],
)
def test_a_conference_has_time_and_place(said: str, expected: list[Code]) -> None:
    text = plan("I. NỘI DUNG", said, title="Tổ chức Hội nghị tổng kết năm 2025")
    assert sorted(codes(text, *CONTENTS[3:6])) == sorted(expected)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (
            "Hội thi Văn nghệ thiếu nhi",
            "chương trình văn nghệ thiếu nhi",
            [Code.CONTEST_OR_PERFORMANCE],
        ),
        ("Chương trình Văn nghệ thiếu nhi", "chương trình văn nghệ thiếu nhi", []),
        ("Cuộc thi cải cách hành chính", "chương trình cải cách hành chính", []),
    ],
)
def test_a_contest_is_no_performance(one: str, two: str, expected: list[Code]) -> None:
    text = plan("I. NỘI DUNG", f"1. Tổ chức {one}.", f"2. Chuẩn bị {two}.")
    assert codes(text, Code.CONTEST_OR_PERFORMANCE) == expected


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        (("- Các phòng, ban;", "- Lưu: VT."), []),
        (("- Như phần V;", "- Lưu: VT."), []),
        (("- Phòng Nội vụ;", "- Lưu: VT."), []),
        (("- Phòng NV;", "- Lưu: VT."), []),
        (("- Sở Nội vụ;", "- Lưu: VT."), [Code.AGENCY_WITHOUT_COPY]),
        (("- UBND các xã;", "- Lưu: VT."), [Code.AGENCY_WITHOUT_COPY]),
        ((), []),
    ],
)
def test_who_has_a_task_receives_the_plan(
    recipients: tuple[str, ...], expected: list[Code]
) -> None:
    end = (
        "Trên đây là Kế hoạch./.",
        *(("\n".join(["Nơi nhận:", *recipients]),) if recipients else ()),
    )
    text = plan("II. TỔ CHỨC THỰC HIỆN", DATED, *end, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
    assert codes(text, Code.AGENCY_WITHOUT_COPY) == expected
