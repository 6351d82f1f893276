"""The tasks of a campaign as a list, what presses most first."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.web.organiser.tasks.desk import desk
from hoithi.web.request import SignedInRequest

_ON_A_PAGE = 60


@require_safe
@login_required
def campaign_tasks(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Every task that is looked for, under how it stands to today."""
    seen = desk(request, body, number, "campaign_tasks")
    page = Paginator(seen.found, _ON_A_PAGE).get_page(request.GET.get("trang"))
    groups = [(how, list(rows)) for how, rows in groupby(page, key=lambda work: work.urgency)]
    shown = seen.shown | {"page": page, "groups": groups}
    return render(request, "organiser/tasks/list.html", shown)
