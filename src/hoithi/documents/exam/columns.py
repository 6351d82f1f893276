"""In how many columns the options of a question stand: short ones beside each other."""

from collections.abc import Sequence

from hoithi.core.questions.marked import bare

_FOUR, _TWO = 17, 38
"""Letters that fit into a quarter and a half of the line at 12 points, with the option's own."""


def columns_of(options: Sequence[str]) -> int:
    """4, 2 or 1: as many as let every option stand on one line of its column."""
    texts = [bare(option) for option in options]
    longest = max((len(text) for text in texts), default=0)
    if any("\n" in text for text in texts):
        return 1
    if longest <= _FOUR and len(texts) > 2:
        return 4
    return 2 if longest <= _TWO else 1
