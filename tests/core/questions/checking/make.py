"""Builders of questions for the checks of a bank."""

from dataclasses import replace
from typing import Any

from hoithi.core.questions.checking import Checked
from hoithi.core.questions.records import Answer, LegalBasis, QuestionKind, QuestionText

BASIS = LegalBasis(number="61/2018/NĐ-CP", article="7")


def single(code: str, stem: str, *options: str, right: int = 0, **changes: Any) -> Checked:
    """A single choice question."""
    text = QuestionText(QuestionKind.SINGLE, stem, "one-stop", "easy", options=options, basis=BASIS)
    return Checked(code, replace(text, **changes), Answer(places=frozenset({right})))


def statement(code: str, *, is_true: bool) -> Checked:
    """A statement that is true or false."""
    text = QuestionText(QuestionKind.TRUE_FALSE, f"Điều {code}", "one-stop", "easy", basis=BASIS)
    return Checked(code, text, Answer(is_true=is_true))
