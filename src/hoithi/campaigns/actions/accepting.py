"""Answers of agencies taken into a committee's list, in the order of the letter."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from hoithi.campaigns.actions.answering import NothingToAccept
from hoithi.campaigns.actions.committees import locked as locked_members
from hoithi.campaigns.actions.committees import renumber
from hoithi.campaigns.models import (
    CommitteeMember,
    Nomination,
    NominationState,
    Nominee,
    NomineeState,
)
from hoithi.core.committees import Listed, Role, is_same_person
from hoithi.journal import actions as journal
from hoithi.people.models import Person


@transaction.atomic
def accept(nominations: Sequence[Nomination], *, by: Person, at: datetime) -> int:
    """Takes the waiting answers of one letter into the list; how many people are new in it.

    Each stands where the letter has the agency: after those of agencies before it. People of an
    earlier answer of the same agency give their places to the new ones; whoever is in the list
    already by hand keeps the line, whatever the agency answers later. Refuses where none waits.
    """
    rows = list(
        Nomination.objects.select_for_update()
        .filter(pk__in=[one.pk for one in nominations], state=NominationState.ANSWERED)
        .select_related("request__committee__campaign", "agency")
        .order_by("request", "ordinal")
    )
    if not rows:
        raise NothingToAccept
    committee = rows[0].request.committee
    growing = _growing(locked_members(committee))
    added = 0
    for row in rows:
        _replace(row, growing)
        added += _take(row, growing)
    renumber(growing.members)
    Nomination.objects.filter(pk__in=[one.pk for one in rows]).update(
        state=NominationState.ACCEPTED, decided_by=by, decided_at=at
    )
    facts = {"committee": committee.pk, "answers": len(rows), "people": added}
    journal.record("campaigns.nominations_accepted", committee.campaign, by=by, at=at, facts=facts)
    return added


@dataclass
class _Growing:
    """The list while answers come into it."""

    members: list[CommitteeMember]
    brought: dict[int, tuple[int, int]]
    """Letter and place in it of who brought a line in, by the line's number."""
    freed: set[int] = field(default_factory=set)
    """Lines that answers made and nobody holds now."""


def _growing(members: list[CommitteeMember]) -> _Growing:
    known = Nominee.objects.filter(member__in=[one.pk for one in members])
    rows = known.values_list("member", "nomination__request", "nomination__ordinal")
    return _Growing(members, {pk: (letter, place) for pk, letter, place in rows if pk})


def _replace(row: Nomination, growing: _Growing) -> None:
    """Those whom an earlier answer brought in go out, unless the new one names them again."""
    named = [_told(one) for one in _proposed(row)]
    before = row.nominees.filter(state=NomineeState.TAKEN).select_related("member")
    for one in before:
        one.state = NomineeState.REPLACED
        stays = one.member is not None and any(is_same_person(_told(one), new) for new in named)
        gone, one.member = one.member, None
        one.save(update_fields=["state", "member"])
        if gone is not None:
            growing.brought.pop(gone.pk, None)
        if gone is not None and not stays:
            growing.members = [member for member in growing.members if member.pk != gone.pk]
            gone.delete()
        elif gone is not None:
            growing.freed.add(gone.pk)


def _take(row: Nomination, growing: _Growing) -> int:
    """Takes the people of the newest answer in; a line made by hand is not the agency's to move."""
    added, lines = 0, []
    for nominee in _proposed(row):
        told = _told(nominee)
        line = next((m for m in growing.members if is_same_person(told, _listed(m))), None)
        if line is None:
            line = _line(row, nominee)
            growing.members.insert(_place_for(row, growing), line)
            growing.freed.add(line.pk)
            added += 1
        if line.pk in growing.freed:
            nominee.member = line
            growing.brought[line.pk] = (row.request_id, row.ordinal)
            growing.freed.discard(line.pk)
            lines.append(line)
        _know_again(line, nominee)
        nominee.state = NomineeState.TAKEN
        nominee.save(update_fields=["state", "member"])
    _in_order(lines, growing.members)
    return added


def _know_again(line: CommitteeMember, nominee: Nominee) -> None:
    """A line without birth year and telephone has those that the agency told."""
    if line.identity_id is None and nominee.identity is not None:
        line.identity = nominee.identity
        line.save(update_fields=["identity"])


def _in_order(lines: Sequence[CommitteeMember], members: list[CommitteeMember]) -> None:
    """These lines stand in the order of the answer, in the places that they have together."""
    keys = {line.pk for line in lines}
    places = [place for place, member in enumerate(members) if member.pk in keys]
    for place, line in zip(places, lines, strict=True):
        members[place] = line


def _line(row: Nomination, nominee: Nominee) -> CommitteeMember:
    return CommitteeMember.objects.create(
        committee=row.request.committee,
        ordinal=0,
        full_name=nominee.full_name,
        post=nominee.post,
        role=row.role,
        agency=row.agency,
        identity=nominee.identity,
    )


def _proposed(row: Nomination) -> list[Nominee]:
    found = row.nominees.filter(answer=row.answers).exclude(state=NomineeState.REMOVED)
    return list(found.select_related("identity").order_by("ordinal"))


def _place_for(row: Nomination, growing: _Growing) -> int:
    """Before the first line that a later row of the letters brought in, else at the end."""
    mine, brought = (row.request_id, row.ordinal), growing.brought
    places = (n for n, one in enumerate(growing.members) if brought.get(one.pk, mine) > mine)
    return next(places, len(growing.members))


def _told(nominee: Nominee) -> Listed:
    return Listed(nominee.full_name, nominee.post, Role.MEMBER)


def _listed(member: CommitteeMember) -> Listed:
    return Listed(member.full_name, member.post, Role(member.role))
