"""Lines of a document with what was read from them."""

from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.plans.checking import Code, findings
from hoithi.core.plans.paired import paired, read_facts
from hoithi.core.plans.reading import read_plan
from tests.core.plans.texts import PLAN

FAULTY = PLAN.replace("22h00 ngày 19/4/2026", "22h00 ngày 19/3/2026")


def test_the_pieces_of_all_lines_are_the_text() -> None:
    reading = read_plan(FAULTY)
    lines = paired(FAULTY, reading, findings(FAULTY, reading))
    assert [line.text for line in lines] == FAULTY.splitlines()
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_a_line_knows_its_facts_and_their_words() -> None:
    reading = read_plan(PLAN)
    line = paired(PLAN, reading, ())[4]
    assert [(piece.text, [one.key for one in piece.facts]) for piece in line.pieces] == [
        ("Số: ", []),
        ("38/KH-UBND", ["number-0"]),
    ]


def test_every_fact_is_linked_to_a_line() -> None:
    reading = read_plan(PLAN)
    linked = {one.key for line in paired(PLAN, reading, ()) for one in line.facts}
    assert linked == {one.key for one in read_facts(reading.facts)}


def test_every_finding_is_linked_to_a_line() -> None:
    reading = read_plan(FAULTY)
    found = findings(FAULTY, reading)
    lines = paired(FAULTY, reading, found)
    linked = {id(one) for line in lines for one in line.findings}
    assert linked == {id(one) for one in found}
    [wrong] = [
        line for line in lines if any(one.code is Code.END_BEFORE_START for one in line.findings)
    ]
    words = "".join(piece.text for piece in wrong.pieces if piece.findings)
    assert words == "08h00 ngày 06/4/2026 đến 22h00 ngày 19/3/2026"


@given(st.lists(st.sampled_from(FAULTY.splitlines()), max_size=20))
def test_any_lines_are_paired(lines: list[str]) -> None:
    text = "\n".join(lines)
    reading = read_plan(text)
    told = paired(text, reading, findings(text, reading))
    assert [line.text for line in told] == text.splitlines()
