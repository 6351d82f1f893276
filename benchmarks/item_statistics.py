"""Statistics of a million sittings of twenty questions, as a share of what they may take.

    python -m benchmarks.item_statistics [SITTINGS]

Each sitting is a sheet as a page sends it, of one of 5,000 papers drawn from 200 questions; the
time is that of reading the sheets' JSON, counting them and computing all figures.
"""

import resource
import sys
import time
from collections.abc import Iterator

import msgspec

from hoithi.core.marking import OptionsKey
from hoithi.core.papers.records import PaperLine
from hoithi.core.papers.stream import Stream
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import Draw, PaperPart
from hoithi.core.statistics.sheets import SheetTally

QUESTIONS, PAPERS, BANK, OPTIONS = 20, 5_000, 200, 4
SECONDS, BYTES = 60.0, 2 * 1024**3
PART = PaperPart(
    key="paper",
    title="Bài thi",
    minutes=20,
    blueprint=(Draw(field="a", count=15), Draw(field="b", count=5)),
)
KEYS = {
    question: OptionsKey(
        kind=QuestionKind.SINGLE, options=OPTIONS, right=frozenset({question % OPTIONS})
    )
    for question in range(BANK)
}


def papers(stream: Stream) -> list[list[PaperLine]]:
    """Papers of different questions with their options in different orders."""
    return [
        [
            PaperLine(question, tuple(stream.shuffled(range(OPTIONS))), place // 15)
            for place, question in enumerate(stream.shuffled(range(BANK))[:QUESTIONS])
        ]
        for _ in range(PAPERS)
    ]


def sheets(stream: Stream, lines: list[PaperLine]) -> Iterator[bytes]:
    """Answers to one paper by people of all abilities, as bytes; without end."""
    while True:
        ability = stream.below(10)
        answers = {}
        for place, line in enumerate(lines, 1):
            knows = stream.below(10) < ability
            right = line.options.index(line.question % OPTIONS) + 1
            answers[str(place)] = [right if knows else 1 + stream.below(OPTIONS)]
        yield msgspec.json.encode(answers)


def main(sittings: int = 1_000_000) -> None:
    """Prints time and memory, each also as a share of its limit; ends with an error above one."""
    stream = Stream("hoithi/benchmark/statistics", "1")
    drawn = papers(stream)
    kept = []
    for number, lines in enumerate(drawn):
        given = sheets(stream, lines)
        kept += [(number, next(given)) for _ in range(20)]
    begun = time.perf_counter()
    tally = SheetTally(PART, KEYS)
    for number in range(sittings):
        paper, content = kept[number * 7 % len(kept)]
        tally.add(paper, drawn[paper], msgspec.json.decode(content))
    found = tally.statistics()
    spent = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    assert found.paper.sittings == sittings
    print(
        f"{sittings:,} sittings of {QUESTIONS} questions: {spent:.1f} s "
        f"({spent / SECONDS:.2f} of the limit), {memory / 1024**2:,.0f} MiB "
        f"({memory / BYTES:.2f} of the limit); reliability {found.paper.alpha:.3f}"
    )
    if spent > SECONDS or memory > BYTES:
        raise SystemExit("over the limit")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
