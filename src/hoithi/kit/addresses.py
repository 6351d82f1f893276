"""The words with which the site's own addresses begin, read from the table of addresses."""

from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver


@cache
def first_words() -> frozenset[str]:
    """Every fixed word that stands first in an address: "quan-tri", "don-vi", "room" …

    Whatever gets an address `/<slug>/` of its own must not be called so: the site would answer
    there with something else.
    """
    beside = (settings.STATIC_URL, settings.ROOM_URL)
    patterns = (*_patterns(get_resolver()), *(one.removeprefix("/") for one in beside))
    words = {pattern.partition("/")[0] for pattern in patterns}
    return frozenset(word for word in words if word and "<" not in word)


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """The addresses of the table as they are written, without the leading stroke."""
    for entry in resolver.url_patterns:
        whole = f"{prefix}{entry.pattern}"
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, whole)
        elif isinstance(entry, URLPattern):
            yield whole
