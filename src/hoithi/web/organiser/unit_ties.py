"""The forms in which the committee's values for equal units are typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.http import QueryDict

from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.judging.forms import UnitValuesForm
from hoithi.results.queries.unit_ties import UnitTie


@dataclass(frozen=True)
class TieForm:
    """Equal units with the form of their values; `group` names them in what is sent."""

    tie: UnitTie
    form: UnitValuesForm
    group: str


def tie_forms(ties: Iterable[UnitTie], data: QueryDict | None) -> list[TieForm]:
    """A form for each group of equals; only the one that was sent holds what was typed."""
    return [_form(number, tie, data) for number, tie in enumerate(ties, start=1)]


def _form(number: int, tie: UnitTie, data: QueryDict | None) -> TieForm:
    group = "|".join([tie.title, *(str(one.number) for one in tie.units)])
    is_sent = data is not None and data.get("nhom") == group
    first = {
        f"don-vi-{one.number}": decimal_text(Decimal(one.value))
        for one in tie.units
        if one.value is not None
    }
    units = [(one.number, one.name) for one in tie.units]
    form = UnitValuesForm(
        data if is_sent else None, units=units, initial=first, auto_id=f"dg{number}_%s"
    )
    return TieForm(tie, form, group)
