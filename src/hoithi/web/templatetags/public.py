"""Filters of the public pages."""

from collections.abc import Sequence

from django import template

from hoithi.core.prizes.records import Reason
from hoithi.core.vietnamese.money import amount_text
from hoithi.core.vietnamese.private import without_contacts
from hoithi.results.facts.snapshot import KeyShown, PassedShown, TableShown
from hoithi.web.public.shown import Published
from hoithi.wording import placings, states

register = template.Library()
_BY_THE_RULES = {Reason.NO_PRIZE, Reason.HAS_A_PRIZE, Reason.WON_EARLIER_ROUND}
_MOST_NAMED = 20

register.filter("publication_decided", states.publication_decided)
register.filter("without_contacts", without_contacts)
register.filter("prize_reason", placings.prize_reason)


@register.filter
def money(amount: int) -> str:
    """ "1.000.000 đồng"."""
    return amount_text(amount)


@register.filter
def target_title(target: str) -> str:
    """What number a prediction question asked for."""
    return placings.target_title(target)


@register.filter
def unit_key_title(key: KeyShown) -> str:
    """The head of a column of a collective ranking."""
    return placings.unit_key_title(key)


@register.filter
def passed_publicly(table: TableShown) -> list[PassedShown]:
    """Who stands higher and takes no prize by the rules; what was found about people stays in."""
    return [one for one in table.passed_over if one.reason in _BY_THE_RULES][:_MOST_NAMED]


@register.filter
def newest_address(published: Published) -> str:
    """The address under which the newest result of the round always stands."""
    return f"/{published.slug}/ket-qua/{published.key}/"


@register.filter
def paired(heads: Sequence[str], cells: Sequence[str]) -> list[tuple[str, str]]:
    """Each cell of a row with the head of its column."""
    return list(zip(heads, cells, strict=True))


@register.filter
def unit_cells(keys: Sequence[KeyShown], cells: Sequence[str]) -> list[tuple[str, str]]:
    """Each value of a unit with what is compared by it."""
    return paired([placings.unit_key_title(key) for key in keys], cells)
