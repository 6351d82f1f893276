"""Lines that are proposed to a draft: prizes as the rules state them, and work without a norm."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from hoithi.campaigns.actions.budgets import LineTyped, drafted, write_lines
from hoithi.campaigns.models import BudgetLine, BudgetVersion
from hoithi.core.budget.norms import Item
from hoithi.people.models import Person


def as_typed(row: BudgetLine) -> LineTyped:
    """A line as it stands."""
    return LineTyped(
        row.text,
        row.quantity,
        Item(row.item),
        row.group,
        row.unit,
        row.norm,
        row.source_key,
        row.note,
        row.follows,
        row.key,
    )


@transaction.atomic
def follow_rules(
    version: BudgetVersion, prizes: Sequence[LineTyped], *, by: Person, at: datetime
) -> BudgetVersion:
    """Lines of prizes become what the rules say: known ones are changed, new ones added.

    A line that follows a prize the rules no longer have is taken out. Source and note stay.
    """
    row = drafted(version)
    told = {one.follows: one for one in prizes}
    lines = []
    for old in map(as_typed, row.lines.all()):
        new = told.pop(old.follows, None) if old.follows else None
        if new is not None:
            lines.append(_renewed(old, new))
        elif not old.follows:
            lines.append(old)
    return write_lines(row, [*lines, *told.values()], by=by, at=at)


def _renewed(old: LineTyped, new: LineTyped) -> LineTyped:
    return LineTyped(
        new.text,
        new.quantity,
        new.item,
        old.group or new.group,
        new.unit,
        new.norm,
        old.source_key,
        old.note,
        new.follows,
        old.key,
    )


@transaction.atomic
def add_lines(
    version: BudgetVersion, lines: Iterable[LineTyped], *, by: Person, at: datetime
) -> int:
    """More lines at the end; one whose words stand there already is left out. How many came."""
    row = drafted(version)
    known = list(map(as_typed, row.lines.all()))
    texts = {one.text.casefold() for one in known}
    new = [one for one in lines if one.text.casefold() not in texts]
    if new:
        write_lines(row, [*known, *new], by=by, at=at)
    return len(new)


def unpriced(
    text: str, item: Item, group: str, *, of: tuple[int, str], note: str = ""
) -> LineTyped:
    """A proposal: so many of a unit, and a norm that the organiser enters."""
    quantity, unit = of
    return LineTyped(text, Decimal(quantity), item, group, unit, note=note)


@transaction.atomic
def append(
    version: BudgetVersion, lines: Iterable[LineTyped], *, by: Person, at: datetime
) -> BudgetVersion:
    """More lines at the end, as a table brings them."""
    row = drafted(version)
    known = list(map(as_typed, row.lines.all()))
    return write_lines(row, [*known, *lines], by=by, at=at)
