"""What the pages of points have in common: the round, the part, the sheet and its differences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hoithi.contests.models import Round
from hoithi.judging import queries
from hoithi.judging.actions import Grounds
from hoithi.judging.actions.entering import part_entered
from hoithi.judging.facts import Difference, HandPart, TypedPoints, asks_passed, asks_points
from hoithi.judging.forms import GroundsForm
from hoithi.judging.models import EnteredPoints, PointsSheet
from hoithi.judging.queries import Listed
from hoithi.people.models import OrganisingBody
from hoithi.results.queries.advancing import qualified_for
from hoithi.web.organiser.two_persons import scan_stored
from hoithi.web.request import SignedInRequest


def grounds_of(request: SignedInRequest, form: GroundsForm, body: OrganisingBody) -> Grounds:
    """What a sheet rests on, as the form says it; a scan is kept first."""
    said, file = form.cleaned_data, form.cleaned_data.get("file")
    return Grounds(
        paper=scan_stored(request, body, file) if file else None,
        reason=said.get("reason", ""),
        document_number=said.get("document_number", ""),
        seen=said["seen"],
    )


def about(round_: Round, part: HandPart) -> dict[str, Any]:
    """What every page of a part shows."""
    return {
        "contest": round_.contest,
        "body": round_.contest.body,
        "round": round_,
        "part": part,
        "asks_points": asks_points(part),
        "asks_passed": asks_passed(part),
    }


def about_sheet(sheet: PointsSheet, *, at: datetime) -> dict[str, Any]:
    """What every page of a sheet shows: its lines by name, and what it changes."""
    part = part_entered(sheet.round, sheet.part_key, at=at)
    lines = queries.lines_of(sheet)
    changes = queries.changes(sheet) if sheet.reason else []
    return {
        **about(sheet.round, part),
        "sheet": sheet,
        "lines": lines,
        "given": queries.given_by_judges(sheet),
        "changes": named(changes, listed_of(lines), sheet, at=at),
    }


def entrants_of(round_: Round, part_key: str, *, at: datetime) -> list[Listed]:
    """Everyone for whom points can be entered, those expected in the round first."""
    return queries.entrants_to_enter(round_, part_key, qualified_for(round_, at=at), at=at)


def without_points(sheet: PointsSheet, *, at: datetime) -> list[Listed]:
    """Who is expected in the round and has no line in the sheet, by name."""
    typed = set(sheet.lines.values_list("entrant_id", flat=True))
    everyone = entrants_of(sheet.round, sheet.part_key, at=at)
    return [one for one in everyone if one.expected and one.pk not in typed]


def known(entrants: Sequence[Listed]) -> list[tuple[int, str, str]]:
    """Number, code and name of each, by which a file's lines are told apart."""
    return [(one.pk, one.token, one.name) for one in entrants]


def beside(unit: str, birth_year: int | None) -> str:
    """What tells people of one name apart: their unit and year of birth."""
    return ", ".join(str(one) for one in (unit, birth_year) if one)


def listed_of(lines: Iterable[EnteredPoints]) -> list[Listed]:
    """The entrants of a sheet's lines."""
    found = (line.entrant for line in lines)
    return [
        Listed(one.pk, one.token, one.name, one.unit.name if one.unit else "", one.birth_year)
        for one in found
    ]


@dataclass(frozen=True)
class NamedDifference:
    """An entrant and what stands on either side."""

    entrant: Listed
    first: TypedPoints | None
    second: TypedPoints | None


def named(
    found: Sequence[Difference], known: Sequence[Listed], sheet: PointsSheet, *, at: datetime
) -> list[NamedDifference]:
    """Differences with names; whoever is not among the known is looked up once."""
    by_number = {one.pk: one for one in known}
    if any(one.entrant not in by_number for one in found):
        everyone = queries.entrants_to_enter(sheet.round, sheet.part_key, at=at)
        by_number |= {one.pk: one for one in everyone}
    return [NamedDifference(by_number[one.entrant], one.first, one.second) for one in found]
