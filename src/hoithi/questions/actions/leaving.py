"""Banks on their way into files: sealed data, with every key."""

from collections.abc import Iterator

from hoithi.documents.questions.notes import Outgoing
from hoithi.documents.questions.written import Written, write_questions
from hoithi.documents.spreadsheets import write_table
from hoithi.questions.actions.tables import as_they_are, export
from hoithi.questions.facts import table_row
from hoithi.questions.models import Bank


def export_as(bank: Bank, form: Written) -> bytes:
    """The bank in this format with its keys; taking the file in again changes nothing.

    Whoever hands it out journals it with `record_export`.
    """
    title, issuer = bank.title, bank.body.name
    return write_questions(form, tuple(_outgoing(bank)), title=title, issuer=issuer)


def export_table(bank: Bank) -> bytes:
    """The same as the officials' table (.xlsx)."""
    found = export(bank)
    return write_table(found.title, found.columns, found.lines)


def _outgoing(bank: Bank) -> Iterator[Outgoing]:
    for code, (text, answer) in as_they_are(bank).items():
        yield Outgoing(code, table_row(code, text, answer), text, answer)
