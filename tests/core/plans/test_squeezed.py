"""Texts that a page ran together, tables of tasks, headers of two columns on one line."""

import pytest

from hoithi.core.plans.reading import read_plan
from tests.core.plans.texts import PLAN, facts, plan

ONE_LINE = "KẾ HOẠCH " + " ".join(PLAN.partition("KẾ HOẠCH")[2].split())


def test_a_plan_on_one_line_says_what_its_lines_say() -> None:
    found, whole = facts(ONE_LINE), facts(PLAN)
    for name in ("issuing_body", "level", "title", "recipients_count"):
        assert getattr(found, name).value == getattr(whole, name).value
    for name in ("rank", "count", "amount_vnd"):
        assert [getattr(one, name) for one in found.prizes] == [
            getattr(one, name) for one in whole.prizes
        ]
    assert [(one.start, one.end) for one in found.periods] == [
        (one.start, one.end) for one in whole.periods
    ]
    assert [one.date for one in found.deadlines] == [one.date for one in whole.deadlines]
    assert [one.agency for one in found.assignments[:2]] == [
        "Phòng Văn hóa - Xã hội",
        "Văn phòng HĐND và UBND xã",
    ]
    assert found.signatory is not None
    assert found.signatory.name == "Lê Thị Hồng Vân"


def test_places_stay_those_of_the_line() -> None:
    due = read_plan(ONE_LINE).facts.deadlines[0].place
    assert (due.line, ONE_LINE[due.start : due.end]) == (1, "ngày 20/3/2026")


def test_a_long_ordinary_paragraph_is_left_whole() -> None:
    sentence = "Nâng cao nhận thức của cán bộ, công chức về văn hóa - xã hội, kinh tế - đô thị. "
    found = plan(f"V. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã: {sentence * 12}")
    assert [(one.agency, one.n_tasks) for one in found.assignments] == [("Công an xã", 1)]


@pytest.mark.parametrize("between", ["\t", "    ", " "])
def test_what_stands_beside_the_country_is_the_body(between: str) -> None:
    text = (
        f"LIÊN ĐOÀN LAO ĐỘNG{between}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"TỈNH TÂN LẬP{between}Độc lập - Tự do - Hạnh phúc\n"
        "Số: 21/KH-LĐLĐ Tân Lập, ngày 14 tháng 01 năm 2024\nKẾ HOẠCH\nTổ chức Hội thi\n\n"
        "I. NỘI DUNG\n\n- Tuyên truyền.\n"
    )
    body = facts(text).issuing_body
    assert body is not None
    assert body.value == "Liên đoàn Lao động tỉnh Tân Lập"


def test_a_table_whose_column_says_only_agency_assigns_too() -> None:
    table = (
        "III. PHÂN CÔNG NHIỆM VỤ\n\nTT\tĐơn vị\tNhiệm vụ\tThời hạn\n"
        "1\tVăn phòng\tTiếp nhận hồ sơ\t30/9/2025\n2\tPhòng Kinh tế\tBố trí kinh phí\t20/8/2025\n"
    )
    found = plan(table)
    assert [one.agency for one in found.assignments] == ["Văn phòng", "Phòng Kinh tế"]
    assert [one.date for one in found.deadlines] == ["2025-09-30", "2025-08-20"]


def test_weeks_of_days_without_a_year_are_periods() -> None:
    found = plan("I. THỜI GIAN\n\n- Tuần 1: 20/9 - 26/9.\n\n- Tuần 2 (27/9 - 03/10).")
    assert [(one.start, one.end) for one in found.periods] == [
        ("2024-09-20", "2024-09-26"),
        ("2024-09-27", "2024-10-03"),
    ]
