"""A whole set: marks of every attempt, figures of every question, and counts of every answer."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from hoithi.core.statistics.papers import statistics
from hoithi.core.statistics.records import ItemFigures, PaperFigures, Statistics
from hoithi.core.statistics.tally import Tally
from hoithi.documents.quiz_sets.marking import Marked, marked
from hoithi.documents.quiz_sets.read import Attempt, Slot, attempts, slots, table

UNITS: Final = 10**7
"""Of a mark; marks of thirds are kept to seven places."""
_LAST_TRY = 5
_RandomSlot = tuple[int, str, int]
_Counted = tuple[int, str, int, int, str, str]
"""Slot, what was drawn, variant, part, class of the answer, and the answer."""


@dataclass(frozen=True)
class QuizSet:
    """A set as it was read and marked: for each attempt its places in order."""

    slots: tuple[Slot, ...]
    sat: tuple[tuple[Attempt, tuple[Marked, ...]], ...]


def quiz_set(questions: bytes, steps: bytes, *, interactive: bool) -> QuizSet:
    """Reads and marks a set. Refuses files that are none."""
    places = slots(table(questions, "questions"), "questions")
    sat = [
        (one, tuple(marked(one, place, interactive=interactive) for place in places))
        for one in attempts(table(steps, "steps"), "steps")
    ]
    return QuizSet(tuple(places), tuple(sat))


def reckoned(found: QuizSet) -> Statistics:
    """The figures of the places, of what was drawn for them, and of their variants."""
    tally, drawn = Tally(UNITS), Tally(UNITS)
    for attempt, places in found.sat:
        if attempt.finished:
            total = _add(tally, found.slots, attempt, places)
            _add_drawn(drawn, found.slots, places, total)
    figures = statistics(tally, [(slot.number, "", 0) for slot in found.slots])
    items = {**figures.items, **statistics(drawn).items}
    return Statistics(figures.paper, items)


def _add(tally: Tally, places: Sequence[Slot], attempt: Attempt, found: Sequence[Marked]) -> int:
    total, numbers = 0, []
    for slot, one in zip(places, found, strict=True):
        units = _units(one)
        total += units
        keys: list[_RandomSlot] = [(slot.number, "", 0)]
        if slot.number in attempt.variants:
            keys.append((slot.number, "", one.variant))
        for key in keys:
            tally.most[key] = int(slot.most * UNITS)
            numbers.append(tally.number(key, None, units))
    tally.add(total, numbers)
    return total


def _add_drawn(tally: Tally, places: Sequence[Slot], found: Sequence[Marked], total: int) -> None:
    """Questions drawn from a pool: these tables hold them against the whole total, their own mark
    in it, and not against that of the others."""
    for slot, one in zip(places, found, strict=True):
        if one.question:
            key, units = (slot.number, one.question, 0), _units(one)
            tally.most[key] = int(slot.most * UNITS)
            tally.add(total + units, [tally.number(key, None, units)])


def _units(one: Marked) -> int:
    return round((one.mark or Decimal(0)) * UNITS)


def answers(found: QuizSet) -> dict[_Counted, Counter[int]]:
    """How often each answer was given, by try from 1; the fifth and later ones together."""
    counts: dict[_Counted, Counter[int]] = {}
    for slot, one in _finished(found):
        for number, parts in enumerate(one.parts, 1):
            for part in parts:
                said = (part.number, part.model, part.actual)
                key = (slot.number, one.question, one.variant, *said)
                counts.setdefault(key, Counter())[min(number, _LAST_TRY)] += 1
    return counts


def _finished(found: QuizSet) -> Iterator[tuple[Slot, Marked]]:
    for attempt, places in found.sat:
        if attempt.finished:
            yield from zip(found.slots, places, strict=True)


def as_json(found: QuizSet) -> dict[str, Any]:
    """Everything, with the names of the columns of the set's own tables."""
    figures = reckoned(found)
    return {
        "results": [_result(*one) for one in found.sat],
        "qstats": [_item(key, one) for key, one in _in_order(figures.items)],
        "quiz": _quiz(figures.paper),
        "responsecounts": [
            {
                "slot": slot,
                "randq": question,
                "variant": variant,
                "subpart": part,
                "modelresponse": model,
                "actualresponse": actual,
                "totalcount": counts.total(),
                **{f"count{number}": counts[number] for number in range(1, _LAST_TRY + 1)},
            }
            for (slot, question, variant, part, model, actual), counts in answers(found).items()
        ],
        "responses": [row for one in found.sat for row in _steps(*one)],
    }


def _in_order(
    items: Mapping[Hashable, ItemFigures],
) -> list[tuple[_RandomSlot, ItemFigures]]:
    return sorted((key, one) for key, one in items.items() if isinstance(key, tuple))


def _result(attempt: Attempt, places: Sequence[Marked]) -> dict[str, Any]:
    marks = [one.mark for one in places]
    total = sum((mark for mark in marks if mark is not None), Decimal(0))
    return {
        "quizattempt": attempt.name,
        "finished": attempt.finished,
        "marks": [None if mark is None else float(mark) for mark in marks],
        "summarks": float(total) if attempt.finished else None,
    }


def _item(key: _RandomSlot, one: ItemFigures) -> dict[str, Any]:
    slot, question, variant = key
    return {
        "slot": slot,
        "subqname": question,
        "variant": variant or None,
        "s": one.sittings,
        "facility": one.facility,
        "sd": one.deviation,
        "effectiveweight": _percent(one.effective_weight),
        "covariance": one.covariance,
        "markvariance": one.mark_variance,
        "othermarkvariance": one.other_variance,
        "discriminationindex": _percent(one.discrimination),
        "covariancemax": one.covariance_most,
        "discriminativeefficiency": _percent(one.efficiency),
        "upperlower": _percent(one.upper_lower),
        "maxmark": one.most,
    }


def _quiz(paper: PaperFigures) -> dict[str, Any]:
    return {
        "s": paper.sittings,
        "mean": paper.mean,
        "median": paper.median,
        "standarddeviation": paper.deviation,
        "skewness": paper.skewness,
        "kurtosis": paper.kurtosis,
        "cic": _percent(paper.alpha),
        "kr20": paper.kr20,
        "errorratio": _percent(paper.error_ratio),
        "standarderror": paper.standard_error,
    }


def _percent(value: float | None) -> float | None:
    return None if value is None else 100 * value


def _steps(attempt: Attempt, places: Sequence[Marked]) -> Iterator[dict[str, Any]]:
    """The submitted answers of an attempt: only the last of each place is graded."""
    for number in range(max((len(one.said) for one in places), default=0)):
        yield {
            "quizattempt": attempt.name,
            "submittedstepno": number + 1,
            "slots": [_told(one, number) if number < len(one.said) else None for one in places],
        }


def _told(one: Marked, number: int) -> dict[str, Any]:
    is_last = number == len(one.said) - 1 and one.fraction is not None
    return {
        "responsesummary": one.said[number],
        "state": one.state if is_last else "todo",
        "fraction": float(one.fraction) if is_last and one.fraction is not None else None,
    }
