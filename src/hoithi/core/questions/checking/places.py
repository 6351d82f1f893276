"""What lets somebody guess: keys in one place, statements mostly true, the longest is right."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt

from hoithi.core.questions.checking.finding import Checked, Code, Fact, Finding, Findings, Grade
from hoithi.core.questions.records import QuestionKind
from hoithi.core.questions.rows import OPTION_LETTERS

_LIMITS = {1: 6.635, 2: 9.210, 3: 11.345, 4: 13.277, 5: 15.086, 6: 16.812, 7: 18.475}
"""Chi-square that chance passes once in a hundred, by degrees of freedom."""
_EXPECTED_AT_LEAST = 5
"""In each place; below it the chi-square test says nothing."""
_DEVIATIONS = 2.326
"""Standard deviations that chance passes on one side once in a hundred."""


def keys_in_one_place(bank: Sequence[Checked]) -> Findings:
    """Single choice questions whose keys favour a place more than chance would."""
    by_size: dict[int, Counter[int]] = defaultdict(Counter)
    for one in bank:
        if one.text.kind is QuestionKind.SINGLE and len(one.answer.places) == 1:
            by_size[len(one.text.options)][min(one.answer.places)] += 1
    for size, places in sorted(by_size.items()):
        if size < 2 or places.total() < _EXPECTED_AT_LEAST * size:
            continue
        expected = places.total() / size
        chi_square = sum((places[at] - expected) ** 2 / expected for at in range(size))
        if chi_square > _LIMITS[size - 1]:
            place, most = places.most_common(1)[0]
            facts: dict[str, Fact] = {
                "options": size,
                "questions": places.total(),
                "letter": OPTION_LETTERS[place],
                "most": most,
                "expected": round(expected),
                "places": ", ".join(f"{OPTION_LETTERS[at]} {places[at]}" for at in range(size)),
                "chi_square": f"{chi_square:.1f}".replace(".", ","),
            }
            yield Finding(Code.KEYS_IN_ONE_PLACE, Grade.SHOULD, (), facts)


def truths_one_sided(bank: Sequence[Checked]) -> Findings:
    """Statements of which many more are true than false, or the other way round."""
    truths = [
        one.answer.is_true
        for one in bank
        if one.text.kind is QuestionKind.TRUE_FALSE and one.answer.is_true is not None
    ]
    total, true = len(truths), sum(truths)
    if total < 2 * _EXPECTED_AT_LEAST:
        return
    if (2 * true - total) ** 2 / total > _LIMITS[1]:
        facts = {"questions": total, "true": true, "false": total - true}
        yield Finding(Code.TRUTHS_ONE_SIDED, Grade.SHOULD, (), facts)


def longest_is_right(bank: Sequence[Checked]) -> Findings:
    """Single choice questions whose longest option is right more often than by chance.

    Only questions with one longest option count; the wording of the others gives nothing away.
    """
    counted, hits, expected, variance = 0, 0, 0.0, 0.0
    found: list[str] = []
    for one in bank:
        longest = _longest(one)
        if longest is None:
            continue
        chance = 1 / len(one.text.options)
        counted, expected = counted + 1, expected + chance
        variance += chance * (1 - chance)
        if longest in one.answer.places:
            hits += 1
            found.append(one.code)
    if counted < 4 * _EXPECTED_AT_LEAST or hits <= expected + _DEVIATIONS * sqrt(variance):
        return
    facts = {
        "questions": counted,
        "hits": hits,
        "share": round(100 * hits / counted),
        "chance": round(100 * expected / counted),
    }
    yield Finding(Code.LONGEST_IS_RIGHT, Grade.SHOULD, tuple(found), facts)


def _longest(one: Checked) -> int | None:
    if one.text.kind is not QuestionKind.SINGLE or len(one.text.options) < 2:
        return None
    lengths = [len(option) for option in one.text.options]
    longest = max(lengths)
    return lengths.index(longest) if lengths.count(longest) == 1 else None
