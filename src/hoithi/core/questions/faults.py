"""What is wrong with a question, whoever wrote it and wherever."""

from collections.abc import Iterable, Iterator

from hoithi.core.questions.faults_of_keys import faults_of_key
from hoithi.core.questions.records import (
    LISTED_KINDS,
    Answer,
    FaultCode,
    LegalBasis,
    QuestionFault,
    QuestionKind,
    QuestionText,
)

LONGEST_STEM = 2_000
LONGEST_OPTION = 600
LONGEST_DESCRIPTION = 500
MOST_OPTIONS = 8
MOST_TARGETS = 10
MOST_MEDIA = 4
MOST_WORDS = 3_000
"""Of an essay; what its text may be in an answer sheet follows from it."""
LONGEST_TOPIC = 120
LONGEST_CITED = {"document_number": 60, "document_title": 300, "article": 60, "clause": 60}


def faults(question: QuestionText, answer: Answer) -> list[QuestionFault]:
    """Everything that keeps the question out of a paper; nothing for a sound one."""
    found = [*_of_text(question), *_of_options(question), *_of_targets(question)]
    found += [*faults_of_key(question, answer), *_of_media(question)]
    found += _of_lengths(question.basis)
    if question.kind is not QuestionKind.NUMERIC:
        found += _of_basis(question.basis)
    return found


def _of_text(question: QuestionText) -> Iterator[QuestionFault]:
    if not question.stem:
        yield QuestionFault(FaultCode.NO_STEM, "stem")
    if len(question.stem) > LONGEST_STEM:
        yield QuestionFault(FaultCode.TOO_LONG, "stem", {"most": str(LONGEST_STEM)})
    if len(question.topic) > LONGEST_TOPIC:
        yield QuestionFault(FaultCode.TOO_LONG, "topic", {"most": str(LONGEST_TOPIC)})
    if any(len(option) > LONGEST_OPTION for option in question.options):
        yield QuestionFault(FaultCode.TOO_LONG, "options", {"most": str(LONGEST_OPTION)})
    if not 0 <= question.longest <= MOST_WORDS:
        yield QuestionFault(FaultCode.WORDS_OUT_OF_RANGE, "longest", {"most": str(MOST_WORDS)})


def _of_options(question: QuestionText) -> Iterator[QuestionFault]:
    if question.kind not in LISTED_KINDS:
        if question.options:
            yield QuestionFault(FaultCode.OPTIONS_NOT_ALLOWED, "options")
        return
    if not 2 <= len(question.options) <= MOST_OPTIONS:
        yield QuestionFault(FaultCode.TOO_FEW_OPTIONS, "options", {"least": "2"})
    if any(not option for option in question.options):
        yield QuestionFault(FaultCode.OPTION_GAP, "options")
    if _alike(question.options):
        yield QuestionFault(FaultCode.SAME_OPTION_TWICE, "options")


def _alike(texts: Iterable[str]) -> bool:
    # Compared with their marks: "mã" and "ma" are different options.
    plain = [" ".join(text.lower().split()) for text in texts if text]
    return len(set(plain)) < len(plain)


def _of_targets(question: QuestionText) -> Iterator[QuestionFault]:
    targets = question.targets
    if question.kind is not QuestionKind.MATCHING:
        if targets:
            yield QuestionFault(FaultCode.TARGETS_NOT_ALLOWED, "targets")
        return
    if len(targets) < 2:
        yield QuestionFault(FaultCode.TOO_FEW_TARGETS, "targets", {"least": "2"})
    if len(targets) > MOST_TARGETS:
        yield QuestionFault(FaultCode.TOO_MANY_TARGETS, "targets", {"most": str(MOST_TARGETS)})
    if not all(targets):
        yield QuestionFault(FaultCode.TARGET_GAP, "targets")
    if _alike(targets):
        yield QuestionFault(FaultCode.SAME_TARGET_TWICE, "targets")
    if any(len(target) > LONGEST_OPTION for target in targets):
        yield QuestionFault(FaultCode.TOO_LONG, "targets", {"most": str(LONGEST_OPTION)})


def _of_media(question: QuestionText) -> Iterator[QuestionFault]:
    if len(question.media) > MOST_MEDIA:
        yield QuestionFault(FaultCode.TOO_MANY_MEDIA, "media", {"most": str(MOST_MEDIA)})
    if not all(one.description for one in question.media):
        yield QuestionFault(FaultCode.MEDIA_UNDESCRIBED, "media")
    if any(len(one.description) > LONGEST_DESCRIPTION for one in question.media):
        yield QuestionFault(FaultCode.TOO_LONG, "media", {"most": str(LONGEST_DESCRIPTION)})


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
