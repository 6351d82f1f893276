"""Marks of answers: each kind of question against its key, and a whole sheet against its paper."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.numbers import number_of
from hoithi.core.questions.records import Diacritics, QuestionKind
from hoithi.core.rulebook.parts import MultiplePolicy, PaperPart
from hoithi.core.rulebook.record import Record
from hoithi.core.vietnamese.text import fold, spelling_key
from hoithi.kit.refusals import Refusal

PLACES: Final = 4
"""Decimal places to which a share of points is rounded, half up."""
_LONGEST_TEXT = 500
_EDGES = " .,;:!?\"'“”‘’()"
_NOTHING = Decimal(0)


class Withdrawn(StrEnum):
    """What a question counts for after it was withdrawn (câu hỏi bị hủy)."""

    FULL_TO_ALL = "full_to_all"
    """Everybody who had it gets its points, answered or not."""
    NOT_COUNTED = "not_counted"
    """It is taken out of the paper: neither points nor a question."""
    BY_RULES = "by_rules"
    """As the rules of the paper say; on a sheet only."""


class OptionsKey(Record, frozen=True, kw_only=True, tag="options", tag_field="form"):
    """The right options, from 0 in the writer's order; true is 0 and false is 1.

    A single choice may have several, each of which is right alone: a corrected key.
    """

    kind: QuestionKind
    options: int
    """How many there are."""
    right: frozenset[int]
    withdrawn: Withdrawn | None = None


class NumberKey(Record, frozen=True, kw_only=True, tag="number", tag_field="form"):
    """The right number, and how far from it an answer may be."""

    value: Decimal
    tolerance: Decimal = _NOTHING
    withdrawn: Withdrawn | None = None


class TextKey(Record, frozen=True, kw_only=True, tag="text", tag_field="form"):
    """Texts that are accepted; case, spaces and signs at the ends never count."""

    accepted: tuple[str, ...]
    diacritics: Diacritics = Diacritics.IGNORED
    withdrawn: Withdrawn | None = None


AnswerKey = OptionsKey | NumberKey | TextKey


class KeyMissing(Refusal):
    """The paper has a question for which no key was given."""


class Mark(Struct, frozen=True, gc=False):
    """What one answer earned."""

    points: Decimal
    right: bool
    answered: bool
    counted: bool = True
    """False where the question was taken out."""


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


def mark(key: AnswerKey, response: object, policy: MultiplePolicy, points: Decimal) -> Mark:
    """What a response earns of a question's points.

    Options are numbers from 0 in the writer's order: one number, or a list of different ones.
    Whatever has not the form of an answer to this kind of question (another type, an option that
    is not there, one option twice, a text beyond 500 characters) counts as no answer; nothing in
    a response is ever an error. Predictions are not marked here.
    """
    share = _share(key, response, policy)
    if key.withdrawn is Withdrawn.NOT_COUNTED:
        return Mark(_NOTHING, right=False, answered=share is not None, counted=False)
    if key.withdrawn is not None:
        return Mark(points, right=True, answered=share is not None)
    if share is None:
        return Mark(_NOTHING, right=False, answered=False)
    return Mark(_part_of(points, share), right=share == 1, answered=True)


def _share(key: AnswerKey, response: object, policy: MultiplePolicy) -> Fraction | int | None:
    """The share of the points from 0 to 1; none for no answer."""
    match key:
        case OptionsKey():
            return _options_share(key, response, policy)
        case NumberKey():
            number = number_of(response)
            return None if number is None else int(abs(number - key.value) <= key.tolerance)
        case TextKey():
            text = _text_of(response, key.diacritics)
            known = {_text_of(one, key.diacritics) for one in key.accepted}
            return None if text is None else int(text in known)


def _options_share(
    key: OptionsKey, response: object, policy: MultiplePolicy
) -> Fraction | int | None:
    chosen = _chosen(key, response)
    if not chosen:
        return None
    if key.kind is not QuestionKind.MULTIPLE:
        return int(chosen <= key.right)
    if policy is MultiplePolicy.ALL_OR_NOTHING:
        return int(chosen == key.right)
    wrong = key.options - len(key.right)
    hits = Fraction(len(chosen & key.right), len(key.right)) if key.right else Fraction(0)
    misses = Fraction(len(chosen - key.right), wrong) if wrong else Fraction(0)
    return max(Fraction(0), hits - misses)


def _chosen(key: OptionsKey, response: object) -> frozenset[int] | None:
    listed = response if isinstance(response, list | tuple) else [response]
    if any(type(one) is not int or not 0 <= one < key.options for one in listed):
        return None
    chosen = frozenset(listed)
    if len(chosen) != len(listed) or (key.kind is not QuestionKind.MULTIPLE and len(chosen) != 1):
        return None
    return chosen


def _part_of(points: Decimal, share: Fraction | int) -> Decimal:
    if isinstance(share, int) or share in {0, 1}:
        return points if share else _NOTHING
    scaled = Fraction(points) * share * 10**PLACES
    return Decimal(int(scaled + Fraction(1, 2))).scaleb(-PLACES)


def _text_of(response: object, diacritics: Diacritics) -> str | None:
    if not isinstance(response, str) or len(response) > _LONGEST_TEXT:
        return None
    key = spelling_key if diacritics is Diacritics.EXACT else fold
    return key(response).strip(_EDGES) or None


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
        key = _key_of(line, keys, part)
        response = _of_bank(key, line, given.get(str(place)))
        marks.append(mark(key, response, part.multiple, points))
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
    asked = _of_bank(key, line, response)
    found = mark(key, asked, part.multiple, worth)
    return asked, AnswerMark(found.points, worth, found.answered)


def _key_of(line: PaperLine, keys: Mapping[int, AnswerKey], part: PaperPart) -> AnswerKey:
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


def _of_bank(key: AnswerKey, line: PaperLine, response: object) -> object:
    """Places as shown (from 1) as options of the bank (from 0); none where there is no such."""
    if not isinstance(key, OptionsKey):
        return response
    listed = response if isinstance(response, list) else [response]
    places = [place for place in listed if type(place) is int and 1 <= place <= len(line.options)]
    return [line.options[place - 1] for place in places] if len(places) == len(listed) else None
