"""Sends stored files: to be saved, never to be shown or run by the browser."""

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from hoithi.files import queries
from hoithi.files.facts import FileKind
from hoithi.files.models import StoredFile


def sent(stored: StoredFile) -> FileResponse:
    """The response for a file that a query gave to this person."""
    response = FileResponse(
        queries.opened(stored),
        as_attachment=True,
        filename=stored.name,
        content_type=stored.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def download(data: bytes, name: str, media_type: str = FileKind.XLSX.media_type) -> HttpResponse:
    """Bytes to be saved under a name."""
    response = HttpResponse(data, content_type=media_type)
    header = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Disposition"] = header or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response
