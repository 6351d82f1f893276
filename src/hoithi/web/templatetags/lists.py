"""Filters of the organiser's lists."""

from collections.abc import Mapping

from django import template

from hoithi.entries.queries.matching import LineShown, Standing
from hoithi.wording.contacts import standing_words
from hoithi.wording.lists import effect_words, sitting_decision
from hoithi.wording.teams import seat_words, team_lacks

register = template.Library()

register.filter("effect", effect_words)
register.filter("sitting_decision", sitting_decision)
register.filter("standing_words", standing_words)
register.filter("seat_words", seat_words)
register.filter("team_lacks", team_lacks)

_TONES = {
    Standing.DONE: "badge--good",
    Standing.NOT_YET: "badge--bad",
    Standing.DOUBTFUL: "badge--warn",
}


@register.filter
def standing_tone(line: LineShown) -> str:
    """The colour of a listed person's badge; the words in it say the same."""
    waits = line.standing is Standing.NOT_YET and line.entered
    return "badge--info" if waits else _TONES.get(line.standing, "")


@register.filter
def named(titles: Mapping[str, str], key: str) -> str:
    """The title under the key; the key itself where the rules no longer have it."""
    return titles.get(key, key)


@register.filter
def signed(number: int) -> str:
    """+3, −2, 0: how a figure changes."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"
