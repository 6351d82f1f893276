"""The contact's deeds: handing in the list, exempting, settling doubts, renewing a code."""

from datetime import datetime

from django.db import transaction

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import masked_name
from hoithi.entries.actions.codes import renew_code
from hoithi.entries.facts.door import last_day_kept
from hoithi.entries.facts.lists import NamedLine, sealed_fields
from hoithi.entries.models import Entrant, ListedPerson, MatchState, UnitList
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import sealed_identity
from hoithi.people.facts.tables import TableFaulty, TableRead
from hoithi.people.models import Identity, Person, Unit


class NotOfThisUnit(Refusal):
    """The contestant does not stand for this unit, so its contact gives no code."""


@transaction.atomic
def take_list(
    contest: Contest,
    unit: Unit,
    read: TableRead[NamedLine],
    *,
    by: Person,
    at: datetime,
    file: StoredFile | None = None,
) -> UnitList:
    """Takes a clean table as the unit's list; it replaces the one before. All of it, or nothing."""
    if not read.is_clean:
        raise TableFaulty(lines=len(read.faults))
    made = UnitList.objects.create(
        contest=contest,
        unit=unit,
        file=file,
        as_of=local_day(at),
        supplied_by=by,
        supplied_at=at,
    )
    erase_after = last_day_kept(rulebook_of(current_version(contest, at=at)))
    people, identities = [], []
    for line in read.items:
        name = masked_name(line.full_name)
        fields = sealed_fields(line)
        identity, _ = sealed_identity(contest.body_id, fields, name, at, erase_after)
        identities.append(identity)
        people.append(
            ListedPerson(
                list=made,
                line=line.line,
                identity=identity,
                masked_name=name,
                post=line.post[:120],
                exempt_reason=line.exempt[:200],
            )
        )
    Identity.objects.bulk_create(identities)
    ListedPerson.objects.bulk_create(people)
    facts = {"unit": unit.pk, "people": len(people)}
    journal.record("entries.list_taken", made, by=by, at=at, facts=facts)
    return made


@transaction.atomic
def exempt(listed: ListedPerson, *, reason: str, by: Person, at: datetime) -> None:
    """Exempts a person with a reason; an empty reason takes the exemption back."""
    listed.exempt_reason = reason.strip()[:200]
    listed.save(update_fields=["exempt_reason"])
    facts = {"name": listed.masked_name, "reason": listed.exempt_reason}
    journal.record("entries.exempted", listed.list, by=by, at=at, facts=facts)


@transaction.atomic
def settle(listed: ListedPerson, entrant: Entrant, *, same: bool, by: Person, at: datetime) -> None:
    """Says that a doubtful contestant is the listed person, or is not."""
    listed.entrant = entrant
    listed.match = MatchState.CONFIRMED if same else MatchState.REJECTED
    listed.save(update_fields=["entrant", "match"])
    facts = {"line": listed.line, "entrant": entrant.pk, "same": same}
    journal.record("entries.match_settled", listed.list, by=by, at=at, facts=facts)


def renew_for(unit: Unit, entrant: Entrant, *, by: Person, at: datetime) -> str:
    """A new entry code, given by the contact of the unit the person stands for."""
    if entrant.unit is None or entrant.unit.unit_id != unit.pk:
        raise NotOfThisUnit
    return renew_code(entrant, by=by, reason="unit_contact", at=at)
