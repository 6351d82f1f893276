"""Taking an uploaded plan and reading it."""

from datetime import datetime

from django.db import transaction

from hoithi.core.founding.noticing import notice
from hoithi.core.plans.as_json import as_json
from hoithi.core.plans.reading import read_plan
from hoithi.documents.texts.read import read_text
from hoithi.documents.texts.records import TextReading
from hoithi.files import actions as files
from hoithi.files.actions import Upload
from hoithi.files.facts import FileKind, path_of
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody, Person
from hoithi.plans.facts import rows_of
from hoithi.plans.models import PlanDocument, Understood

KINDS = (FileKind.DOCX, FileKind.PDF, FileKind.TXT, FileKind.HTML)
_ROWS = 200


class PlanRefused(Refusal):
    """The text of the file cannot be taken out of it; `reading` says why."""

    def __init__(self, reading: TextReading) -> None:
        super().__init__(reason=reading.refused)
        self.reading = reading


def take(
    upload: Upload | bytes, name: str, *, body: OrganisingBody, by: Person | None, at: datetime
) -> PlanDocument:
    """Keeps the file under its hash; the same document of the body is the one already there.

    Refuses what is no document, is too big, renamed, damaged, a bomb or under a password.
    """
    stored = files.store(upload, name, body=body, by=by, at=at, allowed=KINDS)
    document, _ = PlanDocument.objects.get_or_create(
        body=body,
        sha256=stored.sha256,
        defaults={"file": stored, "uploaded_by": by, "uploaded_at": at},
    )
    return document


def read(document: PlanDocument, *, at: datetime) -> PlanDocument:
    """Reads the document and stores what was understood; one that was read stays as it is.

    Refuses a file without text. Takes the time of a task: up to two seconds.
    """
    if document.read_at is not None:
        return document
    taken = read_text(path_of(document.sha256).read_bytes())
    if taken.refused:
        document.delete()
        raise PlanRefused(taken)
    # A database keeps no NUL; a text has none to lose.
    text = taken.text.replace("\x00", " ")
    reading = read_plan(text)
    rows = rows_of(document, reading.facts, notice(text))
    doubts = as_json(reading)["doubts"]
    with transaction.atomic():
        locked = PlanDocument.objects.select_for_update().get(pk=document.pk)
        if locked.read_at is None:
            locked.text, locked.doubts, locked.read_at = text, doubts, at
            locked.save(update_fields=["text", "doubts", "read_at"])
            Understood.objects.bulk_create(rows, batch_size=_ROWS)
            facts = {"facts": len(rows), "doubts": len(doubts)}
            journal.record("plans.read", locked, by=locked.uploaded_by, at=at, facts=facts)
    return locked
