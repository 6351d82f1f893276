"""QTI 2.1 and 2.2: an item is a question with its interactions and what is right."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree import ElementTree as ET

from hoithi.documents.questions.records import Problem, Unreadable
from hoithi.documents.questions.texts import folded, number
from hoithi.documents.questions.words import words_in
from hoithi.documents.questions.xml_tree import xml_tree

CORE = (
    "choiceInteraction",
    "inlineChoiceInteraction",
    "textEntryInteraction",
    "matchInteraction",
    "orderInteraction",
)
_CHOICES = {
    "simpleChoice",
    "inlineChoice",
    "simpleAssociableChoice",
    "gapText",
    "gapImg",
    "hotspotChoice",
    "associableHotspot",
    "hottext",
}
_SAID_AFTERWARDS = frozenset({"feedbackInline", "feedbackBlock"})
_NOT_STEM = frozenset({*_CHOICES, *_SAID_AFTERWARDS, "rubricBlock", "object"})
_SHOWN = frozenset({"img", "object", "audio", "video", "source"})
_RECORDINGS = frozenset({"audio", "video"})
_USUAL = re.compile(r"image/(?:png|jpe?g)$|audio/(?:mpeg|mp3|ogg)$|video/(?:mp4|webm)$")
_LISTS = {
    "choiceInteraction": {"prompt", "simpleChoice"},
    "orderInteraction": {"prompt", "simpleChoice"},
    "associateInteraction": {"prompt", "simpleAssociableChoice"},
    "matchInteraction": {"prompt", "simpleMatchSet"},
    "inlineChoiceInteraction": {"label", "inlineChoice"},
}
"""What the schema allows directly in a list of options."""


@dataclass(frozen=True, slots=True)
class Interaction:
    """A place of an item that is answered."""

    kind: str
    response: str
    settings: dict[str, str]
    """`maxChoices`, `shuffle` … as the file states them."""
    options: tuple[tuple[str, str], ...]
    fixed: tuple[str, ...]
    prompt: str
    words: tuple[str, ...] = ()
    """The options once more, with their lines and emphasis, without what is said of an answer."""
    sides: tuple[tuple[str, ...], ...] = ()
    """The keys of the options by the lists in which they stand, where there are two."""


@dataclass(frozen=True, slots=True)
class Response:
    """What is right in one place; `correct` is None where the file states no right answer."""

    cardinality: str
    base_type: str
    correct: tuple[str, ...] | None
    mapping: dict[str, Decimal]
    mapping_default: str = ""
    """The marks of what the mapping does not name, as the file states them."""
    is_mapped: bool = False
    """Whether the item gives the marks of the mapping, not all or nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question as QTI has it."""

    identifier: str
    title: str
    interactions: tuple[Interaction, ...]
    responses: dict[str, Response]
    stem: str
    words: str = ""
    """The stem with its lines and emphasis, a gap where the answer goes."""
    files: tuple[str, ...] = ()
    """The pictures, sounds and films that it shows, by their addresses."""
    elsewhere: frozenset[str] = frozenset()
    """Those of them that stand in an option or in what is said of an answer."""
    described: Mapping[str, str] = field(default_factory=dict)
    """What it says of them, by their addresses."""
    outside: tuple[str, ...] = ()
    """Those that no package can hold: addresses of the web, and bytes within the address."""
    form: Mapping[str, str] = field(default_factory=dict)
    """Name space, root, `adaptive` and how it is marked, as the file states them."""
    beyond: str = ""
    """What no paper can do that it needs: values drawn anew for each, several tries."""
    has_formula: bool = False
    has_rubric: bool = False
    """Whether it tells markers what no contestant sees."""

    @property
    def is_core(self) -> bool:
        """Whether every place of it is of a kind that a bank takes."""
        kinds = [one.kind for one in self.interactions]
        return bool(kinds) and all(kind in CORE for kind in kinds)


def read_item(data: bytes) -> Item:
    """An item. Refuses XML that is none, and lists of options that the schema forbids."""
    root, lines = xml_tree(data)
    if root.tag != "assessmentItem":
        raise Unreadable(Problem.NO_ITEM, 1, element=root.tag[:60])
    found = [one for one in root.iter() if one.tag.endswith("Interaction")]
    _refuse_without(root, "identifier", lines)
    for one in found:
        _refuse_strangers(one, lines)
        _refuse_nameless(one, lines)
    body, mapped = root.find("itemBody"), _mapped(root)
    rubrics = list(body.iter("rubricBlock")) if body is not None else []
    for one in rubrics:
        if _is_for_contestants(one):
            one.tag = "div"  # It is a part of what is asked.
    return Item(
        identifier=root.get("identifier", ""),
        title=folded(root.get("title", "")),
        interactions=tuple(_interaction(one) for one in found),
        responses={
            one.get("identifier", ""): _response(one, mapped) for one in root.iter(_RESPONSE)
        },
        stem=folded("".join(_stem(body))) if body is not None else "",
        words=words_in(body, leave_out=_NOT_STEM) if body is not None else "",
        files=tuple(source for _one, source in _shown(body) if not source.startswith("data:")),
        elsewhere=_elsewhere(body),
        described={source: told for one, source in _shown(body) if (told := _about(one))},
        outside=tuple(source[:200] for _one, source in _shown(body) if _OUTSIDE.match(source)),
        form=_form(root),
        beyond=_beyond(root),
        has_rubric=any(one.tag == "rubricBlock" for one in rubrics),
        has_formula=body is not None and next(body.iter("math"), None) is not None,
    )


_RESPONSE = "responseDeclaration"
_MARKING = "responseProcessing"
_MAP = "map_response"


def _mapped(root: ET.Element) -> frozenset[str]:
    """The responses whose marks are those of their mapping."""
    marking = root.find(_MARKING)
    if marking is None:
        return frozenset()
    if _template(marking) == _MAP:
        return frozenset(one.get("identifier", "") for one in root.iter(_RESPONSE))
    return frozenset(one.get("identifier", "") for one in marking.iter("mapResponse"))


def _template(marking: ET.Element) -> str:
    return marking.get("template", "").rpartition("/")[2].removesuffix(".xml")


def _form(root: ET.Element) -> dict[str, str]:
    spaces = (value for name, value in root.attrib.items() if _SPACE.match(name))
    own = (value for value in spaces if _OF_ITEMS.search(value))
    told = {
        "root": root.tag,
        "namespace": root.get("xmlns", "") or next(own, ""),
        "adaptive": root.get("adaptive", ""),
    }
    marking = root.find(_MARKING)
    if marking is not None:
        told["response_processing"] = _template(marking) or "own rules"
    return {name: value[:200] for name, value in told.items() if value}


def _is_for_contestants(rubric: ET.Element) -> bool:
    return "candidate" in rubric.get("view", "candidate").split()


_SPACE = re.compile(r"xmlns(?:$|:)")
_OF_ITEMS = re.compile(r"imsqti")
_DRAWN = ("templateProcessing", "templateDeclaration")


def _beyond(root: ET.Element) -> str:
    if root.get("adaptive") == "true":
        return "adaptive"
    return next((name for name in _DRAWN if root.find(name) is not None), "")


_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:|//")


def _shown(body: ET.Element | None) -> Iterator[tuple[ET.Element, str]]:
    """What the item shows, each with its address."""
    instead = set(_instead(body)) if body is not None else set[ET.Element]()
    for one in body.iter() if body is not None else ():
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


def _elsewhere(body: ET.Element | None) -> frozenset[str]:
    apart = _CHOICES | _SAID_AFTERWARDS
    places = [one for one in body.iter() if one.tag in apart] if body is not None else []
    return frozenset(source for place in places for _one, source in _shown(place))


def _about(shown: ET.Element) -> str:
    told = shown.get("alt") or shown.get("title") or shown.get("aria-label") or ""
    return folded(told) or (_all_text(shown) if shown.tag == "object" else "")


def _refuse_strangers(interaction: ET.Element, lines: dict[ET.Element, int]) -> None:
    allowed = _LISTS.get(interaction.tag)
    for child in interaction if allowed else ():
        if child.tag not in (allowed or ()):
            facts = {"element": child.tag[:60], "within": interaction.tag}
            raise Unreadable(Problem.ELEMENT_NOT_ALLOWED, lines[child], **facts)


def _refuse_nameless(interaction: ET.Element, lines: dict[ET.Element, int]) -> None:
    """What nobody could answer or mark: a place without its response, a choice without its key."""
    if interaction.tag != "portableCustomInteraction":
        _refuse_without(interaction, "responseIdentifier", lines)
    for one in interaction.iter():
        if one.tag in _CHOICES:
            _refuse_without(one, "identifier", lines)


def _refuse_without(element: ET.Element, name: str, lines: dict[ET.Element, int]) -> None:
    if not element.get(name):
        facts = {"attribute": name, "element": element.tag[:60]}
        raise Unreadable(Problem.ATTRIBUTE_MISSING, lines[element], **facts)


def _interaction(element: ET.Element) -> Interaction:
    told = {name: value for name, value in element.attrib.items() if name in _SETTINGS}
    choices = [one for one in element.iter() if one.tag in _CHOICES]
    prompt = element.find("prompt")
    return Interaction(
        kind=element.tag,
        response=element.get("responseIdentifier", ""),
        settings=told,
        options=tuple((one.get("identifier", ""), _all_text(one)) for one in choices),
        fixed=tuple(one.get("identifier", "") for one in choices if one.get("fixed") == "true"),
        prompt=_all_text(prompt) if prompt is not None else "",
        words=tuple(words_in(one, leave_out=_SAID_AFTERWARDS) for one in choices),
        sides=tuple(
            tuple(one.get("identifier", "") for one in side if one.tag in _CHOICES)
            for side in element.findall("simpleMatchSet")
        ),
    )


_SETTINGS = {"maxChoices", "minChoices", "shuffle", "maxAssociations", "expectedLength"}


def _all_text(element: ET.Element) -> str:
    return folded("".join(element.itertext()))


def _stem(element: ET.Element) -> Iterator[str]:
    """The words of the body outside lists of options."""
    if element.tag in _CHOICES:
        return
    yield element.text or ""
    for child in element:
        yield from _stem(child)
        yield f" {child.tail or ''}"


def _response(element: ET.Element, mapped: frozenset[str]) -> Response:
    right, table = element.find("correctResponse"), element.find("mapping")
    values = None
    if right is not None:
        values = tuple((one.text or "").strip() for one in right.iter("value"))
    entries = table.findall("mapEntry") if table is not None else []
    return Response(
        cardinality=element.get("cardinality", ""),
        base_type=element.get("baseType", ""),
        correct=values or None,
        mapping={one.get("mapKey", ""): number(one.get("mappedValue", "0")) for one in entries},
        mapping_default=table.get("defaultValue", "")[:20] if table is not None else "",
        is_mapped=bool(entries) and element.get("identifier", "") in mapped,
    )
