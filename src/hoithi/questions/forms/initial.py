"""What the form of a question shows: of one that is there, and of the one written before."""

from typing import Any

from hoithi.core.questions.numbers import number_text
from hoithi.core.questions.records import Answer, Diacritics, QuestionText
from hoithi.core.questions.rows import field_said


def _key_of(text: QuestionText, answer: Answer) -> dict[str, Any]:
    """Options and whatever says what is right. Items to be ordered stand in their right order."""
    order = answer.order or range(len(text.options))
    pairs = [text.targets[target] for target in answer.pairs]
    options = {f"option_{row}": text.options[place] for row, place in enumerate(order)}
    return (
        options
        | {f"pair_{row}": target for row, target in enumerate(pairs)}
        | {
            "spare": "\n".join(one.replace("\n", " ") for one in text.targets if one not in pairs),
            "right": [str(place) for place in sorted(answer.places)],
            "weights": "; ".join(map(number_text, answer.weights)),
            "is_true": "" if answer.is_true is None else str(int(answer.is_true)),
            "accepted": "\n".join(answer.accepted),
            "exact": answer.diacritics is Diacritics.EXACT,
            "value": "" if answer.value is None else number_text(answer.value),
            "tolerance": number_text(answer.tolerance) if answer.tolerance else "",
            "rubric": "\n".join(f"{one.text} = {number_text(one.points)}" for one in answer.rubric),
            "longest": text.longest or None,
        }
    )


def initial_of(text: QuestionText, answer: Answer) -> dict[str, Any]:
    """What the form shows for a question that is there."""
    basis = text.basis
    return _key_of(text, answer) | {
        "stem": text.stem,
        "anchored": [str(place) for place in sorted(text.anchored)],
        "explanation": answer.explanation,
        "document_number": basis.number,
        "document_title": basis.title,
        "article": basis.article,
        "clause": basis.clause,
        "document_date": basis.issued_on,
        "in_force_from": basis.in_force_from,
        "in_force_to": basis.in_force_to,
        "checked_on": basis.checked_on,
        "field": field_said(text),
        "topic": text.topic,
        "difficulty": text.difficulty,
        "audience": text.audience,
        "never_with": "; ".join(sorted(text.never_with)),
    }


_KEPT = frozenset(
    {
        "document_number",
        "document_title",
        "document_date",
        "in_force_from",
        "in_force_to",
        "checked_on",
        "field",
        "topic",
        "difficulty",
        "audience",
    }
)


def kept_of(text: QuestionText) -> dict[str, Any]:
    """What the next question keeps of the last one: its document, field, difficulty, audience."""
    shown = initial_of(text, Answer())
    return {name: value for name, value in shown.items() if name in _KEPT}
