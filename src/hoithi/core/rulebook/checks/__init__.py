"""Finds what contradicts itself in a rulebook, what is still open, and what is worth a look."""

from hoithi.core.rulebook.checks import (
    attempts,
    choices,
    collectives,
    entry,
    keys,
    numbers,
    papers,
    parts,
    prizes,
    ranking,
    stages,
    tables,
    times,
    years,
)
from hoithi.core.rulebook.checks.finding import Finding, FindingCode, Grade
from hoithi.core.rulebook.document import Rulebook

__all__ = ["Finding", "FindingCode", "Grade", "contradictions", "findings", "open_points"]

_CHECKS = (
    keys.check,
    times.check,
    stages.check,
    parts.check,
    papers.check,
    numbers.check,
    attempts.check,
    entry.check,
    ranking.check,
    collectives.check,
    tables.check,
    prizes.check,
    choices.check,
    years.check,
)


def findings(rulebook: Rulebook) -> list[Finding]:
    """Everything found, contradictions first, then what is open, then remarks."""
    found = [finding for check in _CHECKS for finding in check(rulebook)]
    return sorted(found, key=lambda finding: list(Grade).index(finding.grade))


def contradictions(rulebook: Rulebook) -> list[Finding]:
    """What makes the version refused."""
    return [one for one in findings(rulebook) if one.grade is Grade.CONTRADICTION]


def open_points(rulebook: Rulebook) -> list[Finding]:
    """What has to be decided before the contest can be opened."""
    return [one for one in findings(rulebook) if one.grade is Grade.OPEN]
