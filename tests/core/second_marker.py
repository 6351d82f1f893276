"""A second marker of sheets of options, written apart from `hoithi.core.marking` (R13).

It shares no code with it and works option by option in whole numbers; the tests and
`benchmarks/marking.py` compare the two.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from hoithi.core.marking import OptionsKey, Withdrawn
from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import MultiplePolicy, PaperPart


def second_marker(
    lines: Sequence[PaperLine],
    keys: Mapping[int, OptionsKey],
    answers: Mapping[str, Any],
    part: PaperPart,
) -> tuple[Decimal, Decimal, int, int]:
    """Points, the most there are, right answers and questions."""
    points, most, right, questions = Decimal(0), Decimal(0), 0, 0
    for number, line in enumerate(lines):
        key, worth = keys[line.question], part.blueprint[line.row].points or part.points
        ruled = key.withdrawn is Withdrawn.BY_RULES
        if key.withdrawn is Withdrawn.NOT_COUNTED or (ruled and part.withdrawn == "not_counted"):
            continue
        most, questions = most + worth, questions + 1
        if key.withdrawn is not None:
            points, right = points + worth, right + 1
            continue
        share = _second_share(key, line, answers.get(str(number + 1)), part.multiple)
        right += share == (1, 1)
        points += (worth * share[0] * 10000 * 2 // share[1] + 1) // 2 / Decimal(10000)
    return points, most, right, questions


def _second_share(
    key: OptionsKey, line: PaperLine, answer: Any, policy: MultiplePolicy
) -> tuple[int, int]:
    ticked = answer if type(answer) is list else [answer]
    options = [line.options[p - 1] for p in ticked if type(p) is int and 0 < p <= len(line.options)]
    multiple = key.kind is QuestionKind.MULTIPLE
    if len(set(options)) < len(ticked) or not options or (len(options) > 1 and not multiple):
        return 0, 1
    if not multiple:
        return int(options[0] in key.right), 1
    verdicts = [(option in key.right, option in options) for option in range(key.options)]
    if all(is_right == is_ticked for is_right, is_ticked in verdicts):
        return 1, 1
    if policy is MultiplePolicy.ALL_OR_NOTHING:
        return 0, 1
    rights, wrongs = len(key.right), key.options - len(key.right)
    hits, misses = verdicts.count((True, True)), verdicts.count((False, True))
    return max(0, hits * max(wrongs, 1) - misses * rights), rights * max(wrongs, 1)
