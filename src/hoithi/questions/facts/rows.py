"""Rows of the bank to records of the rules, and back."""

from decimal import Decimal
from typing import Any

from hoithi.core.questions.checking.numbers import article_key, document_key
from hoithi.core.questions.marked import bare
from hoithi.core.questions.records import (
    Answer,
    Criterion,
    Diacritics,
    LegalBasis,
    Media,
    MediaKind,
    QuestionKind,
    QuestionText,
)
from hoithi.core.vietnamese.text import fold
from hoithi.questions.models import AnswerKey, QuestionVersion


def text_of(version: QuestionVersion) -> QuestionText:
    """The question of a version."""
    return QuestionText(
        kind=QuestionKind(version.kind),
        stem=version.stem,
        field=version.field,
        field_title=version.field_title,
        difficulty=version.difficulty,
        topic=version.topic,
        options=tuple(version.options),
        targets=tuple(version.targets),
        anchored=frozenset(version.anchored),
        audience=version.audience,
        never_with=frozenset(version.never_with),
        basis=_basis_of(version),
        media=tuple(_medium(one) for one in version.media),
        longest=version.longest,
    )


def _basis_of(version: QuestionVersion) -> LegalBasis:
    return LegalBasis(
        number=version.document_number,
        title=version.document_title,
        article=version.article,
        clause=version.clause,
        issued_on=version.document_date,
        in_force_from=version.in_force_from,
        in_force_to=version.in_force_to,
        checked_on=version.checked_on,
    )


def _medium(stored: dict[str, str]) -> Media:
    kind = MediaKind(stored["kind"])
    return Media(stored["digest"], stored["name"], kind, stored["description"])


def fill(version: QuestionVersion, text: QuestionText) -> QuestionVersion:
    """The version with this text; not saved."""
    version.kind, version.stem = text.kind, text.stem
    version.search = fold(bare(text.stem))
    version.options, version.anchored = list(text.options), sorted(text.anchored)
    version.targets, version.longest = list(text.targets), text.longest
    version.media = [
        {"digest": one.digest, "name": one.name, "kind": one.kind, "description": one.description}
        for one in text.media
    ]
    version.field, version.field_title = text.field, text.field_title
    version.difficulty, version.audience = text.difficulty, text.audience
    version.topic, version.never_with = text.topic, sorted(text.never_with)
    basis = text.basis
    version.document_number, version.document_title = basis.number, basis.title
    version.document_key = document_key(basis.number) if basis.number else ""
    version.article, version.clause = basis.article, basis.clause
    version.article_key = article_key(basis.article)
    version.document_date, version.checked_on = basis.issued_on, basis.checked_on
    version.in_force_from, version.in_force_to = basis.in_force_from, basis.in_force_to
    return version


def right_as_stored(kind: QuestionKind, answer: Answer) -> Any:
    """What the column `AnswerKey.right` holds for this kind; `answer_of` reads it back."""
    match kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            places = sorted(answer.places)
            weights = [str(one) for one in answer.weights]
            return {"places": places, "weights": weights} if weights else places
        case QuestionKind.TRUE_FALSE:
            return answer.is_true
        case QuestionKind.NUMERIC | QuestionKind.SHORT_TEXT:
            accepted = list(answer.accepted)
            is_exact = answer.diacritics is Diacritics.EXACT
            return {"accepted": accepted, "diacritics": "exact"} if is_exact else accepted
        case QuestionKind.NUMBER:
            return {"value": str(answer.value), "tolerance": str(answer.tolerance)}
        case QuestionKind.MATCHING:
            return list(answer.pairs)
        case QuestionKind.ORDERING:
            return list(answer.order)
        case QuestionKind.ESSAY:
            return [{"text": one.text, "points": str(one.points)} for one in answer.rubric]


def answer_of(kind: QuestionKind, key: AnswerKey) -> Answer:
    """The answer that a stored key says."""
    right, why = key.right, key.explanation
    match kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return _choice(right, why)
        case QuestionKind.TRUE_FALSE:
            return Answer(is_true=right, explanation=why)
        case QuestionKind.NUMERIC | QuestionKind.SHORT_TEXT:
            return _accepted(right, why)
        case QuestionKind.NUMBER:
            value, tolerance = Decimal(right["value"]), Decimal(right["tolerance"])
            return Answer(value=value, tolerance=tolerance, explanation=why)
        case QuestionKind.MATCHING:
            return Answer(pairs=tuple(right), explanation=why)
        case QuestionKind.ORDERING:
            return Answer(order=tuple(right), explanation=why)
        case QuestionKind.ESSAY:
            rubric = tuple(Criterion(one["text"], Decimal(one["points"])) for one in right)
            return Answer(rubric=rubric, explanation=why)


def _choice(right: Any, explanation: str) -> Answer:
    """Places alone, or with the share of each option."""
    if not isinstance(right, dict):
        return Answer(places=frozenset(right), explanation=explanation)
    weights = tuple(Decimal(one) for one in right["weights"])
    return Answer(places=frozenset(right["places"]), weights=weights, explanation=explanation)


def _accepted(right: Any, explanation: str) -> Answer:
    """Texts alone, or with their diacritics being exact."""
    if not isinstance(right, dict):
        return Answer(accepted=tuple(right), explanation=explanation)
    exact = Diacritics(right["diacritics"])
    return Answer(accepted=tuple(right["accepted"]), diacritics=exact, explanation=explanation)
