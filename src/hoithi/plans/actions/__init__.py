"""Deeds with plans: taking a document, reading it, correcting what was read, founding."""

from hoithi.plans.actions.founding import (
    AlreadyFounded,
    Choices,
    Imported,
    NotRead,
    Superior,
    draft_of,
    found,
    import_plan,
)
from hoithi.plans.actions.handing import Opened, copy_campaign, export, open_file
from hoithi.plans.actions.reading import PlanRefused, read, take
from hoithi.plans.actions.understood import NotAFact, accept, accept_all, add, correct, refuse

__all__ = [
    "AlreadyFounded",
    "Choices",
    "Imported",
    "NotAFact",
    "NotRead",
    "Opened",
    "PlanRefused",
    "Superior",
    "accept",
    "accept_all",
    "add",
    "copy_campaign",
    "correct",
    "draft_of",
    "export",
    "found",
    "import_plan",
    "open_file",
    "read",
    "refuse",
    "take",
]
