"""Deeds of entries: letting in, codes, exclusions, assisted places, named lists, corrections."""

from hoithi.entries.actions.entering import (
    AlreadyEntered,
    Barred,
    Entered,
    Prepared,
    enter,
    prepare,
    register,
    store,
)
from hoithi.entries.actions.excluding import ListRefused, exclude, readmit
from hoithi.entries.actions.people_tables import (
    entrant_of_answers,
    people_in_table,
    register_people,
    register_person,
)
from hoithi.entries.actions.removing import remove
from hoithi.entries.actions.teams import (
    register_team,
    register_teams,
    rename_team,
    teams_in_table,
)
from hoithi.entries.facts.exclusions import Named
from hoithi.entries.facts.refusals import EntryRefused

__all__ = [
    "AlreadyEntered",
    "Barred",
    "Entered",
    "EntryRefused",
    "ListRefused",
    "Named",
    "Prepared",
    "enter",
    "entrant_of_answers",
    "exclude",
    "people_in_table",
    "prepare",
    "readmit",
    "register",
    "register_people",
    "register_person",
    "register_team",
    "register_teams",
    "remove",
    "rename_team",
    "store",
    "teams_in_table",
]
