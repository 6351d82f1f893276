"""Banks on their way into files: sealed data, with every key."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hoithi.core.questions.records import Answer, Media, MediaKind, QuestionText
from hoithi.documents.questions.notes import Outgoing
from hoithi.documents.questions.records import Attachment
from hoithi.documents.questions.written import Written, write_questions
from hoithi.documents.spreadsheets import write_table
from hoithi.files.models import StoredFile
from hoithi.files.queries import opened
from hoithi.questions.actions.tables import as_they_are, export
from hoithi.questions.facts import table_row
from hoithi.questions.models import Bank

MOST_SENT = 12 * 1024 * 1024
"""Bytes of media in one file: even written as letters they stay within the 20 MB that are read."""
_Texts = Mapping[str, tuple[QuestionText, Answer]]


@dataclass(frozen=True)
class LeftBehind:
    """A file beside a stem that an exported file does not hold; a note names it there."""

    code: str
    name: str


def export_as(bank: Bank, form: Written) -> bytes:
    """The bank in this format with its keys; taking the file in again changes nothing.

    Media go with it up to `MOST_SENT`, pictures first; `left_behind` names the others.

    Whoever hands it out journals it with `record_export`.
    """
    title, issuer = bank.title, bank.body.name
    return write_questions(form, tuple(_outgoing(bank)), title=title, issuer=issuer)


def export_table(bank: Bank) -> bytes:
    """The same as the officials' table (.xlsx)."""
    found = export(bank)
    return write_table(found.title, found.columns, found.lines)


def left_behind(bank: Bank, form: Written | None) -> tuple[LeftBehind, ...]:
    """The files that an exported file of this form does not hold; the table (None) holds none."""
    texts = as_they_are(bank)
    fitting = _fitting(texts, _stored(bank)) if form in _HOLDING else frozenset()
    return tuple(
        LeftBehind(code, one.name)
        for code, one in _media(texts)
        if (code, one.digest) not in fitting
        or (form is Written.DOCX and one.kind is not MediaKind.IMAGE)
    )


_HOLDING = frozenset({Written.MOODLE_XML, Written.QTI, Written.DOCX})


def _media(texts: _Texts) -> Iterator[tuple[str, Media]]:
    for code, (text, _answer) in texts.items():
        for one in text.media:
            yield code, one


def _stored(bank: Bank) -> dict[str, StoredFile]:
    return {one.sha256: one for one in StoredFile.objects.filter(body=bank.body_id)}


def _fitting(texts: _Texts, stored: Mapping[str, StoredFile]) -> frozenset[tuple[str, str]]:
    """The media, by code and hash, that one file has room for: pictures before recordings."""
    asked = sorted(_media(texts), key=lambda each: each[1].kind is not MediaKind.IMAGE)
    room, fitting = MOST_SENT, set[tuple[str, str]]()
    for code, one in asked:
        size = stored[one.digest].size if one.digest in stored else MOST_SENT + 1
        if size <= room:
            room -= size
            fitting.add((code, one.digest))
    return frozenset(fitting)


def _outgoing(bank: Bank) -> Iterator[Outgoing]:
    stored, texts = _stored(bank), as_they_are(bank)
    fitting = _fitting(texts, stored)
    for code, (text, answer) in texts.items():
        row, named = table_row(code, text, answer), _apart(text)
        held = {
            one.digest: stored[one.digest] for one in text.media if (code, one.digest) in fitting
        }
        yield Outgoing(code, row, named, answer, tuple(_sent(held, named)))


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
