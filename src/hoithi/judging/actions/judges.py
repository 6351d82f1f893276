"""Entering what each judge gave: the rulebook makes the points of it."""

from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Round
from hoithi.core.rulebook.parts import JuryPart
from hoithi.journal import actions as journal
from hoithi.judging.actions.entering import (
    NO_GROUNDS,
    Grounds,
    PartNotEntered,
    SheetFaulty,
    enter_sheet,
    part_entered,
)
from hoithi.judging.facts.judges import Totals, faults_of_totals, lines_of
from hoithi.judging.models import PointsSheet
from hoithi.people.models import Person


@transaction.atomic
def enter_totals(
    round_: Round,
    part_key: str,
    totals: Totals,
    *,
    by: Person,
    at: datetime,
    grounds: Grounds = NO_GROUNDS,
) -> PointsSheet:
    """Adds a points sheet whose points are made of the judges' totals by the rule of the part.

    Refuses parts without a jury, totals that no judge can have given, too few judges, and what
    `enter_sheet` refuses. The journal keeps what each judge gave.
    """
    part = part_entered(round_, part_key, at=at)
    if not isinstance(part, JuryPart):
        raise PartNotEntered(part=part_key)
    if faults := faults_of_totals(part, totals):
        raise SheetFaulty(faults)
    sheet = enter_sheet(round_, part_key, lines_of(part, totals), by=by, at=at, grounds=grounds)
    given = {str(entrant): [str(one) for one in each] for entrant, each in totals.items()}
    facts = {"part": part_key, "rule": part.rule.value, "totals": given}
    journal.record("judging.totals_entered", sheet, by=by, at=at, facts=facts)
    return sheet
