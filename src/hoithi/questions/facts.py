"""Rows of the bank to records of the rules, and back; the columns of its table."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from hoithi.core.questions.records import Answer, LegalBasis, QuestionKind, QuestionText
from hoithi.core.questions.rows import (
    AUDIENCES,
    DIFFICULTIES,
    FIELDS,
    KINDS,
    OPTION_LETTERS,
    written_answer,
)
from hoithi.core.vietnamese.text import fold
from hoithi.documents.spreadsheets import Column, Kind
from hoithi.questions.models import AnswerKey, QuestionVersion

COLUMNS = (
    Column("code", ("Mã câu hỏi", "Mã", "Mã số"), required=True),
    Column("kind", ("Loại câu hỏi", "Loại"), required=True, choices=tuple(KINDS.values())),
    Column("field", ("Lĩnh vực", "Chủ đề"), required=True),
    Column("difficulty", ("Mức độ", "Độ khó"), choices=tuple(DIFFICULTIES.values())),
    Column("audience", ("Đối tượng",), choices=tuple(AUDIENCES.values())),
    Column("stem", ("Nội dung câu hỏi", "Câu hỏi", "Nội dung"), required=True),
    *(
        Column(f"option_{letter.lower()}", (f"Phương án {letter}", f"Đáp án {letter}", letter))
        for letter in OPTION_LETTERS
    ),
    Column("anchored", ("Phương án cố định",)),
    Column("right", ("Đáp án", "Đáp án đúng")),
    Column("document_number", ("Số ký hiệu văn bản", "Số, ký hiệu văn bản", "Văn bản")),
    Column("document_title", ("Tên văn bản", "Trích yếu")),
    Column("article", ("Điều",)),
    Column("clause", ("Khoản",)),
    Column("document_date", ("Ngày văn bản", "Ngày ban hành"), kind=Kind.DATE),
    Column("in_force_from", ("Ngày có hiệu lực", "Hiệu lực từ"), kind=Kind.DATE),
    Column("in_force_to", ("Ngày hết hiệu lực", "Hiệu lực đến"), kind=Kind.DATE),
    Column("checked_on", ("Ngày tra cứu hiệu lực",), kind=Kind.DATE),
    Column("never_with", ("Không cùng đề với", "Không ra cùng đề với")),
    Column("explanation", ("Giải thích", "Ghi chú")),
)
"""The officials' table of questions: one form for import, export and the empty template."""
USUAL_OPTIONS = 4
_RARE = frozenset(f"option_{letter.lower()}" for letter in OPTION_LETTERS[USUAL_OPTIONS:])


def columns_for(most_options: int = USUAL_OPTIONS) -> tuple[Column, ...]:
    """The columns that a table with so many options a question shows: four at least."""
    shown = {f"option_{letter.lower()}" for letter in OPTION_LETTERS[:most_options]}
    return tuple(column for column in COLUMNS if column.key not in _RARE - shown)


def text_of(version: QuestionVersion) -> QuestionText:
    """The question of a version."""
    return QuestionText(
        kind=QuestionKind(version.kind),
        stem=version.stem,
        field=version.field,
        difficulty=version.difficulty,
        options=tuple(version.options),
        anchored=frozenset(version.anchored),
        audience=version.audience,
        never_with=frozenset(version.never_with),
        basis=LegalBasis(
            number=version.document_number,
            title=version.document_title,
            article=version.article,
            clause=version.clause,
            issued_on=version.document_date,
            in_force_from=version.in_force_from,
            in_force_to=version.in_force_to,
            checked_on=version.checked_on,
        ),
    )


def fill(version: QuestionVersion, text: QuestionText) -> QuestionVersion:
    """The version with this text; not saved."""
    version.kind, version.stem = text.kind, text.stem
    version.search = fold(text.stem)
    version.options, version.anchored = list(text.options), sorted(text.anchored)
    version.field, version.difficulty, version.audience = text.field, text.difficulty, text.audience
    version.never_with = sorted(text.never_with)
    basis = text.basis
    version.document_number, version.document_title = basis.number, basis.title
    version.article, version.clause = basis.article, basis.clause
    version.document_date, version.checked_on = basis.issued_on, basis.checked_on
    version.in_force_from, version.in_force_to = basis.in_force_from, basis.in_force_to
    return version


def right_as_stored(kind: QuestionKind, answer: Answer) -> Any:
    """What the column `AnswerKey.right` holds for this kind."""
    if kind is QuestionKind.TRUE_FALSE:
        return answer.is_true
    if kind is QuestionKind.SHORT_TEXT:
        return list(answer.accepted)
    return sorted(answer.places)


def answer_of(kind: QuestionKind, key: AnswerKey) -> Answer:
    """The answer that a stored key says."""
    if kind is QuestionKind.TRUE_FALSE:
        return Answer(is_true=key.right, explanation=key.explanation)
    if kind is QuestionKind.SHORT_TEXT:
        return Answer(accepted=tuple(key.right), explanation=key.explanation)
    return Answer(places=frozenset(key.right), explanation=key.explanation)


def table_row(code: str, text: QuestionText, answer: Answer) -> dict[str, str]:
    """The line of the table that reads back as this question."""
    options = dict(zip(OPTION_LETTERS.lower(), text.options, strict=False))
    basis = text.basis
    return {
        "code": code,
        "kind": KINDS[text.kind],
        "field": FIELDS.get(text.field, text.field),
        "difficulty": DIFFICULTIES[text.difficulty],
        "audience": AUDIENCES[text.audience],
        "stem": text.stem,
        **{f"option_{letter}": options.get(letter, "") for letter in OPTION_LETTERS.lower()},
        "anchored": _letters(text.anchored),
        "right": written_answer(text.kind, answer),
        "document_number": basis.number,
        "document_title": basis.title,
        "article": basis.article,
        "clause": basis.clause,
        "document_date": _day(basis.issued_on),
        "in_force_from": _day(basis.in_force_from),
        "in_force_to": _day(basis.in_force_to),
        "checked_on": _day(basis.checked_on),
        "never_with": "; ".join(sorted(text.never_with)),
        "explanation": answer.explanation,
    }


def _letters(places: Iterable[int]) -> str:
    return ";".join(chr(ord("A") + place) for place in sorted(places))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
