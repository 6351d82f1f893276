"""Deeds of entries: letting in, codes, exclusions, assisted places, named lists, corrections."""

from hoithi.entries.actions.entering import (
    AlreadyEntered,
    Barred,
    Entered,
    EntryRefused,
    Prepared,
    enter,
    prepare,
    register,
    store,
)
from hoithi.entries.actions.excluding import ListRefused, exclude, readmit
from hoithi.entries.actions.teams import Registered, TeamFault, TeamLine, register_teams
from hoithi.entries.facts.exclusions import Named

__all__ = [
    "AlreadyEntered",
    "Barred",
    "Entered",
    "EntryRefused",
    "ListRefused",
    "Named",
    "Prepared",
    "Registered",
    "TeamFault",
    "TeamLine",
    "enter",
    "exclude",
    "prepare",
    "readmit",
    "register",
    "register_teams",
    "store",
]
