"""Tables dropped on a page: kept as they came, read again when the person confirms."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from hoithi.files import actions, queries
from hoithi.files.facts import (
    FileKind,
    FileRefused,
    NoFile,
    TooManyFiles,
    UploadOver,
    clean_name,
)
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.people.models import OrganisingBody
from hoithi.web.files import download as download  # for those who take uploads
from hoithi.web.request import SignedInRequest

TABLES = frozenset({FileKind.XLSX, FileKind.XLS, FileKind.CSV})
MOST_FILES = 100
_SALT = "web.staff.uploads"
_A_DAY = 24 * 3600


@dataclass(frozen=True)
class NotKept:
    """One file of several that is no table: its name, and why it was left out."""

    name: str
    refusal: FileRefused


def kept(
    request: SignedInRequest, body: OrganisingBody, allowed: frozenset[FileKind] = TABLES
) -> list[StoredFile]:
    """Stores every chosen file. Refuses none, more than a hundred, and kinds that are not taken."""
    return [_stored(file, request, body, allowed) for file in _chosen(request)]


def kept_one_by_one(
    request: SignedInRequest, body: OrganisingBody
) -> tuple[list[StoredFile], list[NotKept]]:
    """Stores the tables among the chosen files; one that is no table does not stop the others.

    Refuses none at all, and more than a hundred.
    """
    taken, left_out = [], []
    for file in _chosen(request):
        try:
            taken.append(_stored(file, request, body, TABLES))
        except FileRefused as refusal:
            left_out.append(NotKept(clean_name(file.name or ""), refusal))
    return taken, left_out


def _chosen(request: SignedInRequest) -> list[UploadedFile[Any]]:
    chosen = request.FILES.getlist("tep")
    if not chosen:
        raise NoFile
    if len(chosen) > MOST_FILES:
        raise TooManyFiles(at_most=MOST_FILES)
    return chosen


def _stored(
    file: UploadedFile[Any],
    request: SignedInRequest,
    body: OrganisingBody,
    allowed: frozenset[FileKind],
) -> StoredFile:
    name, at = file.name or "", clock.now()
    return actions.store(file, name, body=body, by=request.user, at=at, allowed=allowed)


def reference(stored: Iterable[StoredFile], body: OrganisingBody) -> str:
    """What the page of a preview sends back to name the files it showed."""
    return signing.dumps([body.pk, [file.pk for file in stored]], salt=_SALT)


def referred(request: HttpRequest, body: OrganisingBody) -> list[StoredFile]:
    """The files of a preview. Refuses a reference that is old or of another body."""
    try:
        owner, ids = signing.loads(request.POST["tep"], salt=_SALT, max_age=_A_DAY)
    except (signing.BadSignature, KeyError) as error:
        raise UploadOver from error
    if owner != body.pk:
        raise UploadOver
    by_id = StoredFile.objects.filter(body=body).in_bulk(ids)
    return [by_id[number] for number in ids]


def content(stored: StoredFile) -> bytes:
    """The bytes of a table."""
    with queries.opened(stored) as file:
        return file.read()
