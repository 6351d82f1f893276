"""Points from a spreadsheet: the form to fill in, a file looked at before it is entered."""

from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.contests.models import Round
from hoithi.documents import spreadsheets
from hoithi.documents.spreadsheets import Out
from hoithi.files.models import StoredFile
from hoithi.judging import actions, queries
from hoithi.judging.actions.entering import part_entered
from hoithi.judging.facts import (
    HandPart,
    PointsReading,
    asks_passed,
    asks_points,
    columns_of,
    read_points,
)
from hoithi.judging.forms import GroundsForm
from hoithi.judging.models import EnteredPoints
from hoithi.judging.queries import Listed
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.points.entering import entered, grounds_form, page_again, see_newest
from hoithi.web.organiser.points.shown import about, beside, entrants_of, grounds_of, known
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.uploads import content, download, kept, reference, referred
from hoithi.web.tables import Asked, TableOut, table_view
from hoithi.wording.points import points_reasons

_LINES_SHOWN = 100
_MARKS = {True: "x", False: "không", None: ""}
"""As the form in which points are sent says it."""


@require_safe
@login_required
def points_template(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """The table to be filled in, with a line for everybody who takes part."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    held = part_entered(round_, part, at=at)
    columns = columns_of(held)
    rows = [
        [one.token, one.name, beside(one.unit, one.birth_year), *[""] * (len(columns) - 3)]
        for one in entrants_of(round_, part, at=at)
        if one.expected
    ]
    remarks = [f"{round_.title}: {held.title}", *(one.note for one in columns if one.note)]
    data = spreadsheets.write_table(_("BẢNG ĐIỂM"), columns, rows, remarks)
    return download(data, f"bang-diem-{key}-{part}.xlsx")


@table_view
def points_out(asked: Asked, slug: str, sheet: int) -> TableOut:
    """The points of a sheet, in the form in which they are taken in."""
    found = queries.sheet_for(asked.person, slug, sheet, *queries.READERS, at=asked.at)
    round_ = found.round
    part = part_entered(round_, found.part_key, at=asked.at)
    rows = (_points_line(part, line) for line in queries.lines_of(found))
    remarks = (round_.contest.title, f"{round_.title}: {part.title}")
    table = TableOut(_("BẢNG ĐIỂM"), columns_of(part), rows, remarks)
    name = f"bang-diem-{round_.key}-{part.key}-{found.number}"
    return table.called(name, round_.contest.body)


def _points_line(part: HandPart, line: EnteredPoints) -> list[Out]:
    points: list[Out] = [_short(line.points)] if asks_points(part) else []
    passed: list[Out] = [_MARKS[line.passed]] if asks_passed(part) else []
    one = line.entrant
    who = beside(one.unit.name if one.unit else "", one.birth_year)
    return [one.token, one.name, who, *points, *passed]


def _short(points: Decimal) -> Decimal:
    """35.5000 as 35.5, and 100.0000 as 100, not 1E+2."""
    return Decimal(f"{points.normalize():f}")


@require_POST
@login_required
def points_file(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """What the chosen file says line by line, or what is wrong with each line."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    held, entrants = part_entered(round_, part, at=at), entrants_of(round_, part, at=at)
    upload = Form(request.POST)
    with SaidOn(upload):
        file = kept(request, round_.contest.body)[0]
        read = read_points(content(file), file.name, held, known(entrants))
        page = _preview(round_, held, file, read, entrants)
        page["grounds"] = grounds_form(round_, part, is_correction=_is_correction(round_, part))
        status = 200 if read.usable else 422
        return render(request, "organiser/points/file.html", page, status=status)
    return page_again(request, round_, held, not_taken(upload))


def _preview(
    round_: Round, part: HandPart, file: StoredFile, read: PointsReading, entrants: list[Listed]
) -> dict[str, Any]:
    by_number = {one.pk: one for one in entrants}
    reasons = points_reasons(read)
    return {
        **about(round_, part),
        "file": file,
        "usable": read.usable,
        "lines": [(by_number[line.entrant], line) for line in read.lines] if read.usable else [],
        "reasons": list(reasons.items())[:_LINES_SHOWN],
        "more": max(0, len(reasons) - _LINES_SHOWN),
        "reference": reference([file], round_.contest.body),
    }


@require_POST
@login_required
@taken_once
def points_take(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Enters every line of the file that was shown, or none."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    held, entrants = part_entered(round_, part, at=at), entrants_of(round_, part, at=at)
    upload, form = Form(request.POST), _grounds(request, round_, part)
    with SaidOn(upload):
        file = referred(request, round_.contest.body)[0]
        read = read_points(content(file), file.name, held, known(entrants))
        if form.is_valid():
            lines = read.lines if read.usable else ()
            with SaidOn(form):
                grounds = grounds_of(request, form, round_.contest.body)
                by = request.user
                sheet = actions.enter_sheet(round_, part, lines, by=by, at=at, grounds=grounds)
                return entered(request, sheet)
        see_newest(form, round_, part)
        page = _preview(round_, held, file, read, entrants) | {"grounds": form}
        return render(request, "organiser/points/file.html", page, status=422)
    return page_again(request, round_, held, not_taken(upload))


def _grounds(request: SignedInRequest, round_: Round, part: str) -> GroundsForm:
    again = _is_correction(round_, part)
    return grounds_form(round_, part, is_correction=again, data=request.POST, files=request.FILES)


def _is_correction(round_: Round, part: str) -> bool:
    return queries.counted_sheet(round_, part) is not None


@require_POST
@login_required
def points_give_back(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """The same file as .xlsx with the column "Lý do"."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    held = part_entered(round_, part, at=at)
    file = referred(request, round_.contest.body)[0]
    data = content(file)
    read = read_points(data, file.name, held, known(entrants_of(round_, part, at=at)))
    returned = spreadsheets.give_back(data, file.name, points_reasons(read), read.table)
    return download(returned, f"{file.name.rpartition('.')[0]} - ly do.xlsx")
