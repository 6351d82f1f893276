"""The named list of a unit as a table, as rows, and as records that can be matched."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from hoithi.core.roster import RosterContestant, RosterLine
from hoithi.core.vietnamese.text import words_key
from hoithi.core.vietnamese.typed_dates import PartialDate
from hoithi.documents.spreadsheets import Column, Kind
from hoithi.documents.spreadsheets.records import Doubt, Reason, TableReading
from hoithi.entries.models import Entrant, ListedPerson, UnitList
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import opened

LIST_COLUMNS = (
    Column("full_name", ("Họ và tên", "Họ tên"), required=True),
    Column("born", ("Ngày sinh", "Năm sinh"), kind=Kind.DATE),
    Column("post", ("Chức vụ", "Chức danh", "Vị trí việc làm")),
    Column("exempt", ("Lý do miễn", "Miễn tham gia"), note="Ghi lý do nếu người này được miễn"),
)
DROPPED_COLUMNS = (
    *LIST_COLUMNS,
    Column("unit", ("Mã đơn vị", "Tên đơn vị", "Đơn vị"), note="Mã đơn vị; cả tệp là một đơn vị"),
)


_YOUNGEST, _OLDEST = 5, 110
"""Years; who is younger or older is a slip of the keyboard, or a number read as a day."""


class UnitNotTold(Refusal):
    """Neither a column nor the name of the file says of which unit the list is."""


class UnitNotFound(Refusal):
    """No unit of the contest has this code or name (`name`)."""


class SeveralUnits(Refusal):
    """One file holds people of several units (`units`)."""


class UnitTwice(Refusal):
    """Two files dropped together are of one unit (`name`)."""


class ListStale(Refusal):
    """The unit's list is not the one that was looked at: somebody replaced or changed it."""


@dataclass(frozen=True)
class NamedLine:
    """A person as a line of the unit's table states it."""

    line: int
    full_name: str
    born: str
    """ "1990-03-05", "1990-03", "1990", or nothing."""
    post: str
    exempt: str


def with_births(reading: TableReading, *, on: date) -> TableReading:
    """The reading in which a birth that nobody living has is a fault of its line."""
    doubts = [
        Doubt(
            Reason.UNLIKELY_BIRTH,
            row.line,
            "born",
            {"heading": LIST_COLUMNS[1].heading, "value": born_shown(born)},
        )
        for row in reading.rows
        if (born := read_born(row.values["born"]))
        and not on.year - _OLDEST <= born.year <= on.year - _YOUNGEST
    ]
    return replace(reading, doubts=(*reading.doubts, *doubts))


def sealed_fields(line: NamedLine) -> dict[str, str]:
    """What is sealed of a listed person."""
    name = words_key(line.full_name)
    return {"full_name": line.full_name, "name": name, "born": line.born}


def keyed(people: Iterable[ListedPerson]) -> dict[tuple[str, str], ListedPerson | None]:
    """People by folded name and birth; None for what several share: one cannot tell which."""
    found: dict[tuple[str, str], ListedPerson | None] = {}
    for one in people:
        fields = opened(one.identity) if one.identity else {}
        key = fields.get("name", ""), fields.get("born", "")
        found[key] = None if key in found else one
    return found


def stamp_of(unit_list: UnitList | None) -> str:
    """Names a list as it stands now; nothing where there is none."""
    return f"{unit_list.pk}-{unit_list.revision}" if unit_list else ""


def roster_line(listed: ListedPerson, unit_code: str) -> RosterLine:
    """The listed person as it is matched; an erased one has no name and matches nobody."""
    fields = opened(listed.identity) if listed.identity else {}
    born = read_born(fields.get("born", ""))
    return RosterLine(listed.pk, fields.get("full_name", ""), unit_code, born, listed.post)


def roster_contestant(entrant: Entrant) -> RosterContestant:
    """The entrant as it is matched."""
    fields = opened(entrant.identity) if entrant.identity else {}
    born = fields.get("birth_date") or fields.get("birth_year") or ""
    code = entrant.unit.unit.code if entrant.unit else ""
    return RosterContestant(entrant.pk, fields.get("full_name", ""), code, read_born(born))


def read_born(text: str) -> PartialDate | None:
    """The date as far as "1990-03-05", "1990-03" or "1990" states it."""
    pieces = [int(piece) for piece in text.split("-") if piece.isdecimal()]
    return PartialDate(*pieces) if pieces else None


def born_shown(born: PartialDate | None) -> str:
    """ "05/03/1990", "03/1990", "1990", or nothing: as far as it is known."""
    if born is None:
        return ""
    pieces = [f"{one:02}" for one in (born.day, born.month) if one is not None]
    return "/".join([*pieces, str(born.year)])


def twin_lines(lines: Iterable[NamedLine]) -> list[tuple[int, ...]]:
    """The numbers of lines that state one name and one birth, so that somebody looks at them."""
    found: dict[tuple[str, str], list[int]] = {}
    for one in lines:
        found.setdefault((words_key(one.full_name), one.born), []).append(one.line)
    return [tuple(numbers) for numbers in found.values() if len(numbers) > 1]
