"""What is asked of meetings: those invited, those who wait, what is to be answered."""

from hoithi.conferences.queries.meetings import (
    UnitAsked,
    counted,
    guests_named,
    meeting_of,
    open_counts,
    people_of,
    unassigned,
    units_taking_part,
)
from hoithi.conferences.queries.waiting import Waiting, guests_for, untold_moves, waiting_for

__all__ = [
    "UnitAsked",
    "Waiting",
    "counted",
    "guests_for",
    "guests_named",
    "meeting_of",
    "open_counts",
    "people_of",
    "unassigned",
    "units_taking_part",
    "untold_moves",
    "waiting_for",
]
