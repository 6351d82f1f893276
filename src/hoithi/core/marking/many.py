"""Marking many sheets under the same keys: each answer to each line of a paper is marked once."""

from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

import msgspec

from hoithi.core.marking.keys import AnswerKey
from hoithi.core.marking.shares import of_bank
from hoithi.core.marking.sheets import (
    Mark,
    SheetMark,
    key_on_sheet,
    mark,
    question_points,
    sheet_mark,
)
from hoithi.core.papers.records import PaperLine
from hoithi.core.rulebook.parts import PaperPart

_PLAIN: Final = (int, str, type(None))
_MOST_REMEMBERED: Final = 1_000
"""Different answers to one line: what is written may be different on every sheet."""


class _Line(NamedTuple):
    shown_at: str
    line: PaperLine
    key: AnswerKey
    points: Decimal
    known: dict[object, Mark]
    """By answer as the page sent it."""


class Marker:
    """Marks the sheets of one paper of a round and group; the same marks as `mark_sheet` gives."""

    def __init__(self, keys: Mapping[int, AnswerKey], part: PaperPart) -> None:
        self._keys = keys
        self._part = part
        self._papers: dict[Hashable, list[_Line]] = {}
        self._known: dict[PaperLine, dict[object, Mark]] = {}

    def mark(
        self,
        paper: Hashable,
        lines: Sequence[PaperLine],
        answers: object,
        prediction: int | None = None,
    ) -> SheetMark:
        """What a sheet earns: its paper by its number and lines. Refuses a question without key."""
        prepared = self._papers.get(paper)
        if prepared is None:
            prepared = self._papers[paper] = self._prepared(lines)
        given: Mapping[Any, object] = answers if isinstance(answers, Mapping) else {}
        marks = [self._marked(shown, given.get(shown.shown_at)) for shown in prepared]
        worth = [shown.points for shown in prepared]
        return sheet_mark(marks, worth, self._part, prediction)

    def _prepared(self, lines: Sequence[PaperLine]) -> list[_Line]:
        return [
            _Line(
                str(place),
                line,
                key_on_sheet(line, self._keys, self._part),
                question_points(line, self._part),
                self._known.setdefault(line, {}),
            )
            for place, line in enumerate(lines, 1)
        ]

    def _marked(self, shown: _Line, response: Any) -> Mark:
        sent = response
        if sent.__class__ is list and len(sent) == 1 and sent[0].__class__ is int:
            sent = (sent[0],)
        elif sent.__class__ not in _PLAIN:
            sent = msgspec.json.encode(sent)
        found = shown.known.get(sent)
        if found is None:
            asked = of_bank(shown.key, shown.line, response)
            found = mark(shown.key, asked, self._part.multiple, shown.points)
            if len(shown.known) < _MOST_REMEMBERED:
                shown.known[sent] = found
        return found
