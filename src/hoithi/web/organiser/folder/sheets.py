"""What a folder is made of: papers that can be made, papers that cannot yet, what is missing.

A maker is a function from the facts of the campaign to its sheets, in the order of signing. Its
paper is an official document with dotted blanks, and `missing` names each blank that a page of the
site would fill.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hoithi.documents.official import Paper
from hoithi.files.models import StoredFile
from hoithi.plans.queries.folders import FolderFacts


@dataclass(frozen=True)
class Missing:
    """Something not known yet: what, on which page it is filled in, and the page's address.

    Without an address it is written into the paper itself.
    """

    what: str
    page: str = ""
    address: str = ""


@dataclass(frozen=True)
class Sheet:
    """One paper of the folder."""

    name: str
    """The name of its file without number and ending: "to-trinh-ban-hanh-ke-hoach"."""
    title: str
    signed_by: str
    paper: Paper | None = None
    """None while it cannot be made; `missing` says why."""
    missing: tuple[Missing, ...] = ()
    file: StoredFile | None = None
    """What was uploaded and is put in as it is, in place of a paper."""

    @property
    def is_there(self) -> bool:
        """Whether the folder holds it."""
        return self.paper is not None or self.file is not None


Maker = Callable[[FolderFacts], Iterable[Sheet]]
