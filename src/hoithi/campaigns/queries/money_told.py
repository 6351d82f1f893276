"""Rows of money as the rules know them."""

from hoithi.campaigns.models import BudgetLine, BudgetSource, SpendingNorm, TaxRuleEntered
from hoithi.core.budget.findings import LineTold, SourceTold
from hoithi.core.budget.norms import Item, Norm
from hoithi.core.budget.tax import Base, Income, TaxRule


def line_told(row: BudgetLine) -> LineTold:
    """A line of an estimate as the rules of money know it."""
    return LineTold(row.key, row.text, Item(row.item), row.quantity, row.norm, row.source_key)


def source_told(row: BudgetSource) -> SourceTold:
    """A source of an estimate as the rules of money know it."""
    return SourceTold(row.key, row.name, row.amount)


def norm_told(row: SpendingNorm) -> Norm:
    """A norm as its body entered it."""
    item = Item(row.item)
    return Norm(item, row.most, row.document, row.article, row.since, row.until)


def tax_told(row: TaxRuleEntered) -> TaxRule:
    """A rule of tax as its body entered it."""
    return TaxRule(
        Income(row.income),
        Base(row.base),
        row.threshold,
        row.percent,
        row.document,
        row.article,
        row.since,
        row.until,
    )
