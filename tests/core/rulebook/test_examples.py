"""The rulebooks that stand beside the program: three of real plans, one of a commune of today."""

from pathlib import Path

import pytest

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import from_json, from_toml, to_json, to_toml
from hoithi.core.rulebook.windows import budget, paper_for

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = ["song-cong-2021", "xa-2026", "binh-son-2024", "cu-lao-dung-2020"]


def example(name: str) -> Rulebook:
    return from_toml((EXAMPLES / f"{name}.toml").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost(name) -> None:
    book = example(name)
    assert from_toml(to_toml(book)) == book
    assert from_json(to_json(book)) == book


@pytest.mark.parametrize(
    ("name", "total"),
    [
        pytest.param("song-cong-2021", 16_100_000, id="F1"),
        pytest.param("binh-son-2024", 69_000_000, id="F2"),
        ("cu-lao-dung-2020", 0),
        ("xa-2026", 22_300_000),
    ],
)
def test_budget(name, total) -> None:
    assert budget(example(name)).total == total


@pytest.mark.parametrize(
    ("group", "minutes", "questions"),
    [("officials", 20, 20), ("citizens", 15, 15), ("pupils", 15, 10)],
)
def test_papers_of_the_groups(group, minutes, questions) -> None:
    paper = paper_for(example("xa-2026"), "week-2", group, "paper")
    assert (paper.minutes, sum(draw.count for draw in paper.blueprint)) == (minutes, questions)
