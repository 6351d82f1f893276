"""Handed-in sheets of one paper of a round as counted answers, one sitting after the other."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from typing import Any, Final

import msgspec

from hoithi.core.marking import AnswerKey, EssayKey, OptionsKey, mark, mark_answer
from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import MultiplePolicy, PaperPart
from hoithi.core.statistics.papers import statistics
from hoithi.core.statistics.records import Statistics
from hoithi.core.statistics.tally import Tally

SCALE: Final = 10_000
"""Marks are rounded to four places: so many units make a point."""
_MOST_OPTIONS = 8
_MOST_TEXTS = 1_000
_MOST_REMEMBERED = 20_000
OTHER: Final = "…"
"""Stands for further answers where very many different ones were written."""


@dataclass(frozen=True, order=True)
class Place:
    """A place of the paper: the nth question that a row of the blueprint drew, by its number.

    Where all have the same questions a place is a question, in whatever order it was shown.
    """

    row: int
    number: int


_Counted = tuple[int, tuple[int, ...]]
"""What an answer adds to the total, in units, and the numbers it is counted under."""


@dataclass(frozen=True)
class _Line:
    line: PaperLine
    key: AnswerKey
    place: Place
    known: dict[object, _Counted]
    """By answer as the page sent it."""


_Shown = tuple[str, _Line, dict[object, _Counted]]
"""The number a question has in a paper, as the page says it; its line with what is known of it."""


class SheetTally:
    """Counts the sheets of one paper; withdrawn questions and essays are left out.

    The answer to a question is known by what the page sent and by the order of its options, so
    that marking is asked once for each, and not for each person.
    """

    def __init__(self, part: PaperPart, keys: Mapping[int, AnswerKey]) -> None:
        self._part = part
        self._keys = keys
        self._tally = Tally(SCALE)
        self._papers: dict[Hashable, list[_Shown]] = {}
        self._lines: dict[tuple[PaperLine, Place], _Line] = {}
        self._shown: dict[int, set[Place]] = {}
        self._texts: dict[int, set[Hashable]] = {}

    def add(self, paper: Hashable, lines: Sequence[PaperLine], answers: object) -> None:
        """Counts a sheet: its paper by its number and lines, its answers as the page sent them."""
        prepared = self._papers.get(paper)
        if prepared is None:
            prepared = self._papers[paper] = self._prepared(lines)
        given: Mapping[str, Any] = answers if isinstance(answers, dict) else {}
        total = 0
        numbers: list[int] = []
        # Twenty million answers of a round pass here: each is looked up with as little as possible.
        for shown_at, line, known in prepared:
            sent = given.get(shown_at)
            if sent.__class__ is list and len(sent) == 1:
                sent = sent[0]
            if sent.__class__ not in _PLAIN:
                sent = msgspec.json.encode(sent)
            try:
                units, counted = known[sent]
            except KeyError:
                units, counted = self._counted(line, sent, given.get(shown_at))
            total += units
            numbers += counted
        self._tally.add(total, numbers)

    def _prepared(self, lines: Sequence[PaperLine]) -> list[_Shown]:
        placed = _places(lines)
        found = []
        for shown_at, line in enumerate(lines, 1):
            key = self._keys.get(line.question)
            if key is None or key.withdrawn is not None or isinstance(key, EssayKey):
                continue
            place = placed[line.question]
            ours = self._lines.get((line, place))
            if ours is None:
                ours = self._lines[line, place] = _Line(line, key, place, {})
                self._shown.setdefault(line.question, set()).add(place)
            found.append((str(shown_at), ours, ours.known))
        return found

    def _counted(self, line: _Line, known: object, response: object) -> _Counted:
        asked, worth = mark_answer(line.line, line.key, response, self._part)
        units, most = int(worth.points * SCALE), int(worth.most * SCALE)
        question = line.line.question
        self._tally.most[question] = self._tally.most[line.place] = most
        told = self._told(question, asked if worth.answered else None)
        counted = (
            units,
            (
                self._tally.number(question, told, units),
                self._tally.number(line.place, None, units),
            ),
        )
        if len(line.known) < _MOST_REMEMBERED:
            line.known[known] = counted
        return counted

    def _told(self, question: int, response: object) -> Hashable:
        """The answer as the table of answers shows it."""
        if isinstance(response, list):
            return tuple(sorted(response)) if all(type(n) is int for n in response) else OTHER
        if not isinstance(response, str):
            return response if isinstance(response, int | float | None) else OTHER
        texts = self._texts.setdefault(question, set())
        text = " ".join(response.split())[:80]
        if text not in texts and len(texts) >= _MOST_TEXTS:
            return OTHER
        texts.add(text)
        return text

    def statistics(self) -> Statistics:
        """The figures; a question that all had has the weights of its place."""
        places = sorted({line.place for line in self._lines.values()})
        found = statistics(self._tally, places)
        items = dict(found.items)
        for question, shown in self._shown.items():
            if question not in items:
                continue
            place = items[next(iter(shown))]
            same = len(shown) == 1 and place.sittings == items[question].sittings
            items[question] = replace(
                items[question],
                effective_weight=place.effective_weight if same else None,
                intended_weight=place.intended_weight,
                guess=guess_share(self._keys[question], self._part.multiple),
            )
        return Statistics(found.paper, items)


_PLAIN = (int, str, type(None))
_ONE = Decimal(1)


def _places(lines: Sequence[PaperLine]) -> dict[int, Place]:
    drawn: dict[int, list[int]] = {}
    for line in lines:
        drawn.setdefault(line.row, []).append(line.question)
    return {
        question: Place(row, number)
        for row, questions in drawn.items()
        for number, question in enumerate(sorted(questions), 1)
    }


def guess_share(key: AnswerKey, policy: MultiplePolicy) -> float | None:
    """Share of the points to be expected by choosing blindly; none for what is written."""
    if not isinstance(key, OptionsKey) or not key.options or key.options > _MOST_OPTIONS:
        return None
    options = range(key.options)
    if key.kind is QuestionKind.MULTIPLE:
        sizes = range(1, key.options + 1)
        choices = [list(one) for size in sizes for one in combinations(options, size)]
    else:
        choices = [[one] for one in options]
    earned = sum(mark(key, one, policy, _ONE).points for one in choices)
    return float(earned) / len(choices)
