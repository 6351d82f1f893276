"""Sends stored files: to be saved, never to be shown or run by the browser."""

from django.http import FileResponse

from hoithi.files import queries
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
