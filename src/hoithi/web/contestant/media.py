"""Files beside the stems of a paper, for the device of whoever has the paper."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from hoithi.contests.queries import announced
from hoithi.files.models import StoredFile
from hoithi.sittings.queries.media import file_in_papers
from hoithi.web.contestant import devices
from hoithi.web.media import sent


@require_safe
def show(request: HttpRequest, slug: str, digest: str) -> HttpResponseBase:
    """A picture, a sound or a film; for everybody else it is not there."""
    contest = announced(slug)
    entrant = devices.entrant_of(request, contest)
    if entrant is None:
        raise StoredFile.DoesNotExist
    return sent(request, file_in_papers(entrant, digest))
