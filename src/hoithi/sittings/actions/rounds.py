"""Sealing all papers of a round, and sealing them again before it opens."""

from datetime import datetime

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions import seal_bank
from hoithi.sittings.actions.pools import seal_pool
from hoithi.sittings.models import PaperPool
from hoithi.sittings.queries.pools import paper_needs

PAPERS = 200
"""For each group: enough that neighbours in a hall seldom have the same."""


class BankTooSmall(Refusal):
    """The bank does not cover some paper of the round; `papers` says how many."""


class RoundBegun(Refusal):
    """The round has opened with sealed papers, which stay."""


class SealedAlready(Refusal):
    """The papers are sealed; sealing them again needs a reason."""


def seal_round(
    round_: Round, *, reason: str = "", by: Person, at: datetime, size: int = PAPERS
) -> list[PaperPool]:
    """Draws the papers of every part and group of the round.

    Sealing again makes new numbered pools, and is refused without a reason and once the round
    has opened. Refuses the whole round where the bank does not cover one of its papers. The
    questions that could be drawn lie under a seal until the round opens.
    """
    needs = paper_needs(round_, rules_of_round(round_, at=at), at=at)
    if short := [need for need in needs if not need.is_covered]:
        raise BankTooSmall(papers=len(short))
    if any(need.pool for need in needs):
        if round_.opens_at and round_.opens_at <= at:
            raise RoundBegun
        if not reason.strip():
            raise SealedAlready
        facts = {"reason": reason.strip()}
        journal.record("sittings.sealing_repeated", round_, by=by, at=at, facts=facts)
    pools = [
        seal_pool(round_, need.part_key, need.group, size=size, by=by, at=at) for need in needs
    ]
    seal_bank(round_, by=by, at=at)
    return pools
