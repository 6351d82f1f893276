"""Deeds about contests: founding, writing rules, announcing, deciding about rounds."""

from hoithi.contests.actions.deciding import (
    NewTimes,
    Order,
    RoundNotDecidable,
    decide,
    rerun,
    set_publication,
)
from hoithi.contests.actions.founding import (
    NewContest,
    SlugTaken,
    copy,
    create,
    create_from_pattern,
    share_with,
)
from hoithi.contests.actions.officials import declare_officials
from hoithi.contests.actions.rules import (
    ContestNotReady,
    NothingToPutInForce,
    ReasonMissing,
    RoundInUse,
    RulebookContradicts,
    RulesChangedMeanwhile,
    announce,
    put_in_force,
    redraft,
)

__all__ = [
    "ContestNotReady",
    "NewContest",
    "NewTimes",
    "NothingToPutInForce",
    "Order",
    "ReasonMissing",
    "RoundInUse",
    "RoundNotDecidable",
    "RulebookContradicts",
    "RulesChangedMeanwhile",
    "SlugTaken",
    "announce",
    "copy",
    "create",
    "create_from_pattern",
    "decide",
    "declare_officials",
    "put_in_force",
    "redraft",
    "rerun",
    "set_publication",
    "share_with",
]
