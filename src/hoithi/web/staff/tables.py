"""Tables dropped on a page: what they would change is shown first; faulty ones go back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse

from hoithi.documents import spreadsheets
from hoithi.files.models import StoredFile
from hoithi.kit.date_fields import LAST_DAY, OLDEST_DAY
from hoithi.people.facts.tables import TableRead
from hoithi.people.models import OrganisingBody
from hoithi.web.staff.uploads import content, download, reference
from hoithi.wording.tables import fault_sentences

Reader = Callable[[bytes, str], TableRead[Any]]


@dataclass(frozen=True)
class Seen:
    """One table as it was read: what it says, and what is wrong in sentences by line."""

    file: StoredFile
    read: TableRead[Any]
    reasons: Mapping[int, str]
    reference: str
    """Names this one file to the address that gives it back."""


def seen(files: Sequence[StoredFile], body: OrganisingBody, reader: Reader) -> list[Seen]:
    """Reads every file; a file that cannot be read is among them with its reason."""
    found = []
    for file in files:
        read = reader(content(file), file.name)
        reasons = fault_sentences(read.faults)
        found.append(Seen(file, read, reasons, reference([file], body)))
    return found


def given_back(file: StoredFile, reader: Reader) -> HttpResponse:
    """The same table as .xlsx with the column "Lý do"."""
    name, data = with_reasons(file, reader(content(file), file.name))
    return download(data, name)


def with_reasons(file: StoredFile, read: TableRead[Any]) -> tuple[str, bytes]:
    """Name and bytes of the table with the column "Lý do", as it was read."""
    reasons = fault_sentences(read.faults)
    data = spreadsheets.give_back(content(file), file.name, reasons, read.reading)
    return f"{file.name.rpartition('.')[0]} - ly do.xlsx", data


def day_of(text: str, otherwise: date) -> date:
    """A day as a date field sends it; another text, or a year of no use, is as if none was sent."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return otherwise
    return day if OLDEST_DAY <= day <= LAST_DAY else otherwise
