"""Filters of the organiser's lists."""

from collections.abc import Mapping

from django import template

from hoithi.wording.lists import effect_words

register = template.Library()

register.filter("effect", effect_words)


@register.filter
def named(titles: Mapping[str, str], key: str) -> str:
    """The title under the key; the key itself where the rules no longer have it."""
    return titles.get(key, key)
