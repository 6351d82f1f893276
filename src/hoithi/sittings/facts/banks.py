"""Rows of the question bank to what the draw and the marking must know about them."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

import msgspec

from hoithi.core import marking
from hoithi.core.papers.records import BankQuestion
from hoithi.core.questions.records import Answer, QuestionKind
from hoithi.core.rulebook.parts import Difficulty
from hoithi.questions.facts import answer_of
from hoithi.questions.models import AnswerKey, QuestionVersion

_NO_KEYS: Mapping[int, AnswerKey] = {}
TRUE_OR_FALSE = ("Đúng", "Sai")
"""Shown in this order always: true is the first option, false the second."""


def bank_question(version: QuestionVersion, unlike: tuple[int, ...] = ()) -> BankQuestion:
    """A version as the draw sees it, without its key but for an order that is not to be shown."""
    options, anchored = _movable(version)
    return BankQuestion(
        version_id=version.pk,
        field=version.field,
        topic=version.topic,
        difficulty=Difficulty(version.difficulty),
        audience=version.audience,
        options=options,
        anchored=anchored,
        unlike=unlike,
        is_essay=version.kind == QuestionKind.ESSAY,
    )


def _movable(version: QuestionVersion) -> tuple[int, tuple[int, ...]]:
    """How many things of a question are shuffled, and which of them keep their place."""
    match QuestionKind(version.kind):
        case QuestionKind.TRUE_FALSE:
            return len(TRUE_OR_FALSE), (0, 1)
        case QuestionKind.MATCHING:
            return len(version.targets), ()
        case QuestionKind.ORDERING:
            return len(version.options), ()
        case _:
            return len(version.options), tuple(version.anchored)


def _never_shown(version: QuestionVersion, keys: Mapping[int, AnswerKey]) -> tuple[int, ...]:
    """The order that would be the right answer as it is shown."""
    key = keys.get(version.pk)
    if key is None or version.kind not in {QuestionKind.MATCHING, QuestionKind.ORDERING}:
        return ()
    answer = answer_of(QuestionKind(version.kind), key)
    return answer.order or answer.pairs


def bank_questions(
    versions: Iterable[QuestionVersion],
    released: Collection[int] = (),
    keys: Mapping[int, AnswerKey] = _NO_KEYS,
) -> list[BankQuestion]:
    """Versions as the draw sees them, with the pairs that are never in one paper.

    A pair that names a question without a version among these keeps nothing apart. `released`
    are the questions of the public study set; by `keys` no order that is shown is the right one.
    """
    listed = list(versions)
    by_code = {(one.question.bank_id, one.question.code): one.pk for one in listed}
    return [
        replace(
            bank_question(one, _never_shown(one, keys)),
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
    match kind:
        case QuestionKind.SHORT_TEXT | QuestionKind.NUMERIC:
            accepted, diacritics = answer.accepted, answer.diacritics
            return marking.TextKey(accepted=accepted, diacritics=diacritics, withdrawn=withdrawn)
        case QuestionKind.NUMBER:
            value, tolerance = answer.value or Decimal(0), answer.tolerance
            return marking.NumberKey(value=value, tolerance=tolerance, withdrawn=withdrawn)
        case QuestionKind.MATCHING:
            targets = len(version.targets)
            return marking.MatchingKey(pairs=answer.pairs, targets=targets, withdrawn=withdrawn)
        case QuestionKind.ORDERING:
            return marking.OrderingKey(order=answer.order, withdrawn=withdrawn)
        case QuestionKind.ESSAY:
            return marking.EssayKey(withdrawn=withdrawn)
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.TRUE_FALSE:
            return _options_key(version, answer, withdrawn)


def _options_key(
    version: QuestionVersion, answer: Answer, withdrawn: marking.Withdrawn | None
) -> marking.OptionsKey:
    if version.kind == QuestionKind.TRUE_FALSE:
        right, options = frozenset({0 if answer.is_true else 1}), len(TRUE_OR_FALSE)
    else:
        right, options = answer.places, len(version.options)
    return marking.OptionsKey(
        kind=QuestionKind(version.kind),
        options=options,
        right=right,
        weights=answer.weights,
        withdrawn=withdrawn,
    )


def key_state(numbers: Iterable[tuple[int, int]]) -> str:
    """The hash of a state of the keys: versions of questions with the numbers of their keys."""
    return hashlib.sha256(msgspec.json.encode(sorted(numbers))).hexdigest()
