"""Handed-in sheets of one paper of a round as counted answers, one sitting after the other."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from typing import Any, Final

import msgspec

from hoithi.core.marking import (
    AnswerKey,
    EssayKey,
    OptionsKey,
    Withdrawn,
    key_on_sheet,
    mark,
    mark_answer,
)
from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import MultiplePolicy, PaperPart
from hoithi.core.statistics.papers import statistics
from hoithi.core.statistics.records import PaperFigures, Statistics
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


_Shape = frozenset[Place]
"""The places of a paper that count: papers that lost a question have other ones."""


@dataclass(frozen=True)
class _Line:
    line: PaperLine
    key: AnswerKey
    place: Place
    tally: Tally
    """Of the papers of its shape."""
    known: dict[object, _Counted]
    """By answer as the page sent it."""


_Shown = tuple[str, _Line, dict[object, _Counted]]
"""The number a question has in a paper, as the page says it; its line with what is known of it."""


class SheetTally:
    """Counts the sheets of one paper by what counts now; essays are left out.

    A withdrawn question has no figures. Where the rules give it to all it stays a place of the
    paper; else the paper is shorter by it. The answer to a question is known by what the page sent
    and by the order of its options, so that marking is asked once for each, not for each person.
    """

    def __init__(self, part: PaperPart, keys: Mapping[int, AnswerKey]) -> None:
        self._part = part
        self._keys = keys
        self._tallies: dict[_Shape, Tally] = {}
        self._papers: dict[Hashable, tuple[Tally, list[_Shown]]] = {}
        self._lines: dict[tuple[PaperLine, Place, _Shape], _Line] = {}
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
        tally, shown = prepared
        for shown_at, line, known in shown:
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
        tally.add(total, numbers)

    def _prepared(self, lines: Sequence[PaperLine]) -> tuple[Tally, list[_Shown]]:
        keys = {line.question: self._key(line) for line in lines}
        counting = [line for line in lines if keys[line.question] is not None]
        placed = _places(counting)
        shape = frozenset(placed.values())
        tally = self._tallies.setdefault(shape, Tally(SCALE))
        found = []
        for shown_at, line in enumerate(lines, 1):
            key = keys[line.question]
            if key is None:
                continue
            place = placed[line.question]
            ours = self._lines.get((line, place, shape))
            if ours is None:
                ours = _Line(line, key, place, tally, {})
                self._lines[line, place, shape] = ours
                if key.withdrawn is None:
                    self._shown.setdefault(line.question, set()).add(place)
            found.append((str(shown_at), ours, ours.known))
        return tally, found

    def _key(self, line: PaperLine) -> AnswerKey | None:
        """Of a question that counts; None for others."""
        if isinstance(self._keys.get(line.question), EssayKey | None):
            return None
        key = key_on_sheet(line, self._keys, self._part)
        return None if key.withdrawn is Withdrawn.NOT_COUNTED else key

    def _counted(self, line: _Line, known: object, response: object) -> _Counted:
        asked, worth = mark_answer(line.line, line.key, response, self._part)
        units, most = int(worth.points * SCALE), int(worth.most * SCALE)
        question, tally = line.line.question, line.tally
        tally.most[line.place] = most
        numbers = [tally.number(line.place, None, units)]
        if line.key.withdrawn is None:
            tally.most[question] = most
            told = self._told(question, asked if worth.answered else None)
            numbers.append(tally.number(question, told, units))
        counted = units, tuple(numbers)
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
        found = statistics(Tally.joined(SCALE, self._tallies.values()), places)
        paper = found.paper if len(self._tallies) < 2 else self._uneven(found.paper)
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
        return Statistics(paper, items)

    def _uneven(self, paper: PaperFigures) -> PaperFigures:
        """Of papers of which some lost a question: the most is the mean of what could be reached,
        and reliability, which needs places that all had, is that of the usual shape."""
        sat = {shape: tally.totals.total() for shape, tally in self._tallies.items()}
        usual = max(sat, key=lambda shape: (sat[shape], len(shape)))
        of_usual = statistics(self._tallies[usual], sorted(usual)).paper
        reached = sum(
            tally.most.get(place, 0) * sat[shape]
            for shape, tally in self._tallies.items()
            for place in shape
        )
        return replace(
            of_usual,
            sittings=paper.sittings,
            most=reached / SCALE / paper.sittings,
            mean=paper.mean,
            median=paper.median,
            deviation=paper.deviation,
            skewness=paper.skewness,
            kurtosis=paper.kurtosis,
            uneven=True,
        )


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
