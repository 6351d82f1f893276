"""Texts of a campaign without the people in them, before they leave the body."""

import re
import unicodedata
from collections.abc import Collection

from hoithi.core.vietnamese.private import HIDDEN, without_contacts
from hoithi.core.vietnamese.text import fold

_FEWEST_WORDS = 2
"""A name of one word ("An", "Bình") is also a word of every text."""


def without_persons(told: object, names: Collection[str]) -> object:
    """Plain data with the names of these people, telephone numbers and mail addresses hidden.

    A name is found whatever its case, its spaces and its normal form. Keys of tables stay.
    """
    return _hidden(told, _pattern(names))


def _hidden(told: object, pattern: re.Pattern[str] | None) -> object:
    if isinstance(told, str):
        text = without_contacts(unicodedata.normalize("NFC", told))
        return pattern.sub(HIDDEN, text) if pattern else text
    if isinstance(told, dict):
        return {key: _hidden(value, pattern) for key, value in told.items()}
    if isinstance(told, list | tuple):
        return [_hidden(one, pattern) for one in told]
    return told


def _pattern(names: Collection[str]) -> re.Pattern[str] | None:
    """Longest first, so that "Nguyễn Văn An Bình" is not left as "••• Bình"."""
    known = {tuple(unicodedata.normalize("NFC", name).split()) for name in names}
    long = sorted((one for one in known if len(one) >= _FEWEST_WORDS), key=_longest_first)
    if not long:
        return None
    written = "|".join(r"\s+".join(re.escape(word) for word in one) for one in long)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)


def _longest_first(words: tuple[str, ...]) -> tuple[int, str]:
    return -sum(map(len, words)), fold(" ".join(words))
