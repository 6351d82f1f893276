"""The organiser's home: what to do next in all contests of a body."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.contests import queries
from hoithi.core.next_steps import next_steps
from hoithi.kit import clock
from hoithi.results.queries import mornings
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.progress import facts_of
from hoithi.web.staff.steps import linked


@require_safe
@login_required
def home(request: SignedInRequest, body: str) -> HttpResponse:
    """One ordered list over all contests of the body, and the contests below it."""
    at = clock.now()
    over = queries.body_at_work(request.user, body, at=at)
    contests = list(queries.contests_at_desk(request.user, over, at=at))
    facts = facts_of(contests, at)
    days = mornings.newest_days([contest.pk for contest in contests])
    shown = {
        "body": over,
        "steps": linked(next_steps(facts, at), contests, request),
        "contests": [
            (contest, stands, days.get(contest.pk))
            for contest, stands in zip(contests, facts, strict=True)
        ],
        "shared": queries.shared_with_body(request.user, body, at=at),
        "may_found": queries.may_found(request.user, over, at=at),
    }
    return render(request, "organiser/home.html", shown)
