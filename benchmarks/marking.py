"""Marks a million sheets with the marking core and with the second marker, and compares them.

    python -m benchmarks.marking [SHEETS]

Ends with an error at the first difference (R13).
"""

import sys
import time
from decimal import Decimal

import msgspec

from hoithi.core.marking import OptionsKey, Withdrawn, mark_sheet
from hoithi.core.papers.records import PaperLine
from hoithi.core.papers.stream import Stream
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import Draw, MultiplePolicy, PaperPart
from tests.core.second_marker import second_marker

QUESTIONS = 10
PART = PaperPart(
    key="paper",
    title="Bài thi",
    minutes=15,
    blueprint=(Draw(field="a", count=5), Draw(field="b", count=5, points=Decimal("2.5"))),
)
PARTS = tuple(msgspec.structs.replace(PART, multiple=policy) for policy in MultiplePolicy)
KINDS = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


def key(stream: Stream) -> OptionsKey:
    """Any key of two to five options, one in sixteen of them withdrawn."""
    options = 2 + stream.below(4)
    kind = KINDS[stream.below(2)]
    right = 1 if kind is QuestionKind.SINGLE else 1 + stream.below(options)
    withdrawn = [*Withdrawn, *[None] * 30][stream.below(32)]
    chosen = frozenset(stream.shuffled(range(options))[:right])
    return OptionsKey(kind=kind, options=options, right=chosen, withdrawn=withdrawn)


def response(stream: Stream, options: int) -> object:
    """An answer as a page sends it: an option, several, one that is not there, or nothing."""
    form = stream.below(10)
    if form == 0:
        return None
    if form < 5:
        return 1 + stream.below(options + 1)
    return [1 + stream.below(options) for _ in range(1 + stream.below(3))]


def main(sheets: int = 1_000_000) -> None:
    """Prints how many sheets were compared and how long the marking core took for them."""
    stream = Stream("hoithi/benchmark/marking", "1")
    spent = 0.0
    for number in range(sheets):
        if number % 100 == 0:
            keys = {question: key(stream) for question in range(QUESTIONS)}
        lines = [
            PaperLine(question, tuple(stream.shuffled(range(keys[question].options))), question % 2)
            for question in stream.shuffled(range(QUESTIONS))
        ]
        answers = {
            str(place): response(stream, len(line.options)) for place, line in enumerate(lines, 1)
        }
        part = PARTS[number % len(PARTS)]
        begun = time.perf_counter()
        found = mark_sheet(lines, keys, answers, part)
        spent += time.perf_counter() - begun
        figures = found.points, found.most, found.right, found.questions
        assert figures == second_marker(lines, keys, answers, part), (lines, keys, answers)
    print(f"{sheets:,} sheets of {QUESTIONS} questions: no difference, {spent:.1f} s marking")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
