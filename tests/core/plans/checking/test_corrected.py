"""Facts that an official corrected or added are checked beside the text."""

from dataclasses import replace

from hoithi.core.plans.checking import Code, findings
from hoithi.core.plans.reading import read_plan
from hoithi.core.plans.records import Period, Place, Prize, Reading
from tests.core.plans.checking.papers import plan

NOWHERE = Place(0, 0, 0, 0)
TEXT = plan(
    "Căn cứ Kế hoạch số ..../KH-UBND của tỉnh.",
    "I. THỜI GIAN",
    "1. Từ ngày 20/10/2025 đến ngày 15/10/2025.",
    "II. GIẢI THƯỞNG",
    "- 01 giải Nhất: 1.000.000 đồng.",
)


def test_a_corrected_range_is_no_contradiction_any_more() -> None:
    facts = read_plan(TEXT).facts
    [period] = facts.periods
    corrected = replace(facts, periods=(replace(period, end="2025-10-25"),))
    wrong = [one.code for one in findings(TEXT, Reading(facts, ()))]
    right = [one.code for one in findings(TEXT, Reading(corrected, ()))]
    assert (Code.END_BEFORE_START in wrong, Code.END_BEFORE_START in right) == (True, False)


def test_what_was_added_without_a_place_is_told_at_the_opening() -> None:
    facts = read_plan(TEXT).facts
    scope = facts.prizes[0].scope
    added = replace(
        facts,
        periods=(*facts.periods, Period("2025-12-05", "2025-12-01", "chấm thi", NOWHERE)),
        prizes=(*facts.prizes, Prize(scope, "nhi", 2, 1_500_000, NOWHERE)),
    )
    told = {one.code: one.places[0].line for one in findings(TEXT, Reading(added, ()))}
    assert told[Code.PRIZE_ORDER] == 1
    assert TEXT.splitlines()[0] == "KẾ HOẠCH"


def test_blanks_are_found_where_only_facts_were_kept() -> None:
    kept = Reading(read_plan(TEXT).facts, ())
    assert Code.REFERENCE_BLANK in {one.code for one in findings(TEXT, kept)}
