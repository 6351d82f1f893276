"""Addresses of committees and of nominations."""

from typing import Any

from hoithi.campaigns.actions import NewMember, add_member, keep_decision
from hoithi.campaigns.models import CommitteeMember
from hoithi.files.actions import store
from hoithi.files.facts import FileKind
from hoithi.people.models import Person
from tests.make import AT
from tests.matrix.campaigns import of_campaign, of_committee
from tests.matrix.organiser import STAFF_OF_BODY, WORKERS
from tests.matrix.record import Address, only
from tests.matrix.world import World


def organiser(world: World) -> Person:
    """Who made the rows."""
    by = world.people["organiser"]
    assert by is not None
    return by


def member(world: World) -> CommitteeMember:
    """Somebody in the committee of the world's campaign."""
    known = world.committee.members.first()
    return known or add_member(
        world.committee, NewMember("Lê Thị Bình"), by=organiser(world), at=AT
    )


def of_member(world: World) -> dict[str, Any]:
    """The arguments of an address of that member."""
    return of_campaign(committee=world.committee.pk, member=member(world).pk)(world)


def of_decided(world: World) -> dict[str, Any]:
    """The arguments of an address of that committee, whose signed decision is kept."""
    kept = {"body": world.body, "by": organiser(world), "at": AT, "allowed": {FileKind.PDF}}
    file = store(b"%PDF-1.4\n%%EOF\n", "qd.pdf", **kept)
    keep_decision(world.committee, file, by=organiser(world), at=AT)
    return of_committee(world)


ADDRESSES = [
    Address(
        "campaign_committees",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_campaign(),
    ),
    Address("committee_member", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_member),
    Address("committee_decision_file", get=only(200, *STAFF_OF_BODY), args=of_decided),
]
