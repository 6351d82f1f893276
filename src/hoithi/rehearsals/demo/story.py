"""Tells the demonstration's story: two contests, their first week over, their second one open."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from hoithi.contests.actions import share_with
from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import current_version
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import from_toml
from hoithi.core.rulebook.rehearsal import papers_in
from hoithi.core.rulebook.windows import paper_for, parts_in, shifted
from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.moments import LocalMoment, local_day
from hoithi.entries.facts import door_of
from hoithi.kit import clock
from hoithi.live.room import Room
from hoithi.people.actions.staff_counts import take_staff_counts
from hoithi.people.actions.units import add_unit
from hoithi.people.facts.units import NewUnit, StaffLine
from hoithi.people.models import OrganisingBody, Person, RoleName, Unit
from hoithi.questions.actions import seal_bank
from hoithi.rehearsals.caller import Caller
from hoithi.rehearsals.chance import Chance
from hoithi.rehearsals.contestant import Deeds, Field
from hoithi.rehearsals.demo import founding, world
from hoithi.rehearsals.demo.essays import hold_written_contest
from hoithi.rehearsals.demo.founding import Founded
from hoithi.rehearsals.demo.mornings import tell_mornings
from hoithi.rehearsals.demo.plans import found_campaigns
from hoithi.rehearsals.demo.publishing import in_order, publish_week
from hoithi.rehearsals.demo.studying import release_for_study
from hoithi.rehearsals.people import FalsePerson, coming, people
from hoithi.rehearsals.simulate import simulate
from hoithi.rehearsals.stage import knowledge_of, places_of
from hoithi.sittings.actions.pools import seal_pool

Told = Callable[[str], None]
OPENED_DAYS_AGO = 2
_LATER = 10
"""For so many people of the first week there is one who comes later only."""
PAPERS = 60
"""Papers in each pool of the demonstration."""


@dataclass
class Running:
    """A contest of the demonstration with its crowd."""

    demo: world.DemoBody
    founded: Founded
    rulebook: Rulebook
    contest: Contest
    crowd: list[FalsePerson] = field(default_factory=list)
    tokens: dict[int, str] = field(default_factory=dict)


def moved(rulebook: Rulebook, today: date) -> Rulebook:
    """The rulebook moved by whole days, so that its second week opened two days ago."""
    week = next(round_ for round_ in rulebook.rounds if round_.key == "week-2")
    if week.window is None:
        return rulebook
    opened = LocalMoment.parse(week.window.opens).day
    return shifted(rulebook, (today - timedelta(days=OPENED_DAYS_AGO) - opened).days)


def tell(
    examples: Path, *, secret: str, people: int | None, at: datetime, told: Told
) -> list[Running]:
    """The whole story up to this moment. `people` is the size of the first crowd.

    No other crowd is larger then, so that a small demonstration is made quickly.
    """
    with clock.pinned(at):
        contests = set_up(examples, secret=secret, people=people, at=at, told=told)
        for running in contests:
            take_part(running, "week-1", until=at, share=1, told=_heard(running, told))
        told("Công bố kết quả tuần thứ Nhất")
        in_order([first_week_published(running) for running in contests])
        for running in contests:
            take_part(running, "week-2", until=at, share=0.3, told=_heard(running, told))
            told(f"{running.contest.title}: báo cáo các buổi sáng")
            tell_mornings(running.contest, at=at)
        _share(contests, at=at)
        _write(contests[0], at=at, told=told)
        found_campaigns(examples, at=at, told=told)
    return contests


def _write(running: Running, *, at: datetime, told: Told) -> None:
    """The commune has a contest whose essays are being marked."""
    told("Cuộc thi viết đang chấm")
    hold_written_contest(running.founded, running.rulebook, at=at)


def _share(contests: list[Running], *, at: datetime) -> None:
    """The province sees the totals of the contests below it."""
    province = OrganisingBody.objects.get(slug=world.THAI_NGUYEN.slug)
    for running in contests:
        organiser = running.founded.holder(RoleName.ORGANISER)
        share_with(running.contest, province, by=organiser, at=at)


def first_week_published(running: Running) -> Iterator[datetime]:
    """Verifies, approves and publishes week 1 as its officials did at the time."""
    founded = running.founded
    return publish_week(
        running.contest.rounds.get(key="week-1"),
        organiser=founded.holder(RoleName.ORGANISER),
        approver=founded.holder(RoleName.APPROVER),
    )


def _heard(running: Running, told: Told) -> Callable[[Deeds], None]:
    name = running.contest.title
    return lambda deeds: told(f"{name}: {deeds.people} người, {deeds.submissions} lượt thi")


def set_up(
    examples: Path, *, secret: str, people: int | None, at: datetime, told: Told
) -> list[Running]:
    """Founds every body, and every contest up to the sealed papers of its first weeks."""
    long_ago = at - timedelta(days=45)
    operator = founding.found_operator(world.OPERATOR, secret=secret, at=long_ago)
    running: list[Running] = []
    for demo in world.BODIES:
        told(demo.name)
        body = founding.found_body(demo, by=operator, at=long_ago)
        founded = Founded(body, units=_units(demo, body, by=operator, at=long_ago))
        founding.found_people(demo, founded, by=operator, secret=secret, at=long_ago)
        if demo.example:
            size = _size(demo, people, is_first=not running)
            running.append(_contest(replace(demo, people=size), founded, examples, at))
    return running


def _size(demo: world.DemoBody, people: int | None, *, is_first: bool) -> int:
    if people is None:
        return demo.people
    return people if is_first else min(people, demo.people)


def _units(
    demo: world.DemoBody, body: OrganisingBody, *, by: Person, at: datetime
) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    day = local_day(at)
    for unit in demo.units:
        parent = units.get(unit.parent)
        new = NewUnit(unit.code, unit.name, UnitKind(unit.kind), parent, since=day)
        units[unit.code] = add_unit(body, new, by=by, at=at).unit
    lines = [StaffLine(units[unit.code], unit.staff) for unit in demo.units if unit.staff]
    if lines:
        supplier = f"Văn phòng {demo.name}"
        take_staff_counts(body, lines, day, supplier=supplier, by=by, at=at)
    return units


def _contest(demo: world.DemoBody, founded: Founded, examples: Path, at: datetime) -> Running:
    early = at - timedelta(days=30)
    founding.found_bank(founded, examples / "questions" / "cchc-cds.csv", at=early)
    rulebook = moved(from_toml((examples / f"{demo.example}.toml").read_bytes()), local_day(at))
    contest = founding.found_contest(founded, rulebook, demo.contest_slug, at=early)
    organiser = founded.holder(RoleName.ORGANISER)
    # Before any paper is drawn: what papers hold is kept secret until their round is over.
    release_for_study(founded, contest, at=early)
    for round_ in contest.rounds.all():
        seal_round(round_, rulebook, by=organiser, at=early)
        if round_.opens_at and round_.opens_at > at:
            seal_bank(round_, by=organiser, at=early)
    running = Running(demo, founded, rulebook, contest)
    running.crowd = _crowd(running, early)
    return running


def seal_round(
    round_: Round, rulebook: Rulebook, *, by: Person | None, at: datetime, size: int = PAPERS
) -> None:
    """Draws the papers of a round for every group and part."""
    groups = [group.key for group in rulebook.groups] or [""]
    for part in parts_in(rulebook, round_.key):
        for group in groups:
            if paper_for(rulebook, round_.key, group, part.key).blueprint:
                seal_pool(round_, part.key, group, size=size, by=by, at=at)


def _crowd(running: Running, at: datetime) -> list[FalsePerson]:
    chance = Chance(running.demo.slug)
    door = door_of(running.contest, current_version(running.contest, at=at), at=at)
    size = running.demo.people + running.demo.people // _LATER
    return people(places_of(door.units.values(), running.rulebook, size, chance), chance)


def take_part(
    running: Running, key: str, *, until: datetime, share: float, told: Callable[[Deeds], None]
) -> Deeds:
    """So many people for each of the first week take part in the round, up to the moment.

    They come from all units; in a later week some have not been there before.
    """
    round_ = running.contest.rounds.get(key=key)
    if round_.opens_at is None or round_.closes_at is None:
        return Deeds()
    chance = Chance(f"{running.demo.slug}/{key}")
    crowd = coming(running.crowd, int(running.demo.people * share), chance)
    room = Room()
    field_ = Field(
        caller=Caller(room),
        slug=running.contest.slug,
        opens=round_.opens_at,
        closes=min(round_.closes_at, until),
        knowledge=knowledge_of(running.contest),
        chance=chance,
        expected=len(crowd),
        most_sittings=running.rulebook.attempts.a_round or 3,
        once_a_day=running.rulebook.attempts.a_day == 1,
        papers=papers_in(running.rulebook, key),
    )
    return asyncio.run(_run(room, field_, crowd, running.tokens, told))


async def _run(
    room: Room,
    field_: Field,
    crowd: list[FalsePerson],
    tokens: dict[int, str],
    told: Callable[[Deeds], None],
) -> Deeds:
    try:
        return await simulate(field_, crowd, tokens, told=told)
    finally:
        await room.close()
