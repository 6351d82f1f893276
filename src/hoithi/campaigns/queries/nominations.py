"""Letters that ask for nominations, what came back, and who may answer which."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core import signing
from django.db.models import F, Prefetch, Q, QuerySet

from hoithi.campaigns.facts import (
    Addressee,
    PersonTold,
    PersonWrong,
    named_twice,
    read_person,
)
from hoithi.campaigns.models import (
    Campaign,
    Committee,
    Nomination,
    NominationRequest,
    NominationState,
    Nominee,
    NomineeState,
)
from hoithi.campaigns.queries.boards import units_for
from hoithi.campaigns.queries.committees import WITHOUT_ANSWER
from hoithi.campaigns.queries.contacts import of_drafts, units_of_contact
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import words_key
from hoithi.documents.spreadsheets import Column, Kind, read_table
from hoithi.kit.refusals import Refusal
from hoithi.people.facts.tables import TableRead
from hoithi.people.models import OrganisingBody, Person, Role, RoleName
from hoithi.people.queries.tables import doubts_by_line
from hoithi.people.queries.units import versions_on

_SALT = "campaigns.nomination"
NOMINEE_COLUMNS = (
    Column("full_name", ("Họ và tên", "Họ tên"), required=True),
    Column("post", ("Chức vụ, đơn vị công tác", "Chức vụ", "Chức vụ, đơn vị"), required=True),
    Column("birth_year", ("Năm sinh", "Ngày sinh"), kind=Kind.DATE),
    Column("phone", ("Điện thoại", "Số điện thoại"), kind=Kind.PHONE),
)


class LineTwice(Refusal):
    """A table names one person twice (`name`)."""


class TooManyLines(Refusal):
    """A table names more people than the letter asks for (`at_most`)."""


def request_of(committee: Committee, number: int) -> NominationRequest:
    """A letter of the committee."""
    rows = committee.requests.select_related("committee__campaign__body", "made_by")
    return rows.get(pk=number)


@dataclass(frozen=True)
class RequestRow:
    """A letter as the page of its committee shows it."""

    request: NominationRequest
    asked: int
    unanswered: int
    undecided: int


def requests_of(committee: Committee) -> list[RequestRow]:
    """The letters of a committee with how many have answered. Two queries."""
    found = []
    rows = committee.requests.prefetch_related(
        Prefetch("nominations", Nomination.objects.only("request", "state", "ordinal"))
    )
    for one in rows:
        states = [nomination.state for nomination in one.nominations.all()]
        unanswered = sum(state in WITHOUT_ANSWER for state in states)
        waiting = states.count(NominationState.ANSWERED)
        found.append(RequestRow(one, len(states), unanswered, waiting))
    return found


def nominations_of(request: NominationRequest) -> list[Nomination]:
    """Who is asked in order, each with the people of its newest answers. Two queries."""
    nominees = Nominee.objects.exclude(state=NomineeState.REPLACED).order_by("answer", "ordinal")
    rows = request.nominations.select_related("answered_by", "agency")
    return list(rows.prefetch_related(Prefetch("nominees", nominees, to_attr="named")))


def nomination_of(request: NominationRequest, number: int) -> Nomination:
    """One agency that is asked, with its letter."""
    rows = request.nominations.select_related(
        "request__committee__campaign__body", "answered_by", "decided_by"
    )
    return rows.get(pk=number)


def nominees_of(nomination: Nomination) -> list[Nominee]:
    """Everybody whom the agency ever named, the newest answer first."""
    rows = nomination.nominees.select_related("member", "identity")
    return list(rows.order_by("-answer", "ordinal"))


@dataclass(frozen=True)
class Offered:
    """An agency that may be asked: itself, or the units that its set opens to."""

    heading: str
    """The set; empty for agencies of their own."""
    choices: tuple[tuple[str, Addressee], ...]


def addressees_offered(campaign: Campaign, on: date) -> list[Offered]:
    """Whom a letter may ask: the campaign's agencies, and each unit of a set, under its set.

    An agency that no unit is told of is the body's unit of the same name, where there is one.
    """
    named = {words_key(one.name): one.unit for one in versions_on(on, campaign.body)}
    alone: list[tuple[str, Addressee]] = []
    sets: list[Offered] = []
    for agency in campaign.agencies.select_related("unit"):
        whole = Addressee(agency.name, agency, agency.unit or named.get(words_key(agency.name)))
        if HolderSet(agency.holder_set) is HolderSet.ONE:
            alone.append((f"a{agency.pk}", whole))
            continue
        units = tuple(
            (f"u{agency.pk}-{one.unit_id}", Addressee(one.name, agency, one.unit))
            for one in units_for(agency, campaign.body, on)
        )
        sets.append(Offered(agency.name, ((f"a{agency.pk}", whole), *units)))
    return [Offered("", tuple(alone)), *sets] if alone else sets


def nominations_for_contact(person: Person, *, at: datetime) -> list[Nomination]:
    """What the contact's own units are asked for, open ones first. Three queries at most."""
    units = units_of_contact(person, at=at)
    if not units:
        return []
    rows = _of_units(units).order_by("request__deadline", "pk")
    return sorted(rows, key=lambda one: one.state not in WITHOUT_ANSWER)


def nomination_for_contact(person: Person, number: int, *, at: datetime) -> Nomination:
    """One of them. Raises DoesNotExist for what other units are asked."""
    return _of_units(units_of_contact(person, at=at)).get(pk=number)


def _of_units(units: Iterable[int]) -> QuerySet[Nomination]:
    rows = Nomination.objects.filter(
        unit__in=list(units), unit__body=F("request__committee__campaign__body")
    )
    rows = rows.exclude(of_drafts("request__committee__campaign"))
    return rows.select_related("request__committee__campaign__body", "answered_by")


def link_token(nomination: Nomination) -> str:
    """The word of the link that holds now."""
    return signing.dumps([nomination.pk, nomination.link_number], salt=_SALT)


def nomination_of_link(token: str, *, at: datetime) -> Nomination:
    """What a link opens. Raises DoesNotExist for one that is over, replaced or not ours."""
    try:
        number, link = signing.loads(token, salt=_SALT)
    except signing.BadSignature as error:
        raise Nomination.DoesNotExist from error
    rows = Nomination.objects.select_related("request__committee__campaign__body")
    return rows.get(pk=number, link_number=link, link_until__gt=at)


def contacts_of(
    nominations: Sequence[Nomination], body: OrganisingBody, *, at: datetime
) -> Mapping[int, list[Person]]:
    """Who answers for each nomination on the site, by its number. One query."""
    units = [one.unit_id for one in nominations if one.unit_id]
    held = Role.objects.filter(
        Q(until=None) | Q(until__gt=at),
        name=RoleName.UNIT_CONTACT,
        contest_id=None,
        unit__in=units,
        unit__body=body,
        since__lte=at,
        person__is_active=True,
    ).select_related("person")
    by_unit: dict[int, list[Person]] = defaultdict(list)
    for role in held:
        by_unit[role.unit_id or 0].append(role.person)
    return {one.pk: by_unit[one.unit_id] for one in nominations if one.unit_id}


def named_in_table(data: bytes, name: str, *, most: int, at: datetime) -> TableRead[PersonTold]:
    """The people of a table, and what is wrong with each line; more than `most` are too many."""
    reading = read_table(data, name, NOMINEE_COLUMNS)
    faults = dict(doubts_by_line(reading))
    people: list[PersonTold] = []
    for row in reading.rows:
        cells = {**row.values, "birth_year": row.values["birth_year"][:4]}
        read, problems = read_person(PersonTold(**cells), on=local_day(at))
        if problems and row.line not in faults:
            faults[row.line] = tuple(PersonWrong(field=f, code=c) for f, c in problems)
        if twice := named_twice([*people, read]):
            faults.setdefault(row.line, (LineTwice(name=twice),))
        people.append(read)
    if len(people) > most:
        faults[0] = (*faults.get(0, ()), TooManyLines(at_most=most))
    return TableRead(tuple(people), faults, reading)
