"""Asking agencies to nominate members of a committee, and reminding them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from hoithi.campaigns.facts import Addressee
from hoithi.campaigns.models import (
    Campaign,
    Committee,
    CommitteeRole,
    Nomination,
    NominationRequest,
)
from hoithi.campaigns.queries.contacts import is_draft
from hoithi.core.vietnamese.moments import local_day
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.notices.actions import tell
from hoithi.people.models import Person

MOST_ASKED = 200
"""Addressees of one letter: every commune of a province has room."""
MOST_PEOPLE = 50
"""People that one agency is asked for."""
LINK_AFTER = timedelta(days=14)
"""How long after the deadline a link still takes a late answer."""


class NobodyAsked(Refusal):
    """No agency was chosen."""


class TooManyAsked(Refusal):
    """More addressees than one letter takes (`at_most`)."""


class DeadlineOver(Refusal):
    """The day until which answers are wanted lies before today."""


class CampaignIsDraft(Refusal):
    """The campaign is a copy under no signed plan: units hear nothing of it yet."""


class AlreadyAnswered(Refusal):
    """Who has answered stays in the letter."""


@dataclass(frozen=True)
class Wish:
    """What is asked of each of these addressees."""

    people: int = 1
    role: str = CommitteeRole.MEMBER
    posts: str = ""
    """What posts are wanted: "01 lãnh đạo phòng"."""


@dataclass(frozen=True)
class LetterTold:
    """What a letter says besides its addressees."""

    deadline: date
    contact: str = ""
    letter_number: str = ""
    signed_on: date | None = None


@dataclass(frozen=True)
class Reminder:
    """What the contacts of one agency are told, and where they answer."""

    nomination: Nomination
    people: Sequence[Person]
    text: str
    link: str


@transaction.atomic
def ask(
    committee: Committee, deadline: date, contact: str = "", *, by: Person, at: datetime
) -> NominationRequest:
    """A letter without addressees yet. Refuses a deadline that is over, and a draft's letter."""
    _refuse_over(deadline, at)
    refuse_draft(committee.campaign)
    made = NominationRequest.objects.create(
        committee=committee, deadline=deadline, contact=contact, made_by=by, made_at=at
    )
    facts = {"committee": committee.pk, "request": made.pk}
    journal.record("campaigns.nominations_asked", committee.campaign, by=by, at=at, facts=facts)
    return made


def refuse_draft(campaign: Campaign) -> None:
    """Refuses what would tell units of a campaign that was only copied yet."""
    if is_draft(campaign):
        raise CampaignIsDraft


def _refuse_over(deadline: date, at: datetime) -> None:
    if deadline < local_day(at):
        raise DeadlineOver


@transaction.atomic
def ask_of(
    request: NominationRequest,
    addressees: Sequence[Addressee],
    wish: Wish,
    *,
    by: Person,
    at: datetime,
) -> list[Nomination]:
    """Adds addressees to a letter; who is asked for this role already is not asked twice."""
    if not addressees:
        raise NobodyAsked
    NominationRequest.objects.select_for_update().get(pk=request.pk)
    known = set(request.nominations.values_list("name", "role"))
    new = {one.name: one for one in addressees if (one.name, wish.role) not in known}
    if len(known) + len(new) > MOST_ASKED:
        raise TooManyAsked(at_most=MOST_ASKED)
    last = request.nominations.aggregate(last=Max("ordinal"))["last"] or 0
    rows = [_row(request, wish, one, last + n) for n, one in enumerate(new.values(), 1)]
    made = Nomination.objects.bulk_create(rows)
    facts = {"request": request.pk, "asked": len(made)}
    journal.record("campaigns.agencies_asked", campaign_of(request), by=by, at=at, facts=facts)
    return made


def _row(request: NominationRequest, wish: Wish, one: Addressee, ordinal: int) -> Nomination:
    return Nomination(
        request=request,
        ordinal=ordinal,
        name=one.name,
        agency=one.agency,
        unit=one.unit,
        people=min(max(wish.people, 1), MOST_PEOPLE),
        role=wish.role,
        wish=wish.posts,
    )


def campaign_of(request: NominationRequest) -> Campaign:
    return request.committee.campaign


@transaction.atomic
def change_request(
    request: NominationRequest, told: LetterTold, *, by: Person, at: datetime
) -> None:
    """Another deadline, contact, or the number of the signed letter."""
    if told.deadline != request.deadline:
        _refuse_over(told.deadline, at)
    for name, value in asdict(told).items():
        setattr(request, name, value)
    request.save()
    facts = {"request": request.pk, "number": told.letter_number}
    journal.record("campaigns.nominations_changed", campaign_of(request), by=by, at=at, facts=facts)


@transaction.atomic
def unask(nomination: Nomination, *, by: Person, at: datetime) -> None:
    """Takes an agency out of the letter. Refuses one that has answered."""
    locked = locked_nomination(nomination)
    if locked.answers:
        raise AlreadyAnswered
    facts = {"request": locked.request_id, "name": locked.name}
    campaign = campaign_of(locked.request)
    journal.record("campaigns.agency_unasked", campaign, by=by, at=at, facts=facts)
    locked.delete()


def locked_nomination(nomination: Nomination) -> Nomination:
    rows = Nomination.objects.select_for_update()
    rows = rows.select_related("request__committee__campaign__body", "agency")
    rows = rows.select_related("request__made_by")
    return rows.get(pk=nomination.pk)


@transaction.atomic
def give_link(nomination: Nomination, *, by: Person, at: datetime) -> Nomination:
    """A new one-time link; one that was given before holds no more."""
    locked = locked_nomination(nomination)
    ends = max(locked.request.deadline, local_day(at)) + LINK_AFTER
    locked.link_number += 1
    locked.link_until = timezone.make_aware(datetime.combine(ends, time.max))
    locked.save(update_fields=["link_number", "link_until"])
    facts = {"nomination": locked.pk, "until": f"{ends}"}
    campaign = campaign_of(locked.request)
    journal.record("campaigns.nomination_link", campaign, by=by, at=at, facts=facts)
    return locked


@transaction.atomic
def remind(
    request: NominationRequest, told: Sequence[Reminder], *, by: Person, at: datetime
) -> int:
    """Tells the contacts of those who have not answered; how many people were told.

    A reminder of the same day is not doubled.
    """
    body, day = request.committee.campaign.body, local_day(at)
    people = 0
    for one in told:
        for person in one.people:
            key = f"nomination-{one.nomination.pk}-{day}"
            tell(person, one.text, body=body, at=at, link=one.link, key=key)
            people += 1
    Nomination.objects.filter(pk__in=[one.nomination.pk for one in told]).update(reminded_at=at)
    facts = {"request": request.pk, "agencies": len(told), "people": people}
    journal.record(
        "campaigns.nominations_reminded", campaign_of(request), by=by, at=at, facts=facts
    )
    return people
