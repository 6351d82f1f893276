"""Photographs that come with a form: cleaned of their traces, stored, shown again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse

from hoithi.documents.photographs import NotAPhotograph, TooManyPoints, without_traces
from hoithi.files import actions, queries
from hoithi.files.facts import FileKind, FileRefused, Reason
from hoithi.files.models import StoredFile
from hoithi.people.models import OrganisingBody, Person

PICTURES = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.WEBP})
MOST_MEGABYTES = 12
_MOST = MOST_MEGABYTES * 1024 * 1024


def stored(
    files: Iterable[UploadedFile[Any]],
    *,
    body: OrganisingBody,
    by: Person | None,
    at: datetime,
    kinds: frozenset[FileKind] = PICTURES,
) -> list[StoredFile]:
    """Stores photographs of these kinds without what tells where they were taken.

    Refuses (FileRefused) what is over 12 MB, no whole JPEG, PNG or WebP, or larger than cameras
    make, before any of them is stored.
    """
    clean = [(one.name or "anh.jpg", _cleaned(one)) for one in files]
    return [
        actions.store(data, name, body=body, by=by, at=at, allowed=kinds) for name, data in clean
    ]


def _cleaned(file: UploadedFile[Any]) -> bytes:
    """The bytes without traces; those of no picture as they are, for the store to say what is wrong
    with them."""
    data: bytes = file.read(_MOST + 1)
    if len(data) > _MOST:
        raise FileRefused(Reason.TOO_BIG, at_most=MOST_MEGABYTES)
    try:
        return without_traces(data)
    except TooManyPoints as error:
        raise FileRefused(Reason.BOMB) from error
    except NotAPhotograph as error:
        if data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"RIFF")):
            raise FileRefused(Reason.DAMAGED) from error
        return data


def shown(file: StoredFile) -> FileResponse:
    """A photograph within a page, for whom a query gave it to."""
    response = FileResponse(queries.opened(file), content_type=file.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response
