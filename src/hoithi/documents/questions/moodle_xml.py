"""Moodle's own XML: categories and questions of every type, each listed, none dropped."""

import re
from base64 import b64decode
from collections.abc import Iterator
from decimal import Decimal
from xml.etree import ElementTree as ET

from hoithi.documents.questions.cloze import cloze_question
from hoithi.documents.questions.moodle_shown import descriptions, shown_from_outside
from hoithi.documents.questions.notes import MARK, note_in
from hoithi.documents.questions.records import (
    Attachment,
    Choice,
    Fault,
    Format,
    Kind,
    Problem,
    QuestionReading,
    ReadQuestion,
    Unreadable,
)
from hoithi.documents.questions.texts import ONE, SLASH, folded, name_from, number, tree_of
from hoithi.documents.questions.xml_tree import xml_tree

_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_OTHER_NAMES = {"cloze": Kind.MULTIANSWER.value, "matching": Kind.MATCH.value}
"""What Moodle's files call a type, and its name."""
_SHARES = (100, 90, 80, 75, 70, 60, 50, 40, 30, 25, 20, 10, 5, 0)
_PARTS = (3, 6, 7, 8, 9)
_CLOSE = Decimal("0.00001")
ALLOWED = tuple(
    sorted(
        {Decimal(share) / 100 for share in _SHARES}
        | {Decimal(1) / part for part in _PARTS}
        | {Decimal(2) / 3, Decimal(5) / 6}
    )
)


def read_moodle_xml(data: bytes) -> QuestionReading:
    """The questions of a file; one that is wrong is named, and then nothing of it counts."""
    root, lines = xml_tree(data)
    questions, faults, categories = list[ReadQuestion](), list[Fault](), list[str]()
    place = 0
    for element in root.iter("question"):
        kind = element.get("type", "").strip()
        if kind == "category":
            categories.append(_category(element))
            continue
        place += 1
        try:
            questions.append(_question(element, kind, categories[-1] if categories else ""))
        except Unreadable as wrong:
            facts = wrong.facts | {"number": str(place)}
            faults.append(Fault(wrong.problem, lines[element], _name(element), facts))
    if faults:
        questions = []
    return QuestionReading(
        Format.MOODLE_XML,
        tuple(questions),
        tuple(faults),
        tuple(categories),
        dict(tree_of(categories)),
        dict(_told_of_categories(root, "idnumber")),
        dict(_told_of_categories(root, "info/text")),
    )


def _category(element: ET.Element) -> str:
    return folded(element.findtext("category/text", ""))


def _told_of_categories(root: ET.Element, path: str) -> Iterator[tuple[str, str]]:
    """What the file says of its categories, by the last part of their names."""
    for element in root.iter("question"):
        told = folded(element.findtext(path) or "")
        if element.get("type") == "category" and told:
            yield SLASH.split(_category(element))[-1], told


def _question(element: ET.Element, kind: str, category: str) -> ReadQuestion:
    stem = _text(element, "questiontext")
    kind = _OTHER_NAMES.get(kind, kind)
    if kind == Kind.MULTIANSWER:
        gaps = cloze_question(stem).gaps
        return ReadQuestion(kind, _name(element), stem, category, gaps=gaps, files=_files(element))
    return ReadQuestion(
        kind=kind,
        name=_name(element),
        idnumber=folded(element.findtext("idnumber") or ""),
        stem=stem,
        category=category,
        single=_single(element) if kind == Kind.MULTICHOICE else None,
        choices=_choices_of(element, kind),
        is_true=_is_true(element) if kind == Kind.TRUEFALSE else None,
        pairs=tuple(_pairs(element)) if kind == Kind.MATCH else (),
        files=_files(element),
        explanation=_text(element, "generalfeedback"),
        stated=note_in(element.findtext(MARK) or ""),
        is_plain=_is_plain(element),
        attachments=tuple(_attachments(element)),
        remote=shown_from_outside(element),
    )


_PLAIN = frozenset({"plain_text", "markdown"})


def _is_plain(element: ET.Element) -> bool:
    stem = element.find("questiontext")
    return stem is not None and stem.get("format") in _PLAIN


def _attachments(element: ET.Element) -> Iterator[Attachment]:
    """The files of a stem; one whose bytes cannot be read has none."""
    told = descriptions(_text(element, "questiontext"))
    for file in element.iterfind("questiontext/file"):
        try:
            data = b64decode("".join((file.text or "").split()), validate=True)
        except ValueError:
            data = b""
        name = file.get("name", "")
        yield Attachment(name, data, told.get(name, ""))


_WITH_CHOICES = {Kind.MULTICHOICE, Kind.SHORTANSWER, Kind.NUMERICAL}


def _choices_of(element: ET.Element, kind: str) -> tuple[Choice, ...]:
    if kind == Kind.ORDERING:
        return tuple(_in_order(element))
    return tuple(_choices(element, kind)) if kind in _WITH_CHOICES else ()


def _in_order(element: ET.Element) -> Iterator[Choice]:
    """The right order: a file numbers the places where other types have shares of marks."""
    answers = [
        (number(one.get("fraction", "0")), place, (one.findtext("text") or "").strip())
        for place, one in enumerate(element.findall("answer"))
    ]
    for _share, _place, text in sorted(answers):
        yield Choice(text, ONE)


def _text(element: ET.Element, path: str) -> str:
    return (element.findtext(f"{path}/text") or "").strip()


def _name(element: ET.Element) -> str:
    name = folded(_TAGS.sub("", _text(element, "name")))
    return name or name_from(_text(element, "questiontext"))


def _files(element: ET.Element) -> tuple[str, ...]:
    old = [name.strip() for name in (element.findtext("image") or "",) if name.strip()]
    return (*old, *(file.get("name", "") for file in element.iter("file")))


def _single(element: ET.Element) -> bool:
    return (element.findtext("single") or "true").strip().lower() not in {"false", "0"}


def _choices(element: ET.Element, kind: str) -> Iterator[Choice]:
    for answer in element.findall("answer"):
        text = (answer.findtext("text") or "").strip()
        tolerance = None
        if kind == Kind.NUMERICAL and text != "*":
            number(text)
            tolerance = number(answer.findtext("tolerance") or "0")
        yield Choice(text, _fraction(answer), _text(answer, "feedback"), tolerance)


def _fraction(answer: ET.Element) -> Decimal:
    told = answer.get("fraction", "0")
    share = number(told) / 100
    nearest = min(ALLOWED, key=lambda one: abs(one - abs(share)))
    if abs(nearest - abs(share)) > _CLOSE:
        right = f"{(nearest * 100).quantize(_CLOSE).normalize():f}"
        raise Unreadable(Problem.WEIGHT_NOT_ALLOWED, weight=told.strip()[:20], nearest=right)
    return share


def _is_true(element: ET.Element) -> bool:
    for place, answer in enumerate(element.findall("answer")):
        said = (answer.findtext("text") or "").strip().lower()
        if _fraction(answer) == ONE:
            # Written in another language, what is true stands first.
            return said == "true" if said in {"true", "false"} else place == 0
    raise Unreadable(Problem.NO_RIGHT_ANSWER)


def _pairs(element: ET.Element) -> Iterator[tuple[str, str]]:
    for sub in element.findall("subquestion"):
        yield (sub.findtext("text") or "").strip(), _text(sub, "answer")
