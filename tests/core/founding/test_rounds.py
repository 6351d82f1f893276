"""Every round that a plan names has its row; what is told of its time is not asked again."""

from hoithi.core.founding.noticing import notice
from hoithi.core.founding.rounds import open_time, rounds_of
from hoithi.core.plans.reading import read_plan
from hoithi.core.rulebook.document import RoundScope

PLAN = """ỦY BAN NHÂN DÂN TỈNH BẮC HÀ

Số: 15/KH-UBND

Bắc Hà, ngày 01 tháng 10 năm 2026

KẾ HOẠCH
Tổ chức Hội thi “Cán bộ một cửa giỏi” năm 2026

I. THỜI GIAN, ĐỊA ĐIỂM
1. Vòng sơ khảo: từ ngày 14/12/2026 đến ngày 16/12/2026 tại 03 cụm.
2. Vòng chung kết: ngày 25/12/2026 tại Trung tâm Hội nghị tỉnh.

II. GIẢI THƯỞNG
Vòng chung kết:
- 01 giải Nhất: 10.000.000 đồng
"""


def test_the_preliminary_round_and_the_final_of_one_day_have_their_rows():
    facts = read_plan(PLAN).facts
    rounds = rounds_of(facts, notice(PLAN))
    assert [(one.key, one.title, one.scope, one.first_day, one.last_day) for one in rounds] == [
        ("phase-1", "Vòng sơ khảo", RoundScope.PRELIMINARY, "2026-12-14", "2026-12-16"),
        ("final", "Vòng chung kết", RoundScope.FINAL, "2026-12-25", None),
    ]
    days = "từ ngày 14/12/2026 đến hết ngày 16/12/2026"
    assert [open_time(one) for one in rounds] == [
        f"Kế hoạch nêu Vòng sơ khảo tổ chức {days} mà chưa nêu giờ.",
        "Kế hoạch nêu Vòng chung kết tổ chức ngày 25/12/2026 mà chưa nêu giờ.",
    ]


def test_a_round_without_any_day_is_asked_for_its_day():
    text = PLAN.replace(": ngày 25/12/2026 tại", " tại")
    facts = read_plan(text).facts
    last = rounds_of(facts, notice(text))[-1]
    assert open_time(last) == "Kế hoạch chưa nêu ngày, giờ của Vòng chung kết."
