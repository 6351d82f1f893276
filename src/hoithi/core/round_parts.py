"""Which part of a round somebody does next, and what a part not done means for the result."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache, partial

from msgspec.structs import replace

from hoithi.core.attempts import (
    Decision,
    MayNotStart,
    MayStart,
    PastSitting,
    Refused,
    Resumes,
    RoundPart,
    may_start,
)
from hoithi.core.points import EntrantFacts, Result
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import AttemptRules, PaperPart
from hoithi.core.rulebook.windows import UnknownKey, paper_for, part_of, parts_in

_SOONEST = (Refused.DAY_USED_UP, Refused.ROUND_USED_UP, Refused.CONTEST_USED_UP)


@dataclass(frozen=True, slots=True)
class PartStanding:
    """How somebody stands with one paper of a round."""

    part_key: str
    decision: Decision
    sat: int = 0
    """Sittings of it in this round, an open one among them; annulled ones are none."""

    @property
    def is_open(self) -> bool:
        """Whether a sitting of it is going on."""
        return isinstance(self.decision, Resumes)

    @property
    def may_start(self) -> bool:
        """Whether another sitting of it may begin now."""
        return isinstance(self.decision, MayStart)

    @property
    def is_done(self) -> bool:
        """Whether it was sat and is over."""
        return self.sat > 0 and not self.is_open


def part_standings(
    sittings: Sequence[PastSitting], rules: AttemptRules, held: Iterable[RoundPart], at: datetime
) -> tuple[PartStanding, ...]:
    """How somebody stands with each paper of a round: attempts are counted for each apart."""
    return tuple(
        PartStanding(part.part_key, may_start(sittings, rules, part, at), _sat(sittings, part))
        for part in held
    )


def _sat(sittings: Iterable[PastSitting], part: RoundPart) -> int:
    here = (part.round_key, part.part_key)
    return sum((one.round_key, one.part_key) == here for one in sittings if not one.annulled)


def next_part(standings: Sequence[PartStanding]) -> PartStanding | None:
    """The one that is open, else the first never sat, else the first that may be sat again.

    Where none may begin it is the one that may begin soonest; None where there is no paper.
    """
    return min(standings, key=_before, default=None)


def _before(one: PartStanding) -> tuple[int, int]:
    if one.is_open:
        return 0, 0
    if one.may_start:
        return 1, min(one.sat, 1)
    reason = one.decision.reason if isinstance(one.decision, MayNotStart) else None
    return 2, _SOONEST.index(reason) if reason in _SOONEST else len(_SOONEST)


def completed(
    results: Sequence[Result], rulebook: Rulebook, entrants: Mapping[int, EntrantFacts]
) -> Sequence[Result]:
    """The results with what could have been reached in parts that somebody did not do.

    A part not done gives no points. What could have been got there, and its questions, still
    count, so that nobody has everything right, or a full share, by doing one part alone. A part
    in which nobody has points was not held.
    """
    held = _held(results, rulebook)
    if not any(len(keys) > 1 for keys in held.values()):
        return results
    reachable = cache(partial(_reachable, rulebook))
    done: list[Result] = []
    for result in results:
        missing = held[result.round_key].difference(one.part_key for one in result.parts)
        if not missing:
            done.append(result)
            continue
        group = entrants[result.entrant_id].group
        added = [reachable(result.round_key, part, group) for part in missing]
        most = sum((each for each, _ in added), result.most)
        questions = sum((each for _, each in added), result.questions)
        done.append(replace(result, most=most, questions=questions))
    return done


def _held(results: Iterable[Result], rulebook: Rulebook) -> dict[str, set[str]]:
    """By round: the parts in which somebody has points."""
    several = {one.key for one in rulebook.rounds if len(parts_in(rulebook, one.key)) > 1}
    held: dict[str, set[str]] = {}
    for result in results:
        keys = held.setdefault(result.round_key, set())
        if result.round_key in several:
            keys.update(one.part_key for one in result.parts)
    return held


def _reachable(
    rulebook: Rulebook, round_key: str, part_key: str, group: str | None
) -> tuple[Decimal, int]:
    """The greatest points of a part and its questions; nothing while the points are open.

    Points of a prediction come on top when it is settled.
    """
    try:
        part = part_of(rulebook, part_key)
    except UnknownKey:
        # A later version has dropped the part; what it gave stands as it was.
        return Decimal(0), 0
    if not isinstance(part, PaperPart):
        return part.most or Decimal(0), 0
    paper = paper_for(rulebook, round_key, group, part_key)
    worth = (
        draw.count * (paper.points if draw.points is None else draw.points)
        for draw in paper.blueprint
    )
    return sum(worth, Decimal(0)), sum(draw.count for draw in paper.blueprint)
