"""What the markup of Moodle's texts shows: files of the question, and addresses outside it."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote
from xml.etree import ElementTree as ET

_SHOWN = re.compile(r"<(?:img|audio|video|source|object|embed|iframe)\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(src|data|alt|title)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE
)
_OWN = "@@PLUGINFILE@@/"
_LONGEST = 200


def descriptions(markup: str) -> dict[str, str]:
    """What the markup says of its files, by their names."""
    told: dict[str, str] = {}
    for shown in _shown(markup):
        source = shown.get("src", "")
        about = " ".join((shown.get("alt", "") or shown.get("title", "")).split())
        if source.startswith(_OWN) and about:
            name = unquote(source.removeprefix(_OWN).partition("?")[0]).rpartition("/")[2]
            told.setdefault(name, about)
    return told


def shown_from_outside(question: ET.Element) -> tuple[str, ...]:
    """What any text of the question shows and the file does not hold."""
    found = (one for text in question.iter("text") for one in _outside(text.text or ""))
    return tuple(dict.fromkeys(found))


def _outside(markup: str) -> Iterator[str]:
    for shown in _shown(markup):
        source = shown.get("src", "") or shown.get("data", "")
        if source and not source.startswith(_OWN):
            yield source[:_LONGEST]


def _shown(markup: str) -> Iterator[dict[str, str]]:
    for tag in _SHOWN.findall(markup):
        yield {name.lower(): unescape(one or other) for name, one, other in _ATTRIBUTE.findall(tag)}
