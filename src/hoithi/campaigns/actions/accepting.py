"""Answers of agencies taken into a committee's list, in the order of the letter."""

from collections.abc import Sequence
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
    already by hand keeps the line. Refuses where no answer waits.
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
    members = locked_members(committee)
    added = 0
    for row in rows:
        _replace(row, members)
        added += _take(row, members)
    renumber(members)
    Nomination.objects.filter(pk__in=[one.pk for one in rows]).update(
        state=NominationState.ACCEPTED, decided_by=by, decided_at=at
    )
    facts = {"committee": committee.pk, "answers": len(rows), "people": added}
    journal.record("campaigns.nominations_accepted", committee.campaign, by=by, at=at, facts=facts)
    return added


def _replace(row: Nomination, members: list[CommitteeMember]) -> None:
    """Those whom an earlier answer brought in go out, unless the new one names them again."""
    named = [_told(one) for one in _proposed(row)]
    before = row.nominees.filter(state=NomineeState.TAKEN).select_related("member")
    for one in before:
        one.state = NomineeState.REPLACED
        stays = one.member is not None and any(is_same_person(_told(one), new) for new in named)
        gone, one.member = one.member, None
        one.save(update_fields=["state", "member"])
        if gone is not None and not stays:
            members[:] = [member for member in members if member.pk != gone.pk]
            gone.delete()


def _take(row: Nomination, members: list[CommitteeMember]) -> int:
    added, lines = 0, []
    for nominee in _proposed(row):
        told = _told(nominee)
        line = next((m for m in members if is_same_person(told, _listed(m))), None)
        if line is None:
            line = _line(row, nominee)
            members.insert(_place_for(row, members), line)
            added += 1
        if not Nominee.objects.filter(member=line).exists():
            nominee.member = line
        nominee.state = NomineeState.TAKEN
        nominee.save(update_fields=["state", "member"])
        lines += [line] if line.role == row.role else []
    _in_order(lines, members)
    return added


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


def _place_for(row: Nomination, members: Sequence[CommitteeMember]) -> int:
    """Before the first line that a later row of the letters brought in, else at the end."""
    mine = (row.request_id, row.ordinal)
    pks = [member.pk for member in members]
    asked = Nominee.objects.filter(member__in=pks).values_list(
        "member", "nomination__request", "nomination__ordinal"
    )
    later = {member for member, request, ordinal in asked if (request, ordinal) > mine}
    return next((place for place, pk in enumerate(pks) if pk in later), len(pks))


def _told(nominee: Nominee) -> Listed:
    return Listed(nominee.full_name, nominee.post, Role.MEMBER)


def _listed(member: CommitteeMember) -> Listed:
    return Listed(member.full_name, member.post, Role(member.role))
