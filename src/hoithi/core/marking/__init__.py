"""Marks of answers: each kind of question against its key, and a whole sheet against its paper."""

from hoithi.core.marking.keys import (
    AnswerKey,
    EssayKey,
    MatchingKey,
    NumberKey,
    OptionsKey,
    OrderingKey,
    TextKey,
    Withdrawn,
)
from hoithi.core.marking.many import Marker
from hoithi.core.marking.shares import of_bank
from hoithi.core.marking.sheets import (
    PLACES,
    AnswerMark,
    KeyMissing,
    Mark,
    SheetMark,
    key_on_sheet,
    mark,
    mark_answer,
    mark_sheet,
    question_points,
)

__all__ = [
    "PLACES",
    "AnswerKey",
    "AnswerMark",
    "EssayKey",
    "KeyMissing",
    "Mark",
    "Marker",
    "MatchingKey",
    "NumberKey",
    "OptionsKey",
    "OrderingKey",
    "SheetMark",
    "TextKey",
    "Withdrawn",
    "key_on_sheet",
    "mark",
    "mark_answer",
    "mark_sheet",
    "of_bank",
    "question_points",
]
