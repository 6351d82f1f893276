"""Figures of a round and decisions about rounds, taken away as tables."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from hoithi.contests import queries
from hoithi.kit import clock
from hoithi.sittings.queries.desk import units_named
from hoithi.sittings.queries.figures import figures_of
from hoithi.web.organiser.lists.rounds_out import decision_table, figures_table
from hoithi.web.request import SignedInRequest
from hoithi.web.tables import taken_away


@login_required
@require_safe
def round_units_out(request: SignedInRequest, slug: str, key: str, kind: str) -> HttpResponse:
    """The figures of a round by unit, from the counters."""
    round_ = queries.round_for(request.user, slug, key, at=clock.now())
    table = figures_table(round_, units_named(figures_of(round_)))
    return taken_away(table, f"so-lieu-{slug}-{key}", kind)


@login_required
@require_safe
def decisions_out(request: SignedInRequest, slug: str, kind: str) -> HttpResponse:
    """Everything decided about the rounds of a contest."""
    contest = queries.contest_for(request.user, slug, at=clock.now())
    table = decision_table(contest, queries.decisions_shown(contest))
    return taken_away(table, f"quyet-dinh-{slug}", kind)
