"""Published results as everybody may see them: nothing exists before its moment."""

from datetime import datetime

from django.db.models import QuerySet

from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import PUBLIC_STATES
from hoithi.entries.facts import code_hash, read_code
from hoithi.entries.models import Entrant
from hoithi.results.models import Remark, Result
from hoithi.results.queries import stored


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


def contests_with_results(at: datetime) -> frozenset[int]:
    """The contests of which a result may be seen."""
    return frozenset(visible(at).values_list("contest_id", flat=True).distinct())


def is_public(round_: Round, *, at: datetime) -> bool:
    """Whether a final result of the round may be seen already."""
    final = Result.objects.filter(round=round_, preliminary=False)
    return final.filter(visible_from__lte=at).exists()


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


def published_rounds(contest: Contest, *, at: datetime) -> frozenset[int]:
    """The rounds whose result is public; a preliminary list is none."""
    found = visible(at).filter(contest=contest, preliminary=False, round__isnull=False)
    return frozenset(found.values_list("round_id", flat=True))


def answered_remarks(contest: Contest, *, at: datetime) -> QuerySet[Remark]:
    """Remarks with their answers, as the public may read them."""
    return (
        Remark.objects.filter(result__in=visible(at).filter(contest=contest))
        .exclude(answered_at=None)
        .select_related("result__round")
        .order_by("-answered_at")
    )


def own_entrant(result: Result, code: str) -> Entrant | None:
    """Who has this receipt, or this entry code, in the contest of a result; None for nobody.

    Any receipt of the person will do, also of a sitting that does not count.
    """
    plain = read_code(code)
    entrants = Entrant.objects.filter(contest=result.contest_id)
    by_receipt = entrants.filter(sittings__submission__receipt=plain).first()
    if by_receipt is not None or not plain:
        return by_receipt
    wanted = code_hash(result.contest.body_id, result.contest_id, plain)
    return entrants.filter(code_hash=wanted).first()


def own_position(result: Result, code: str) -> int | None:
    """Where in a result somebody stands who has a receipt or the entry code; None for others."""
    entrant = own_entrant(result, code)
    return stored.position_of_entrant(result.draft_id, entrant.pk) if entrant else None
