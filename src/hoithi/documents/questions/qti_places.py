"""The place of an item of QTI 2.2 where a question is answered, and what is right there."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from hoithi.core.questions.keys import FALSE, TRUE
from hoithi.core.questions.records import Answer, QuestionKind, QuestionText
from hoithi.documents.questions.moodle_out import legal
from hoithi.documents.questions.words import markup_of


def xhtml(tag: str, words: str, **told: str) -> ET.Element:
    """An element with the words, their lines and their emphasis."""
    element = ET.fromstring(f"<{tag}>{legal(markup_of(words))}</{tag}>")  # noqa: S314 - made of escaped words, not read from anybody
    element.attrib.update(told)
    return element


def put_place(response: ET.Element, body: ET.Element, text: QuestionText, answer: Answer) -> None:
    """Adds the place to the body, and what is right to the declaration of its response."""
    match text.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            _put_choice(response, body, text, answer)
        case QuestionKind.TRUE_FALSE:
            place = _interaction(body, "choiceInteraction", shuffle="false", maxChoices="1")
            place.append(xhtml("simpleChoice", TRUE, identifier="T"))
            place.append(xhtml("simpleChoice", FALSE, identifier="F"))
            _declare(response, "single", "identifier", ["T" if answer.is_true else "F"])
        case QuestionKind.SHORT_TEXT:
            _interaction(ET.SubElement(body, "p"), "textEntryInteraction", expectedLength="40")
            _declare(response, "single", "string", answer.accepted[:1])
            _put_mapping(response, [(one, "1") for one in answer.accepted])
        case QuestionKind.NUMBER:
            _interaction(ET.SubElement(body, "p"), "textEntryInteraction", expectedLength="16")
            right = [] if answer.value is None else [f"{answer.value:f}"]
            _declare(response, "single", "float", right)
        case QuestionKind.MATCHING:
            _put_match(response, body, text, answer)
        case QuestionKind.ORDERING:
            place = _interaction(body, "orderInteraction", shuffle="true")
            _put_options(place, text.options)
            _declare(response, "ordered", "identifier", [f"O{at + 1}" for at in answer.order])
        case QuestionKind.ESSAY | QuestionKind.NUMERIC:
            _interaction(body, "extendedTextInteraction")
            _declare(response, "single", "string", [])


def _interaction(parent: ET.Element, tag: str, **told: str) -> ET.Element:
    return ET.SubElement(parent, tag, {"responseIdentifier": "RESPONSE"} | told)


def _declare(response: ET.Element, cardinality: str, base: str, right: Iterable[str]) -> None:
    response.attrib |= {"cardinality": cardinality, "baseType": base}
    values = list(right)
    if values:
        correct = ET.SubElement(response, "correctResponse")
        for value in values:
            ET.SubElement(correct, "value").text = legal(value)


def _put_mapping(response: ET.Element, entries: Iterable[tuple[str, str]]) -> None:
    mapping = ET.SubElement(response, "mapping", defaultValue="0")
    for key, value in entries:
        ET.SubElement(mapping, "mapEntry", mapKey=legal(key), mappedValue=value)


def _put_options(place: ET.Element, options: Iterable[str]) -> None:
    for number, words in enumerate(options, start=1):
        place.append(xhtml("simpleChoice", words, identifier=f"O{number}"))


def _put_choice(response: ET.Element, body: ET.Element, text: QuestionText, answer: Answer) -> None:
    is_single = text.kind is QuestionKind.SINGLE
    most = "1" if is_single else "0"
    place = _interaction(body, "choiceInteraction", shuffle="true", maxChoices=most)
    _put_options(place, text.options)
    for at in sorted(text.anchored):
        if at < len(place):
            place[at].set("fixed", "true")
    right = [f"O{at + 1}" for at in sorted(answer.places)]
    _declare(response, "single" if is_single else "multiple", "identifier", right)
    if answer.weights:
        weights = enumerate(answer.weights, start=1)
        _put_mapping(response, [(f"O{at}", f"{weight / 100:f}") for at, weight in weights])


def _put_match(response: ET.Element, body: ET.Element, text: QuestionText, answer: Answer) -> None:
    place = _interaction(
        body, "matchInteraction", shuffle="true", maxAssociations=str(len(text.options))
    )
    for sign, texts, most in (("O", text.options, "1"), ("T", text.targets, "0")):
        side = ET.SubElement(place, "simpleMatchSet")
        for number, words in enumerate(texts, start=1):
            told = {"identifier": f"{sign}{number}", "matchMax": most}
            side.append(xhtml("simpleAssociableChoice", words, **told))
    pairs = [f"O{at + 1} T{target + 1}" for at, target in enumerate(answer.pairs)]
    _declare(response, "multiple", "directedPair", pairs)
