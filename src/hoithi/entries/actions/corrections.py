"""Standing for another unit: changed freely before the first sitting, asked for afterwards."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from hoithi.core.entering.belonging import group_of
from hoithi.entries.actions.excluding import ReasonMissing, weigh
from hoithi.entries.facts import Door
from hoithi.entries.models import Entrant, UnitCorrection
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class UnitNotOffered(Refusal):
    """The unit is not among those that may be chosen."""


class UnitLocked(Refusal):
    """The unit can no longer be changed by oneself; a correction must be asked for."""


class CorrectionWaiting(Refusal):
    """A correction was asked for and is not decided yet."""


class CorrectionDecided(Refusal):
    """The correction was decided before."""


def locked(entrant: Entrant, door: Door) -> bool:
    """Whether the rulebook locks the unit because a paper was begun."""
    rule = door.entry.unit
    begun = entrant.sittings.exists()
    return begun and (rule is None or rule.locked_after_first_sitting)


@transaction.atomic
def choose_unit(entrant: Entrant, door: Door, unit_id: int, *, at: datetime) -> None:
    """Changes the unit one stands for. Refuses once it is locked, or a unit not offered."""
    row = Entrant.objects.select_for_update().get(pk=entrant.pk)
    if locked(row, door):
        raise UnitLocked
    _stand_for(row, door, _version(door, unit_id))
    journal.record("entries.unit_chosen", row, by=None, at=at, facts={"unit": unit_id})


@transaction.atomic
def ask_correction(
    entrant: Entrant,
    door: Door,
    unit_id: int,
    *,
    reason: str,
    at: datetime,
    by: Person | None = None,
) -> UnitCorrection:
    """Asks the organiser to change the unit. One open request at a time.

    The contestant asks, or (`by`) the contact of the unit asked for.
    """
    version = _version(door, unit_id)
    try:
        with transaction.atomic():
            asked = UnitCorrection.objects.create(
                contest_id=door.contest_id,
                entrant=entrant,
                unit_id=version,
                reason=reason.strip()[:500],
                asked_by=by,
                asked_at=at,
            )
    except IntegrityError:
        raise CorrectionWaiting from None
    journal.record("entries.correction_asked", asked, by=by, at=at, facts={"unit": unit_id})
    return asked


@transaction.atomic
def decide_correction(
    asked: UnitCorrection, door: Door, *, accept: bool, by: Person, at: datetime, answer: str = ""
) -> None:
    """Accepts or declines a request; accepted, the entrant stands for the unit from now on.

    Refuses to decide twice, and to decline without a reason (`answer`). What is published stays.
    """
    row = UnitCorrection.objects.select_for_update().select_related("entrant").get(pk=asked.pk)
    if row.decided_at is not None:
        raise CorrectionDecided
    if not accept and not answer.strip():
        raise ReasonMissing
    before = row.entrant.unit_id
    if accept:
        _stand_for(row.entrant, door, row.unit_id)
    row.accepted, row.decided_by, row.decided_at = accept, by, at
    row.answer = answer.strip()[:500]
    row.save(update_fields=["accepted", "decided_by", "decided_at", "answer"])
    facts = {"accepted": accept, "before": before, "after": row.entrant.unit_id}
    journal.record("entries.correction_decided", row, by=by, at=at, facts=facts)
    if accept:
        weigh(row.contest, [row.entrant], by=by, at=at)


def decide_corrections(
    asked: Iterable[UnitCorrection],
    door: Door,
    *,
    accept: bool,
    by: Person,
    at: datetime,
    answer: str = "",
) -> int:
    """Decides many requests alike, each in a transaction of its own; how many.

    A request that somebody else has decided meanwhile stays as it was decided.
    """
    if not accept and not answer.strip():
        raise ReasonMissing
    decided = 0
    for row in asked:
        try:
            decide_correction(row, door, accept=accept, by=by, at=at, answer=answer)
        except CorrectionDecided:
            continue
        decided += 1
    return decided


def _version(door: Door, unit_id: int) -> int:
    unit = door.units.get(unit_id)
    if unit is None:
        raise UnitNotOffered
    return unit.version


def _stand_for(entrant: Entrant, door: Door, version: int) -> None:
    """The group follows the unit where the rulebook derives it from the unit alone."""
    kind = next((one.kind for one in door.units.values() if one.version == version), None)
    group, wrong = group_of(door.groups, entrant.group, kind_of_unit=kind, ages=None)
    entrant.unit_id = version
    if not wrong:
        entrant.group = group
    entrant.save(update_fields=["unit", "group"])
