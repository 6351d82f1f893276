"""Is this installation ready for the day? Each question gets one line with what to do."""

from hoithi.rehearsals.readiness.questions import all_lines
from hoithi.rehearsals.readiness.records import Level, Line

__all__ = ["Level", "Line", "all_lines"]
