"""The journal for those who look over others' shoulders."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from hoithi.journal import queries as journal
from hoithi.kit import clock
from hoithi.people import queries
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.journal_rows import shown
from hoithi.wording.journal import deed_choices

_ON_A_PAGE = 50


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def journal_view(request: SignedInRequest) -> HttpResponse:
    """Entries by deed and person, newest first; sent as a form, the chain is proved."""
    at = clock.now()
    entries = queries.journal_entries(request.user, at)
    if deed := request.GET.get("viec", ""):
        entries = entries.filter(deed__startswith=deed)
    if name := request.GET.get("nguoi", ""):
        entries = entries.filter(person_name__icontains=name)
    page = Paginator(entries, _ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": shown(page),
        "head": journal.chain_head(),
        "proved": request.method == "POST",
        "broken": journal.verify_chain(at) if request.method == "POST" else None,
        "deed": deed,
        "name": name,
        "deeds": list(deed_choices()),
    }
    return render(request, "staff/journal.html", context)
