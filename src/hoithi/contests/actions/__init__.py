"""Deeds about contests: founding, writing rules, announcing, deciding about rounds."""

from hoithi.contests.actions.deciding import RoundNotDecidable, decide, rerun
from hoithi.contests.actions.founding import SlugTaken, copy, create, share_with
from hoithi.contests.actions.rules import (
    ContestNotReady,
    NothingToPutInForce,
    ReasonMissing,
    RoundInUse,
    RulebookContradicts,
    announce,
    put_in_force,
    redraft,
)

__all__ = [
    "ContestNotReady",
    "NothingToPutInForce",
    "ReasonMissing",
    "RoundInUse",
    "RoundNotDecidable",
    "RulebookContradicts",
    "SlugTaken",
    "announce",
    "copy",
    "create",
    "decide",
    "put_in_force",
    "redraft",
    "rerun",
    "share_with",
]
