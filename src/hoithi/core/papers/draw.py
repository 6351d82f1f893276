"""The draw of a paper: by blueprint, even over difficulties, reproducible from its seed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hoithi.core.papers.records import BankQuestion, Blueprint, Paper, PaperLine, candidates
from hoithi.core.papers.stream import Stream
from hoithi.core.rulebook.parts import Difficulty
from hoithi.kit.refusals import Refusal

_TRIALS = 100


class TooFewQuestions(Refusal):
    """A row of the blueprint asks for more questions than the bank has for it."""


class PaperCannotBeDrawn(Refusal):
    """Questions that exclude one another, or rows that share questions, leave no paper."""


class TooManyReleased(Refusal):
    """The rows must take more questions from the study set than the blueprint allows."""


class UnknownDraw(Refusal):
    """The version of the draw is not known to this program."""


@dataclass(frozen=True)
class Stratum:
    """What one row may draw, by difficulty."""

    row: int
    count: int
    cells: tuple[tuple[BankQuestion, ...], ...]
    size: int
    released: int = 0
    """How many it must take from the study set, because there are no others."""

    def shares(self, turn: int) -> list[int]:
        """How many questions come from each cell.

        Systematic sampling: of the questions in a row every (size ÷ count)-th is taken, from a
        start that `turn` (0 to size - 1) moves. Every cell gets its share to the whole number
        below or above, and over all turns every question comes equally often.
        """
        ends, end = [], 0
        for cell in self.cells:
            end += len(cell)
            ends.append(((end - 1) * self.count + turn) // self.size)
        before = (turn - self.count) // self.size
        return [now - last for last, now in pairwise([before, *ends])]


@dataclass(frozen=True)
class Strata:
    """The bank as a blueprint sees it, made ready once for many papers."""

    blueprint: Blueprint
    rows: tuple[Stratum, ...]
    """Rows that are choosier draw first, so that they do not find their questions taken."""


@dataclass
class Memory:
    """What a pool remembers from paper to paper; a single paper has none of it."""

    exposure: Mapping[int, int] = field(default_factory=dict)
    """How often each question has been drawn."""
    turns: Mapping[int, int] = field(default_factory=dict)
    """The turn of each row; a row without one draws its own."""


_SINGLE = Memory()


def strata(questions: Sequence[BankQuestion], blueprint: Blueprint) -> Strata:
    """The bank made ready for drawing. Refuses a row for which the bank has too few questions."""
    rows = []
    for number, row in enumerate(blueprint.rows):
        found = candidates(questions, row, blueprint.audience)
        if len(found) < row.count:
            raise TooFewQuestions(
                row=number,
                field=row.field,
                difficulty=row.difficulty,
                audience=row.audience or blueprint.audience,
                needed=row.count,
                available=len(found),
            )
        cells = [tuple(one for one in found if one.difficulty is level) for level in Difficulty]
        kept = sum(not one.released for one in found)
        released = max(0, row.count - kept)
        rows.append(Stratum(number, row.count, tuple(filter(None, cells)), len(found), released))
    if (needed := sum(row.released for row in rows)) > blueprint.most_released:
        raise TooManyReleased(most=blueprint.most_released, needed=needed)
    return Strata(blueprint, tuple(sorted(rows, key=lambda row: (row.size, row.row))))


def draw(
    questions: Sequence[BankQuestion], blueprint: Blueprint, seed: str, version: int = 1
) -> Paper:
    """A paper for a seed. Refuses where the bank has too few questions, or an unknown version."""
    if version != 1:
        raise UnknownDraw(version=version)
    return draw_1(strata(questions, blueprint), seed)


def draw_1(ready: Strata, seed: str, memory: Memory = _SINGLE) -> Paper:
    """The first way of drawing; it never changes once papers have been drawn with it.

    Where questions that exclude one another leave a row short, the whole paper is drawn anew with
    "#1", "#2" … added to the seed: a hundred times, then a hundred times more without looking at
    how often questions were drawn, since one that excludes many may always be the one drawn least;
    then it is refused.
    """
    picked, stream = picked_1(ready, seed, memory)
    return Paper(tuple(_arranged(ready.blueprint, picked, stream)), seed, 1)


Picked = list[tuple[int, BankQuestion]]
"""The questions of a paper before they are put in order, each with its row."""


def picked_1(ready: Strata, seed: str, memory: Memory = _SINGLE) -> tuple[Picked, Stream]:
    """The questions that `draw_1` takes, and the stream that goes on to arrange them."""
    for trial in range(2 * _TRIALS):
        stream = Stream("hoithi/paper/1", f"{seed}#{trial}" if trial else seed)
        exposure = memory.exposure if trial < _TRIALS else {}
        picked = pick(ready, Picker(stream, exposure), memory.turns)
        if picked is not None:
            return picked, stream
    raise PaperCannotBeDrawn(seed=seed, trials=2 * _TRIALS)


@dataclass
class Picker:
    """Takes questions that nothing in the paper excludes."""

    stream: Stream
    exposure: Mapping[int, int]
    released: int = 0
    """How many more may come from the study set."""
    shut: set[int] = field(default_factory=set)
    """Taken already, or excluded by one that is."""
    taken: set[int] = field(default_factory=set)

    def take(self, cell: Iterable[BankQuestion], count: int) -> list[BankQuestion]:
        """So many questions of a cell, fewer where there are none left that may be taken."""
        found: list[BankQuestion] = []
        order = self.order(tuple(cell)) if count else iter(())
        while len(found) < count and (question := next(order, None)) is not None:
            if question.version_id in self.shut or not self.taken.isdisjoint(question.never_with):
                continue
            if question.released:
                if not self.released:
                    continue
                self.released -= 1
            self.taken.add(question.version_id)
            self.shut.add(question.version_id)
            self.shut.update(question.never_with)
            found.append(question)
        return found

    def order(self, cell: tuple[BankQuestion, ...]) -> Iterator[BankQuestion]:
        """In which order the questions of a cell are tried: least drawn first, equals by lot."""
        if not self.exposure:
            return self.stream.one_by_one(cell)
        shuffled = self.stream.shuffled(cell)
        return iter(sorted(shuffled, key=lambda one: self.exposure.get(one.version_id, 0)))


def pick(ready: Strata, picker: Picker, turns: Mapping[int, int]) -> Picked | None:
    """The questions of one paper; None where those that exclude one another leave a row short."""
    picked: Picked = []
    spare = ready.blueprint.most_released - sum(stratum.released for stratum in ready.rows)
    for stratum in ready.rows:
        turn = turns.get(stratum.row)
        turn = picker.stream.below(stratum.size) if turn is None else turn
        picker.released = stratum.released + spare
        found = _pick_row(stratum, turn, picker)
        if found is None:
            return None
        spare = min(spare, picker.released)
        picked += [(stratum.row, question) for question in found]
    return picked


def _pick_row(stratum: Stratum, turn: int, picker: Picker) -> list[BankQuestion] | None:
    found: list[BankQuestion] = []
    for cell, count in zip(stratum.cells, stratum.shares(turn), strict=True):
        found += picker.take(cell, count)
    if len(found) < stratum.count:
        everything = [question for cell in stratum.cells for question in cell]
        found += picker.take(everything, stratum.count - len(found))
    return found if len(found) == stratum.count else None


def _arranged(blueprint: Blueprint, picked: Picked, stream: Stream) -> Iterator[PaperLine]:
    """Questions in the order shown; unshuffled they follow the blueprint, then the bank."""
    ordered = sorted(picked, key=lambda one: (one[0], one[1].version_id))
    if blueprint.shuffle_questions:
        ordered = stream.shuffled(ordered)
    for row, question in ordered:
        yield PaperLine(question.version_id, _options(blueprint, question, stream), row)


def _options(blueprint: Blueprint, question: BankQuestion, stream: Stream) -> tuple[int, ...]:
    if not blueprint.shuffle_options:
        return _unlike(tuple(range(question.options)), question)
    return options_drawn(question, stream)


def options_drawn(question: BankQuestion, stream: Stream) -> tuple[int, ...]:
    """The options in a drawn order; anchored ones keep their place."""
    order = range(question.options)
    moving = stream.one_by_one([one for one in order if one not in question.anchored])
    shown = tuple(one if one in question.anchored else next(moving) for one in order)
    return _unlike(shown, question)


def _unlike(shown: tuple[int, ...], question: BankQuestion) -> tuple[int, ...]:
    """The order, moved on by one where as it is shown it would be the right answer."""
    if question.unlike and shown[: len(question.unlike)] == question.unlike:
        return (*shown[1:], shown[0])
    return shown
