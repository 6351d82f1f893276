"""Builders of questions and their tables."""

from datetime import date

from hoithi.core.questions.records import Answer, LegalBasis, QuestionKind, QuestionText
from hoithi.documents.spreadsheets import write_csv, write_table
from hoithi.people.models import OrganisingBody, Person
from hoithi.questions import actions
from hoithi.questions.facts import COLUMNS, table_row
from hoithi.questions.models import Bank, DocumentChange, QuestionVersion
from tests import make
from tests.make import AT

BASIS = LegalBasis("61/2018/NĐ-CP", "Nghị định về cơ chế một cửa", "7", "1", date(2018, 4, 23))
TEXT = QuestionText(
    kind=QuestionKind.SINGLE,
    stem="Nơi nào tiếp nhận hồ sơ của người dân?",
    field="one-stop",
    difficulty="easy",
    options=("Bộ phận Một cửa", "Hội trường", "Nhà xe"),
    basis=BASIS,
)
ANSWER = Answer(places=frozenset({0}), explanation="Theo Điều 7.")


def bank(body: OrganisingBody | None = None, title: str = "Ngân hàng câu hỏi xã") -> Bank:
    """An empty bank."""
    return actions.create_bank(body or make.body(), title, by=None, at=AT)


def question(
    into: Bank, code: str = "MC-001", by: Person | None = None, text: QuestionText = TEXT
) -> QuestionVersion:
    """A question that waits for review."""
    return actions.add(into, code, text, ANSWER, by=by or make.person(), at=AT)


def table(*changes: dict[str, str]) -> bytes:
    """An .xlsx with a line for each change of a sound line."""
    lines = [table_row(f"MC-{n:03}", TEXT, ANSWER) | change for n, change in enumerate(changes, 1)]
    return write_table("Bảng", COLUMNS, ([line[one.key] for one in COLUMNS] for line in lines))


def exported(of: Bank, kind: str = "xlsx") -> bytes:
    """The bank as it is taken away."""
    found = actions.export(of)
    if kind == "csv":
        return write_csv(found.columns, found.lines)
    return write_table(found.title, found.columns, found.lines)


def ended(version: QuestionVersion, by: Person | None = None) -> DocumentChange:
    """The document that the question cites ended in July."""
    told = actions.Change("expired", version.document_number, date(2026, 7, 1), "118/2025/NĐ-CP")
    body = version.question.bank.body
    return actions.change_document(body, told, by=by or make.person(), at=AT)
