"""Published results as everybody may see them: nothing exists before its moment."""

from datetime import datetime

from django.db.models import QuerySet

from hoithi.contests.models import Contest
from hoithi.contests.queries import PUBLIC_STATES
from hoithi.entries.facts import code_hash, read_code
from hoithi.entries.models import Entrant
from hoithi.results.models import Remark, Result
from hoithi.results.queries import stored
from hoithi.sittings.models import Sitting


def visible(at: datetime) -> QuerySet[Result]:
    """Every result that may be seen at that moment, of contests that are public."""
    return Result.objects.filter(
        visible_from__lte=at, contest__state__in=PUBLIC_STATES
    ).select_related("contest__body", "round", "draft")


def published(slug: str, round_key: str, *, at: datetime, number: int | None = None) -> Result:
    """The newest visible result of a round (empty key: of the whole contest), or one number.

    Raises DoesNotExist before its moment, whatever was prepared.
    """
    found = visible(at).filter(contest__slug=slug)
    found = found.filter(round__key=round_key) if round_key else found.filter(round=None)
    return found.get(number=number) if number else found.latest("number")


def all_published(contest: Contest, *, at: datetime) -> list[Result]:
    """All visible results of a contest: rounds in order, each with its numbers, the whole last."""
    rows = list(visible(at).filter(contest=contest))
    return sorted(
        rows, key=lambda r: (r.round is None, r.round.ordinal if r.round else 0, r.number)
    )


def newest_published(contest: Contest, *, at: datetime) -> list[Result]:
    """The newest visible result of each round, in their order, that of the whole last."""
    newest = {result.round_id: result for result in all_published(contest, at=at)}
    return list(newest.values())


def answered_remarks(contest: Contest, *, at: datetime) -> QuerySet[Remark]:
    """Remarks with their answers, as the public may read them."""
    return (
        Remark.objects.filter(result__in=visible(at).filter(contest=contest))
        .exclude(answered_at=None)
        .select_related("result__round")
        .order_by("-answered_at")
    )


def own_position(result: Result, code: str) -> int | None:
    """Where in a result somebody stands who has a receipt or the entry code; None for others.

    Any receipt of the person will do, also of a sitting that does not count.
    """
    sittings = Sitting.objects.filter(entrant__contest=result.contest_id)
    entrant = (
        sittings.filter(submission__receipt=read_code(code))
        .values_list("entrant_id", flat=True)
        .first()
    ) or _entrant_by_code(result.contest, code)
    return None if entrant is None else stored.position_of_entrant(result.draft_id, entrant)


def _entrant_by_code(contest: Contest, code: str) -> int | None:
    wanted = code_hash(contest.body_id, contest.pk, read_code(code))
    entrants = Entrant.objects.filter(contest=contest, code_hash=wanted)
    return entrants.values_list("pk", flat=True).first()
