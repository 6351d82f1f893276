"""Lines of the newest estimate without sponsors and prizes, which follow the rules anew."""

from decimal import Decimal
from typing import Annotated

import msgspec
from msgspec import Meta

from hoithi.campaigns.models import Budget, BudgetLine, BudgetVersion, Campaign
from hoithi.core.budget.norms import Item
from hoithi.plans.actions.parts.part import Arrival, Part, Rows, Told, read

_MOST_VND = 10**13
_MOST = Decimal(10) ** 9
Amount = Annotated[int, Meta(ge=0, le=_MOST_VND)]


class _Line(Told, frozen=True, kw_only=True):
    text: Annotated[str, Meta(min_length=1, max_length=500)]
    item: Item = Item.OTHER
    group: Annotated[str, Meta(max_length=200)] = ""
    quantity: Decimal = Decimal(1)
    unit: Annotated[str, Meta(max_length=40)] = ""
    norm: Amount | None = None
    note: Annotated[str, Meta(max_length=500)] = ""


def _told(campaign: Campaign) -> Rows:
    newest = BudgetVersion.objects.filter(budget__campaign=campaign).order_by("number").last()
    lines = newest.lines.filter(follows="") if newest else ()
    return [
        msgspec.to_builtins(
            _Line(
                text=one.text,
                item=Item(one.item),
                group=one.group,
                quantity=one.quantity.normalize(),
                unit=one.unit,
                norm=one.norm,
                note=one.note,
            )
        )
        for one in lines
    ]


def _taken(rows: Rows, arrival: Arrival) -> None:
    lines = read(rows, _Line)
    if not all(_is_quantity(one.quantity) for one in lines):
        raise msgspec.ValidationError("a quantity that no estimate has")
    if not lines:
        return
    budget = Budget.objects.create(campaign=arrival.founded.campaign, last_key=len(lines))
    version = BudgetVersion.objects.create(
        budget=budget, number=1, made_by=arrival.by, made_at=arrival.at
    )
    if arrival.by:
        version.drafters.add(arrival.by)
    BudgetLine.objects.bulk_create(
        BudgetLine(
            version=version,
            key=place,
            ordinal=place,
            group=one.group,
            item=one.item.value,
            text=one.text,
            quantity=one.quantity,
            unit=one.unit,
            norm=one.norm,
            note=one.note,
        )
        for place, one in enumerate(lines, 1)
    )


def _is_quantity(number: Decimal) -> bool:
    """What a line of an estimate holds: no more than two places after the comma."""
    return number.is_finite() and 0 <= number <= _MOST and number == round(number, 2)


MONEY = Part("money", _told, _taken)
