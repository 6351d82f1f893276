"""A third look at a sheet that two people typed unlike: what the paper says counts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from hoithi.contests.models import Round
from hoithi.core.settling import Side
from hoithi.entries.models import Entrant
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.sittings.actions.typing import check_open, differences, handed_in
from hoithi.sittings.models import Submission, TypedSheet
from hoithi.sittings.queries.typed import typed_pair

_OWN_FIELDS = ("seconds", "began_at")


class SettlerTyped(Refusal):
    """Who typed the sheet does not settle it: a third person does."""


class NothingToSettle(Refusal):
    """The sheet does not wait for a third look: typed once only, alike, or counted already."""


class NotSettled(Refusal):
    """Some places are undecided (`places`)."""

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__(places=places)
        self.places = places


@transaction.atomic
def settle_sheet(
    entrant: Entrant,
    round_: Round,
    part_key: str,
    sides: Mapping[str, Side],
    *,
    by: Person,
    at: datetime,
) -> Submission:
    """Hands a sheet in as a third person, with the paper in hand, says for each differing place.

    What the first two typed stays as it was; the third reading is a row of its own. Refuses one
    of the two typists, a place without a decision, and a sheet that does not wait for it.
    """
    locked = Entrant.objects.select_for_update().get(pk=entrant.pk)
    pair = typed_pair(locked, round_, part_key)
    if pair is None:
        raise NothingToSettle
    if by.pk in {pair[0].typed_by_id, pair[1].typed_by_id}:
        raise SettlerTyped
    check_open(locked, round_, part_key)
    differing = differences(*pair)
    if open_ := tuple(place for place in differing if place not in sides):
        raise NotSettled(open_)
    settled = _settled(pair, {place: sides[place] for place in differing}, by=by, at=at)
    facts = {"round": round_.key, "places": {place: sides[place] for place in differing}}
    journal.record("sittings.sheet_settled", locked, by=by, at=at, facts=facts)
    return handed_in(settled, at=at)


def _settled(
    pair: tuple[TypedSheet, TypedSheet],
    sides: Mapping[str, Side],
    *,
    by: Person,
    at: datetime,
) -> TypedSheet:
    """The third person's reading: the first one's with the second one's where that was right."""
    first, second = pair
    answers: dict[str, Any] = dict(first.answers)
    fields: dict[str, Any] = {name: getattr(first, name) for name in ("paper", *_OWN_FIELDS)}
    for place in (one for one, side in sides.items() if side is Side.SECOND):
        if place in fields:
            fields[place] = getattr(second, place)
        elif place in second.answers:
            answers[place] = second.answers[place]
        else:
            answers.pop(place, None)
    sheet, _ = TypedSheet.objects.select_related(
        "paper__pool", "entrant", "round"
    ).update_or_create(
        entrant=first.entrant,
        round=first.round,
        part_key=first.part_key,
        typed_by=by,
        defaults={**fields, "answers": answers, "typed_at": at},
    )
    return sheet
