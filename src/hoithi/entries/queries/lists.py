"""The contact's named list: who has taken part, who has not yet, who is exempt, who is in doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from hoithi.contests.models import Contest, ContestState
from hoithi.core.roster import State, match
from hoithi.core.rulebook.entry import Quota
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import words_key
from hoithi.documents.spreadsheets import read_table
from hoithi.entries.facts.lists import (
    LIST_COLUMNS,
    NamedLine,
    roster_contestant,
    roster_line,
)
from hoithi.entries.models import Entrant, ListedPerson, MatchState, UnitList
from hoithi.people.facts import index_hashes, opened
from hoithi.people.facts.tables import TableRead
from hoithi.people.models import Person, RoleName, Unit, UnitVersion
from hoithi.people.queries import reach
from hoithi.people.queries.tables import doubts_by_line
from hoithi.people.queries.units import in_force

STAFF = (RoleName.ORGANISER, RoleName.SECRETARY)


class Standing(StrEnum):
    """How a listed person stands."""

    DONE = "done"
    NOT_YET = "not_yet"
    EXEMPT = "exempt"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Suggested:
    """A contestant who may be the listed person."""

    entrant: int
    name: str
    birth_year: int | None
    unit: str


@dataclass(frozen=True)
class LineShown:
    """A line of the list as the contact sees it."""

    id: int
    name: str
    post: str
    standing: Standing
    entered: bool
    exempt_reason: str
    suggested: tuple[Suggested, ...] = ()
    entrant: int | None = None


@dataclass(frozen=True)
class QuotaShown:
    """How far the unit is with one of the rulebook's quotas."""

    title: str
    people: int
    done: int
    percent: int
    wanted: str


def named_lines(data: bytes, name: str) -> TableRead[NamedLine]:
    """The people of a table, and what is wrong with each line."""
    reading = read_table(data, name, LIST_COLUMNS)
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
    """The list that counts: the last one handed in."""
    return contest.unit_lists.filter(unit=unit).order_by("-supplied_at", "-pk").first()


def lines_shown(unit_list: UnitList) -> list[LineShown]:
    """Every line with its state; matched anew against the contestants of this moment."""
    rows = list(unit_list.people.select_related("identity").order_by("line"))
    code = unit_list.unit.code
    lines = {row.pk: roster_line(row, code) for row in rows}
    people = _contestants(unit_list, [line.name for line in lines.values()])
    open_rows = [row for row in rows if row.match in {MatchState.NONE, MatchState.REJECTED}]
    rejected = {(row.pk, row.entrant_id) for row in rows if row.match == MatchState.REJECTED}
    taken = {row.entrant_id for row in rows if row.match == MatchState.CONFIRMED}
    contestants = [roster_contestant(one) for pk, one in people.items() if pk not in taken]
    matches = {one.line: one for one in match((lines[row.pk] for row in open_rows), contestants)}
    shown = []
    for row in rows:
        found = matches.get(row.pk)
        ids = [one.contestant for one in found.candidates] if found else []
        ids = [pk for pk in ids if (row.pk, pk) not in rejected]
        sure = row.entrant_id if row.match == MatchState.CONFIRMED else None
        if found and found.state is State.CERTAIN and ids:
            sure, ids = ids[0], []
        shown.append(_line(row, lines[row.pk].name, sure, ids, people))
    return shown


def _contestants(unit_list: UnitList, names: Sequence[str]) -> dict[int, Entrant]:
    """Who stands for the unit, and who elsewhere has a name of the list."""
    contest = unit_list.contest
    hashes = [
        one for name in names for one in index_hashes(contest.body_id, "name", words_key(name))
    ]
    named = Q(identity__index__field="name", identity__index__value_hash__in=hashes)
    same_unit = Q(unit__unit=unit_list.unit_id)
    found = Entrant.objects.filter(named | same_unit, contest=contest).distinct()
    return {one.pk: one for one in found.select_related("identity", "unit__unit")}


def _line(
    row: ListedPerson,
    name: str,
    sure: int | None,
    maybe: Sequence[int],
    people: Mapping[int, Entrant],
) -> LineShown:
    entrant = people.get(sure) if sure else None
    done = bool(entrant and entrant.sittings.filter(submission__isnull=False).exists())
    standing = Standing.DONE if done else Standing.NOT_YET
    if not done and row.exempt_reason:
        standing = Standing.EXEMPT
    elif not done and maybe:
        standing = Standing.DOUBTFUL
    return LineShown(
        id=row.pk,
        name=name or row.masked_name,
        post=row.post,
        standing=standing,
        entered=entrant is not None,
        exempt_reason=row.exempt_reason,
        suggested=tuple(_suggested(people[pk]) for pk in maybe if pk in people),
        entrant=entrant.pk if entrant else None,
    )


def _suggested(entrant: Entrant) -> Suggested:
    name = opened(entrant.identity).get("full_name", "") if entrant.identity else entrant.name
    unit = entrant.unit.name if entrant.unit else ""
    return Suggested(entrant.pk, name, entrant.birth_year, unit)


def quotas_shown(quotas: Sequence[Quota], lines: Sequence[LineShown]) -> list[QuotaShown]:
    """Done against wanted for every quota; exempt people are counted on neither side."""
    return [_quota(quota, lines) for quota in quotas]


def _quota(quota: Quota, lines: Sequence[LineShown]) -> QuotaShown:
    posts = {words_key(post) for post in quota.posts}
    counted = [
        line
        for line in lines
        if line.standing is not Standing.EXEMPT and (not posts or words_key(line.post) in posts)
    ]
    done = sum(line.standing is Standing.DONE for line in counted)
    wanted = f"{quota.percent}%" if quota.percent is not None else str(quota.least or "")
    percent = round(100 * done / len(counted)) if counted else 0
    return QuotaShown(quota.title, len(counted), done, percent, wanted)


def listed_person(contest: Contest, unit: Unit, line: int) -> ListedPerson:
    """A line of the unit's newest list. Raises DoesNotExist for any other."""
    newest = newest_list(contest, unit)
    people = ListedPerson.objects.select_related("list__contest")
    return people.get(pk=line, list=newest.pk if newest else None)


def entrant_of(contest: Contest, number: str) -> Entrant:
    """The entrant that a form names. Raises DoesNotExist."""
    if not (number.isascii() and number.isdecimal()):
        raise Entrant.DoesNotExist
    return Entrant.objects.select_related("unit").get(contest=contest, pk=int(number))
