"""Units from tables and into them."""

from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents import spreadsheets
from hoithi.kit import clock
from hoithi.people import actions, queries
from hoithi.people.facts.tables import UNIT_COLUMNS
from hoithi.people.models import UnitVersion
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import day_of, given_back, seen
from hoithi.web.staff.uploads import content, kept, reference, referred
from hoithi.web.tables import Asked, TableOut, table_view


@table_view
def units_export(asked: Asked, body: str) -> TableOut:
    """All units of a day, in the form in which they are taken again; an empty list is a form."""
    owner = queries.body_administered(asked.person, body, at=asked.at)
    on = day_of(asked.query.get("ngay", ""), local_day(asked.at))
    rows = (_row(branch.version) for branch in queries.tree(owner, on))
    remarks = [f"{owner.name}, ngày {date_text(on)}"]
    table = TableOut("Danh sách đơn vị", UNIT_COLUMNS, rows, remarks)
    form = partial(spreadsheets.template, UNIT_COLUMNS, table.title)
    return replace(table.called(f"don-vi-{owner.slug}-{on}", owner), empty=form)


def _row(version: UnitVersion) -> list[spreadsheets.Out]:
    parent = version.parent.code if version.parent else ""
    kind = UnitKind(version.kind).label
    return [version.unit.code, version.name, kind, parent, version.valid_from, version.source]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def units_import(request: SignedInRequest, body: str) -> HttpResponse:
    """Choose a table, see what would be added or changed from which day."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    on = day_of(request.POST.get("ngay", ""), local_day(at))
    if request.method != "POST":
        return render(request, "staff/units_import.html", {"body": owner, "on": on})
    files = kept(request, owner)[:1]
    tables = seen(files, owner, partial(queries.units_in_table, owner, on=on))
    context = {"body": owner, "on": on, "tables": tables, "tep": reference(files, owner)}
    status = 200 if all(table.read.is_clean for table in tables) else 422
    return render(request, "staff/units_import.html", context, status=status)


@login_required
@require_POST
def units_take(request: SignedInRequest, body: str) -> HttpResponse:
    """Takes the table that was shown: all of it, or nothing."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    on = day_of(request.POST.get("ngay", ""), local_day(at))
    file = referred(request, owner)[0]
    read = queries.units_in_table(owner, content(file), file.name, on)
    number = actions.take_units(owner, read, on, by=request.user, at=at)
    messages.success(request, _("Đã ghi nhận %s đơn vị.") % number)
    return redirect("body_units", owner.slug)


@login_required
@require_POST
def units_give_back(request: SignedInRequest, body: str) -> HttpResponse:
    """The table with its column of reasons."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    reader = partial(queries.units_in_table, owner, on=local_day(at))
    return given_back(referred(request, owner)[0], reader)
