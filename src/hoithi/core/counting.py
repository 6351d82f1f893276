"""Which sitting counts, and what the points of all parts make together in a round."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Context, Decimal
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from hoithi.core.points import Number, PartPoints, PartShare, Result
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import CountedSitting, PassRule
from hoithi.core.rulebook.windows import attempts_for, counted_rounds, is_trial
from hoithi.kit.refusals import Refusal

_NOTHING = Decimal(0)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Division must not depend on what else runs in the process and sets its own precision.
_CONTEXT = Context(prec=28)


class PointsGivenTwice(Refusal):
    """Points without a sitting (of a jury, entered by hand) came twice for one part."""


@dataclass(frozen=True)
class Counting:
    """Which sitting counts in which round, and when an entrant has passed."""

    usual: CountedSitting = CountedSitting.BEST
    by_round: Mapping[str, CountedSitting] = field(default_factory=dict)
    trials: frozenset[str] = frozenset()
    passing: PassRule | None = None
    pass_marks: Mapping[str, Decimal] = field(default_factory=dict)

    @classmethod
    def of(cls, rulebook: Rulebook) -> Self:
        """As a rulebook says it."""
        marks = {part.key: part.pass_mark for part in rulebook.parts}
        return cls(
            usual=rulebook.attempts.counted,
            by_round={
                round_.key: attempts_for(rulebook, round_.key).counted
                for round_ in counted_rounds(rulebook)
            },
            trials=frozenset(round_.key for round_ in rulebook.rounds if is_trial(round_)),
            passing=rulebook.passing,
            pass_marks={key: mark for key, mark in marks.items() if mark is not None},
        )


class _Tally(Struct, gc=False):
    """What is known so far of one entrant in one part of one round."""

    counted: PartPoints
    sittings: int
    seconds: Number
    full_marks: int


_Tallies = dict[tuple[str, str], dict[int, _Tally]]
_Shares = dict[tuple[PartShare, ...], tuple[PartShare, ...]]


def results(points: Iterable[PartPoints], counting: Counting) -> Iterator[Result]:
    """One result for each entrant and round, by round key, then entrant; trials are left out.

    The order in which points come is of no account. Points are read once and only the counted
    sitting is kept. Refuses points without a sitting that come twice.
    """
    tallies = _tallied(points, counting)
    shares: _Shares = {}
    for round_key in sorted({round_key for round_key, _ in tallies}):
        parts = [tallies[key] for key in sorted(tallies) if key[0] == round_key]
        mean = counting.by_round.get(round_key, counting.usual) is CountedSitting.MEAN
        for entrant_id in sorted(set().union(*parts)):
            mine = [part[entrant_id] for part in parts if entrant_id in part]
            if mean:
                mine = [_averaged(tally) for tally in mine]
            yield _result(mine, counting, shares)


def _tallied(points: Iterable[PartPoints], counting: Counting) -> _Tallies:
    tallies: _Tallies = {}
    for one in points:
        if one.round_key in counting.trials:
            continue
        of_part = tallies.setdefault((one.round_key, one.part_key), {})
        tally = of_part.get(one.entrant_id)
        if tally is None:
            sat = int(one.sitting_id is not None)
            of_part[one.entrant_id] = _Tally(one, sat, one.seconds or 0, int(one.all_right))
            continue
        if one.sitting_id is None:
            raise PointsGivenTwice(
                entrant_id=one.entrant_id, round_key=one.round_key, part_key=one.part_key
            )
        choose = _CHOICES[counting.by_round.get(one.round_key, counting.usual)]
        tally.counted = choose(tally.counted, one)
        tally.sittings += 1
        tally.seconds += one.seconds or 0
        tally.full_marks += one.all_right
    return tallies


def _time_order(one: PartPoints) -> tuple[bool, Number, bool, datetime, int]:
    """Shorter first, then handed in earlier, then the sitting begun earlier."""
    return (one.seconds is None, one.seconds or 0, *_handed_in_order(one))


def _handed_in_order(one: PartPoints) -> tuple[bool, datetime, int]:
    return one.submitted_at is None, one.submitted_at or _EPOCH, one.sitting_id or 0


def _begun_order(one: PartPoints) -> tuple[datetime, int]:
    return one.started_at or _EPOCH, one.sitting_id or 0


def _best(a: PartPoints, b: PartPoints) -> PartPoints:
    if a.points != b.points:
        return a if a.points > b.points else b
    return min(a, b, key=_time_order)


def _best_then_earliest(a: PartPoints, b: PartPoints) -> PartPoints:
    if a.points != b.points:
        return a if a.points > b.points else b
    return min(a, b, key=_handed_in_order)


def _first(a: PartPoints, b: PartPoints) -> PartPoints:
    return min(a, b, key=_begun_order)


def _last(a: PartPoints, b: PartPoints) -> PartPoints:
    return max(a, b, key=_begun_order)


def _sum(a: PartPoints, b: PartPoints) -> PartPoints:
    """Both together: from the first start to the last handing in, whose prediction counts."""
    later = max(a, b, key=lambda one: (one.submitted_at or _EPOCH, one.sitting_id or 0))
    starts = [one.started_at for one in (a, b) if one.started_at is not None]
    return replace(
        later,
        points=a.points + b.points,
        most=a.most + b.most,
        right=a.right + b.right,
        questions=a.questions + b.questions,
        seconds=(a.seconds or 0) + (b.seconds or 0),
        started_at=min(starts, default=None),
        penalty=a.penalty + b.penalty,
    )


_CHOICES: Mapping[CountedSitting, Callable[[PartPoints, PartPoints], PartPoints]] = {
    CountedSitting.BEST: _best,
    CountedSitting.BEST_THEN_EARLIEST: _best_then_earliest,
    CountedSitting.FIRST: _first,
    CountedSitting.LAST: _last,
    CountedSitting.SUM: _sum,
    CountedSitting.MEAN: _sum,
}


def exact_share(total: Number, count: int | Decimal) -> Number:
    """A part of a total, whole where it is whole, else to 28 digits, whatever the surroundings."""
    if total % count == 0:
        return int(total // count)
    return _CONTEXT.divide(Decimal(total), Decimal(count))


def _averaged(tally: _Tally) -> _Tally:
    all_, count = tally.counted, tally.sittings or 1
    mean = replace(
        all_,
        points=Decimal(exact_share(all_.points, count)),
        most=Decimal(exact_share(all_.most, count)),
        right=exact_share(all_.right, count),
        questions=exact_share(all_.questions, count),
        seconds=None if all_.seconds is None else exact_share(all_.seconds, count),
        penalty=Decimal(exact_share(all_.penalty, count)),
    )
    return _Tally(mean, tally.sittings, tally.seconds, tally.full_marks)


def _result(tallies: list[_Tally], counting: Counting, shares: _Shares) -> Result:
    """One result of the tallies of an entrant's parts in a round."""
    parts = [tally.counted for tally in tallies]
    points = sum((part.points for part in parts), _NOTHING)
    passes = tuple(PartShare(part.part_key, part.points, _passed(part, counting)) for part in parts)
    # Few different shares occur; one object each keeps a million results small.
    passes = shares.setdefault(passes, passes)
    timed = [part.seconds for part in parts if part.seconds is not None]
    begun = [part.started_at for part in parts if part.started_at is not None]
    handed_in = [part.submitted_at for part in parts if part.submitted_at is not None]
    return Result(
        entrant_id=parts[0].entrant_id,
        round_key=parts[0].round_key,
        points=points,
        most=sum((part.most for part in parts), _NOTHING),
        right=sum(part.right for part in parts),
        questions=sum(part.questions for part in parts),
        seconds=sum(timed) if timed else None,
        total_seconds=sum(tally.seconds for tally in tallies),
        sittings=sum(tally.sittings for tally in tallies),
        full_marks=sum(tally.full_marks for tally in tallies),
        started_at=min(begun, default=None),
        submitted_at=max(handed_in, default=None),
        prediction=next((one.prediction for one in parts if one.prediction is not None), None),
        passed=_all_passed(passes, points, counting.passing),
        penalty=sum((part.penalty for part in parts), _NOTHING),
        parts=passes,
        counted=_sittings_of(parts, counting),
    )


def _sittings_of(parts: list[PartPoints], counting: Counting) -> tuple[int, ...]:
    rule = counting.by_round.get(parts[0].round_key, counting.usual)
    if rule in {CountedSitting.SUM, CountedSitting.MEAN}:
        return ()
    return tuple(part.sitting_id for part in parts if part.sitting_id is not None)


def _passed(part: PartPoints, counting: Counting) -> bool | None:
    mark = counting.pass_marks.get(part.part_key)
    if part.passed is not None or mark is None:
        return part.passed
    return part.points >= mark


def _all_passed(
    shares: tuple[PartShare, ...], points: Decimal, rule: PassRule | None
) -> bool | None:
    """None where the rulebook knows no passing; a part without points is not passed."""
    if rule is None:
        return None
    passed = {share.part_key for share in shares if share.passed}
    enough = rule.total is None or points >= rule.total
    return enough and passed.issuperset(rule.all_parts)
