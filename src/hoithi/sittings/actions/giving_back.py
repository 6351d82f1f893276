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
from hoithi.sittings.actions.deciding import Grounds, permit
from hoithi.sittings.models import SittingDecision, SittingDecisionKind

_CHUNK = 500


@dataclass(frozen=True)
class Given:
    """What came of an order."""

    people: int
    had: int
    """People to whom this very order (round, reason, document) had given an attempt before."""


def give_back(
    entrants: QuerySet[Entrant], round_: Round, *, grounds: Grounds, by: Person, at: datetime
) -> Given:
    """Gives each of these people one attempt back in a round.

    One order counts once for a person, however often it is sent: a second click and a run that
    was cut off half-way only give it to those who have not had it.
    """
    given = had = 0
    for chunk in _chunks(entrants):
        with transaction.atomic():
            # Two clicks at once wait here for one another.
            Round.objects.select_for_update().get(pk=round_.pk)
            known = _known(chunk, round_, grounds)
            new = [one for one in chunk if one.pk not in known]
            given += permit(new, round_, grounds=grounds, by=by, at=at)
        had += len(known)
    return Given(given, had)


def _chunks(entrants: QuerySet[Entrant]) -> Iterator[list[Entrant]]:
    waiting = iter(list(entrants.only("pk")))
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk


def _known(chunk: list[Entrant], round_: Round, grounds: Grounds) -> set[int]:
    rows = SittingDecision.objects.filter(
        entrant__in=chunk,
        round=round_,
        kind=SittingDecisionKind.PERMIT,
        reason=grounds.reason,
        document_number=grounds.document_number,
    )
    return set(rows.values_list("entrant_id", flat=True))
