"""How often one may sit: limits that cross, and no limit at all."""

from itertools import pairwise

from hoithi.core.rulebook.checks.finding import (
    FindingCode,
    Findings,
    contradiction,
    remark,
)
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import AttemptRules, PaperPart


def check(rulebook: Rulebook) -> Findings:
    """The smaller time has the smaller limit."""
    if not any(isinstance(part, PaperPart) for part in rulebook.parts):
        return
    yield from _rules("attempts", rulebook.attempts)
    for place, round_ in enumerate(rulebook.rounds):
        if round_.attempts is not None:
            yield from _rules(f"rounds[{place}].attempts", round_.attempts)


def _rules(path: str, rules: AttemptRules) -> Findings:
    limits = [
        (name, limit)
        for name in ("a_day", "a_round", "a_contest")
        if (limit := getattr(rules, name)) is not None
    ]
    for (name, limit), (_, larger) in pairwise(limits):
        if limit > larger:
            code = FindingCode.ATTEMPTS_CROSSED
            yield contradiction(f"{path}.{name}", code, limit=limit, larger=larger)
    if not limits:
        yield remark(path, FindingCode.ATTEMPTS_UNLIMITED)
