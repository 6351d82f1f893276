"""Banks on their way into files: sealed data, with every key."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from hoithi.core.questions.records import QuestionText
from hoithi.documents.questions.notes import Outgoing
from hoithi.documents.questions.records import Attachment
from hoithi.documents.questions.written import Written, write_questions
from hoithi.documents.spreadsheets import write_table
from hoithi.files.models import StoredFile
from hoithi.files.queries import opened
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
    stored = {one.sha256: one for one in StoredFile.objects.filter(body=bank.body_id)}
    for code, (text, answer) in as_they_are(bank).items():
        row, named = table_row(code, text, answer), _apart(text)
        files = tuple(_sent(stored, named))
        yield Outgoing(code, row, named, answer, files)


def _apart(text: QuestionText) -> QuestionText:
    """The question whose files have each a name of its own, as other systems want them."""
    names = Counter(one.name for one in text.media)
    told = (
        replace(one, name=f"{place}-{one.name}") if names[one.name] > 1 else one
        for place, one in enumerate(text.media, start=1)
    )
    return replace(text, media=tuple(told))


def _sent(stored: Mapping[str, StoredFile], text: QuestionText) -> Iterator[Attachment]:
    """The bytes of its files; one that is no longer on disk travels as a note alone."""
    for one in text.media:
        try:
            with opened(stored[one.digest]) as source:
                yield Attachment(one.name, source.read(), one.description)
        except (KeyError, FileNotFoundError):
            continue
