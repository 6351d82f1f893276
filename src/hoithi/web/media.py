"""Pictures, sounds and films of questions: taken from a form, sent to a page piece by piece."""

import re
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

from hoithi.files import actions, queries
from hoithi.files.facts import FileRefused, Reason
from hoithi.files.models import StoredFile
from hoithi.people.models import OrganisingBody, Person
from hoithi.questions.actions.arriving import PICTURES, RECORDINGS
from hoithi.web import photographs

ACCEPTED = "image/png,image/jpeg,audio/mpeg,audio/ogg,video/mp4,video/webm"
_ENDINGS = (".png", ".jpg", ".jpeg")
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})", re.ASCII)
_LONGEST_PIECE = 4 * 1024 * 1024


def taken(file: UploadedFile[Any], *, body: OrganisingBody, by: Person, at: datetime) -> StoredFile:
    """Stores a picture without what tells where it was taken, a sound or a film as it is.

    Refuses (FileRefused) every other kind by its bytes, what is damaged, and what is too large.
    """
    if (file.name or "").lower().endswith(_ENDINGS):
        return photographs.stored([file], body=body, by=by, at=at, kinds=PICTURES)[0]
    name = file.name or "tep"
    try:
        return actions.store(file, name, body=body, by=by, at=at, allowed=RECORDINGS)
    except FileRefused as refused:
        if refused.reason is not Reason.KIND_NOT_ALLOWED:
            raise
        # Whoever sent another kind of picture is told of the pictures that are taken, too.
        allowed = sorted(PICTURES | RECORDINGS)
        raise FileRefused(refused.reason, name=name, allowed=allowed) from refused


def sent(request: HttpRequest, file: StoredFile) -> HttpResponseBase:
    """The file, kept by the device for a day: its address names its bytes, so they never change.

    Players ask for pieces of a film; a piece is at most 4 MB.
    """
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    response = _piece(file, int(asked[1]), asked[2]) if asked else _whole(file)
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response


def _whole(file: StoredFile) -> HttpResponseBase:
    return FileResponse(queries.opened(file), content_type=file.media_type)


def _piece(file: StoredFile, first: int, written_last: str) -> HttpResponse:
    last = min(int(written_last or file.size), first + _LONGEST_PIECE - 1, file.size - 1)
    if first > last:
        refused = HttpResponse(status=416)
        refused["Content-Range"] = f"bytes */{file.size}"
        return refused
    with queries.opened(file) as source:
        source.seek(first)
        data = source.read(last - first + 1)
    response = HttpResponse(data, status=206, content_type=file.media_type)
    response["Content-Range"] = f"bytes {first}-{last}/{file.size}"
    return response
