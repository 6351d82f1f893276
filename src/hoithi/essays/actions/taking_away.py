"""Journals that essays left the house."""

from datetime import datetime

from hoithi.essays.models import EssayMarking
from hoithi.journal import actions as journal
from hoithi.people.models import Person


def record_taken(marking: EssayMarking, essays: int, *, by: Person, at: datetime) -> None:
    """Somebody took all essays with their marks away."""
    facts = {"part": marking.part_key, "essays": essays}
    journal.record("essays.taken_away", marking.round, by=by, at=at, facts=facts)
