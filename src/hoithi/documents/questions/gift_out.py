"""Questions as a GIFT file; what GIFT cannot say stands in a comment above each."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from hoithi.core.questions.records import Answer, QuestionKind, QuestionText
from hoithi.documents.questions.gift import read_gift
from hoithi.documents.questions.notes import MARK, Outgoing, note_of
from hoithi.documents.questions.words import markup_of

_CONTROL = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"} | {"\n": "\\n"})
_HUNDRED = Decimal(100)


def gift_file(title: str, questions: Iterable[Outgoing]) -> bytes:
    """The file in UTF-8; `read_gift` reads the same questions from it."""
    parts = [f"// {' '.join(title.split())}"]
    for one in questions:
        told = _question(one)
        native = next(iter(read_gift(told).questions), None)
        parts.append(f"// {MARK}: {note_of(one, native)}\n{told}")
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _question(question: Outgoing) -> str:
    stem = _marked(question.text.stem) or _plain(question.code)
    answers = "\n\t".join(_answers(question.text, question.answer))
    general = question.answer.explanation
    feedback = f"\n\t####{_marked(general)}" if general else ""
    return f"::{_plain(question.code)}::[html]{stem}{{\n\t{answers}{feedback}\n}}"


def _plain(text: str) -> str:
    # An arrow would make pairs of accepted texts, and nothing can escape it.
    return text.translate(_CONTROL).replace("->", "-&gt;")


def _marked(text: str) -> str:
    return markup_of(text).translate(_CONTROL)


def _answers(text: QuestionText, answer: Answer) -> Iterator[str]:
    match text.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            yield from _choices(text, answer)
        case QuestionKind.TRUE_FALSE:
            yield "TRUE" if answer.is_true else "FALSE"
        case QuestionKind.SHORT_TEXT:
            yield from (f"={_plain(one)}" for one in answer.accepted)
        case QuestionKind.NUMBER:
            value = answer.value if answer.value is not None else Decimal(0)
            yield f"#{value:f}:{answer.tolerance:f}"
        case QuestionKind.MATCHING:
            yield from _pairs(text, answer)
        case QuestionKind.ORDERING:
            # Moodle's GIFT has no order: each option is matched with its place.
            for place, option in enumerate(answer.order, start=1):
                yield f"={_marked(text.options[option])} -> {place}"


def _choices(text: QuestionText, answer: Answer) -> Iterator[str]:
    weights = answer.weights or [
        _HUNDRED / len(answer.places) if place in answer.places else Decimal(0)
        for place in range(len(text.options))
    ]
    for option, weight in zip(text.options, weights, strict=True):
        if text.kind is QuestionKind.SINGLE and weight == _HUNDRED:
            yield f"={_marked(option)}"
        else:
            share = f"%{weight.quantize(Decimal('0.00001')).normalize():f}%" if weight else ""
            yield f"~{share}{_marked(option)}"


def _pairs(text: QuestionText, answer: Answer) -> Iterator[str]:
    for option, target in zip(text.options, answer.pairs, strict=True):
        yield f"={_marked(option)} -> {_marked(text.targets[target])}"
    for target, words in enumerate(text.targets):
        if target not in answer.pairs:
            yield f"= -> {_marked(words)}"
