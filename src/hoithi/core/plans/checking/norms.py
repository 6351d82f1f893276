"""Amounts over the norm that a body has entered; without an entered norm nothing is found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.records import Prize


@dataclass(frozen=True, slots=True)
class PrizeNorm:
    """The most that one prize may be worth by a document in force from one day to another.

    None means any: level of the issuer, "individual" or "collective", rank of the prize.
    """

    most_vnd: int
    document: str
    article: str
    since: date
    until: date | None = None
    """The last day on which the norm holds."""
    level: str | None = None
    scope: str | None = None
    rank: str | None = None


_OF_TEAMS = {"cluster", "final", "contest", "team"}


def over_norm(paper: Paper, norms: Sequence[PrizeNorm]) -> Findings:
    """Each prize over the strictest norm that was in force when the plan was signed."""
    day = paper.issued_on or paper.not_before
    if day is None:
        return
    level = paper.facts.level.value if paper.facts.level else None
    in_force = [
        one
        for one in norms
        if one.since <= day
        and (one.until is None or day <= one.until)
        and one.level in {None, level}
    ]
    for prize in paper.facts.prizes:
        fitting = [one for one in in_force if _fits(one, prize)]
        norm = min(fitting, key=lambda one: one.most_vnd, default=None)
        if norm and prize.amount_vnd and prize.amount_vnd > norm.most_vnd:
            yield found(
                Code.OVER_NORM,
                prize.place,
                amount_vnd=prize.amount_vnd,
                most_vnd=norm.most_vnd,
                document=norm.document,
                article=norm.article,
            )


def _fits(norm: PrizeNorm, prize: Prize) -> bool:
    """A prize of teams counts as a collective one; one of no known scope has a general norm."""
    scope = prize.scope.split(":")[0]
    scope = "collective" if scope in _OF_TEAMS else scope
    return norm.scope in {None, scope} and norm.rank in {None, prize.rank}
