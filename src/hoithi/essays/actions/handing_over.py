"""Handing the settled marks over to the points of the part, where a second person confirms them."""

from datetime import datetime

from django.db import transaction

from hoithi.core.rulebook.parts import JuryPart
from hoithi.essays.models import EssayMarking
from hoithi.essays.queries import marked
from hoithi.journal import actions as journal
from hoithi.judging.actions import Grounds, enter_sheet
from hoithi.judging.facts import TypedPoints
from hoithi.judging.models import PointsSheet
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class EssaysUnsettled(Refusal):
    """Essays (`numbers`) whose final mark does not stand yet."""

    def __init__(self, numbers: list[int]) -> None:
        super().__init__(numbers=tuple(numbers))
        self.numbers = tuple(numbers)


@transaction.atomic
def hand_over(
    marking: EssayMarking, part: JuryPart, *, by: Person, at: datetime, grounds: Grounds
) -> PointsSheet:
    """Adds a points sheet of all final marks; it counts once a second person confirms it.

    Refuses while an essay is not settled, and what `enter_sheet` refuses: points that count are
    entered anew only with a reason and the document that orders it.
    """
    essays = marked(marking, part)
    if unsettled := [one.essay.number for one in essays if not one.is_settled]:
        raise EssaysUnsettled(unsettled)
    lines = [
        TypedPoints(one.essay.entrant_id, one.outcome.points)
        for one in essays
        if one.outcome.points is not None
    ]
    sheet = enter_sheet(marking.round, part.key, lines, by=by, at=at, grounds=grounds)
    facts = {"part": part.key, "essays": len(lines), "sheet": sheet.number}
    journal.record("essays.handed_over", marking.round, by=by, at=at, facts=facts)
    return sheet
