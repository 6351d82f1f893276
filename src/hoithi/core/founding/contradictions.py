"""Contradictions of a plan that nobody resolved, as questions that quote its sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from hoithi.core.founding.records import Asks, TaskDraft
from hoithi.core.founding.times import day_of
from hoithi.core.plans.checking import Finding, Grade, PrizeNorm, findings
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.records import Facts, Place, Reading
from hoithi.core.vietnamese.dates import date_text


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
        told = (paper.quote(place) or _added(facts, place) for place in one.places)
        sentences = _quoted([one.quote, *told])
        task = TaskDraft(sentences, asks=Asks.CONTRADICTION, source=one.places[0])
        asked.setdefault(sentences, task)
    return tuple(asked.values())


def _added(facts: Facts, place: Place) -> str:
    """What a person added, in its own words and with its days; nothing for words of the text."""
    every = (record for field in fields(facts) for record in _records(getattr(facts, field.name)))
    found = next((one for one in every if place.added and one.place == place), None)
    if found is None:
        return ""
    names = ("agency", "name", "title", "what", "value", "rank", "percent", "of")
    words = [str(told) for name in names if (told := getattr(found, name, None))]
    days = [told for name in ("date", "start", "end") if (told := getattr(found, name, None))]
    said = " – ".join(date_text(day_of(day)) for day in days)
    return ": ".join([*words, *([said] if said else [])])


def _records(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return value.values()
    many = value if isinstance(value, tuple) else (value,)
    return (one for one in many if hasattr(one, "place"))


def _is_one(found: Finding) -> bool:
    return found.grade is Grade.CONTRADICTION


def _quoted(quotes: Iterable[str]) -> str:
    lines = "\n".join(f"- “{quote}”" for quote in dict.fromkeys(quotes) if quote)
    return f"Kế hoạch có nội dung mâu thuẫn, thống nhất lại thế nào?\n{lines}"
