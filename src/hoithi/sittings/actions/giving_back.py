"""An attempt given back to everybody of a unit by one order, in small transactions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.db.models import QuerySet

from hoithi.contests.models import Round
from hoithi.entries.models import Entrant
from hoithi.people.models import Person
from hoithi.sittings.actions.deciding import (
    Grounds,
    PaperIn,
    is_barred,
    permit,
    refuse_if_over,
)
from hoithi.sittings.facts.records import EVERY_PART
from hoithi.sittings.models import SittingDecision, SittingDecisionKind

_CHUNK = 500


@dataclass(frozen=True)
class Given:
    """What came of an order."""

    people: int
    had: int
    """People to whom this very order (paper, reason, document) had given an attempt before."""
    barred: int = 0
    """People on the list of those who may not take part: they are given nothing."""


def give_back(
    entrants: QuerySet[Entrant], paper: PaperIn, *, grounds: Grounds, by: Person, at: datetime
) -> Given:
    """Gives each of these people one attempt back at a paper of a round.

    One order counts once for a person, however often it is sent: a second click and a run that
    was cut off half-way only give it to those who have not had it. Refuses a round that is over;
    leaves out who may not take part.
    """
    refuse_if_over(paper.round, at)
    given = had = barred = 0
    for chunk in _chunks(entrants):
        with transaction.atomic():
            # Two clicks at once wait here for one another.
            Round.objects.select_for_update().get(pk=paper.round.pk)
            known = _known(chunk, paper, grounds)
            kept_out = {one.pk for one in chunk if is_barred(one)} - known
            new = [one for one in chunk if one.pk not in known | kept_out]
            given += permit(new, paper, grounds=grounds, by=by, at=at)
        had += len(known)
        barred += len(kept_out)
    return Given(given, had, barred)


def _chunks(entrants: QuerySet[Entrant]) -> Iterator[list[Entrant]]:
    waiting = iter(list(entrants.only("pk", "effect")))
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk


def _known(chunk: list[Entrant], paper: PaperIn, grounds: Grounds) -> set[int]:
    rows = SittingDecision.objects.filter(
        entrant__in=chunk,
        round=paper.round,
        part_key__in=(paper.part_key, EVERY_PART),
        kind=SittingDecisionKind.PERMIT,
        reason=grounds.reason,
        document_number=grounds.document_number,
    )
    return set(rows.values_list("entrant_id", flat=True))
