"""What an item of QTI shows: pictures, sounds and films, by their addresses."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from hoithi.documents.questions.texts import folded

_SHOWN = frozenset({"img", "object", "audio", "video", "source"})
_RECORDINGS = frozenset({"audio", "video"})
_USUAL = re.compile(r"image/(?:png|jpe?g)$|audio/(?:mpeg|mp3|ogg)$|video/(?:mp4|webm)$")
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:|//")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """The files that an item shows."""

    files: tuple[str, ...] = ()
    """Their addresses, those of the web among them."""
    elsewhere: frozenset[str] = frozenset()
    """Those of them that stand in an option or in what is said of an answer."""
    described: Mapping[str, str] = field(default_factory=dict)
    """What the item says of them."""
    outside: tuple[str, ...] = ()
    """Those that no package can hold: addresses of the web, and bytes within the address."""

    @property
    def beside(self) -> tuple[str, ...]:
        """Those of the stem, each once."""
        return tuple(one for one in dict.fromkeys(self.files) if one not in self.elsewhere)


def shown_in(body: ET.Element, *, apart: Set[str]) -> Shown:
    """All that the body shows; `apart` are the elements that are none of the stem."""
    found = list(_shown(body))
    places = [one for one in body.iter() if one.tag in apart]
    return Shown(
        files=tuple(source for _one, source in found if not source.startswith("data:")),
        elsewhere=frozenset(source for place in places for _one, source in _shown(place)),
        described={source: told for one, source in found if (told := _about(one))},
        outside=tuple(source[:_LONGEST] for _one, source in found if _OUTSIDE.match(source)),
    )


def _shown(body: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    instead = set(_instead(body))
    for one in body.iter():
        source = one.get("data" if one.tag == "object" else "src", "")
        if one.tag in _SHOWN and source and one not in instead:
            yield one, source


def _instead(body: ET.Element) -> Iterator[ET.Element]:
    """What is shown only where another file of the same cannot be: one of them is enough."""
    for one in body.iter():
        if one.tag in _RECORDINGS:
            yield from one.findall("source")[0 if one.get("src") else 1 :]
        inner = one.find("object") if one.tag == "object" else None
        if inner is not None:
            yield inner if _USUAL.match(one.get("type", "")) else one


def _about(shown: ET.Element) -> str:
    told = shown.get("alt") or shown.get("title") or shown.get("aria-label") or ""
    if folded(told) or shown.tag != "object":
        return folded(told)
    return folded("".join(shown.itertext()))
