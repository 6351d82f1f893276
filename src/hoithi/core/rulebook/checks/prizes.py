"""Money, papers and authority of prizes, and how long what is needed for them is kept."""

from itertools import pairwise

from hoithi.core.rulebook.checks.finding import (
    FindingCode,
    Findings,
    contradiction,
    remark,
    still_open,
)
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.groups import phases
from hoithi.core.rulebook.prizes import AwardForm, OnePrize, PrizeTable
from hoithi.core.rulebook.windows import budget, rounds_of_table


def check(rulebook: Rulebook) -> Findings:
    """Prizes within the budget, given by somebody, with time to claim them."""
    total = budget(rulebook).total
    if rulebook.budget is not None and total > rulebook.budget:
        facts = {"total": total, "budget": rulebook.budget, "over": total - rulebook.budget}
        yield contradiction("budget", FindingCode.BUDGET_EXCEEDED, **facts)
    for place, table in enumerate(rulebook.prizes):
        yield from _table(f"prizes[{place}]", rulebook, table)
    yield from _retention(rulebook)
    if rulebook.prize_policy.one_prize is OnePrize.PHASE and not phases(rulebook):
        yield contradiction("prize_policy.one_prize", FindingCode.PHASES_MISSING)


def _table(path: str, rulebook: Rulebook, table: PrizeTable) -> Findings:
    for one, other in pairwise(table.prizes):
        if other.amount > one.amount:
            facts = {"title": other.title, "other": one.title}
            yield remark(f"{path}.prizes", FindingCode.AMOUNTS_OUT_OF_ORDER, **facts)
    for place, prize in enumerate(table.prizes):
        if prize.amount == 0 and prize.award is AwardForm.NONE and prize.gift is None:
            where = f"{path}.prizes[{place}]"
            yield contradiction(where, FindingCode.NOTHING_GIVEN, title=prize.title)
    rounds = rounds_of_table(rulebook, table)
    by_round = bool(rounds) and all(round_.authority for round_ in rounds)
    by_prize = bool(table.prizes) and all(prize.authority for prize in table.prizes)
    if not (rulebook.authority or table.authority or by_round or by_prize):
        yield still_open(f"{path}.authority", FindingCode.AUTHORITY_OPEN, title=table.title)


def _retention(rulebook: Rulebook) -> Findings:
    remarks = rulebook.remarks
    needed = 0 if remarks is None else remarks.days + remarks.answer_days
    needed = max(needed, rulebook.prize_policy.unclaimed_after_days or 0)
    if rulebook.retention_days < needed:
        days = rulebook.retention_days
        code = FindingCode.RETENTION_TOO_SHORT
        yield contradiction("retention_days", code, days=days, needed=needed)
