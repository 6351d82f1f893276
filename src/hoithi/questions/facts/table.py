"""The columns of the officials' table of questions, and the line of each question."""

from collections.abc import Iterable, Mapping
from datetime import date

from hoithi.core.questions.keys import (
    KEEPS_MARKS,
    written_answer,
    written_beside,
    written_media,
    written_places,
)
from hoithi.core.questions.records import Answer, QuestionText
from hoithi.core.questions.rows import (
    AUDIENCES,
    DIFFICULTIES,
    KINDS,
    OPTION_COLUMNS,
    OPTION_LETTERS,
    TARGET_COLUMNS,
    field_said,
)
from hoithi.documents.spreadsheets import Column, Kind

COLUMNS = (
    Column("code", ("Mã câu hỏi", "Mã", "Mã số"), required=True),
    Column("kind", ("Loại câu hỏi", "Loại"), required=True, choices=tuple(KINDS.values())),
    Column("field", ("Lĩnh vực", "Chủ đề"), required=True),
    Column("topic", ("Chủ đề trong lĩnh vực", "Chuyên đề", "Chủ đề cụ thể")),
    Column("difficulty", ("Mức độ", "Độ khó"), choices=tuple(DIFFICULTIES.values())),
    Column("audience", ("Đối tượng",), choices=tuple(AUDIENCES.values())),
    Column("stem", ("Nội dung câu hỏi", "Câu hỏi", "Nội dung"), True, Kind.LINES),
    *(
        Column(
            f"option_{letter.lower()}",
            (f"Phương án {letter}", f"Đáp án {letter}", letter),
            kind=Kind.LINES,
        )
        for letter in OPTION_LETTERS
    ),
    *(
        Column(key, (f"Vế ghép {number}", f"Vế {number}"), kind=Kind.LINES)
        for number, key in enumerate(TARGET_COLUMNS, 1)
    ),
    Column("anchored", ("Phương án cố định",)),
    Column("right", ("Đáp án", "Đáp án đúng")),
    Column("weights", ("Tỷ lệ điểm từng phương án (%)", "Tỷ lệ điểm")),
    Column("diacritics", ("Phân biệt dấu",), choices=(KEEPS_MARKS, "Không")),
    Column("longest", ("Số từ tối đa",)),
    Column("media", ("Tệp kèm theo",)),
    Column("document_number", ("Số ký hiệu văn bản", "Số, ký hiệu văn bản", "Văn bản")),
    Column("document_title", ("Tên văn bản", "Trích yếu")),
    Column("article", ("Điều",)),
    Column("clause", ("Khoản",)),
    Column("document_date", ("Ngày văn bản", "Ngày ban hành"), kind=Kind.DATE),
    Column("in_force_from", ("Ngày có hiệu lực", "Hiệu lực từ"), kind=Kind.DATE),
    Column("in_force_to", ("Ngày hết hiệu lực", "Hiệu lực đến"), kind=Kind.DATE),
    Column("checked_on", ("Ngày tra cứu hiệu lực",), kind=Kind.DATE),
    Column("never_with", ("Không cùng đề với", "Không ra cùng đề với")),
    Column("explanation", ("Giải thích", "Ghi chú"), kind=Kind.LINES),
)
"""The officials' table of questions: one form for import, export and the empty template."""
USUAL_OPTIONS = 4
_RARE = frozenset(
    {
        *OPTION_COLUMNS[USUAL_OPTIONS:],
        *TARGET_COLUMNS,
        "weights",
        "diacritics",
        "longest",
        "media",
        "topic",
    }
)
"""Columns that are left out of a table in which nothing stands in them."""


def columns_for(most_options: int = USUAL_OPTIONS) -> tuple[Column, ...]:
    """The columns that a table with so many options a question shows: four at least."""
    shown = frozenset(OPTION_COLUMNS[:most_options])
    return tuple(column for column in COLUMNS if column.key not in _RARE - shown)


def columns_of(rows: Iterable[Mapping[str, str]]) -> tuple[Column, ...]:
    """The columns in which any of these lines has something, and those that are always there."""
    filled = frozenset(key for row in rows for key, value in row.items() if value)
    return tuple(column for column in COLUMNS if column.key not in _RARE - filled)


def table_row(code: str, text: QuestionText, answer: Answer) -> dict[str, str]:
    """The line of the table that reads back as this question."""
    basis = text.basis
    return {
        "code": code,
        "kind": KINDS[text.kind],
        "field": field_said(text),
        "topic": text.topic,
        "difficulty": DIFFICULTIES[text.difficulty],
        "audience": AUDIENCES[text.audience],
        "stem": text.stem,
        **_filled(OPTION_COLUMNS, text.options),
        **_filled(TARGET_COLUMNS, text.targets),
        "anchored": written_places(text.anchored),
        "right": written_answer(text.kind, answer),
        **written_beside(answer),
        "longest": str(text.longest or ""),
        "media": written_media(text.media),
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


def _filled(columns: tuple[str, ...], texts: tuple[str, ...]) -> dict[str, str]:
    there = dict(zip(columns, texts, strict=False))
    return {column: there.get(column, "") for column in columns}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
