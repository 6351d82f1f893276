"""What was read of a file of questions, for programs: one object with plain values."""

from typing import Any

from hoithi.documents.questions.qti import Interaction, Item, Response
from hoithi.documents.questions.qti_package import Package
from hoithi.documents.questions.records import (
    Choice,
    Fault,
    Format,
    Kind,
    QuestionReading,
    ReadQuestion,
)
from hoithi.documents.questions.texts import folded

_STEM = 60
_LONG = 80


def as_json(reading: QuestionReading) -> dict[str, Any]:
    """Outcome, numbers, categories, questions, and what was wrong with its line."""
    kinds = sorted(one.kind for one in reading.questions)
    told: dict[str, Any] = {
        "format": reading.format.value,
        "outcome": reading.outcome,
        "question_count": len(reading.questions),
        "types": {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        "errors": [_fault(one) for one in reading.faults],
        "questions": [_question(n, one) for n, one in enumerate(reading.questions, start=1)],
    }
    if reading.categories:
        told |= {"categories": list(reading.categories), "tree": dict(reading.tree)}
        told["category_idnumber"] = dict(reading.category_idnumber)
        told["category_info"] = dict(reading.category_info)
    if reading.format is Format.CLOZE and reading.questions:
        marks = (int(gap.partition(":")[2]) for gap in reading.questions[0].gaps)
        told["default_mark"] = sum(marks)
    return told


def _fault(fault: Fault) -> dict[str, Any]:
    told = {"line": fault.line, "about": fault.about, "problem": fault.problem.value}
    return {name: value for name, value in told.items() if value} | {
        name: value for name, value in fault.facts.items() if name != "about" or not fault.about
    }


def _question(place: int, question: ReadQuestion) -> dict[str, Any]:
    told: dict[str, Any] = {
        "n": place,
        "type": str(question.kind),
        "name": question.name,
        "idnumber": question.idnumber,
        "category": question.category,
        "stem_starts": folded(question.stem)[:_STEM],
        "single": question.single,
        "answers": [_answer(one) for one in question.choices],
        "right": list(question.right) if question.choices else question.is_true,
        "pairs": [list(pair) for pair in question.pairs],
        "embedded": list(question.gaps),
        "embedded_files": list(question.files),
    }
    if question.kind == Kind.ORDERING:
        told |= {"answers": [], "right": None, "right_order": list(question.right)}
    return {name: value for name, value in told.items() if value not in ("", None, [])}


def _answer(choice: Choice) -> dict[str, Any]:
    told = {
        "text": folded(choice.text)[:_LONG],
        "fraction": float(choice.fraction),
        "feedback": folded(choice.feedback)[:_STEM],
    }
    return told if choice.tolerance is None else told | {"tolerance": float(choice.tolerance)}


def item_as_json(item: Item) -> dict[str, Any]:
    """A QTI item as it stands."""
    return dict(item.form) | {
        "outcome": "imported",
        "identifier": item.identifier,
        "title": item.title,
        "interactions": [_interaction(one) for one in item.interactions],
        "responses": {key: _response(one) for key, one in item.responses.items()},
        "class": "core" if item.is_core else "other",
    }


def _interaction(interaction: Interaction) -> dict[str, Any]:
    told = {
        "type": interaction.kind,
        "response": interaction.response,
        **interaction.settings,
        "fixed": list(interaction.fixed),
        "options": [[key, text[:_STEM]] for key, text in interaction.options],
        "prompt_starts": interaction.prompt[:_STEM],
    }
    return {name: value for name, value in told.items() if value not in ("", [])}


def _response(response: Response) -> dict[str, Any]:
    told = {
        "cardinality": response.cardinality,
        "base_type": response.base_type,
        "correct": None if response.correct is None else list(response.correct),
    }
    mapping = {key: float(value) for key, value in response.mapping.items()}
    if response.mapping_default:
        told["mapping_default"] = response.mapping_default
    return told | ({"mapping": mapping} if mapping else {})


def package_as_json(package: Package) -> dict[str, Any]:
    """A QTI package with what each item asks and what is right."""
    return {
        "outcome": "imported",
        "item_count": len(package.items),
        "resources": len(package.resources),
        "resource_types": list(dict.fromkeys(one.kind for one in package.resources)),
        "files": package.files,
        "items": [_item_of_package(item) for _file, item in package.items],
    }


def _item_of_package(item: Item) -> dict[str, Any]:
    return {
        "identifier": item.identifier,
        "title": item.title,
        "interactions": [one.kind for one in item.interactions],
        "correct": {
            key: None if one.correct is None else list(one.correct)
            for key, one in item.responses.items()
        },
    }
