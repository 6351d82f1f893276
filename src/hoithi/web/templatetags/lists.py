"""Filters of the organiser's lists."""

from collections.abc import Mapping

from django import template

from hoithi.wording.lists import effect_words, sitting_decision

register = template.Library()

register.filter("effect", effect_words)
register.filter("sitting_decision", sitting_decision)


@register.filter
def named(titles: Mapping[str, str], key: str) -> str:
    """The title under the key; the key itself where the rules no longer have it."""
    return titles.get(key, key)


@register.filter
def signed(number: int) -> str:
    """+3, −2, 0: how a figure changes."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"
