"""Personal income tax withheld from a payment, by rules entered with their legal document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hoithi.core.budget.money import whole


class Income(StrEnum):
    """What kind of income a payment is."""

    PRIZE = "prize"
    """Tiền thưởng của cuộc thi (thu nhập từ trúng thưởng)."""
    ALLOWANCE = "allowance"
    """Tiền bồi dưỡng, thù lao trả cho cá nhân."""


class Base(StrEnum):
    """On what part of the payment the rate is taken."""

    EXCESS = "excess"
    """On what lies over the threshold; a payment of just the threshold bears nothing.

    So Thông tư 111/2013/TT-BTC, Điều 15, for prizes: the part over 10,000,000 đồng each time.
    """
    WHOLE = "whole"
    """On the whole payment, from the threshold up.

    So Thông tư 111/2013/TT-BTC, Điều 25 khoản 1 điểm i, for allowances: 10 % of a payment from
    2,000,000 đồng each time.
    """


@dataclass(frozen=True, slots=True)
class TaxRule:
    """A rate over a threshold, in force from one day to another by a document."""

    income: Income
    base: Base
    threshold: int
    percent: Decimal
    document: str
    article: str
    since: date
    until: date | None = None
    """The last day on which it holds."""

    def holds(self, on: date) -> bool:
        """Whether it is in force that day."""
        return self.since <= on and (self.until is None or on <= self.until)


def rule_on(rules: Sequence[TaxRule], income: Income, on: date) -> TaxRule | None:
    """The rule for this income on the day of payment: of several in force, the newest."""
    fitting = [one for one in rules if one.income is income and one.holds(on)]
    return max(fitting, key=lambda one: one.since, default=None)


def withheld(amount: int, rule: TaxRule | None, *, is_person: bool = True) -> int | None:
    """The tax in whole đồng; nothing for a collective; None where no rule is entered."""
    if not is_person:
        return 0
    if rule is None:
        return None
    if rule.base is Base.EXCESS:
        taxed = max(amount - rule.threshold, 0)
    else:
        taxed = amount if amount >= rule.threshold else 0
    return whole(Decimal(taxed) * rule.percent / 100)
