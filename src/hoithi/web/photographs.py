"""Photographs that come with a form: cleaned of their traces, stored, shown again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse

from hoithi.files import actions, queries
from hoithi.files.facts import FileKind
from hoithi.files.models import StoredFile
from hoithi.people.models import OrganisingBody, Person

PICTURES = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.WEBP})


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
    read = ((one.name or "anh.jpg", one.read(actions.MOST_OF_PICTURE + 1)) for one in files)
    clean = [(name, actions.cleaned(data)) for name, data in read]
    return [
        actions.store(data, name, body=body, by=by, at=at, allowed=kinds) for name, data in clean
    ]


def shown(file: StoredFile) -> FileResponse:
    """A photograph within a page, for whom a query gave it to."""
    response = FileResponse(queries.opened(file), content_type=file.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response
