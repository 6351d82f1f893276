"""Addresses of committees and of nominations."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hoithi.campaigns.actions import NewMember, add_member, keep_decision, nominations
from hoithi.campaigns.facts import Addressee
from hoithi.campaigns.models import CommitteeMember, Nomination
from hoithi.campaigns.queries.nominations import link_token
from hoithi.contests.models import Contest
from hoithi.files.actions import store
from hoithi.files.facts import FileKind
from hoithi.people.models import Person, RoleName
from tests import make
from tests.make import AT
from tests.matrix.campaigns import of_campaign, of_committee
from tests.matrix.organiser import STAFF_OF_BODY, WORKERS
from tests.matrix.record import Address, everyone, only
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


def nomination(world: World) -> Nomination:
    """The unit of the world is asked to name somebody for that committee."""
    known = Nomination.objects.filter(request__committee=world.committee).first()
    if known is not None:
        return known
    by, day = organiser(world), AT.date() + timedelta(days=7)
    letter = nominations.ask(world.committee, day, by=by, at=AT)
    asked = [Addressee("Trường Tiểu học Hòa Sơn", unit=world.unit)]
    return nominations.ask_of(letter, asked, nominations.Wish(), by=by, at=AT)[0]


def of_letter(world: World) -> dict[str, Any]:
    """The arguments of an address of that letter."""
    letter = nomination(world).request_id
    return of_campaign(committee=world.committee.pk, letter=letter)(world)


def of_paper(arguments: Callable[[World], dict[str, Any]]) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a document."""
    return lambda world: {**arguments(world), "kind": "docx"}


def of_nomination(world: World) -> dict[str, Any]:
    """The arguments of an address of that nomination."""
    return {**of_letter(world), "asked_of": nomination(world).pk}


def of_contact(world: World) -> dict[str, Any]:
    """The same for the contact of the unit."""
    contact, row = world.people["unit_contact"], nomination(world)
    assert contact is not None
    make.role(contact, RoleName.UNIT_CONTACT, over=world.body, unit=world.unit)
    return {"number": row.pk}


def of_link(world: World) -> dict[str, Any]:
    """The argument of a one-time link."""
    row = nominations.give_link(nomination(world), by=organiser(world), at=AT)
    return {"token": link_token(row)}


def of_exclusions(world: World) -> dict[str, Any]:
    """The arguments of the page of a contest of the world's campaign."""
    contest = Contest.objects.filter(campaign=world.campaign).first()
    assert contest is not None
    return of_campaign(slug=contest.slug)(world)


ADDRESSES = [
    Address(
        "campaign_exclusions",
        get=only(200, *WORKERS),
        post=only(422, "organiser"),
        args=of_exclusions,
    ),
    Address(
        "nomination_new",
        get=only(200, *WORKERS),
        post=only(422, *WORKERS),
        args=of_committee,
    ),
    Address(
        "nomination_request",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_letter,
    ),
    Address("nomination_letter", get=only(200, *STAFF_OF_BODY), args=of_paper(of_letter)),
    Address("committee_paper", get=only(200, *STAFF_OF_BODY), args=of_paper(of_committee)),
    Address(
        "nomination",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_nomination,
    ),
    Address(
        "unit_nomination",
        get=only(200, "unit_contact"),
        post=only(422, "unit_contact"),
        args=of_contact,
    ),
    Address("nominee_form", get=everyone(200)),
    Address("nomination_link", get=everyone(200), post=everyone(422), args=of_link),
    Address(
        "campaign_committees",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_campaign(),
    ),
    Address("committee_member", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_member),
    Address("committee_decision_file", get=only(200, *STAFF_OF_BODY), args=of_decided),
]
