"""Marks of answers: each kind of question against its key, and a whole sheet against its paper."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoithi.core.marking.keys import AnswerKey, EssayKey, Withdrawn
from hoithi.core.marking.shares import of_bank, share_of
from hoithi.core.papers.records import PaperLine
from hoithi.core.rulebook.parts import MultiplePolicy, PaperPart
from hoithi.kit.refusals import Refusal

PLACES: Final = 4
"""Decimal places to which a share of points is rounded, half up."""
_NOTHING = Decimal(0)


class KeyMissing(Refusal):
    """The paper has a question for which no key was given."""


class Mark(Struct, frozen=True, gc=False):
    """What one answer earned."""

    points: Decimal
    right: bool
    answered: bool
    counted: bool = True
    """False where the question was taken out, and for an essay, whose markers give its points in
    a part of their own."""
    waiting: bool = False
    """An essay that is there and nobody has marked yet."""


class AnswerMark(Struct, frozen=True, gc=False):
    """What one answer earned, and the most it could."""

    points: Decimal
    most: Decimal
    answered: bool


class SheetMark(Struct, frozen=True, kw_only=True):
    """What a whole sheet earned."""

    points: Decimal
    most: Decimal
    right: int
    questions: int
    complete: bool
    """Every counted question answered, and the prediction given where one is asked."""
    marks: tuple[Mark, ...]
    """In the order of the paper."""

    @property
    def waiting(self) -> int:
        """How many essays wait for their markers."""
        return sum(one.waiting for one in self.marks)


def mark(key: AnswerKey, response: object, policy: MultiplePolicy, points: Decimal) -> Mark:
    """What a response earns of a question's points.

    Options are numbers from 0 in the writer's order: one number, or a list of different ones.
    Whatever has not the form of an answer to this kind of question (another type, an option that
    is not there, one option twice, a text beyond 500 characters) counts as no answer; nothing in
    a response is ever an error. Predictions are not marked here, essays by what their markers gave.
    """
    share = share_of(key, response, policy)
    if key.withdrawn is Withdrawn.NOT_COUNTED:
        return Mark(_NOTHING, right=False, answered=share is not None, counted=False)
    if key.withdrawn is not None:
        return Mark(points, right=True, answered=share is not None)
    if isinstance(key, EssayKey) and key.percent is None:
        is_there = share is not None
        return Mark(_NOTHING, right=False, answered=is_there, counted=False, waiting=is_there)
    if share is None:
        return Mark(_NOTHING, right=False, answered=False)
    return Mark(_part_of(points, share), right=share == 1, answered=True)


def _part_of(points: Decimal, share: Fraction | int) -> Decimal:
    if isinstance(share, int) or share in {0, 1}:
        return points if share else _NOTHING
    scaled = Fraction(points) * share * 10**PLACES
    return Decimal(int(scaled + Fraction(1, 2))).scaleb(-PLACES)


def mark_sheet(
    lines: Sequence[PaperLine],
    keys: Mapping[int, AnswerKey],
    answers: object,
    part: PaperPart,
    prediction: int | None = None,
) -> SheetMark:
    """What a handed-in sheet earns.

    `answers` is as the page sent it: places of questions (from 1, as text) with places of options
    as shown (from 1), numbers or texts. `part` is the paper of this round and group. Where every
    question must be answered, a sheet with a gap earns nothing. Refuses a question without a key.
    """
    given: Mapping[object, object] = answers if isinstance(answers, Mapping) else {}
    worth = [question_points(line, part) for line in lines]
    marks = []
    for place, (line, points) in enumerate(zip(lines, worth, strict=True), 1):
        key = key_on_sheet(line, keys, part)
        response = of_bank(key, line, given.get(str(place)))
        marks.append(mark(key, response, part.multiple, points))
    return sheet_mark(marks, worth, part, prediction)


def sheet_mark(
    marks: Sequence[Mark], worth: Sequence[Decimal], part: PaperPart, prediction: int | None
) -> SheetMark:
    """What the marks of a paper's questions make together; `worth` is the most of each."""
    complete = _complete(marks) and (part.prediction is None or prediction is not None)
    counts = complete or not part.must_answer_all
    return SheetMark(
        points=sum((one.points for one in marks), _NOTHING) if counts else _NOTHING,
        most=sum((most for one, most in zip(marks, worth, strict=True) if one.counted), _NOTHING),
        right=sum(one.right for one in marks) if counts else 0,
        questions=sum(one.counted for one in marks),
        complete=complete,
        marks=tuple(marks),
    )


def mark_answer(
    line: PaperLine, key: AnswerKey, response: object, part: PaperPart
) -> tuple[object, AnswerMark]:
    """One answer as the page sent it: in the words of the bank, with what it earns and could.

    Options become those of the bank, from 0 in the writer's order.
    """
    worth = question_points(line, part)
    asked = of_bank(key, line, response)
    found = mark(key, asked, part.multiple, worth)
    return asked, AnswerMark(found.points, worth, found.answered)


def key_on_sheet(line: PaperLine, keys: Mapping[int, AnswerKey], part: PaperPart) -> AnswerKey:
    """The key of a line; a withdrawn question counts as the paper says. Refuses one without."""
    key = keys.get(line.question)
    if key is None:
        raise KeyMissing(question=line.question)
    if key.withdrawn is Withdrawn.BY_RULES:
        return replace(key, withdrawn=Withdrawn(part.withdrawn))
    return key


def _complete(marks: Iterable[Mark]) -> bool:
    # An unanswered question that was given to all is right and leaves no gap.
    return not any(one.counted and not one.answered and not one.right for one in marks)


def question_points(line: PaperLine, part: PaperPart) -> Decimal:
    """What a question of a paper is worth: as its row of the blueprint says, else as the part."""
    row = part.blueprint[line.row] if line.row < len(part.blueprint) else None
    return part.points if row is None or row.points is None else row.points
