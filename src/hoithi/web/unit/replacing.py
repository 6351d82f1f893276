"""Replacing the named list of a unit: what would change is shown, then somebody confirms."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hoithi.contests.models import Contest
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.actions.taking import Source, take_list
from hoithi.entries.models import UnitList
from hoithi.entries.queries import lists
from hoithi.entries.queries.replacing import list_changes
from hoithi.journal import actions as journal
from hoithi.kit import clock
from hoithi.people.models import UnitVersion
from hoithi.web.once import taken_once
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import Seen
from hoithi.web.staff.uploads import content, referred


def preview(
    request: SignedInRequest, contest: Contest, unit: UnitVersion, before: UnitList, table: Seen
) -> HttpResponse:
    """Who would be added, removed or changed; the journal keeps who read the list."""
    journal.record("entries.list_read", before, by=request.user, at=clock.now())
    shown = {
        "contest": contest,
        "unit": unit,
        "code": unit.unit.code,
        "table": table,
        "changes": list_changes(before, table.read.items),
    }
    response = render(request, "unit/replacing.html", shown)
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_POST
@taken_once
def replace_list(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """Takes the table that was shown, unless the list has changed since."""
    at: datetime = clock.now()
    contest, unit = lists.contact_unit(request.user, slug, code, at=at)
    file = referred(request, contest.body)[0]
    read = lists.named_lines(content(file), file.name, on=local_day(at))
    source = Source(file, request.POST.get("ban", ""))
    take_list(contest, unit.unit, read, by=request.user, at=at, source=source)
    messages.success(request, _("Đã thay danh sách: %s người.") % len(read.items))
    return redirect("named_list", slug, code)
