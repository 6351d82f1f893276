"""What contradicts itself in a plan is asked, with the sentences; what was corrected is not."""

from dataclasses import replace

from hoithi.core.founding.contradictions import contradictions
from hoithi.core.founding.records import Asks
from hoithi.core.plans.reading import read_plan
from hoithi.core.plans.records import Period, Place
from tests.core.founding import texts

BACKWARDS = texts.STAGE.replace("Quý III/2026.", "Từ ngày 20/12/2026 đến ngày 10/12/2026.")


def asked(text, facts=None):
    return contradictions(text, facts or read_plan(text).facts)


def test_an_end_before_the_beginning_is_asked_with_its_sentence():
    (one,) = asked(BACKWARDS)
    assert one.asks is Asks.CONTRADICTION
    assert one.text == (
        "Kế hoạch có nội dung mâu thuẫn, thống nhất lại thế nào?\n"
        "- “Thời gian: Từ ngày 20/12/2026 đến ngày 10/12/2026.”"
    )
    assert BACKWARDS.splitlines()[one.source.line - 1].startswith("3. Thời gian")


def test_what_officials_took_out_asks_nothing():
    facts = replace(read_plan(BACKWARDS).facts, periods=())
    assert asked(BACKWARDS, facts) == ()


def test_a_plan_without_contradictions_and_an_empty_one_ask_nothing():
    assert asked(texts.CONFERENCE) == ()
    assert asked("") == ()


def test_what_officials_added_is_quoted_and_not_the_opening():
    place = Place(-7, 0, 0, -7)
    added = Period("2026-12-20", "2026-12-10", "Thời gian chấm thi", place)
    (one,) = asked(texts.STAGE, replace(read_plan(texts.STAGE).facts, periods=(added,)))
    assert one.text.splitlines()[1:] == ["- “Thời gian chấm thi: 20/12/2026 – 10/12/2026”"]
    assert one.source is not None
    assert one.source.added == 7
