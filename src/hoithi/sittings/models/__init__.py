"""Tables of the exam room: rows are added, never changed; every acknowledged row is on disk."""

from hoithi.sittings.models.figures import Figure, FigureTally
from hoithi.sittings.models.papers import Paper, PaperPool, PaperSimulation, PoolKind
from hoithi.sittings.models.sittings import (
    Holder,
    Mark,
    Sheet,
    Sitting,
    SittingDecision,
    SittingDecisionKind,
    Submission,
    SubmissionKind,
    TypedSheet,
)

__all__ = [
    "Figure",
    "FigureTally",
    "Holder",
    "Mark",
    "Paper",
    "PaperPool",
    "PaperSimulation",
    "PoolKind",
    "Sheet",
    "Sitting",
    "SittingDecision",
    "SittingDecisionKind",
    "Submission",
    "SubmissionKind",
    "TypedSheet",
]
