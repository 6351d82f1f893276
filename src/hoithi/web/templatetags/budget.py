"""Filters of the screens of money: sums, quantities, states and items as officials write them."""

from decimal import Decimal

from django import template

from hoithi.core.vietnamese.numbers import dotted
from hoithi.web.organiser.campaigns.budget.fields import quantity_text
from hoithi.wording import budgets

register = template.Library()
register.filter("budget_finding", budgets.budget_finding)

_TONES = {
    "submitted": "warn",
    "approved": "good",
    "called": "info",
    "pledged": "info",
    "received": "good",
    "used": "good",
    "thanked": "good",
}


@register.filter
def money(amount: int | None) -> str:
    """1.500.000, with a minus before what is missing; "–" where it is not known."""
    if amount is None:
        return "–"
    return dotted(amount) if amount >= 0 else f"−{dotted(-amount)}"


@register.filter
def quantity(number: Decimal) -> str:
    """2, 0,5 or 1.200."""
    return quantity_text(number)


@register.filter
def budget_tone(state: str) -> str:
    """The colour of a badge; the words in it say the same."""
    return f"badge--{_TONES[state]}" if state in _TONES else ""


@register.filter
def budget_state(state: str) -> str:
    """How far an estimate is."""
    return str(budgets.STATES.get(state, state))


@register.filter
def source_kind(kind: str) -> str:
    """Where money comes from."""
    return str(budgets.SOURCES.get(kind, kind))


@register.filter
def budget_item(item: str) -> str:
    """What money is spent on."""
    return str(budgets.ITEMS.get(item, item))


@register.filter
def sponsor_stage(stage: str) -> str:
    """How far a sponsor's support is."""
    return str(budgets.STAGES.get(stage, stage))


@register.filter
def income_kind(income: str) -> str:
    """What kind of payment a list holds."""
    return str(budgets.INCOMES.get(income, income))


@register.filter
def tax_base(base: str) -> str:
    """On what part of a payment tax is taken."""
    return str(budgets.BASES.get(base, base))
