"""Tables whose cells stand one below the other."""

from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.plans.cells import in_rows
from hoithi.core.plans.normal import read_lines
from tests.core.plans.texts import facts, plan

TABLE = """II. GIẢI THƯỞNG

a) Cấp cụm:
Giải Nhất
01
800.000
Giải Nhì

01

600.000
b) Chung kết:
Giải Nhất
01
1.500.000
1.500.000
2
Giải Ba
02
700.000 đồng
"""


def test_cells_below_each_other_are_rows() -> None:
    found = [(one.scope, one.rank, one.count, one.amount_vnd) for one in plan(TABLE).prizes]
    assert found == [
        ("cluster", "nhat", 1, 800_000),
        ("cluster", "nhi", 1, 600_000),
        ("final", "nhat", 1, 1_500_000),
        ("final", "ba", 2, 700_000),
    ]


def test_a_prize_without_figures_below_stays_as_it_is() -> None:
    lines = read_lines("Giải Nhất\nĐội xã An Phú\nGiải Nhì\n01\nĐội xã An Sơn")
    assert [line.text for line in in_rows(lines)] == [line.text for line in lines]


@given(st.text(alphabet="giải NhấtNhì0123456789.\n\t |-", max_size=120))
def test_every_row_keeps_its_columns(text: str) -> None:
    for line in in_rows(read_lines(text)):
        assert len(line.bare) == len(line.text)
        assert len(line.columns) == len(line.text) + 1


def test_a_prize_of_units_with_most_entries_has_no_rank() -> None:
    body = "II. GIẢI THƯỞNG\n\n1. Giải tập thể có nhiều sáng kiến nhất: 01 giải, 5 triệu đồng."
    assert [(one.scope, one.rank.split(":")[0], one.count) for one in plan(body).prizes] == [
        ("collective", "phu", 1)
    ]


def test_a_festival_with_an_online_contest_has_both_forms() -> None:
    text = "II. NỘI DUNG\n\n1. Cuộc thi trực tuyến “Tìm hiểu chuyển đổi số”: từ 15/9/2025."
    forms = plan(text, title="Tổ chức Ngày hội Chuyển đổi số tỉnh Tân Lập năm 2025").event_form
    assert [form.value for form in forms] == ["festival", "online_quiz"]


def test_the_office_of_a_central_city_is_of_a_province() -> None:
    text = (
        "THỂ LỆ\nCUỘC THI TRỰC TUYẾN\n\nBan Tuyên giáo Thành ủy Hải Phòng thông báo Thể lệ như sau:"
    )
    level = facts(f"{text}\n\n1. Đối tượng: Nhân dân thành phố.").level
    assert level is not None
    assert level.value == "province"
