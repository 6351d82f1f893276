"""Findings about prizes."""

from typing import Any

from hoithi.core.rulebook.checks import FindingCode as Code
from hoithi.core.rulebook.document import RemarkWindow, Rulebook
from hoithi.core.rulebook.entry import Group
from hoithi.core.rulebook.prizes import (
    AwardForm,
    GroupShare,
    OnePrize,
    PrizePolicy,
    PrizeScope,
    SpecialKind,
)
from tests.core.rulebook.cases import left_open, odd, wrong
from tests.core.rulebook.make import TRIAL, prize, rulebook, table, week

GROUPS = (Group(key="officials", title="Cán bộ"), Group(key="pupils", title="Học sinh"))


def tables(scope: PrizeScope = PrizeScope.ROUND, **rules: Any) -> Rulebook:
    """A contest with one table of these rules."""
    rounds = (TRIAL, week(1), week(2))
    return rulebook(groups=GROUPS, rounds=rounds, prizes=(table("table", scope, **rules),))


CASES = [
    wrong(Code.TABLE_EMPTY, "prizes[0].prizes", tables(prizes=())),
    wrong(Code.TABLE_INCOMPLETE, "prizes[0].collective", tables(PrizeScope.COLLECTIVE)),
    wrong(Code.TABLE_MISFIT, "prizes[0].part", tables(part="paper")),
    wrong(Code.TABLE_OF_TRIAL, "prizes[0].rounds", tables(rounds=("trial",))),
    wrong(
        Code.SHARES_OVER_SLOTS,
        "prizes[0].shares",
        tables(
            prizes=(prize(count=6),),
            shares=(GroupShare(group="officials", slots=3), GroupShare(group="pupils", slots=4)),
        ),
    ),
    wrong(Code.BUDGET_EXCEEDED, "budget", rulebook(budget=999_999)),
    odd(
        Code.AMOUNTS_OUT_OF_ORDER,
        "prizes[0].prizes",
        tables(prizes=(prize("second", 300_000), prize("first", 500_000))),
    ),
    wrong(
        Code.NOTHING_GIVEN,
        "prizes[0].prizes[0]",
        tables(prizes=(prize(amount=0, award=AwardForm.NONE),)),
    ),
    left_open(Code.AUTHORITY_OPEN, "prizes[0].authority", tables()),
    wrong(
        Code.SPECIAL_WITHOUT_SOURCE,
        "prizes[0].special",
        tables(PrizeScope.SPECIAL, special=SpecialKind.CLOSEST_PREDICTION),
    ),
    wrong(
        Code.RETENTION_TOO_SHORT,
        "retention_days",
        rulebook(retention_days=7, remarks=RemarkWindow(days=3, answer_days=5)),
    ),
    wrong(
        Code.PHASES_MISSING,
        "prize_policy.one_prize",
        rulebook(prize_policy=PrizePolicy(one_prize=OnePrize.PHASE)),
    ),
]
