"""From one's roles to the pages where one's work begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from hoithi.campaigns.queries import units_of_contact
from hoithi.conferences.queries import guests_for
from hoithi.contests.queries import STAFF, bodies_of
from hoithi.core.attendance import Answer
from hoithi.entries.queries.lists import contact_units
from hoithi.entries.queries.places import contests_helped
from hoithi.people import queries
from hoithi.people.models import OrganisingBody, Person, RoleName

_OF_QUESTIONS = (RoleName.QUESTION_WRITER, RoleName.QUESTION_REVIEWER)
_OF_ADMINISTRATORS = ("body_accounts", "body_units")


@dataclass(frozen=True)
class Way:
    """A button that leads to work."""

    label: str
    href: str
    is_main: bool = True


@dataclass(frozen=True)
class Place:
    """A body, or what else one works for, with the ways into it."""

    name: str
    ways: tuple[Way, ...]


def places_of(person: Person, *, at: datetime) -> list[Place]:
    """Where the person works, each with its ways; nothing for whoever holds no role."""
    ways: dict[OrganisingBody, list[Way]] = {}
    for body, way in _ways(person, at):
        ways.setdefault(body, []).append(way)
    places = [Place(body.name, tuple(ways[body])) for body in sorted(ways, key=lambda b: b.name)]
    if of_units := tuple(_ways_of_contact(person, at)):
        places.append(Place(_("Đơn vị tôi phụ trách"), of_units))
    if guests_for(person, at=at).filter(answer=Answer.WAITING).exists():
        to_invitations = Way(_("Xem và trả lời giấy mời"), reverse("my_invitations"))
        places.append(Place(_("Giấy mời chưa trả lời"), (to_invitations,)))
    for contest in contests_helped(person, at=at):
        to_place = Way(_("Mở điểm thi hỗ trợ"), reverse("assisted_place", args=[contest.slug]))
        places.append(Place(contest.title, (to_place,)))
    return places


def _ways_of_contact(person: Person, at: datetime) -> Iterator[Way]:
    if units_of_contact(person, at=at):
        yield Way(_("Việc của đơn vị"), reverse("unit_campaigns"))
    if contact_units(person, at=at):
        yield Way(_("Danh sách của đơn vị"), reverse("contact_home"))


def _ways(person: Person, at: datetime) -> Iterator[tuple[OrganisingBody, Way]]:
    for body in bodies_of(person, *STAFF, at=at):
        yield body, Way(_("Việc cần làm"), reverse("organiser_home", args=[body.slug]))
    for body in bodies_of(person, *_OF_QUESTIONS, at=at):
        yield body, Way(_("Ngân hàng câu hỏi"), reverse("bank_list"))
    for body in bodies_of(person, RoleName.JUDGE, at=at):
        yield body, Way(_("Phần thi tôi chấm"), reverse("judge_home"))
    for body in queries.bodies_for(person, RoleName.ADMINISTRATOR, at=at):
        accounts, units = (reverse(name, args=[body.slug]) for name in _OF_ADMINISTRATORS)
        yield body, Way(_("Tài khoản"), accounts, is_main=False)
        yield body, Way(_("Đơn vị"), units, is_main=False)
