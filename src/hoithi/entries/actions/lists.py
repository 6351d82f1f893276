"""The contact's deeds about people of the list: exempting, settling doubts, renewing a code."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from hoithi.entries.actions.codes import renew_code
from hoithi.entries.actions.corrections import ask_correction
from hoithi.entries.actions.excluding import ReasonMissing
from hoithi.entries.facts import Door
from hoithi.entries.facts.lists import ListStale
from hoithi.entries.models import Entrant, ListedPerson, MatchState, UnitCorrection, UnitList
from hoithi.entries.queries.lists import newest_list
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person, Unit


class NotOfThisUnit(Refusal):
    """The contestant does not stand for this unit, so its contact gives no code."""


def _touch(listed: ListedPerson) -> None:
    """Notes that something is said about the list. Refuses one that was replaced meanwhile."""
    held = UnitList.objects.select_for_update().select_related("unit").get(pk=listed.list_id)
    newest = newest_list(listed.list.contest, held.unit)
    if newest is None or newest.pk != held.pk:
        raise ListStale
    UnitList.objects.filter(pk=held.pk).update(revision=F("revision") + 1)


@transaction.atomic
def exempt(listed: ListedPerson, *, reason: str, by: Person, at: datetime) -> None:
    """Exempts a person with a reason; an empty reason takes the exemption back."""
    _touch(listed)
    listed.exempt_reason = reason.strip()[:200]
    listed.save(update_fields=["exempt_reason"])
    facts = {"name": listed.masked_name, "reason": listed.exempt_reason}
    journal.record("entries.exempted", listed.list, by=by, at=at, facts=facts)


@transaction.atomic
def settle(listed: ListedPerson, entrant: Entrant, *, same: bool, by: Person, at: datetime) -> None:
    """Says that a doubtful contestant is the listed person, or is not."""
    _touch(listed)
    row = ListedPerson.objects.select_for_update().get(pk=listed.pk)
    if same:
        row.entrant, row.match = entrant, MatchState.CONFIRMED
    else:
        row.rejected = sorted({*row.rejected, entrant.pk})
    row.save(update_fields=["entrant", "match", "rejected"])
    facts = {"line": row.line, "entrant": entrant.pk, "same": same}
    journal.record("entries.match_settled", listed.list, by=by, at=at, facts=facts)


@transaction.atomic
def unsettle(listed: ListedPerson, *, by: Person, at: datetime) -> None:
    """Takes back what was said about a line: it is matched anew."""
    _touch(listed)
    listed.entrant, listed.match, listed.rejected = None, MatchState.NONE, []
    listed.save(update_fields=["entrant", "match", "rejected"])
    facts = {"line": listed.line}
    journal.record("entries.match_unsettled", listed.list, by=by, at=at, facts=facts)


def ask_for(
    listed: ListedPerson, entrant: Entrant, door: Door, *, reason: str, by: Person, at: datetime
) -> UnitCorrection:
    """Asks the organiser to move a contestant, who stands elsewhere, to the list's unit."""
    if not reason.strip():
        raise ReasonMissing
    unit = listed.list.unit_id
    return ask_correction(entrant, door, unit, reason=reason, by=by, at=at)


def renew_for(unit: Unit, entrant: Entrant, *, by: Person, at: datetime, code: str = "") -> str:
    """A new entry code, given by the contact of the unit the person stands for."""
    if entrant.unit is None or entrant.unit.unit_id != unit.pk:
        raise NotOfThisUnit
    return renew_code(entrant, by=by, reason="unit_contact", at=at, code=code)
