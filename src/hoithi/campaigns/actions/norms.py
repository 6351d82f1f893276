"""Norms of spending and rules of tax, as a body enters them from its legal documents."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from hoithi.campaigns.models import SpendingNorm, TaxRuleEntered
from hoithi.core.budget.money import LARGEST
from hoithi.core.budget.norms import Norm
from hoithi.core.budget.tax import TaxRule
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody, Person


class PeriodBackwards(Refusal):
    """The last day lies before the first."""


class NormTwice(Refusal):
    """The same norm or rule is entered already."""


class TaxRuleUnclear(Refusal):
    """Another rule for the same income begins the same day: nobody could say which one holds."""


class RateImpossible(Refusal):
    """A rate lies between nothing and a hundred per cent, a sum below a million tỷ."""


_MOST_PERCENT = 100


@transaction.atomic
def add_norm(body: OrganisingBody, norm: Norm, *, by: Person, at: datetime) -> SpendingNorm:
    """One more norm. Refuses a backward period and what stands there already."""
    if norm.until and norm.until < norm.since:
        raise PeriodBackwards
    if not 0 < norm.most <= LARGEST:
        raise RateImpossible
    told: dict[str, Any] = {
        "item": norm.item.value,
        "most": norm.most,
        "document": norm.document,
        "article": norm.article,
        "since": norm.since,
        "until": norm.until,
    }
    row, is_new = SpendingNorm.objects.get_or_create(body=body, **told)
    if not is_new:
        raise NormTwice
    facts = {"norm": row.pk, "document": norm.document, "most": norm.most}
    journal.record("campaigns.norm_added", body, by=by, at=at, facts=facts)
    return row


@transaction.atomic
def drop_norm(row: SpendingNorm, *, by: Person, at: datetime) -> None:
    """Takes out a norm that was entered wrongly."""
    facts = {"norm": row.pk, "document": row.document, "most": row.most}
    journal.record("campaigns.norm_dropped", row.body, by=by, at=at, facts=facts)
    row.delete()


@transaction.atomic
def add_tax_rule(
    body: OrganisingBody, rule: TaxRule, *, by: Person, at: datetime
) -> TaxRuleEntered:
    """One more rule of tax, which takes the place of those that began before it.

    Refuses a backward period, an impossible rate, a rule twice, and two from the same day.
    """
    if rule.until and rule.until < rule.since:
        raise PeriodBackwards
    if not 0 <= rule.percent <= _MOST_PERCENT or not 0 <= rule.threshold <= LARGEST:
        raise RateImpossible
    told: dict[str, Any] = asdict(rule) | {"income": rule.income.value, "base": rule.base.value}
    OrganisingBody.objects.select_for_update().get(pk=body.pk)
    there = TaxRuleEntered.objects.filter(body=body, income=rule.income.value, since=rule.since)
    if there.filter(**told).exists():
        raise NormTwice
    if there.exists():
        raise TaxRuleUnclear
    row = TaxRuleEntered.objects.create(body=body, **told)
    facts = {"rule": row.pk, "document": rule.document, "percent": str(rule.percent)}
    journal.record("campaigns.tax_rule_added", body, by=by, at=at, facts=facts)
    return row


@transaction.atomic
def drop_tax_rule(row: TaxRuleEntered, *, by: Person, at: datetime) -> None:
    """Takes out a rule that was entered wrongly; closed lists keep what was withheld."""
    facts = {"rule": row.pk, "document": row.document, "percent": str(row.percent)}
    journal.record("campaigns.tax_rule_dropped", row.body, by=by, at=at, facts=facts)
    row.delete()
