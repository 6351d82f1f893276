"""Who read in a bank: for its head and for those who look over others' shoulders."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.kit import clock
from hoithi.questions import queries
from hoithi.questions.queries import WATCHERS
from hoithi.sittings.queries.readings import readings
from hoithi.web.organiser.bank.allowed import allowed
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.journal_rows import shown

_ON_A_PAGE = 50


@require_safe
@login_required
def bank_readings(request: SignedInRequest, bank: int) -> HttpResponse:
    """Every list, question, export and print: who, when, what; newest first."""
    at = clock.now()
    found = queries.bank_for(request.user, bank, *WATCHERS, at=at)
    name, what = request.GET.get("nguoi", "")[:120], request.GET.get("cau", "")[:60]
    page = Paginator(readings(found, name=name, what=what), _ON_A_PAGE).get_page(
        request.GET.get("trang")
    )
    context = {
        "bank": found,
        "page": page,
        "rows": shown(page),
        "name": name,
        "what": what,
        "may": allowed(request.user, found, at=at),
    }
    return render(request, "organiser/bank/readings.html", context)
