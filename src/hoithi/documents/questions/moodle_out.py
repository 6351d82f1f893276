"""Questions as Moodle XML, with their pictures and sounds inside."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from decimal import Decimal
from urllib.parse import quote
from xml.etree import ElementTree as ET

from hoithi.core.questions.records import Answer, MediaKind, QuestionKind, QuestionText
from hoithi.core.questions.rows import DIFFICULTIES, field_said
from hoithi.documents.questions.moodle_xml import ALLOWED, read_moodle_xml
from hoithi.documents.questions.notes import MARK, Outgoing, note_of
from hoithi.documents.questions.words import markup_of

_TYPES = {
    QuestionKind.SINGLE: "multichoice",
    QuestionKind.MULTIPLE: "multichoice",
    QuestionKind.TRUE_FALSE: "truefalse",
    QuestionKind.SHORT_TEXT: "shortanswer",
    QuestionKind.NUMBER: "numerical",
    QuestionKind.MATCHING: "matching",
    QuestionKind.ORDERING: "ordering",
    QuestionKind.ESSAY: "essay",
    QuestionKind.NUMERIC: "essay",
}
_LONGEST_TAG = 50
_ILLEGAL = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)


def moodle_file(title: str, questions: Iterable[Outgoing]) -> bytes:
    """The file; `read_moodle_xml` reads the same questions from it."""
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", type="category")
    _text(category, "category", f"$course$/top/{legal(title).replace('/', '//')}")
    for one in questions:
        element = _question(one)
        found = read_moodle_xml(ET.tostring(element)).questions
        note = ET.SubElement(element, MARK)
        note.text = legal(note_of(one, found[0] if found else None))
        quiz.append(element)
    ET.indent(quiz)
    return bytes(ET.tostring(quiz, "utf-8", xml_declaration=True))


def legal(text: str) -> str:
    """The text without the few signs that XML cannot hold."""
    return text.translate(_ILLEGAL)


def _question(question: Outgoing) -> ET.Element:
    text, answer = question.text, question.answer
    element = ET.Element("question", type=_TYPES[text.kind])
    _text(element, "name", question.code)
    stem = _text(element, "questiontext", _stem(text), html=True)
    for file in question.files:
        held = ET.SubElement(stem, "file", name=legal(file.name), path="/", encoding="base64")
        held.text = b64encode(file.data).decode("ascii")
    _text(element, "generalfeedback", markup_of(answer.explanation), html=True)
    ET.SubElement(element, "defaultgrade").text = "1"
    ET.SubElement(element, "idnumber").text = legal(question.code)
    _PUT[text.kind](element, text, answer)
    tags = ET.SubElement(element, "tags")
    for told in _tags(text):
        _text(tags, "tag", told[:_LONGEST_TAG])
    return element


def _stem(text: QuestionText) -> str:
    shown = [markup_of(text.stem)]
    for one in text.media:
        source = f'src="@@PLUGINFILE@@/{quote(one.name)}"'
        about = _attribute(one.description)
        if one.kind is MediaKind.IMAGE:
            shown.append(f'<p><img {source} alt="{about}"/></p>')
        else:
            shown.append(
                f'<p><{one.kind} controls="true" {source} title="{about}"></{one.kind}></p>'
            )
    return "".join(shown)


def _attribute(text: str) -> str:
    return markup_of(text.replace("*", "")).replace('"', "&quot;")


def _tags(text: QuestionText) -> list[str]:
    told = [field_said(text), DIFFICULTIES.get(text.difficulty, "")]
    return [one for one in (*told, text.basis.number) if one]


def _text(parent: ET.Element, name: str, text: str, *, html: bool = False) -> ET.Element:
    element = ET.SubElement(parent, name, {"format": "html"} if html else {})
    ET.SubElement(element, "text").text = legal(text)
    return element


def _put_truth(element: ET.Element, _text: QuestionText, answer: Answer) -> None:
    for said, is_right in (("true", answer.is_true), ("false", not answer.is_true)):
        _answer(element, said, Decimal(100 if is_right else 0))


def _put_accepted(element: ET.Element, _text: QuestionText, answer: Answer) -> None:
    ET.SubElement(element, "usecase").text = "0"
    for one in answer.accepted:
        _answer(element, one, Decimal(100))


def _put_number(element: ET.Element, _text: QuestionText, answer: Answer) -> None:
    value = answer.value if answer.value is not None else Decimal(0)
    told = _answer(element, f"{value:f}", Decimal(100))
    ET.SubElement(told, "tolerance").text = f"{answer.tolerance:f}"


def _put_order(element: ET.Element, text: QuestionText, answer: Answer) -> None:
    for place, option in enumerate(answer.order, start=1):
        _answer(element, markup_of(text.options[option]), Decimal(place), html=True)


def _put_editor(element: ET.Element, _text: QuestionText, _answer: Answer) -> None:
    ET.SubElement(element, "responseformat").text = "editor"


def _put_choices(element: ET.Element, text: QuestionText, answer: Answer) -> None:
    ET.SubElement(element, "single").text = str(text.kind is QuestionKind.SINGLE).lower()
    ET.SubElement(element, "shuffleanswers").text = "true"
    usual = Decimal(100) / max(len(answer.places), 1)
    for place, option in enumerate(text.options):
        weight = usual if place in answer.places else Decimal(0)
        weight = answer.weights[place] if answer.weights else weight
        _answer(element, markup_of(option), _allowed(weight), html=True)


def _allowed(percent: Decimal) -> Decimal:
    """The share that Moodle allows and that is nearest; the note keeps the true one."""
    nearest = min(ALLOWED, key=lambda one: abs(one * 100 - abs(percent))) * 100
    rounded = nearest.quantize(Decimal("0.00001"))
    return rounded.copy_sign(percent) if rounded else Decimal(0)


def _put_pairs(element: ET.Element, text: QuestionText, answer: Answer) -> None:
    ET.SubElement(element, "shuffleanswers").text = "true"
    pairs = [
        (option, text.targets[target])
        for option, target in zip(text.options, answer.pairs, strict=True)
    ]
    over = (words for at, words in enumerate(text.targets) if at not in answer.pairs)
    for left, right in (*pairs, *(("", words) for words in over)):
        sub = ET.SubElement(element, "subquestion", format="html")
        ET.SubElement(sub, "text").text = legal(markup_of(left))
        _text(sub, "answer", markup_of(right))


def _answer(element: ET.Element, text: str, percent: Decimal, *, html: bool = False) -> ET.Element:
    told = {"fraction": f"{percent.normalize():f}", "format": "html" if html else "plain_text"}
    answer = ET.SubElement(element, "answer", told)
    ET.SubElement(answer, "text").text = legal(text)
    return answer


_PUT: dict[QuestionKind, Callable[[ET.Element, QuestionText, Answer], None]] = {
    QuestionKind.SINGLE: _put_choices,
    QuestionKind.MULTIPLE: _put_choices,
    QuestionKind.TRUE_FALSE: _put_truth,
    QuestionKind.SHORT_TEXT: _put_accepted,
    QuestionKind.NUMBER: _put_number,
    QuestionKind.MATCHING: _put_pairs,
    QuestionKind.ORDERING: _put_order,
    QuestionKind.ESSAY: _put_editor,
    QuestionKind.NUMERIC: _put_editor,
}
