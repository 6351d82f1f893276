"""Committees and their members, as the establishing decision lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from hoithi.campaigns.facts import PersonTold, person_of, sealed_person
from hoithi.campaigns.models import (
    Agency,
    Campaign,
    Committee,
    CommitteeKind,
    CommitteeMember,
    CommitteeRole,
    Nominee,
    NomineeState,
)
from hoithi.core.committees import Listed, Role, by_role, is_same_person
from hoithi.core.vietnamese.text import masked_name
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class MemberTwice(Refusal):
    """Somebody of this name and post stands in the committee's list already (`name`)."""


class NameTaken(Refusal):
    """Another committee of the campaign has this name."""


class CommitteeUsed(Refusal):
    """A committee with members, letters or a decision stays."""


@dataclass(frozen=True)
class NewMember:
    """A line of the decision's list."""

    full_name: str
    post: str = ""
    role: str = CommitteeRole.MEMBER
    agency: Agency | None = None
    title: str = ""
    """The role in the decision's own words; empty for the usual ones."""
    birth_year: str = ""
    phone: str = ""

    @property
    def person(self) -> PersonTold:
        """Who it is."""
        return PersonTold(self.full_name, self.post, self.birth_year, self.phone)


@transaction.atomic
def add_committee(
    campaign: Campaign, name: str, kind: CommitteeKind, *, by: Person, at: datetime
) -> Committee:
    """A committee under the name that the decision gives it; a known name is the known one."""
    last = campaign.committees.aggregate(last=Max("ordinal"))["last"] or 0
    committee, is_new = Committee.objects.get_or_create(
        campaign=campaign, name=name, defaults={"ordinal": last + 1, "kind": kind}
    )
    if is_new:
        facts = {"committee": committee.pk}
        journal.record("campaigns.committee_added", campaign, by=by, at=at, facts=facts)
    return committee


@transaction.atomic
def change_committee(
    committee: Committee, name: str, kind: str, duties: str, *, by: Person, at: datetime
) -> None:
    """Name, kind and tasks as the decision will state them. Refuses the name of another one."""
    others = committee.campaign.committees.exclude(pk=committee.pk)
    if others.filter(name=name).exists():
        raise NameTaken
    committee.name, committee.kind, committee.duties = name, kind, duties
    committee.save(update_fields=["name", "kind", "duties"])
    facts = {"committee": committee.pk}
    journal.record("campaigns.committee_changed", committee.campaign, by=by, at=at, facts=facts)


@transaction.atomic
def remove_committee(committee: Committee, *, by: Person, at: datetime) -> None:
    """Takes back one that was added by mistake. Refuses one with members, letters or decision."""
    if locked(committee) or committee.requests.exists() or committee.decision_number:
        raise CommitteeUsed
    facts = {"name": committee.name}
    journal.record("campaigns.committee_removed", committee.campaign, by=by, at=at, facts=facts)
    committee.delete()


def locked(committee: Committee) -> list[CommitteeMember]:
    """The members in their order; others who change the list wait."""
    Committee.objects.select_for_update().get(pk=committee.pk)
    return list(committee.members.select_related("identity").order_by("ordinal", "pk"))


@transaction.atomic
def add_member(
    committee: Committee, new: NewMember, *, by: Person, at: datetime
) -> CommitteeMember:
    """One more line at the end of the committee's list. Refuses who stands in it already."""
    members = locked(committee)
    refuse_twice(new, members)
    member = CommitteeMember.objects.create(
        committee=committee,
        ordinal=max((one.ordinal for one in members), default=0) + 1,
        full_name=new.full_name,
        post=new.post,
        role=new.role,
        title=new.title,
        agency=new.agency,
        identity=sealed_person(committee.campaign.body_id, new.person, at=at),
    )
    facts = {"committee": committee.pk, "member": member.pk}
    journal.record("campaigns.member_added", committee.campaign, by=by, at=at, facts=facts)
    return member


def refuse_twice(new: NewMember, members: Sequence[CommitteeMember]) -> None:
    """Refuses somebody who is among these."""
    told = Listed(new.full_name, new.post, Role(new.role))
    if any(is_same_person(told, _listed(one)) for one in members):
        raise MemberTwice(name=new.full_name)


def _listed(member: CommitteeMember) -> Listed:
    return Listed(member.full_name, member.post, Role(member.role))


@transaction.atomic
def change_member(member: CommitteeMember, told: NewMember, *, by: Person, at: datetime) -> None:
    """Another name, post or role. Birth year and telephone stay where neither is told anew."""
    committee = member.committee
    refuse_twice(told, [one for one in locked(committee) if one.pk != member.pk])
    member.full_name, member.post = told.full_name, told.post
    member.role, member.title, before = told.role, told.title, member.identity
    known = person_of(told.full_name, told.post, before)
    born, phone = told.birth_year or known.birth_year, told.phone or known.phone
    whole = PersonTold(told.full_name, told.post, born, phone)
    member.identity = sealed_person(committee.campaign.body_id, whole, at=at)
    member.save()
    if before is not None:
        before.delete()
    facts = {"committee": committee.pk, "member": member.pk}
    journal.record("campaigns.member_changed", committee.campaign, by=by, at=at, facts=facts)


@transaction.atomic
def move_member(member: CommitteeMember, steps: int, *, by: Person, at: datetime) -> None:
    """So many places down the list, up where negative; it stops at either end."""
    members = locked(member.committee)
    place = next(n for n, one in enumerate(members) if one.pk == member.pk)
    moved = members.pop(place)
    members.insert(min(max(place + steps, 0), len(members)), moved)
    renumber(members)
    facts = {"committee": member.committee_id, "member": member.pk, "steps": steps}
    campaign = member.committee.campaign
    journal.record("campaigns.members_sorted", campaign, by=by, at=at, facts=facts)


@transaction.atomic
def sort_members(committee: Committee, *, by: Person, at: datetime) -> None:
    """Puts the list in the order of decisions: by role, within a role as it stood."""
    members = locked(committee)
    renumber([members[place] for place in by_role([Role(one.role) for one in members])])
    facts = {"committee": committee.pk}
    journal.record("campaigns.members_sorted", committee.campaign, by=by, at=at, facts=facts)


def renumber(members: Sequence[CommitteeMember]) -> None:
    """Writes down the order of these lines."""
    for ordinal, one in enumerate(members, 1):
        one.ordinal = ordinal
    CommitteeMember.objects.bulk_update(members, ["ordinal"], batch_size=200)


@transaction.atomic
def remove_member(member: CommitteeMember, *, by: Person, at: datetime) -> None:
    """Takes a line out of the list; what an agency answered keeps that it named this person."""
    committee, identity = member.committee, member.identity
    Nominee.objects.filter(member=member).update(state=NomineeState.REMOVED)
    facts = {"committee": committee.pk, "name": masked_name(member.full_name)}
    journal.record("campaigns.member_removed", committee.campaign, by=by, at=at, facts=facts)
    member.delete()
    if identity is not None and not Nominee.objects.filter(identity=identity).exists():
        identity.delete()


@transaction.atomic
def set_decision(
    committee: Committee, number: str, decided_on: date | None, *, by: Person, at: datetime
) -> None:
    """The decision that establishes the committee."""
    committee.decision_number, committee.decided_on = number, decided_on
    committee.save(update_fields=["decision_number", "decided_on"])
    facts = {"committee": committee.pk, "number": number}
    journal.record("campaigns.committee_decided", committee.campaign, by=by, at=at, facts=facts)


@transaction.atomic
def keep_decision(committee: Committee, file: StoredFile, *, by: Person, at: datetime) -> None:
    """The signed decision as a file, in the place of an earlier one."""
    committee.decision_file = file
    committee.save(update_fields=["decision_file"])
    facts = {"committee": committee.pk, "file": file.pk}
    journal.record("campaigns.decision_kept", committee.campaign, by=by, at=at, facts=facts)
