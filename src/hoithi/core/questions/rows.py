"""A line of the officials' table of questions becomes a question and its answer, and back."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hoithi.core.questions.codes import LONGEST_CODE
from hoithi.core.questions.faults import MOST_TARGETS, faults
from hoithi.core.questions.keys import read_answer, read_beside, read_media, read_places
from hoithi.core.questions.numbers import number_of
from hoithi.core.questions.records import (
    Answer,
    FaultCode,
    LegalBasis,
    QuestionFault,
    QuestionKind,
    QuestionText,
)
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean, clean_lines, fold

Name = TypeVar("Name", bound=str)

KINDS = {
    QuestionKind.SINGLE: "Một lựa chọn",
    QuestionKind.MULTIPLE: "Nhiều lựa chọn",
    QuestionKind.TRUE_FALSE: "Đúng/Sai",
    QuestionKind.SHORT_TEXT: "Trả lời ngắn",
    QuestionKind.NUMERIC: "Dự đoán số",
    QuestionKind.NUMBER: "Điền số",
    QuestionKind.MATCHING: "Ghép đôi",
    QuestionKind.ORDERING: "Sắp xếp",
    QuestionKind.ESSAY: "Tự luận",
}
FIELDS = {
    "procedures": "Thủ tục hành chính",
    "one-stop": "Cơ chế một cửa",
    "online-services": "Dịch vụ công trực tuyến",
    "reform-programme": "Chương trình tổng thể cải cách hành chính",
    "digital-transformation": "Chuyển đổi số",
}
"""The fields every bank has; a field written otherwise becomes a key of its own words."""
DIFFICULTIES = {"easy": "Dễ", "medium": "Trung bình", "hard": "Khó"}
AUDIENCES = {
    "all": "Tất cả",
    "official": "Cán bộ, công chức",
    "citizen": "Người dân",
    "pupil": "Học sinh",
}
LONGEST_FIELD = 60
OPTION_LETTERS = "ABCDEFGH"
TARGET_COLUMNS = tuple(f"target_{number}" for number in range(1, MOST_TARGETS + 1))
OPTION_COLUMNS = tuple(f"option_{letter.lower()}" for letter in OPTION_LETTERS)
OF_SEVERAL_LINES = frozenset({"stem", "explanation", *OPTION_COLUMNS, *TARGET_COLUMNS})
"""The columns whose line breaks are kept; all others are one line."""
DATE_COLUMNS = ("document_date", "in_force_from", "in_force_to", "checked_on")


@dataclass(frozen=True)
class ReadQuestion:
    """What a line says: the question, its key, and what is wrong with it."""

    line: int
    code: str
    question: QuestionText | None
    answer: Answer
    faults: tuple[QuestionFault, ...]


def field_key(written: str) -> str:
    """The key of a field of questions: one of the usual ones, or made of its words."""
    known = {fold(words): key for key, words in FIELDS.items()}
    folded = fold(written)
    return known.get(folded) or re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:40]


def field_title(written: str) -> str:
    """The words of a field that is none of the usual ones; empty where they are its key."""
    key = field_key(written)
    return "" if key in FIELDS or written == key else written[:LONGEST_FIELD]


def field_said(text: QuestionText) -> str:
    """The field of a question in words."""
    return FIELDS.get(text.field) or text.field_title or text.field


def read_question(line: int, values: Mapping[str, str]) -> ReadQuestion:
    """Reads one line; what is not understood is a fault with its column, never an exception."""
    try:
        return _read({key: _cleaned(key, value) for key, value in values.items()}, line)
    except ControlCharacterRefused:
        fault = QuestionFault(FaultCode.CONTROL_CHARACTER, "stem")
        return ReadQuestion(line, "", None, Answer(), (fault,))


def _cleaned(column: str, written: str) -> str:
    return clean_lines(written) if column in OF_SEVERAL_LINES else clean(written)


def _read(values: Mapping[str, str], line: int) -> ReadQuestion:
    found: list[QuestionFault] = []
    kind = _one_of(KINDS, values, "kind", FaultCode.UNKNOWN_KIND, found)
    difficulty = _one_of(DIFFICULTIES, values, "difficulty", FaultCode.UNKNOWN_DIFFICULTY, found)
    audience = _one_of(AUDIENCES, values, "audience", FaultCode.UNKNOWN_AUDIENCE, found)
    if len(values["code"]) > LONGEST_CODE:
        found.append(QuestionFault(FaultCode.TOO_LONG, "code", {"most": str(LONGEST_CODE)}))
    topic = field_key(values["field"])
    if not topic:
        found.append(QuestionFault(FaultCode.UNKNOWN_FIELD, "field"))
    if kind is None:
        return ReadQuestion(line, values["code"], None, Answer(), tuple(found))
    media = read_media(values.get("media", ""))
    if media is None:
        found.append(QuestionFault(FaultCode.MEDIA_UNREADABLE, "media"))
    question = replace(
        _question(kind, values),
        field=topic,
        field_title=field_title(values["field"]),
        difficulty=difficulty or "medium",
        audience=audience or "all",
        media=media or (),
    )
    answer = read_answer(kind, values["right"], values["explanation"])
    answer = read_beside(kind, answer, values)
    found += [*faults(question, answer), *_unwhole_dates(values)]
    if values["code"] in question.never_with:
        found.append(QuestionFault(FaultCode.NEVER_WITH_ITSELF, "never_with"))
    return ReadQuestion(line, values["code"], question, answer, tuple(found))


def _question(kind: QuestionKind, values: Mapping[str, str]) -> QuestionText:
    return QuestionText(
        kind=kind,
        stem=values["stem"],
        field="",
        difficulty="",
        topic=values.get("topic", ""),
        options=_texts(values, OPTION_COLUMNS),
        targets=_texts(values, TARGET_COLUMNS),
        anchored=read_places(values["anchored"]),
        never_with=read_codes(values.get("never_with", "")),
        basis=_basis(values),
        longest=_words(values.get("longest", "")),
    )


def _one_of(
    words: Mapping[Name, str],
    values: Mapping[str, str],
    column: str,
    code: FaultCode,
    found: list[QuestionFault],
) -> Name | None:
    written = fold(values[column])
    for name, label in words.items():
        if written in {fold(label), fold(name)}:
            return name
    if not written and column != "kind":
        return None
    found.append(QuestionFault(code, column, {"written": values[column]}))
    return None


def _texts(values: Mapping[str, str], columns: Iterable[str]) -> tuple[str, ...]:
    texts = [values.get(column, "") for column in columns]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _words(written: str) -> int:
    """The most words of an essay: "500"; what is no number is beyond all limits."""
    number = number_of(written.removesuffix("từ")) if written else Decimal(0)
    return -1 if number is None or number != int(number) else int(number)


def read_codes(written: str) -> frozenset[str]:
    """Codes of questions as officials list them: "TTHC-001; TTHC-002"."""
    return frozenset(filter(None, (code.strip() for code in re.split(r"[;,|\n]", written))))


def _basis(values: Mapping[str, str]) -> LegalBasis:
    return LegalBasis(
        number=values["document_number"],
        title=values["document_title"],
        article=values["article"],
        clause=values["clause"],
        issued_on=_day(values["document_date"]),
        in_force_from=_day(values["in_force_from"]),
        in_force_to=_day(values["in_force_to"]),
        checked_on=_day(values["checked_on"]),
    )


def _unwhole_dates(values: Mapping[str, str]) -> Iterator[QuestionFault]:
    for column in DATE_COLUMNS:
        if values[column] and _day(values[column]) is None:
            yield QuestionFault(FaultCode.DATE_NOT_WHOLE, column, {"written": values[column]})


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else None
