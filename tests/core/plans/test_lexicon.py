"""The word lists are whole and say what the readers rely on."""

from importlib.resources import files

import pytest

from hoithi.core.plans import lexicon

TABLES = sorted(
    path.name.removesuffix(".csv")
    for path in files("hoithi.core.plans.lexicon").iterdir()
    if path.name.endswith(".csv")
)


@pytest.mark.parametrize("name", TABLES)
def test_every_line_of_a_table_is_filled(name: str) -> None:
    rows = lexicon.rows(name)
    assert rows
    assert [row for row in rows if len(row) < 2 or not all(row[:2])] == []


def test_slips_are_as_long_as_what_they_stand_for() -> None:
    assert [row for row in lexicon.rows("slips") if len(row[1]) != len(row[2])] == []
