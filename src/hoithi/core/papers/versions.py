"""Papers printed for a hall: several codes (mã đề) out of one set of questions, or each its own."""

from collections.abc import Iterator, Mapping, Sequence

from hoithi.core.papers.draw import draw, options_drawn
from hoithi.core.papers.pool import pool
from hoithi.core.papers.records import BankQuestion, Blueprint, Paper, PaperLine
from hoithi.core.papers.stream import Stream
from hoithi.kit.refusals import Refusal

MOST_CODES = 48
_SHORTEST, _LONGEST = 2, 4
_TRIALS = 20


class CodesUnfit(Refusal):
    """A first code of 2 to 4 digits, and as many codes as fit behind it, were asked for."""


def codes_from(first: str, count: int) -> tuple[str, ...]:
    """The codes on the papers: 101, 102 …; or 001, 002 …, with as many digits as the first."""
    length = len(first)
    digits = first.isascii() and first.isdecimal() and _SHORTEST <= length <= _LONGEST
    if not digits or not 1 <= count <= MOST_CODES or int(first) + count > 10**length:
        raise CodesUnfit(first=first, count=count)
    return tuple(str(int(first) + number).zfill(length) for number in range(count))


def shuffled_versions(
    questions: Sequence[BankQuestion],
    blueprint: Blueprint,
    seed: str,
    count: int,
    sections: Mapping[int, int] | None = None,
) -> Iterator[Paper]:
    """So many papers of one and the same set of questions, in another order each.

    `sections` says for a version in which part of the paper it stands, so that one answer sheet
    serves all codes. No two papers are alike while another order can be found. Where the
    blueprint shuffles nothing, all codes are alike. Refuses where the bank has too few questions.
    """
    known = {question.version_id: question for question in questions}
    base = draw(questions, blueprint, seed)
    given: set[tuple[PaperLine, ...]] = set()
    for number in range(count):
        for trial in range(_TRIALS):
            own = f"{seed}/{number}#{trial}" if trial else f"{seed}/{number}"
            lines = in_sections(_shuffled(base, blueprint, known, own), sections)
            if lines not in given:
                break
        given.add(lines)
        yield Paper(lines, own, 1)


def drawn_versions(
    questions: Sequence[BankQuestion],
    blueprint: Blueprint,
    seed: str,
    count: int,
    sections: Mapping[int, int] | None = None,
) -> Iterator[Paper]:
    """So many papers that each draw their own questions, as evenly as a pool does."""
    for paper in pool(questions, blueprint, seed, count):
        yield Paper(in_sections(paper.lines, sections), paper.seed, paper.version)


def in_sections(
    lines: Sequence[PaperLine], sections: Mapping[int, int] | None
) -> tuple[PaperLine, ...]:
    """The lines with those of an earlier section first; inside a section the order stays."""
    places = sections or {}
    return tuple(sorted(lines, key=lambda line: places.get(line.question, 0)))


def _shuffled(
    base: Paper, blueprint: Blueprint, known: Mapping[int, BankQuestion], seed: str
) -> list[PaperLine]:
    stream = Stream("hoithi/versions/1", seed)
    lines = stream.shuffled(base.lines) if blueprint.shuffle_questions else list(base.lines)
    if not blueprint.shuffle_options:
        return lines
    return [
        PaperLine(line.question, options_drawn(known[line.question], stream), line.row)
        for line in lines
    ]
