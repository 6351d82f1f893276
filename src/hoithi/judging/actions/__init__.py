"""Deeds about points from paper: entering, judging, confirming."""

from hoithi.judging.actions.confirming import (
    CONFIRM,
    AlreadyConfirmed,
    OfficialsEnough,
    SecondPersonRequired,
    SheetReplaced,
    TypingsDiffer,
    confirm,
    confirm_by_guest,
    confirm_by_retyping,
    confirm_on_paper,
)
from hoithi.judging.actions.entering import (
    JudgedValue,
    NotJudged,
    PartNotEntered,
    ReasonMissing,
    SheetEmpty,
    SheetFaulty,
    enter_sheet,
    judge,
)

__all__ = [
    "CONFIRM",
    "AlreadyConfirmed",
    "JudgedValue",
    "NotJudged",
    "OfficialsEnough",
    "PartNotEntered",
    "ReasonMissing",
    "SecondPersonRequired",
    "SheetEmpty",
    "SheetFaulty",
    "SheetReplaced",
    "TypingsDiffer",
    "confirm",
    "confirm_by_guest",
    "confirm_by_retyping",
    "confirm_on_paper",
    "enter_sheet",
    "judge",
]
