"""QTI 2.1 and 2.2: an item is a question with its interactions and what is right."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree import ElementTree as ET

from hoithi.documents.questions.qti_shown import Shown, shown_in
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
    shown: Shown = field(default_factory=Shown)
    """Its pictures, sounds and films."""
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
    body = ET.Element("itemBody") if body is None else body
    has_rubric = _is_telling_markers(body)
    return Item(
        identifier=root.get("identifier", ""),
        title=folded(root.get("title", "")),
        interactions=tuple(_interaction(one) for one in found),
        responses={
            one.get("identifier", ""): _response(one, mapped) for one in root.iter(_RESPONSE)
        },
        stem=folded("".join(_stem(body))),
        words=words_in(body, leave_out=_NOT_STEM),
        shown=shown_in(body, apart=_CHOICES | _SAID_AFTERWARDS),
        form=_form(root),
        beyond=_beyond(root),
        has_rubric=has_rubric,
        has_formula=next(body.iter("math"), None) is not None,
    )


def _is_telling_markers(body: ET.Element) -> bool:
    """Whether it has rubrics for others; those for contestants become parts of what is asked."""
    rubrics = list(body.iter("rubricBlock"))
    own = [one for one in rubrics if "candidate" in one.get("view", "candidate").split()]
    for one in own:
        one.tag = "div"
    return len(own) < len(rubrics)


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


_SPACE = re.compile(r"xmlns(?:$|:)")
_OF_ITEMS = re.compile(r"imsqti")
_DRAWN = ("templateProcessing", "templateDeclaration")


def _beyond(root: ET.Element) -> str:
    if root.get("adaptive") == "true":
        return "adaptive"
    return next((name for name in _DRAWN if root.find(name) is not None), "")


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
