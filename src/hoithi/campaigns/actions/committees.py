"""Committees and their members, as the establishing decision lists them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from hoithi.campaigns.models import (
    Agency,
    Campaign,
    Committee,
    CommitteeKind,
    CommitteeMember,
    CommitteeRole,
)
from hoithi.journal import actions as journal
from hoithi.people.models import Person


@dataclass(frozen=True)
class NewMember:
    """A line of the decision's list."""

    full_name: str
    post: str = ""
    role: str = CommitteeRole.MEMBER
    agency: Agency | None = None


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
def add_member(
    committee: Committee, new: NewMember, *, by: Person, at: datetime
) -> CommitteeMember:
    """One more line in the committee's list."""
    last = committee.members.aggregate(last=Max("ordinal"))["last"] or 0
    member = CommitteeMember.objects.create(
        committee=committee,
        ordinal=last + 1,
        full_name=new.full_name,
        post=new.post,
        role=new.role,
        agency=new.agency,
    )
    facts = {"committee": committee.pk, "member": member.pk}
    journal.record("campaigns.member_added", committee.campaign, by=by, at=at, facts=facts)
    return member


@transaction.atomic
def set_decision(
    committee: Committee, number: str, decided_on: date | None, *, by: Person, at: datetime
) -> None:
    """The decision that establishes the committee."""
    committee.decision_number, committee.decided_on = number, decided_on
    committee.save(update_fields=["decision_number", "decided_on"])
    facts = {"committee": committee.pk, "number": number}
    journal.record("campaigns.committee_decided", committee.campaign, by=by, at=at, facts=facts)
