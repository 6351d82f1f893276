"""Rows of the question bank to what the draw and the marking must know about them."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

import msgspec

from hoithi.core import marking
from hoithi.core.papers.records import BankQuestion
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import Difficulty
from hoithi.questions.facts import answer_of
from hoithi.questions.models import AnswerKey, QuestionVersion

TRUE_OR_FALSE = ("Đúng", "Sai")
"""Shown in this order always: true is the first option, false the second."""


def bank_question(version: QuestionVersion) -> BankQuestion:
    """A version as the draw sees it, without its key."""
    if version.kind == QuestionKind.TRUE_FALSE:
        options, anchored = len(TRUE_OR_FALSE), (0, 1)
    else:
        options, anchored = len(version.options), tuple(version.anchored)
    return BankQuestion(
        version_id=version.pk,
        field=version.field,
        topic=version.topic,
        difficulty=Difficulty(version.difficulty),
        audience=version.audience,
        options=options,
        anchored=anchored,
    )


def bank_questions(
    versions: Iterable[QuestionVersion], released: Collection[int] = ()
) -> list[BankQuestion]:
    """Versions as the draw sees them, with the pairs that are never in one paper.

    A pair that names a question without a version among these keeps nothing apart. `released`
    are the questions of the public study set.
    """
    listed = list(versions)
    by_code = {(one.question.bank_id, one.question.code): one.pk for one in listed}
    return [
        replace(
            bank_question(one),
            never_with=_apart(one, by_code),
            released=one.question_id in released,
        )
        for one in listed
    ]


def _apart(version: QuestionVersion, by_code: Mapping[tuple[int, str], int]) -> frozenset[int]:
    bank = version.question.bank_id
    return frozenset(by_code[bank, code] for code in version.never_with if (bank, code) in by_code)


def marking_key(version: QuestionVersion, key: AnswerKey) -> marking.AnswerKey:
    """What is right as the marking knows it; a withdrawn question counts as the rules say."""
    withdrawn = marking.Withdrawn.BY_RULES if key.withdrawn else None
    kind = QuestionKind(version.kind)
    answer = answer_of(kind, key)
    if kind is QuestionKind.SHORT_TEXT:
        accepted, diacritics = answer.accepted, answer.diacritics
        return marking.TextKey(accepted=accepted, diacritics=diacritics, withdrawn=withdrawn)
    if kind is QuestionKind.NUMBER:
        value, tolerance = answer.value or Decimal(0), answer.tolerance
        return marking.NumberKey(value=value, tolerance=tolerance, withdrawn=withdrawn)
    if kind is QuestionKind.TRUE_FALSE:
        right, options = frozenset({0 if answer.is_true else 1}), len(TRUE_OR_FALSE)
    else:
        right, options = answer.places, len(version.options)
    return marking.OptionsKey(kind=kind, options=options, right=right, withdrawn=withdrawn)


def key_state(numbers: Iterable[tuple[int, int]]) -> str:
    """The hash of a state of the keys: versions of questions with the numbers of their keys."""
    return hashlib.sha256(msgspec.json.encode(sorted(numbers))).hexdigest()
