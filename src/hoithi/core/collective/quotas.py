"""Quotas of units: whom of a unit's named list each counts, how many it needs, how many came."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from hoithi.core.collective.figures import Listed
from hoithi.core.rulebook.checks.collectives import compared
from hoithi.core.rulebook.entry import Quota
from hoithi.core.rulebook.ranking import Aggregate, Collective, GateKind
from hoithi.core.vietnamese.text import words_key


@dataclass(frozen=True)
class QuotaState:
    """How a unit stands against one quota of the rulebook."""

    quota: Quota
    members: int
    """People of these posts on the named list who are not exempt."""
    needed: int
    done: int

    @property
    def met(self) -> bool:
        """Whether enough of them took part."""
        return self.done >= self.needed


def least_people(percent: Decimal, of: int, at_least: int = 0) -> int:
    """People that a share of a number means at least: rounded up, as "tối thiểu" says.

    30 % of 25 are 7.5, so 8; never less than `at_least`.
    """
    return max(int((percent * of / 100).to_integral_value(ROUND_CEILING)), at_least)


def quota_states(
    quotas: Iterable[Quota], listed: Sequence[Listed], done: Collection[int], *, kind: str
) -> Iterator[QuotaState]:
    """How a unit of this kind stands against each quota that binds it.

    Posts are compared whatever their case and diacritics, as lists are typed. Who is exempt is
    counted on neither side, even when taking part.
    """
    for quota in quotas:
        if not quota.binds(kind):
            continue
        posts = {words_key(post) for post in quota.posts}
        members = [
            one
            for one in listed
            if not one.exempt and (not posts or words_key(one.post or "") in posts)
        ]
        needed = least_people(quota.percent or Decimal(0), len(members), quota.least or 0)
        came = sum(one.entrant_id in done for one in members)
        yield QuotaState(quota, len(members), needed, came)


_LISTED = {GateKind.ALL_COMPULSORY, GateKind.QUOTAS}


def goes_by_lists(collective: Collective) -> bool:
    """Whether a ranking of units asks who of their named lists took part."""
    used = {by for _, by, _ in compared(collective)}
    used |= {one.by for one in collective.ties} | {gate.by for gate in collective.gates if gate.by}
    gated = {gate.kind for gate in collective.gates}
    return Aggregate.COMPULSORY_PARTICIPATION in used or not gated.isdisjoint(_LISTED)
