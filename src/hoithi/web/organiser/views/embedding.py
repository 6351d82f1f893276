"""How results and dates of a contest come onto the portal of the body: frame and feeds."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hoithi.contests.queries import contest_for
from hoithi.kit import clock
from hoithi.results.queries import newest_published
from hoithi.web.request import SignedInRequest


@require_safe
@login_required
def embedding(request: SignedInRequest, slug: str) -> HttpResponse:
    """The lines to paste into the portal, and the addresses that programs read."""
    at = clock.now()
    contest = contest_for(request.user, slug, at=at)
    site = settings.PUBLIC_ADDRESS or f"{request.scheme}://{request.get_host()}"
    shown = {
        "contest": contest,
        "body": contest.body,
        "site": site,
        "frame": f"{site}{reverse('embedded', args=[slug])}",
        "results": newest_published(contest, at=at),
    }
    return render(request, "organiser/embedding.html", shown)
