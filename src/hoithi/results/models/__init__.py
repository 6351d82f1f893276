"""Tables of results: drafts, published snapshots, corrections of answer keys, statistics."""

from hoithi.results.models.corrections import CorrectedRound, CorrectionState, KeyCorrection
from hoithi.results.models.outcomes import (
    Approval,
    Chunk,
    Draft,
    LotDrawing,
    MorningReport,
    Remark,
    Result,
    SignFinding,
    Verdict,
    Verification,
)
from hoithi.results.models.statistics import QuestionFigure, RoundStatistics

__all__ = [
    "Approval",
    "Chunk",
    "CorrectedRound",
    "CorrectionState",
    "Draft",
    "KeyCorrection",
    "LotDrawing",
    "MorningReport",
    "QuestionFigure",
    "Remark",
    "Result",
    "RoundStatistics",
    "SignFinding",
    "Verdict",
    "Verification",
]
