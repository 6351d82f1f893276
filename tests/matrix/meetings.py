"""Addresses of meetings: invitations, those invited, check-in, conclusions, papers, moves."""

from collections.abc import Callable
from typing import Any

from hoithi.conferences.queries.links import guest_token
from tests.matrix.organiser import STAFF_OF_BODY, WORKERS
from tests.matrix.record import Address, everyone, only, signed_in
from tests.matrix.world import World, slug


def of_meeting(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a meeting."""
    return lambda world: {
        **slug(world),
        "key": world.meeting.key,
        "number": world.meeting.campaign_id,
        **more,
    }


def of_guest(world: World) -> dict[str, Any]:
    """The arguments of an address of somebody invited to it."""
    return of_meeting(guest=world.meeting.guests.get().pk)(world)


def of_conclusion(world: World) -> dict[str, Any]:
    """The arguments of an address of a conclusion of it."""
    return of_meeting(conclusion=world.meeting.conclusions.get().pk)(world)


def of_move(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of its move."""
    return lambda world: {
        **slug(world),
        "number": world.meeting.campaign_id,
        "move": world.meeting.moves.get().pk,
        **more,
    }


def page(name: str, args: Callable[[World], dict[str, Any]]) -> Address:
    """A page that the staff of the body reads and those who keep tasks write."""
    read, written = only(200, *STAFF_OF_BODY), only(422, *WORKERS)
    return Address(name, get=read, post=written, args=args)


def of_link(world: World) -> dict[str, Any]:
    """The arguments of the link of that seat."""
    return {"token": guest_token(world.meeting.guests.get())}


ADDRESSES = [
    Address("invitation_by_link", get=everyone(200), post=everyone(422), args=of_link),
    page("activity_guests", of_meeting()),
    page("activity_guest", of_guest),
    page("activity_attendance", of_meeting()),
    page("activity_conclusions", of_meeting()),
    page("activity_conclusion", of_conclusion),
    Address(
        "activity_invitation",
        get=only(200, *STAFF_OF_BODY),
        post=only(302, *WORKERS),
        args=of_meeting(),
    ),
    Address("invitation_remind", post=only(302, *WORKERS), args=of_meeting()),
    Address("invitation_send", post=only(422, *WORKERS), args=of_meeting()),
    Address(
        "meeting_paper",
        get=only(200, *STAFF_OF_BODY),
        args=of_meeting(paper="giay-moi", kind="docx"),
    ),
    Address("activity_move", get=only(200, *STAFF_OF_BODY), args=of_move()),
    Address("move_letter_file", get=only(200, *STAFF_OF_BODY), args=of_move(kind="docx")),
    Address("my_invitations", get=signed_in(200)),
    Address(
        "my_invitation",
        get=only(200, "auditor"),
        post=only(422, "auditor"),
        args=lambda world: {"activity": world.meeting.pk},
    ),
]
