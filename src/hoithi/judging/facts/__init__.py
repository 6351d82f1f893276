"""Rows of points sheets to records and back."""

from hoithi.judging.facts.lines import (
    Difference,
    Fault,
    HandPart,
    LineFault,
    TypedPoints,
    asks_passed,
    asks_points,
    differences,
    fault_of_points,
    faults_of,
    hand_parts,
    judged_titles,
    typed_of,
)
from hoithi.judging.facts.tables import PointsReading, columns_of, read_points

__all__ = [
    "Difference",
    "Fault",
    "HandPart",
    "LineFault",
    "PointsReading",
    "TypedPoints",
    "asks_passed",
    "asks_points",
    "columns_of",
    "differences",
    "fault_of_points",
    "faults_of",
    "hand_parts",
    "judged_titles",
    "read_points",
    "typed_of",
]
