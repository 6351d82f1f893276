"""The lines of a document, each with what was understood from it and what was found in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

from hoithi.core.plans.checking import Finding
from hoithi.core.plans.records import Facts, Place, Reading


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact by its field and its place among those of the field, counted from 0."""

    field: str
    index: int
    value: Any
    """The record of the fact: `Found`, `Period`, `Prize`, …"""
    place: Place

    @property
    def key(self) -> str:
        """The name by which a page links a fact and its words: "prizes-3"."""
        return f"{self.field}-{self.index}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of a line that the same facts and findings were read from."""

    text: str
    facts: tuple[ReadFact, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as it stands in the text, counted from 1; its pieces together are the line."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def facts(self) -> tuple[ReadFact, ...]:
        """Each fact of the line once."""
        return tuple({one.key: one for piece in self.pieces for one in piece.facts}.values())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Each finding of the line once."""
        return tuple({id(one): one for piece in self.pieces for one in piece.findings}.values())


def read_facts(facts: Facts) -> tuple[ReadFact, ...]:
    """All facts in the order of the fields, those of one field in the order of the text."""
    return tuple(_each(facts))


def _each(facts: Facts) -> Iterator[ReadFact]:
    for one in fields(facts):
        stated = getattr(facts, one.name)
        if isinstance(stated, dict):
            for name, counted in stated.items():
                yield ReadFact(f"{one.name}-{name}", 0, counted, counted.place)
        elif isinstance(stated, tuple):
            for index, value in enumerate(stated):
                yield ReadFact(one.name, index, value, value.place)
        elif stated is not None:
            yield ReadFact(one.name, 0, stated, stated.place)


def paired(text: str, reading: Reading, findings: Sequence[Finding]) -> tuple[ReadLine, ...]:
    """Every line of a text with its facts and findings; `reading` may have been corrected.

    A place over several lines belongs to each of them. A finding that tells what is missing stands
    at the opening of the document.
    """
    lines = text.splitlines()
    told: dict[int, list[ReadFact]] = {}
    wrong: dict[int, list[tuple[Finding, Place]]] = {}
    for fact in read_facts(reading.facts):
        for number in _numbers(fact.place, lines):
            told.setdefault(number, []).append(fact)
    for finding in findings:
        for place in finding.places:
            for number in _numbers(place, lines):
                wrong.setdefault(number, []).append((finding, place))
    return tuple(
        ReadLine(number, tuple(_pieces(number, line, told.get(number, ()), wrong.get(number, ()))))
        for number, line in enumerate(lines, 1)
    )


def _numbers(place: Place, lines: Sequence[str]) -> range:
    return range(max(place.line, 1), min(place.last_line, len(lines)) + 1)


def _pieces(
    number: int,
    line: str,
    facts: Iterable[ReadFact],
    findings: Iterable[tuple[Finding, Place]],
) -> Iterator[Piece]:
    """The line cut wherever a fact or a finding begins or ends."""
    spans = [(_span(number, line, fact.place), fact) for fact in facts]
    marks = [(_span(number, line, place), finding) for finding, place in findings]
    cuts = {0, len(line)}
    cuts |= {at for span, _ in spans for at in span} | {at for span, _ in marks for at in span}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        inside = tuple(fact for span, fact in spans if span[0] <= start and end <= span[1])
        found = {id(one): one for span, one in marks if span[0] <= start and end <= span[1]}
        yield Piece(line[start:end], inside, tuple(found.values()))


def _span(number: int, line: str, place: Place) -> tuple[int, int]:
    """The characters of one line that belong to a place."""
    start = place.start if number == place.line else 0
    end = place.end if number == place.last_line else len(line)
    start = min(max(start, 0), len(line))
    return start, min(max(end, start), len(line))
