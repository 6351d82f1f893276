"""Contradictions of a plan that nobody resolved, as questions that quote its sentences."""

from collections.abc import Iterable, Sequence

from hoithi.core.founding.records import Asks, TaskDraft
from hoithi.core.plans.checking import Finding, Grade, PrizeNorm, findings
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.records import Facts, Reading


def contradictions(
    text: str, facts: Facts, *, norms: Sequence[PrizeNorm] = ()
) -> tuple[TaskDraft, ...]:
    """One question for each set of sentences that cannot all be true, in the text's order.

    `facts` are those that officials accepted or corrected; what they corrected asks nothing.
    """
    reading = Reading(facts, ())
    found = [one for one in findings(text, reading, norms=norms) if _is_one(one)]
    paper = Paper(text, reading)
    asked: dict[str, TaskDraft] = {}
    for one in found:
        sentences = _quoted([one.quote, *(paper.quote(place) for place in one.places)])
        task = TaskDraft(sentences, asks=Asks.CONTRADICTION, source=one.places[0])
        asked.setdefault(sentences, task)
    return tuple(asked.values())


def _is_one(found: Finding) -> bool:
    return found.grade is Grade.CONTRADICTION


def _quoted(quotes: Iterable[str]) -> str:
    lines = "\n".join(f"- “{quote}”" for quote in dict.fromkeys(quotes) if quote)
    return f"Kế hoạch có nội dung mâu thuẫn, thống nhất lại thế nào?\n{lines}"
