"""What agencies answer to a letter that asks for nominations, and what is sent back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from hoithi.campaigns.actions.nominations import campaign_of, locked_nomination
from hoithi.campaigns.facts import (
    PersonTold,
    PersonWrong,
    named_twice,
    read_person,
    sealed_person,
)
from hoithi.campaigns.models import (
    AnswerWay,
    Nomination,
    NominationState,
    Nominee,
    NomineeState,
)
from hoithi.core.vietnamese.moments import local_day
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person

OPEN_TO_LINKS = (NominationState.WAITING, NominationState.RETURNED)
"""A link takes an answer where none is known, or another is asked for."""


class NobodyNamed(Refusal):
    """An answer names nobody and gives no reason."""


class TooManyNominees(Refusal):
    """More people than the letter asks for (`at_most`)."""


class NamedTwice(Refusal):
    """An answer names one person twice (`name`)."""


class NothingToAccept(Refusal):
    """There is no answer that waits to be taken into the list."""


class LinkUsed(Refusal):
    """A one-time link takes one answer, and this nomination has one."""


@dataclass(frozen=True)
class Answer:
    """What came back, and how."""

    people: Sequence[PersonTold] = ()
    reason: str = ""
    """Why nobody is named."""
    way: AnswerWay = AnswerWay.SITE
    answered_as: str = ""


@transaction.atomic
def answer(nomination: Nomination, told: Answer, *, by: Person | None, at: datetime) -> Nomination:
    """Takes an answer whole or not at all; a later one takes the place of one not yet accepted.

    One after the deadline is taken with its mark. Who stands in the list by an earlier answer
    stays until the new one is accepted. Refuses more people than were asked for, one person
    twice, and nobody without a reason.
    """
    people = read_people(told.people, on=local_day(at))
    locked = locked_nomination(nomination)
    if told.way == AnswerWay.LINK and locked.state not in OPEN_TO_LINKS:
        raise LinkUsed
    _refuse_answer(locked, people, told.reason)
    _propose(locked, people, at)
    _mark_answered(locked, told, by, at)
    facts = {"nomination": locked.pk, "people": len(people), "late": locked.is_late}
    campaign = campaign_of(locked.request)
    journal.record("campaigns.nomination_answered", campaign, by=by, at=at, facts=facts)
    return locked


def _propose(row: Nomination, people: Sequence[PersonTold], at: datetime) -> None:
    row.nominees.filter(state=NomineeState.PROPOSED).update(state=NomineeState.REPLACED)
    row.answers += 1
    body_id = row.request.committee.campaign.body_id
    Nominee.objects.bulk_create(
        Nominee(
            nomination=row,
            answer=row.answers,
            ordinal=ordinal,
            full_name=one.full_name,
            post=one.post,
            identity=sealed_person(body_id, one, at=at),
            named_at=at,
        )
        for ordinal, one in enumerate(people, 1)
    )


def _mark_answered(row: Nomination, told: Answer, by: Person | None, at: datetime) -> None:
    row.state = NominationState.ANSWERED if told.people else NominationState.NOBODY
    row.answered_at, row.answered_by, row.answered_as = at, by, told.answered_as
    row.way, row.reason = told.way, "" if told.people else told.reason.strip()
    row.is_late = local_day(at) > row.request.deadline
    row.save()


def read_people(people: Iterable[PersonTold], *, on: date) -> list[PersonTold]:
    """The people as kept. Refuses the first box that cannot be taken."""
    found = []
    for one in people:
        read, problems = read_person(one, on=on)
        if problems:
            raise PersonWrong(field=problems[0][0], code=problems[0][1])
        found.append(read)
    return found


def _refuse_answer(row: Nomination, people: Sequence[PersonTold], reason: str) -> None:
    if not people and not reason.strip():
        raise NobodyNamed
    if len(people) > row.people:
        raise TooManyNominees(at_most=row.people)
    if name := named_twice(people):
        raise NamedTwice(name=name)


@transaction.atomic
def send_back(nomination: Nomination, reason: str, *, by: Person, at: datetime) -> None:
    """Asks for another answer, with the reason; the agency may answer anew."""
    locked = locked_nomination(nomination)
    if locked.state not in (NominationState.ANSWERED, NominationState.NOBODY):
        raise NothingToAccept
    if not reason.strip():
        raise NobodyNamed
    locked.nominees.filter(state=NomineeState.PROPOSED).update(state=NomineeState.REPLACED)
    locked.state, locked.reason = NominationState.RETURNED, reason.strip()
    locked.decided_by, locked.decided_at = by, at
    locked.save()
    facts = {"nomination": locked.pk, "reason": locked.reason}
    campaign = campaign_of(locked.request)
    journal.record("campaigns.nomination_returned", campaign, by=by, at=at, facts=facts)
