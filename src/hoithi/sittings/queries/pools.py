"""What the papers of a round need of the bank, and which pools are sealed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hoithi.contests.models import Contest, Round
from hoithi.core.papers.coverage import (
    ReleasedShortage,
    RowCoverage,
    SharedShortage,
    coverage,
    released_shortage,
    shared_shortages,
)
from hoithi.core.papers.records import BankQuestion, Blueprint
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import paper_for, parts_in
from hoithi.questions.queries import approved_for
from hoithi.sittings.facts.banks import bank_questions
from hoithi.sittings.models import PaperPool, PoolKind
from hoithi.study.queries import released_questions, studied_in


@dataclass(frozen=True)
class PaperNeed:
    """One paper of a round for one group: its rows, what is missing, its sealed pool."""

    part_key: str
    part_title: str
    group: str
    group_title: str
    rows: tuple[RowCoverage, ...]
    shared: tuple[SharedShortage, ...]
    pool: PaperPool | None
    released: ReleasedShortage | None = None

    @property
    def is_covered(self) -> bool:
        """Whether papers can be drawn."""
        short = self.shared or self.released or any(row.missing for row in self.rows)
        return not short


def paper_needs(round_: Round, rulebook: Rulebook, *, at: datetime) -> list[PaperNeed]:
    """Every paper of the round beside the questions in force on its opening day. Three queries."""
    sat_at = max(at, round_.opens_at or at)
    approved = approved_for(round_.contest, at=sat_at)
    known = studied_in(round_, at=at)
    bank = bank_questions(approved.select_related("question"), known)
    online = PaperPool.objects.filter(round=round_, kind=PoolKind.ONLINE)
    sealed = online.exclude(sha256="").order_by("number")
    pools = {(pool.part_key, pool.group): pool for pool in sealed.select_related("sealed_by")}
    needs = []
    for part, group, title, audience in _papers(rulebook, round_.key):
        blueprint = Blueprint.of(part, audience)
        rows, shared = coverage(bank, blueprint), shared_shortages(bank, blueprint)
        pool = pools.get((part.key, group))
        released = released_shortage(bank, blueprint)
        needs.append(PaperNeed(part.key, part.title, group, title, rows, shared, pool, released))
    return needs


def bank_of(contest: Contest, *, at: datetime) -> list[BankQuestion]:
    """The questions of a contest's banks that papers of that day may draw. Two queries."""
    approved = approved_for(contest, at=at)
    known = released_questions(contest, by=at)
    return bank_questions(approved.select_related("question"), known)


def _papers(rulebook: Rulebook, round_key: str) -> Iterator[tuple[PaperPart, str, str, str | None]]:
    groups = [(one.key, one.title, one.audience) for one in rulebook.groups] or [("", "", None)]
    for part in parts_in(rulebook, round_key):
        if isinstance(part, PaperPart):
            for key, title, audience in groups:
                yield paper_for(rulebook, round_key, key or None, part.key), key, title, audience
