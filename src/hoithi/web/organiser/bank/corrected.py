"""Corrections of a version's key as the page of the question tells them."""

from dataclasses import dataclass

from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import AnswerKey, QuestionVersion
from hoithi.results.models import KeyCorrection
from hoithi.results.queries.corrections import corrections_of
from hoithi.wording.corrections import key_said


@dataclass(frozen=True)
class KeyChange:
    """A correction that came into force, with both keys in words."""

    correction: KeyCorrection
    before: str
    after: str


def key_changes(version: QuestionVersion) -> list[KeyChange]:
    """Every correction of the version that was approved, the newest first. One query."""
    done = corrections_of(version).filter(made__isnull=False)
    return [
        KeyChange(one, _said(version, one.base), _said(version, one.made))
        for one in done
        if one.made is not None
    ]


def _said(version: QuestionVersion, key: AnswerKey) -> str:
    text = text_of(version)
    return key_said(text, answer_of(text.kind, key), key)
