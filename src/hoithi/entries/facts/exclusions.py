"""The list of those excluded as a table and as typed, and why a line cannot be taken."""

from dataclasses import dataclass
from datetime import date

from hoithi.core.entering.values import read_value
from hoithi.core.rulebook.entry import IdentityKind
from hoithi.core.vietnamese.identifiers import IdentityRefused
from hoithi.documents.spreadsheets import Column, Kind
from hoithi.kit.refusals import Refusal

EXCLUSION_COLUMNS = (
    Column("name", ("Họ và tên", "Họ tên"), required=True),
    Column("birth_year", ("Năm sinh", "Ngày sinh"), kind=Kind.DATE),
    Column("phone", ("Điện thoại", "Số điện thoại"), kind=Kind.PHONE),
    Column("post", ("Chức vụ, đơn vị", "Chức vụ", "Đơn vị"), note="Chỉ để tham khảo"),
)
_READ = {
    "name": IdentityKind.FULL_NAME,
    "birth_year": IdentityKind.BIRTH_YEAR,
    "phone": IdentityKind.PHONE,
}


@dataclass(frozen=True)
class Named:
    """A line of the list as typed; birth year or telephone may be empty, not both."""

    name: str
    birth_year: str = ""
    phone: str = ""


class LineWrong(Refusal):
    """A line of a table of people cannot be taken (`field`, `code`)."""


def values_of(named: Named, *, on: date) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The line as the door compares it, and what is wrong with it: pairs of field and code."""
    values: dict[str, str] = {}
    problems: list[tuple[str, str]] = []
    for field, kind in _READ.items():
        text = getattr(named, field)
        if not text.strip():
            continue
        try:
            values[kind] = read_value(kind, text, on=on)
        except IdentityRefused as refused:
            problems.append((field, refused.fault))
    if not named.name.strip():
        problems.append(("name", "missing"))
    if not named.birth_year.strip() and not named.phone.strip():
        problems.append(("birth_year", "birth_or_phone_missing"))
    return values, problems
