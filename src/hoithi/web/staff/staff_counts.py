"""Staff counts: a hundred returned tables at once, matched to their units."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.contests.queries import counting_units
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents import spreadsheets
from hoithi.kit import clock
from hoithi.people import actions, queries
from hoithi.people.facts.tables import COUNT_COLUMNS, TableRead
from hoithi.people.facts.units import CountsKnown, StaffLine
from hoithi.people.models import OrganisingBody
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import day_of, given_back, seen
from hoithi.web.staff.uploads import content, download, kept, reference, referred


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def staff_counts(request: SignedInRequest, body: str) -> HttpResponse:
    """The newest counts; drop returned tables here and see what each would say."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    on = day_of(request.POST.get("ngay", ""), local_day(at))
    context = {"body": owner, "on": on, "counts": queries.counts_by_unit(owner, on)}
    if request.method != "POST":
        return render(request, "staff/staff_counts.html", context)
    files = kept(request, owner)
    tables = [
        # Why a file goes back may lie in one before it, so they are read again together.
        replace(table, reference=reference(files[: place + 1], owner))
        for place, table in enumerate(seen(files, owner, _reader(owner, on, at)))
    ]
    clean = [table.file for table in tables if table.read.is_clean]
    said = frozenset().union(*(table.read.expected for table in tables))
    context |= {
        "tables": tables,
        "missing": queries.units_without_counts(owner, on, besides=said),
        "tep": reference(clean, owner) if clean else "",
    }
    return render(request, "staff/staff_counts.html", context)


@login_required
@require_POST
def staff_counts_take(request: SignedInRequest, body: str) -> HttpResponse:
    """Takes the clean tables that were shown, each whole."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    on = day_of(request.POST.get("ngay", ""), local_day(at))
    files, reader = referred(request, owner), _reader(owner, on, at)
    for file in files:
        read = reader(content(file), file.name)
        actions.take_count_table(owner, read, on, supplier=file.name, by=request.user, at=at)
    said = ngettext("Đã ghi nhận %s tệp.", "Đã ghi nhận %s tệp.", len(files))
    messages.success(request, said % len(files))
    return redirect("staff_counts", owner.slug)


@login_required
@require_POST
def staff_counts_give_back(request: SignedInRequest, body: str) -> HttpResponse:
    """A faulty table with its column of reasons."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    on = day_of(request.POST.get("ngay", ""), local_day(at))
    *before, faulty = referred(request, owner)
    reader = _reader(owner, on, at)
    for file in before:
        reader(content(file), file.name)
    return given_back(faulty, reader)


def _reader(
    owner: OrganisingBody, on: date, at: datetime
) -> Callable[[bytes, str], TableRead[StaffLine]]:
    """Reads the tables of one drop in their order: what a clean one counts stands for the next.
    Rules in force say whose count holds where two do."""
    decided = counting_units(owner, at=at)
    before: list[tuple[StaffLine, str]] = []

    def read(data: bytes, name: str) -> TableRead[StaffLine]:
        known = CountsKnown(decided, tuple(before))
        table = queries.counts_in_table(owner, data, name, on, known)
        if table.is_clean:
            before.extend((line, name) for line in table.items)
        return table

    return read


@login_required
@require_safe
def staff_counts_form(request: SignedInRequest, body: str) -> HttpResponse:
    """The table to send out, with every unit's code and name filled in."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    on = local_day(at)
    rows = [
        [branch.version.unit.code, branch.version.name, "", None, ""]
        for branch in queries.tree(owner, on)
    ]
    remarks = [_("Ghi số người có mặt đến ngày báo cáo vào cột Số người."), date_text(on)]
    data = spreadsheets.write_table("Số lượng người của đơn vị", COUNT_COLUMNS, rows, remarks)
    return download(data, f"so-luong-nguoi-{owner.slug}.xlsx")
