"""Papers in memory: what is shown, encoded once, and what may be answered."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

import msgspec

from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.marked import pieces
from hoithi.live.checking import Slot, slots_of
from hoithi.live.wire import encode
from hoithi.questions.models import QuestionKind, QuestionVersion
from hoithi.sittings.facts.banks import TRUE_OR_FALSE
from hoithi.sittings.queries import papers as stored
from hoithi.sittings.queries.papers import Shown

_PAPERS = 20_000
"""Papers kept in memory: numbers only, a few kilobytes each."""

_OF_MEDIA = ("digest", "kind", "description")
"""What a page learns of a file: never its name, which may tell more than its writer meant."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class Fragments(NamedTuple):
    """A question as JSON: all before what is shuffled, what is shuffled, and all behind it."""

    kind: str
    head: bytes
    moving: tuple[bytes, ...]
    """Options, or the targets of a matching question."""
    tail: bytes
    rows: int
    """Of a matching question the number of its options, which keep their order."""


class KnownPaper(NamedTuple):
    """A paper as the room needs it."""

    id: int
    lines: tuple[PaperLine, ...]
    slots: dict[str, Slot]


class Papers:
    """Reads each paper and each question once; called from threads that may ask the database."""

    def __init__(self) -> None:
        self._papers: OrderedDict[int, KnownPaper] = OrderedDict()
        self._ids: OrderedDict[tuple[int, int], int] = OrderedDict()
        self._questions: dict[int, Fragments] = {}

    def known(self, paper_id: int) -> KnownPaper | None:
        """The paper if it is in memory; asks nothing."""
        return self._papers.get(paper_id)

    def load(self, paper_id: int) -> KnownPaper:
        """The paper, read if it is not in memory. Raises DoesNotExist."""
        return self.known(paper_id) or self._learn(paper_id, stored.paper_lines(paper_id))

    def known_at(self, pool_id: int, ordinal: int) -> KnownPaper | None:
        """The paper of this number in a pool if it is in memory; asks nothing."""
        paper_id = self._ids.get((pool_id, ordinal))
        return None if paper_id is None else self._papers.get(paper_id)

    def at(self, pool_id: int, ordinal: int) -> KnownPaper:
        """The paper of this number in a pool. Raises DoesNotExist."""
        paper_id = self._ids.get((pool_id, ordinal))
        if paper_id is not None:
            return self.load(paper_id)
        paper_id, lines = stored.paper_at(pool_id, ordinal)
        _remember(self._ids, (pool_id, ordinal), paper_id)
        return self._learn(paper_id, lines)

    def questions(self, paper: KnownPaper, points: tuple[str, ...]) -> list[msgspec.Raw]:
        """The questions as shown, by place; `points` of each row of the blueprint."""
        return [
            msgspec.Raw(_question(place, self._questions[line.question], line, points))
            for place, line in enumerate(paper.lines, 1)
        ]

    def _learn(self, paper_id: int, lines: tuple[PaperLine, ...]) -> KnownPaper:
        missing = {line.question for line in lines} - self._questions.keys()
        if missing:
            for version, shown in stored.shown(missing).items():
                self._questions[version] = _fragments(shown)
        known = [(self._questions[line.question], len(line.options)) for line in lines]
        slots = slots_of((one.kind, options, one.rows) for one, options in known)
        paper = KnownPaper(paper_id, lines, slots)
        _remember(self._papers, paper_id, paper)
        return paper


def _remember(kept: OrderedDict[Key, Value], key: Key, value: Value) -> None:
    kept[key] = value
    while len(kept) > _PAPERS:
        kept.popitem(last=False)


def _fragments(shown: Shown) -> Fragments:
    head = b'"kind":' + encode(shown.kind) + b',"stem":' + _text(shown.stem)
    if shown.media:
        head += b',"media":' + encode(
            [{name: one[name] for name in _OF_MEDIA} for one in shown.media]
        )
    if shown.kind == QuestionKind.MATCHING:
        head += b',"options":[' + b",".join(_each(shown.options)) + b'],"targets":['
        return Fragments(shown.kind, head, _each(shown.targets), b"]", len(shown.options))
    options = TRUE_OR_FALSE if shown.kind == QuestionKind.TRUE_FALSE else shown.options
    tail = b"]"
    if shown.kind == QuestionKind.ESSAY:
        tail += b',"longest":%d' % shown.longest
    return Fragments(shown.kind, head + b',"options":[', _each(options), tail, 0)


def _each(texts: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(map(_text, texts))


def _text(text: str) -> bytes:
    """A text without marks as it is; with bold or italic words as its pieces."""
    found = pieces(text)
    if not any(piece.bold or piece.italic for piece in found):
        return encode(text)
    faces = [(one.text, "b" * one.bold + "i" * one.italic) for one in found]
    return encode(faces)


def _question(place: int, question: Fragments, line: PaperLine, points: tuple[str, ...]) -> bytes:
    moving = b",".join(question.moving[place] for place in line.options)
    worth = b',"points":"' + points[line.row].encode() + b'"' if points else b""
    return b'{"place":%d,%s%s%s%s}' % (place, question.head, moving, question.tail, worth)


def alone(version: QuestionVersion) -> dict[str, Any]:
    """One question as the room shows it, without points; what is ordered or matched is turned."""
    shown = stored.shown([version.pk])[version.pk]
    question = _fragments(shown)
    places = tuple(range(len(question.moving)))
    if shown.kind in {QuestionKind.ORDERING, QuestionKind.MATCHING}:
        places = (*places[1:], *places[:1])
    found: dict[str, Any] = msgspec.json.decode(
        _question(1, question, PaperLine(version.pk, places), ())
    )
    return found
