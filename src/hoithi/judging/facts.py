"""Points sheets as records: what was typed, what differs between two typings, what a file says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import CheckPart, EnteredPart, JuryPart
from hoithi.core.rulebook.prizes import SpecialKind
from hoithi.core.rulebook.ranking import By
from hoithi.core.rulebook.windows import parts_in
from hoithi.core.vietnamese.text import words_key
from hoithi.documents.spreadsheets.read import read_table
from hoithi.documents.spreadsheets.records import Column, Kind, TableReading
from hoithi.judging.models import PointsSheet

HandPart = JuryPart | CheckPart | EnteredPart
"""A part whose points come from signed paper."""

COLUMNS = (
    Column("code", ("Mã số", "Mã", "Mã đội")),
    Column("name", ("Đội thi, đơn vị", "Đội thi", "Đơn vị", "Họ và tên", "Tên"), required=True),
    Column("points", ("Điểm", "Tổng điểm", "Số điểm"), required=True, kind=Kind.NUMBER),
    Column("passed", ("Đạt", "Kết quả đạt"), kind=Kind.MARK),
)
"""The table in which points are sent: by code where the file has it, else by name."""


@dataclass(frozen=True, slots=True)
class TypedPoints:
    """What somebody typed for one entrant."""

    entrant: int
    points: Decimal
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """An entrant for whom two typings do not agree; None where one has no line."""

    entrant: int
    first: TypedPoints | None
    second: TypedPoints | None


class Fault(StrEnum):
    """Why a line of a points sheet cannot be taken."""

    UNKNOWN_ENTRANT = "unknown_entrant"
    NAME_SHARED = "name_shared"
    """Several entrants have this name; the line needs the code."""
    ENTRANT_TWICE = "entrant_twice"
    BELOW_NOTHING = "below_nothing"
    ABOVE_MOST = "above_most"
    TOO_PRECISE = "too_precise"


@dataclass(frozen=True, slots=True)
class LineFault:
    """One faulty line: of the file (as the spreadsheet counts), or of the entrant typed."""

    fault: Fault
    line: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True)
class PointsReading:
    """What a file says: lines to enter only if nothing in it is faulty."""

    lines: tuple[TypedPoints, ...]
    faults: tuple[LineFault, ...]
    table: TableReading

    @property
    def usable(self) -> bool:
        """Whether every line can be taken: nothing is half-imported."""
        faulty = self.table.is_refused or self.table.faulty_lines or self.faults
        return bool(self.lines) and not faulty


def hand_parts(rulebook: Rulebook, round_key: str) -> tuple[HandPart, ...]:
    """The parts of a round whose points are entered from paper."""
    held = parts_in(rulebook, round_key)
    return tuple(part for part in held if isinstance(part, JuryPart | CheckPart | EnteredPart))


def judged_titles(rulebook: Rulebook) -> set[str]:
    """What the committee gives a value for: judged ranking keys, and tables it decides."""
    of_rounds = (key for round_ in rulebook.rounds for key in round_.ranking)
    keys = (*rulebook.ranking, *of_rounds, *rulebook.overall.keys)
    titles = {key.title or "" for key in keys if key.by is By.JUDGED}
    return titles | {t.title for t in rulebook.prizes if t.special is SpecialKind.DECIDED}


def typed_of(sheet: PointsSheet) -> list[TypedPoints]:
    """The lines of a sheet as they were typed. One query."""
    rows = sheet.lines.values_list("entrant_id", "points", "passed")
    return [TypedPoints(*row) for row in rows]


def differences(first: Iterable[TypedPoints], second: Iterable[TypedPoints]) -> list[Difference]:
    """Where two typings of one signed sheet do not agree, by entrant."""
    ours = {line.entrant: line for line in first}
    theirs = {line.entrant: line for line in second}
    return [
        Difference(entrant, ours.get(entrant), theirs.get(entrant))
        for entrant in sorted({*ours, *theirs})
        if ours.get(entrant) != theirs.get(entrant)
    ]


def faults_of(part: HandPart, lines: Sequence[TypedPoints], known: set[int]) -> list[LineFault]:
    """What makes lines impossible: who is not in the contest, twice, points out of range."""
    faults, seen = [], set()
    for number, line in enumerate(lines, start=1):
        if line.entrant in seen:
            faults.append(LineFault(Fault.ENTRANT_TWICE, number, str(line.entrant)))
        elif line.entrant not in known:
            faults.append(LineFault(Fault.UNKNOWN_ENTRANT, number, str(line.entrant)))
        elif fault := _fault_of_points(part, line.points):
            faults.append(LineFault(fault, number, str(line.points)))
        seen.add(line.entrant)
    return faults


def _fault_of_points(part: HandPart, points: Decimal) -> Fault | None:
    if not points.is_finite() or points < 0:
        return Fault.BELOW_NOTHING
    if part.most is not None and points > part.most:
        return Fault.ABOVE_MOST
    return Fault.TOO_PRECISE if points != round(points, 4) else None


def read_points(
    data: bytes, name: str, part: HandPart, entrants: Sequence[tuple[int, str, str]]
) -> PointsReading:
    """The points in a spreadsheet; `entrants` are number, code (token) and name of each.

    Bad input is answered with doubts and faults, never raised.
    """
    table = read_table(data, name, COLUMNS)
    codes = {code: entrant for entrant, code, _ in entrants}
    names: dict[str, list[int]] = {}
    for entrant, _, called in entrants:
        names.setdefault(words_key(called), []).append(entrant)
    lines, faults = [], []
    for row in table.rows:
        if row.line in table.faulty_lines:
            continue
        found = _entrant_of(row.values, codes, names)
        if isinstance(found, Fault):
            faults.append(LineFault(found, row.line, row.values["name"]))
            continue
        lines.append(TypedPoints(found, Decimal(row.values["points"]), _passed(row.values)))
    faults += _faults_at_lines(part, lines, table)
    return PointsReading(tuple(lines), tuple(faults), table)


def _entrant_of(
    values: Mapping[str, str], codes: Mapping[str, int], names: Mapping[str, list[int]]
) -> int | Fault:
    if values["code"]:
        return codes.get(values["code"], Fault.UNKNOWN_ENTRANT)
    found = names.get(words_key(values["name"]), [])
    if len(found) > 1:
        return Fault.NAME_SHARED
    return found[0] if found else Fault.UNKNOWN_ENTRANT


def _passed(values: Mapping[str, str]) -> bool | None:
    return {"1": True, "0": False}.get(values["passed"])


def _faults_at_lines(
    part: HandPart, lines: Sequence[TypedPoints], table: TableReading
) -> list[LineFault]:
    """The faults of the lines themselves, with the line of the file where it is known."""
    known = {line.entrant for line in lines}
    rows = [row.line for row in table.rows if row.line not in table.faulty_lines]
    aligned = len(rows) == len(lines)
    return [
        LineFault(fault.fault, rows[fault.line - 1] if aligned else 0, fault.what)
        for fault in faults_of(part, lines, known)
    ]
