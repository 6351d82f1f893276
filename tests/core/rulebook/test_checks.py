"""Contradictions, open points and remarks: each is found, and sound rules have none."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from hoithi.core.rulebook.checks import FindingCode, Grade, contradictions, findings, open_points
from hoithi.core.rulebook.document import Window
from hoithi.core.rulebook.formats import from_toml
from tests.core.rulebook import (
    cases_entry,
    cases_parts,
    cases_prizes,
    cases_ranking,
    cases_times,
)
from tests.core.rulebook.make import rulebook
from tests.core.rulebook.test_examples import NAMES, example
from tests.strategies import rulebooks

MODULES = (cases_entry, cases_parts, cases_prizes, cases_ranking, cases_times)
CASES = [case for module in MODULES for case in module.CASES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code.value)
def test_found(case) -> None:
    found = [(one.grade, one.code, one.path) for one in findings(case.book)]
    assert (case.grade, case.code, case.path) in found


def test_each_code_has_a_case() -> None:
    assert {case.code for case in CASES} == set(FindingCode)


def test_sound_rules_contradict_nothing() -> None:
    book = rulebook(authority="Ban Tổ chức")
    assert (contradictions(book), open_points(book)) == ([], [])


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_contradict_nothing(name) -> None:
    assert contradictions(example(name)) == []


@pytest.mark.parametrize("name", ["song-cong-2021", "xa-2026"])
def test_nothing_is_open_in_what_runs(name) -> None:
    assert open_points(example(name)) == []


def test_what_the_plan_of_binh_son_left_open() -> None:
    found = {one.path for one in open_points(example("binh-son-2024"))}
    assert found == {
        *(f"rounds[{place}].window" for place in range(4)),
        *(f"parts[{place}].criteria" for place in range(3)),
        "choices[5].chosen",
        "choices[6].chosen",
    }


def test_the_end_date_of_song_cong_as_its_plan_has_it() -> None:
    plan = Window(opens="2021-12-13T08:30", closes="2022-01-26T24:00")
    book = msgspec.structs.replace(example("song-cong-2021"), window=plan)
    assert [(one.path, one.code, one.facts["weeks"]) for one in contradictions(book)] == [
        ("window", FindingCode.WEEKS_DIFFER, 2)
    ]


def test_contradictions_come_first() -> None:
    grades = [one.grade for one in findings(rulebook(rounds=()))]
    assert grades == sorted(grades, key=list(Grade).index)


@given(rulebooks())
def test_any_rulebook_can_be_checked(book) -> None:
    assert all(one.path for one in findings(book))


def test_a_paper_under_the_key_of_another_part_is_found() -> None:
    book = example("binh-son-2024")
    paper = msgspec.structs.replace(example("xa-2026").parts[0], key=book.parts[0].key)
    twice = msgspec.structs.replace(book, parts=(*book.parts, paper))
    assert FindingCode.KEY_REPEATED in {one.code for one in contradictions(twice)}


def test_examples_are_all_named() -> None:
    folder = Path(__file__).parents[3] / "examples"
    assert {one.stem for one in folder.glob("*.toml")} == set(NAMES)
    assert all(from_toml(one.read_bytes()) for one in folder.glob("*.toml"))
