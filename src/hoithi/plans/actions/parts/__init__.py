"""Further parts of a campaign that are copied and handed on with it, each named in one place."""

from hoithi.plans.actions.parts.committees import COMMITTEES
from hoithi.plans.actions.parts.meetings import MEETINGS
from hoithi.plans.actions.parts.money import MONEY
from hoithi.plans.actions.parts.outreach import OUTREACH
from hoithi.plans.actions.parts.part import Arrival, Part
from hoithi.plans.actions.parts.reports import REPORTS

PARTS: tuple[Part, ...] = (COMMITTEES, OUTREACH, MEETINGS, MONEY, REPORTS)
"""A new part is one module beside these and its name here."""

__all__ = ["PARTS", "Arrival", "Part"]
