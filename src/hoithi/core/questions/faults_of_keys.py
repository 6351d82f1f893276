"""What is wrong with the key of a question, kind by kind."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from hoithi.core.questions.records import (
    CHOICE_KINDS,
    Answer,
    FaultCode,
    QuestionFault,
    QuestionKind,
    QuestionText,
)
from hoithi.core.vietnamese.text import fold

LONGEST_ACCEPTED = 500
LONGEST_CRITERION = 600
MOST_CRITERIA = 12
_MOST_PERCENT = Decimal(100)
_ROUNDING = Decimal("0.1")
"""Three shares of 33.333 percent are taken for the whole."""


def faults_of_key(question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    """Everything that is wrong with the key; nothing for one that can be marked with."""
    yield from _RULES[question.kind](question, answer)
    if answer.weights and question.kind not in CHOICE_KINDS:
        yield QuestionFault(FaultCode.WEIGHTS_UNFIT, "weights")


def _of_truth(_question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    if answer.is_true is None:
        yield QuestionFault(FaultCode.NOT_TRUE_OR_FALSE, "right")


def _of_prediction(_question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    if _says_anything(answer):
        yield QuestionFault(FaultCode.KEY_NOT_ALLOWED, "right")


def _says_anything(answer: Answer) -> bool:
    has_number = answer.value is not None or answer.is_true is not None
    return has_number or bool(answer.places or answer.accepted or answer.pairs or answer.order)


def _of_choice(question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    if not answer.places:
        yield QuestionFault(FaultCode.NO_KEY, "right")
    elif max(answer.places) >= len(question.options):
        yield QuestionFault(FaultCode.KEY_NOT_AMONG_OPTIONS, "right")
    elif question.kind is QuestionKind.SINGLE and len(answer.places) > 1:
        yield QuestionFault(FaultCode.ONE_KEY_ONLY, "right")
    elif question.kind is QuestionKind.MULTIPLE and len(answer.places) < 2:
        yield QuestionFault(FaultCode.SEVERAL_KEYS_NEEDED, "right")
    elif answer.weights and not _weights_fit(question, answer):
        yield QuestionFault(FaultCode.WEIGHTS_UNFIT, "weights")


def _weights_fit(question: QuestionText, answer: Answer) -> bool:
    """Whether everything right, and nothing else, earns all points of the question."""
    weights = answer.weights
    if len(weights) != len(question.options) or any(abs(one) > _MOST_PERCENT for one in weights):
        return False
    if question.kind is QuestionKind.SINGLE:
        return answer.places == {place for place, one in enumerate(weights) if one == _MOST_PERCENT}
    if answer.places != {place for place, one in enumerate(weights) if one > 0}:
        return False
    return abs(sum(one for one in weights if one > 0) - _MOST_PERCENT) <= _ROUNDING


def _of_text(_question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    if not any(fold(text) for text in answer.accepted):
        yield QuestionFault(FaultCode.NO_KEY, "right")
    if any(len(text) > LONGEST_ACCEPTED for text in answer.accepted):
        yield QuestionFault(FaultCode.TOO_LONG, "right", {"most": str(LONGEST_ACCEPTED)})


def _of_number(_question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    if answer.value is None:
        yield QuestionFault(FaultCode.NOT_A_NUMBER, "right")
    if answer.tolerance < 0:
        yield QuestionFault(FaultCode.TOLERANCE_BELOW_NOTHING, "right")


def _of_pairs(question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    there = range(len(question.targets))
    if len(answer.pairs) != len(question.options) or any(one not in there for one in answer.pairs):
        yield QuestionFault(FaultCode.PAIRS_INCOMPLETE, "right")


def _of_order(question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    if sorted(answer.order) != list(range(len(question.options))):
        yield QuestionFault(FaultCode.ORDER_INCOMPLETE, "right")


def _of_rubric(_question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    if any(one.points <= 0 or not one.text for one in answer.rubric):
        yield QuestionFault(FaultCode.RUBRIC_WITHOUT_POINTS, "right")
    too_long = any(len(one.text) > LONGEST_CRITERION for one in answer.rubric)
    if too_long or len(answer.rubric) > MOST_CRITERIA:
        yield QuestionFault(FaultCode.TOO_LONG, "right", {"most": str(LONGEST_CRITERION)})


_RULES: dict[QuestionKind, Callable[[QuestionText, Answer], Iterator[QuestionFault]]] = {
    QuestionKind.SINGLE: _of_choice,
    QuestionKind.MULTIPLE: _of_choice,
    QuestionKind.TRUE_FALSE: _of_truth,
    QuestionKind.NUMERIC: _of_prediction,
    QuestionKind.SHORT_TEXT: _of_text,
    QuestionKind.NUMBER: _of_number,
    QuestionKind.MATCHING: _of_pairs,
    QuestionKind.ORDERING: _of_order,
    QuestionKind.ESSAY: _of_rubric,
}
