"""Taking uploads: checked, hashed, on disk before the row says so."""

import hashlib
import io
import os
import tempfile
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from django.conf import settings
from django.db import transaction

from hoithi.files.facts import (
    MOST_BYTES,
    FileKind,
    FileRefused,
    Reason,
    checked_kind,
    clean_name,
    path_of,
)
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.people.models import OrganisingBody, Person

_PIECE = 1024 * 1024


class Upload(Protocol):
    """Anything that gives its bytes in pieces."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


def store(
    upload: Upload | bytes,
    name: str,
    *,
    body: OrganisingBody,
    by: Person | None,
    at: datetime,
    allowed: Collection[FileKind],
) -> StoredFile:
    """Keep an upload under its hash. Refuses empty, too big, damaged, foreign and renamed files.

    The bytes never pass through memory as a whole, are readable by the server alone and never
    executable, and are on disk before the row is. `allowed` is the kinds that this place takes.
    """
    called = clean_name(name)
    source = io.BytesIO(upload) if isinstance(upload, bytes) else upload
    sha256, size, kind = _taken(source, called, frozenset(allowed))
    return _recorded(
        StoredFile(
            body=body,
            name=called,
            media_type=kind.media_type,
            size=size,
            sha256=sha256,
            uploaded_by=by,
            uploaded_at=at,
        )
    )


def _taken(source: Upload, name: str, allowed: frozenset[FileKind]) -> tuple[str, int, FileKind]:
    """Brings the bytes to their place; what is refused leaves nothing on disk."""
    incoming = Path(settings.MEDIA_ROOT) / "incoming"
    incoming.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, path_text = tempfile.mkstemp(dir=incoming)
    path = Path(path_text)
    try:
        with os.fdopen(handle, "wb") as file:
            sha256, size = _copied(source, file)
        kind = checked_kind(path, name, allowed)
        _settle(path, path_of(sha256))
    finally:
        path.unlink(missing_ok=True)
    return sha256, size, kind


def _copied(source: Upload, file: BinaryIO) -> tuple[str, int]:
    """Copies to disk with fsync; stops at the first byte over the limit."""
    digest, size = hashlib.sha256(), 0
    while piece := source.read(_PIECE):
        size += len(piece)
        if size > MOST_BYTES:
            raise FileRefused(Reason.TOO_BIG, at_most=MOST_BYTES // 1024**2)
        digest.update(piece)
        file.write(piece)
    if not size:
        raise FileRefused(Reason.EMPTY)
    file.flush()
    os.fsync(file.fileno())
    return digest.hexdigest(), size


def _settle(path: Path, place: Path) -> None:
    """Moves the file to its place and makes the move itself last."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.replace(place)
    for folder in (place.parent, place.parent.parent):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@transaction.atomic
def _recorded(stored: StoredFile) -> StoredFile:
    stored.save()
    journal.record(
        "files.stored",
        stored,
        by=stored.uploaded_by,
        at=stored.uploaded_at,
        facts={"sha256": stored.sha256, "size": stored.size},
    )
    return stored
