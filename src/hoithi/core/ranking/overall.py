"""Results over the whole contest, made of the results of its rounds."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal

from msgspec.structs import replace

from hoithi.core.counting import exact_share
from hoithi.core.points import PartShare, Result
from hoithi.core.rulebook.ranking import ContestTotal, Overall

_NOTHING = Decimal(0)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WHOLE_CONTEST = ""
"""The round key of a result over the whole contest."""


def overall_results(results: Iterable[Result], overall: Overall) -> Iterator[Result]:
    """One result for each entrant over all rounds, by entrant; nothing where none is ranked.

    Sum: all rounds. Best n: the rounds with most points (then the shorter, then the earlier).
    Mean: over the rounds in which one took part; who shall lose by staying away is ranked by the
    sum. Total time, sittings and full marks are over all rounds in every case.
    """
    if overall.total is ContestTotal.NONE:
        return
    by_entrant: dict[int, list[Result]] = {}
    for result in results:
        by_entrant.setdefault(result.entrant_id, []).append(result)
    for entrant_id in sorted(by_entrant):
        yield _overall(by_entrant[entrant_id], overall)


def _overall(rounds: list[Result], overall: Overall) -> Result:
    best = sorted(rounds, key=_better_first)
    match overall.total:
        case ContestTotal.BEST:
            counted = best[:1]
        case ContestTotal.BEST_N:
            counted = best[: overall.best or len(best)]
        case _:
            counted = best
    total = _added(sorted(counted, key=lambda result: result.round_key))
    if overall.total is ContestTotal.MEAN:
        total = _averaged(total, len(counted))
    return replace(
        total,
        total_seconds=sum(result.total_seconds for result in rounds),
        sittings=sum(result.sittings for result in rounds),
        full_marks=sum(result.full_marks for result in rounds),
    )


def _better_first(result: Result) -> tuple[Decimal, bool, object, datetime, str]:
    timed = result.seconds is None, result.seconds or 0
    return -result.points, *timed, result.submitted_at or _EPOCH, result.round_key


def _added(rounds: list[Result]) -> Result:
    distances = [result.distance for result in rounds]
    seconds = [result.seconds for result in rounds if result.seconds is not None]
    started = [result.started_at for result in rounds if result.started_at is not None]
    submitted = [result.submitted_at for result in rounds if result.submitted_at is not None]
    passes = [result.passed for result in rounds]
    known = [distance for distance in distances if distance is not None]
    return Result(
        entrant_id=rounds[0].entrant_id,
        round_key=WHOLE_CONTEST,
        points=sum((result.points for result in rounds), _NOTHING),
        most=sum((result.most for result in rounds), _NOTHING),
        right=sum(result.right for result in rounds),
        questions=sum(result.questions for result in rounds),
        seconds=sum(seconds) if seconds else None,
        total_seconds=0,
        sittings=0,
        full_marks=0,
        started_at=min(started, default=None),
        submitted_at=max(submitted, default=None),
        # A round without a prediction leaves nothing to compare with those who always gave one.
        distance=sum(known) if len(known) == len(distances) else None,
        exact=sum(result.exact for result in rounds),
        passed=None if None in passes else all(passes),
        penalty=sum((result.penalty for result in rounds), _NOTHING),
        parts=_parts(rounds),
        counted=tuple(sitting for result in rounds for sitting in result.counted),
    )


def _parts(rounds: list[Result]) -> tuple[PartShare, ...]:
    by_part: dict[str, list[PartShare]] = {}
    for result in rounds:
        for share in result.parts:
            by_part.setdefault(share.part_key, []).append(share)
    return tuple(
        PartShare(
            key,
            sum((share.points for share in shares), _NOTHING),
            None
            if any(share.passed is None for share in shares)
            else all(s.passed for s in shares),
        )
        for key, shares in sorted(by_part.items())
    )


def _averaged(total: Result, rounds: int) -> Result:
    return replace(
        total,
        points=Decimal(exact_share(total.points, rounds)),
        most=Decimal(exact_share(total.most, rounds)),
        right=exact_share(total.right, rounds),
        questions=exact_share(total.questions, rounds),
        seconds=None if total.seconds is None else exact_share(total.seconds, rounds),
        penalty=Decimal(exact_share(total.penalty, rounds)),
    )
