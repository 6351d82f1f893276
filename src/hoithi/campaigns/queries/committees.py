"""The committees of a campaign: how far each is, its list, and what its decision still lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Count, Q

from hoithi.campaigns.models import (
    Campaign,
    Committee,
    CommitteeMember,
    Nomination,
    NominationState,
)
from hoithi.core.committees import Draft, Listed, Missing, Role, missing_in, title_of

WITHOUT_ANSWER = (NominationState.WAITING, NominationState.RETURNED)


class CommitteeStage(StrEnum):
    """How far a committee is."""

    DECIDED = "decided"
    ANSWERS_MISSING = "answers_missing"
    TO_ACCEPT = "to_accept"
    LISTED = "listed"
    """It has members and waits for its decision."""
    EMPTY = "empty"


@dataclass(frozen=True)
class CommitteeRow:
    """A committee as the list of a campaign shows it."""

    committee: Committee
    members: int
    asked: int
    unanswered: int
    undecided: int

    @property
    def stage(self) -> CommitteeStage:
        """What is next: a signed decision ends it, answers come before the list."""
        if self.committee.decision_number:
            return CommitteeStage.DECIDED
        if self.unanswered:
            return CommitteeStage.ANSWERS_MISSING
        if self.undecided:
            return CommitteeStage.TO_ACCEPT
        return CommitteeStage.LISTED if self.members else CommitteeStage.EMPTY


def committees_of(campaign: Campaign) -> list[CommitteeRow]:
    """The committees in their order with how far each is, in two queries."""
    asked = {row["request__committee"]: row for row in _asked(campaign)}
    nothing = {"asked": 0, "unanswered": 0, "undecided": 0}
    rows = campaign.committees.annotate(number=Count("members")).order_by("ordinal")
    found = []
    for one in rows:
        told = asked.get(one.pk, nothing)
        counts = (told["asked"], told["unanswered"], told["undecided"])
        found.append(CommitteeRow(one, one.number, *counts))
    return found


def _asked(campaign: Campaign) -> Iterable[Mapping[str, Any]]:
    rows = Nomination.objects.filter(request__committee__campaign=campaign)
    return (
        rows.order_by()
        .values("request__committee")
        .annotate(
            asked=Count("pk"),
            unanswered=Count("pk", filter=Q(state__in=WITHOUT_ANSWER)),
            undecided=Count("pk", filter=Q(state=NominationState.ANSWERED)),
        )
    )


def committee_of(campaign: Campaign, number: int) -> Committee:
    """A committee of the campaign."""
    rows = campaign.committees.select_related("campaign__body", "decision_file")
    return rows.get(pk=number)


def members_of(committee: Committee) -> list[CommitteeMember]:
    """Its list in order, with who nominated each."""
    rows = committee.members.select_related("agency", "nominee__nomination")
    return list(rows.order_by("ordinal", "pk"))


def title_said(member: CommitteeMember, committee: Committee) -> str:
    """What the decision calls the member: its own words, else the usual ones."""
    return member.title or title_of(Role(member.role), committee.name)


def missing_for(committee: Committee) -> list[Missing]:
    """What is to be completed before the decision is signed. Two queries."""
    members = committee.members.order_by("ordinal", "pk")
    listed = tuple(Listed(one.full_name, one.post, Role(one.role)) for one in members)
    waiting = Nomination.objects.filter(request__committee=committee)
    states = list(waiting.values_list("name", "state"))
    return missing_in(
        Draft(
            listed,
            tuple(name for name, state in states if state in WITHOUT_ANSWER),
            tuple(name for name, state in states if state == NominationState.ANSWERED),
            bool(committee.duties.strip()),
            committee.campaign.plan_number,
        )
    )
