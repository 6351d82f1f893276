"""Pictures, sounds and films that come inside a file of questions, by the rules of uploads."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from hoithi.core.questions.keys import written_media
from hoithi.core.questions.records import Media, MediaKind
from hoithi.documents.questions.records import Attachment, Problem, ReadQuestion, Unreadable
from hoithi.files import actions as files
from hoithi.files.facts import (
    MOST_BYTES,
    FileKind,
    FileRefused,
    Reason,
    kind_of_bytes,
    named_for,
)
from hoithi.files.models import StoredFile
from hoithi.people.models import Person
from hoithi.questions.models import Bank

PICTURES = frozenset({FileKind.PNG, FileKind.JPEG})
"""The kinds that a browser shows and a printed paper takes."""
RECORDINGS = frozenset({FileKind.MP3, FileKind.OGG, FileKind.MP4, FileKind.WEBM})
_PROBLEMS = {Reason.TOO_BIG: Problem.FILE_TOO_LARGE, Reason.BOMB: Problem.FILE_TOO_LARGE}


@dataclass(frozen=True)
class Arrived:
    """A file beside a stem as the bank would keep it; its bytes are without traces."""

    media: Media
    data: bytes


def arrived(question: ReadQuestion) -> tuple[Arrived, ...]:
    """The files of the question; nothing is written.

    Refuses (Unreadable, with the file's name) an address of the web, bytes that are not there,
    a file outside the stem, and what an upload by hand would not be taken for.
    """
    if question.remote:
        raise Unreadable(Problem.FILE_REMOTE, question.line, file=question.remote[0])
    beside = {one.name for one in question.attachments}
    for name in question.files:
        if name not in beside:
            raise Unreadable(Problem.FILE_ELSEWHERE, question.line, file=name[:200])
    found = {one.media.digest: one for one in map(_arrived, question.attachments)}
    return tuple(found.values())


def with_media(row: Mapping[str, str], come: Iterable[Arrived]) -> dict[str, str]:
    """The line with these files in its column, each once, behind those that it names already."""
    told = row.get("media", "")
    more = written_media(one.media for one in come if one.media.digest not in told)
    return {**row, "media": "|".join(filter(None, (told, more)))}


def digests_of(bank: Bank) -> set[str]:
    """The hashes of what the body of this bank has stored."""
    return set(StoredFile.objects.filter(body=bank.body_id).values_list("sha256", flat=True))


def keep(bank: Bank, come: Iterable[Arrived], *, by: Person | None, at: datetime) -> None:
    """Stores what is not there yet, as an upload by hand is stored."""
    there = digests_of(bank)
    for one in come:
        if one.media.digest in there:
            continue
        there.add(one.media.digest)
        allowed = PICTURES | RECORDINGS
        files.store(one.data, one.media.name, body=bank.body, by=by, at=at, allowed=allowed)


def _arrived(file: Attachment) -> Arrived:
    name = file.name[:200]
    if not file.data:
        raise Unreadable(Problem.FILE_NOT_HELD, file=name)
    kind = kind_of_bytes(file.data)
    if kind is None or kind not in PICTURES | RECORDINGS:
        raise Unreadable(Problem.FILE_KIND, file=name)
    if len(file.data) > MOST_BYTES:
        raise Unreadable(Problem.FILE_TOO_LARGE, file=name)
    try:
        data = files.cleaned(file.data) if kind in PICTURES else file.data
    except FileRefused as refused:
        problem = _PROBLEMS.get(refused.reason, Problem.FILE_DAMAGED)
        raise Unreadable(problem, file=name) from refused
    digest = hashlib.sha256(data).hexdigest()
    shown = MediaKind(kind.media_type.partition("/")[0])
    about = " ".join(file.description.split())
    return Arrived(Media(digest, named_for(file.name, kind), shown, about), data)
