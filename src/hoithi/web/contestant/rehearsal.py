"""What a load on a rehearsal must know; a contest that real people take has no such page."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from hoithi.contests.models import Contest
from hoithi.contests.queries import announced, current_version, open_round
from hoithi.entries.queries import current_door
from hoithi.kit import clock


@require_safe
def rehearsal_door(_request: HttpRequest, slug: str) -> HttpResponse:
    """The rules, the units and the open round of a twin, so that false people can be made."""
    contest, at = announced(slug), clock.now()
    if contest.rehearses_id is None:
        raise Contest.DoesNotExist
    round_ = open_round(contest, at=at)
    units = current_door(contest, at=at).units.values()
    return JsonResponse(
        {
            "slug": contest.slug,
            "title": contest.title,
            "round": round_.key if round_ else None,
            "rulebook": bytes(current_version(contest, at=at).document).decode(),
            "units": [{"id": one.id, "code": one.code, "kind": one.kind} for one in units],
        }
    )
