"""Units' named lists: who may see them, the newest one, its lines, the table it comes in."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from hoithi.contests.models import Contest, ContestState
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.spreadsheets import read_table
from hoithi.entries.facts.lists import LIST_COLUMNS, NamedLine, with_births
from hoithi.entries.models import Entrant, ListedPerson, UnitList
from hoithi.entries.queries.matching import lines_shown
from hoithi.people.facts.tables import TableRead
from hoithi.people.models import Person, RoleName, Unit, UnitVersion
from hoithi.people.queries import reach
from hoithi.people.queries.tables import doubts_by_line
from hoithi.people.queries.units import in_force

STAFF = (RoleName.ORGANISER, RoleName.SECRETARY)


def named_lines(data: bytes, name: str, *, on: date) -> TableRead[NamedLine]:
    """The people of a table, and what is wrong with each line; births are doubted as of a day."""
    reading = with_births(read_table(data, name, LIST_COLUMNS), on=on)
    lines = tuple(NamedLine(row.line, **row.values) for row in reading.rows)
    return TableRead(lines, doubts_by_line(reading), reading)


def contact_units(person: Person, *, at: datetime) -> list[tuple[Contest, UnitVersion]]:
    """The units and announced contests for which the person is the contact."""
    announced = Contest.objects.filter(state=ContestState.ANNOUNCED, rehearses=None)
    announced = announced.select_related("body")
    found: list[tuple[Contest, UnitVersion]] = []
    for contest_id, unit_id in sorted(
        reach(person, RoleName.UNIT_CONTACT, at=at).units, key=lambda pair: pair[1]
    ):
        version = _states(at).filter(unit=unit_id).first()
        if version is None:
            continue
        of_unit = Q(pk=contest_id) if contest_id else Q(body=version.unit.body_id)
        found += [(contest, version) for contest in announced.filter(of_unit)]
    return found


def contact_unit(
    person: Person, slug: str, code: str, *, at: datetime
) -> tuple[Contest, UnitVersion]:
    """A contest and one of its units, for the unit's contact and the contest's organiser.

    Raises DoesNotExist for everybody else.
    """
    contest = Contest.objects.select_related("body").get(slug=slug)
    of_body = Q(unit__body=contest.body_id) | Q(unit__body=None)
    version = _states(at).filter(of_body, unit__code=code).order_by("-unit__body").first()
    if version is None or not _may_see(person, contest, version.unit, at):
        raise Unit.DoesNotExist
    return contest, version


def _may_see(person: Person, contest: Contest, unit: Unit, at: datetime) -> bool:
    contacts = reach(person, RoleName.UNIT_CONTACT, at=at).units
    for_all = (None, unit.pk) in contacts and unit.body_id == contest.body_id
    staff = reach(person, *STAFF, at=at)
    of_staff = staff.covers(body_id=contest.body_id, contest_id=contest.pk)
    return of_staff or for_all or (contest.pk, unit.pk) in contacts


def _states(at: datetime) -> QuerySet[UnitVersion]:
    return UnitVersion.objects.filter(in_force(local_day(at))).select_related("unit")


def newest_list(contest: Contest, unit: Unit) -> UnitList | None:
    """The list that counts: the last one handed in whole."""
    whole = contest.unit_lists.filter(unit=unit, whole=True)
    return whole.order_by("-supplied_at", "-pk").first()


def listed_person(contest: Contest, unit: Unit, line: int) -> ListedPerson:
    """A line of the unit's newest list. Raises DoesNotExist for any other."""
    newest = newest_list(contest, unit)
    people = ListedPerson.objects.select_related("list__contest")
    return people.get(pk=line, list=newest.pk if newest else None)


def entrant_meant(listed: ListedPerson, number: str) -> Entrant:
    """The entrant that a form names for a line: the one it is matched with, or may be.

    Raises DoesNotExist for anybody else of the contest: a contact learns of nobody but the own.
    """
    lines = {one.id: one for one in lines_shown(listed.list)}
    line = lines[listed.pk]
    offered = {one.entrant for one in line.suggested} | {line.entrant} - {None}
    if number not in {str(pk) for pk in offered}:
        raise Entrant.DoesNotExist
    return Entrant.objects.select_related("unit", "contest").get(pk=int(number))


def handed_in(contests: Collection[int], units: Collection[int]) -> dict[tuple[int, int], int]:
    """How many people the newest list of a unit in a contest names, by contest and unit."""
    rows = UnitList.objects.filter(contest__in=contests, unit__in=units, whole=True)
    counted = rows.annotate(number=Count("people")).order_by("supplied_at", "pk")
    return {(one.contest_id, one.unit_id): one.number for one in counted}
