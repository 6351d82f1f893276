"""Finds in a plan what contradicts itself, what is missing, and what could be written better."""

from collections.abc import Callable
from dataclasses import replace

from hoithi.core.plans.checking import weekdays, windows
from hoithi.core.plans.checking.finding import Finding, Findings
from hoithi.core.plans.checking.grades import Code, Grade
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.records import Reading

__all__ = ["Code", "Finding", "Grade", "findings"]

_CHECKS: tuple[Callable[[Paper], Findings], ...] = (
    windows.ends_before_start,
    windows.impossible_dates,
    windows.durations,
    windows.rounds_outside,
    windows.rounds_end_early,
    windows.rounds_overlap,
    windows.rounds_counted,
    windows.published_before_end,
    weekdays.weekdays,
)


def findings(text: str, reading: Reading) -> tuple[Finding, ...]:
    """All findings, contradictions first, then omissions, then style; each in the text's order.

    `reading` is what was understood of the same text, perhaps corrected by an official.
    """
    paper = Paper(text, reading)
    found = [
        replace(one, quote=paper.quote(one.places[0])) for check in _CHECKS for one in check(paper)
    ]
    grades = list(Grade)
    return tuple(sorted(found, key=lambda one: (grades.index(one.grade), one.places[0].line)))
