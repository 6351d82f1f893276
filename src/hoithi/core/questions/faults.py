"""What is wrong with a question, whoever wrote it and wherever."""

from collections.abc import Iterator

from hoithi.core.questions.records import (
    CHOICE_KINDS,
    Answer,
    FaultCode,
    LegalBasis,
    QuestionFault,
    QuestionKind,
    QuestionText,
)
from hoithi.core.vietnamese.text import fold

LONGEST_STEM = 2_000
LONGEST_OPTION = 600
MOST_OPTIONS = 8
LONGEST_CITED = {"document_number": 60, "document_title": 300, "article": 60, "clause": 60}


def faults(question: QuestionText, answer: Answer) -> list[QuestionFault]:
    """Everything that keeps the question out of a paper; nothing for a sound one."""
    found = [*_of_text(question), *_of_options(question), *_of_answer(question, answer)]
    found += _of_lengths(question.basis)
    if question.kind is not QuestionKind.NUMERIC:
        found += _of_basis(question.basis)
    return found


def _of_text(question: QuestionText) -> Iterator[QuestionFault]:
    if not question.stem:
        yield QuestionFault(FaultCode.NO_STEM, "stem")
    if len(question.stem) > LONGEST_STEM:
        yield QuestionFault(FaultCode.TOO_LONG, "stem", {"most": str(LONGEST_STEM)})
    if any(len(option) > LONGEST_OPTION for option in question.options):
        yield QuestionFault(FaultCode.TOO_LONG, "options", {"most": str(LONGEST_OPTION)})


def _of_options(question: QuestionText) -> Iterator[QuestionFault]:
    if question.kind not in CHOICE_KINDS:
        if question.options:
            yield QuestionFault(FaultCode.OPTIONS_NOT_ALLOWED, "options")
        return
    if not 2 <= len(question.options) <= MOST_OPTIONS:
        yield QuestionFault(FaultCode.TOO_FEW_OPTIONS, "options", {"least": "2"})
    if any(not option for option in question.options):
        yield QuestionFault(FaultCode.OPTION_GAP, "options")
    # Compared with their marks: "mã" and "ma" are different options.
    plain = [" ".join(option.lower().split()) for option in question.options if option]
    if len(set(plain)) < len(plain):
        yield QuestionFault(FaultCode.SAME_OPTION_TWICE, "options")


def _of_answer(question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    if question.kind is QuestionKind.NUMERIC:
        if answer.places or answer.accepted or answer.is_true is not None:
            yield QuestionFault(FaultCode.KEY_NOT_ALLOWED, "right")
    elif question.kind is QuestionKind.TRUE_FALSE:
        if answer.is_true is None:
            yield QuestionFault(FaultCode.NOT_TRUE_OR_FALSE, "right")
    elif question.kind is QuestionKind.SHORT_TEXT:
        if not any(fold(text) for text in answer.accepted):
            yield QuestionFault(FaultCode.NO_KEY, "right")
    else:
        yield from _of_choice(question, answer)


def _of_choice(question: QuestionText, answer: Answer) -> Iterator[QuestionFault]:
    if not answer.places:
        yield QuestionFault(FaultCode.NO_KEY, "right")
    elif max(answer.places) >= len(question.options):
        yield QuestionFault(FaultCode.KEY_NOT_AMONG_OPTIONS, "right")
    elif question.kind is QuestionKind.SINGLE and len(answer.places) > 1:
        yield QuestionFault(FaultCode.ONE_KEY_ONLY, "right")
    elif question.kind is QuestionKind.MULTIPLE and len(answer.places) < 2:
        yield QuestionFault(FaultCode.SEVERAL_KEYS_NEEDED, "right")


def _of_lengths(basis: LegalBasis) -> Iterator[QuestionFault]:
    cited = (basis.number, basis.title, basis.article, basis.clause)
    for text, (column, most) in zip(cited, LONGEST_CITED.items(), strict=True):
        if len(text) > most:
            yield QuestionFault(FaultCode.TOO_LONG, column, {"most": str(most)})


def _of_basis(basis: LegalBasis) -> Iterator[QuestionFault]:
    if not basis.number:
        yield QuestionFault(FaultCode.NO_BASIS, "document_number")
    begun, ended = basis.in_force_from, basis.in_force_to
    if begun and ended and ended <= begun:
        yield QuestionFault(FaultCode.BASIS_ENDS_BEFORE_IT_BEGINS, "in_force_to")
    elif basis.checked_on and not basis.holds_on(basis.checked_on):
        yield QuestionFault(FaultCode.CHECKED_WHEN_NOT_IN_FORCE, "checked_on")
