"""A drafted report in the words that somebody chose; what nobody touched follows the figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hoithi.core.reporting.upward import BLANK, Part, Sentence


@dataclass(frozen=True)
class Written:
    """A sentence as it stands in the report, beside what the figures say of it now."""

    sentence: Sentence
    text: str
    """Empty where it was left out."""

    @property
    def is_own(self) -> bool:
        """Whether somebody put it in other words, or left it out."""
        return self.text != self.sentence.text


@dataclass(frozen=True)
class WrittenPart:
    """A part with its sentences and what was added by hand."""

    part: Part
    sentences: tuple[Written, ...]
    added: str = ""
    key: str = ""
    """Of what was added."""


def written(parts: Iterable[Part], words: Mapping[str, str]) -> tuple[WrittenPart, ...]:
    """The parts in the words that somebody chose; what nobody touched follows the figures."""
    return tuple(
        WrittenPart(
            part,
            tuple(Written(one, words.get(one.key, one.text)) for one in part.sentences),
            words.get(added_key(part), ""),
            added_key(part),
        )
        for part in parts
    )


def blanks(parts: Iterable[WrittenPart]) -> int:
    """How many sentences still have a place to be filled in."""
    return sum(BLANK in one.text for part in parts for one in part.sentences)


def blanks_by_part(parts: Iterable[Part]) -> dict[str, int]:
    """How many sentences still have a place to be filled in, by the heading of their part."""
    found = {part.heading: sum(BLANK in one.text for one in part.sentences) for part in parts}
    return {heading: number for heading, number in found.items() if number}


def added_key(part: Part) -> str:
    """The key of what is added to a part by hand."""
    return f"them-{part.key}"


def settled(parts: Iterable[WrittenPart]) -> tuple[Part, ...]:
    """The parts as they are sent: what was left out is gone, what was added stands at the end."""
    return tuple(_settled(one) for one in parts)


def _settled(one: WrittenPart) -> Part:
    kept = [Sentence(w.sentence.key, w.text, w.sentence.source) for w in one.sentences if w.text]
    lines = [line.strip() for line in one.added.splitlines() if line.strip()]
    kept += [Sentence(f"{one.key}-{n}", line) for n, line in enumerate(lines, start=1)]
    return Part(one.part.key, one.part.heading, tuple(kept), one.part.sheet)
