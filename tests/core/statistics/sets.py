"""Public sets of marks with known figures; they stay where they are, and are often absent."""

import csv
import os
from decimal import Decimal
from pathlib import Path

import pytest

from hoithi.core.statistics.papers import statistics
from hoithi.core.statistics.records import Statistics
from hoithi.core.statistics.tally import Tally

FIXTURES = Path(os.environ.get("HOITHI_FIXTURES", Path(__file__).parents[4] / "shared/fixtures"))
REPORT = FIXTURES / "item-statistics" / "report"
UNITS = 10**7


def rows(path):
    """The rows of a table, or a skip that says what is absent."""
    if not path.exists():
        pytest.skip(f"the public sets are not beside the repository: {path.name}")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of_marks(sheets: list[list[str]]) -> Statistics:
    """Figures of marks as text, a row for each sitting and a column for each question."""
    tally = Tally(UNITS)
    places = range(1, len(sheets[0]) + 1)
    tally.most.update(dict.fromkeys(places, UNITS))
    for sheet in sheets:
        marks = [int(Decimal(mark) * UNITS) for mark in sheet]
        given = zip(places, marks, strict=True)
        tally.add(sum(marks), [tally.number(place, None, mark) for place, mark in given])
    return statistics(tally, places)
