"""Reading what was stored; whether somebody may is the owning feature's query."""

from typing import BinaryIO

from hoithi.files.facts import path_of
from hoithi.files.models import StoredFile


def opened(stored: StoredFile) -> BinaryIO:
    """The bytes of a stored file, to be closed by the caller."""
    return path_of(stored.sha256).open("rb")
