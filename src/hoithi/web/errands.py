"""The page on which somebody waits for what the worker makes, and the file that comes of it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hoithi.files import actions, queries
from hoithi.files.facts.errands import Wanted
from hoithi.kit import clock
from hoithi.web.files import download
from hoithi.web.jobs import send
from hoithi.web.request import SignedInRequest


def hand_on(request: SignedInRequest, wanted: Wanted) -> HttpResponse:
    """Leaves it to the worker and leads to the page on which its result will be.

    The handler runs for the person who asked, so it fetches everything with that permission.
    """
    errand = actions.ask(wanted, by=request.user, at=clock.now())
    send(errand)
    return redirect("errand", errand.token)


@never_cache
@require_safe
@login_required
def errand(request: SignedInRequest, token: str) -> HttpResponse:
    """How far it has come; the page asks again by itself until it is ready."""
    found = queries.errand_of(request.user, token)
    return render(request, "staff/errand.html", {"errand": found, "body": found.body})


@require_safe
@login_required
def errand_file(request: SignedInRequest, token: str) -> HttpResponse:
    """What was made, for whoever asked for it."""
    found, data = queries.made_for(request.user, token)
    return download(data, found.file_name, found.media_type)
