"""Finds in a question bank what a contestant would contest or guess by."""

from collections.abc import Sequence
from datetime import date

from hoithi.core.questions.checking import bases, options, places, stems
from hoithi.core.questions.checking.duplicates import duplicates
from hoithi.core.questions.checking.finding import BasisChange, Checked, Code, Finding, Grade
from hoithi.core.questions.checking.rows import Row, exposed

__all__ = ["BasisChange", "Checked", "Code", "Finding", "Grade", "Row", "findings"]

_ORDER = list(Grade)


def findings(bank: Sequence[Checked], rows: Sequence[Row], *, on: date) -> list[Finding]:
    """All that is found, the gravest first; `on` is the day on which documents must hold."""
    found = [
        *exposed(rows),
        *duplicates(bank),
        *options.overlapping(bank),
        *options.sweeping_loose(bank),
        *stems.negatives_hidden(bank),
        *bases.missing(bank),
        *bases.not_in_force(bank, on),
        *bases.changed(bank),
        *bases.misspelt(bank),
        *places.keys_in_one_place(bank),
        *places.truths_one_sided(bank),
        *places.longest_is_right(bank),
    ]
    return sorted(found, key=lambda one: _ORDER.index(one.grade))
