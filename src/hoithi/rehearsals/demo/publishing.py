"""Brings a week of the demonstration to its result, as its officials and the worker would."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from hoithi.awards.actions import issue
from hoithi.contests.models import Round
from hoithi.entries.models import Entrant
from hoithi.people.models import Person
from hoithi.results import jobs as result_jobs
from hoithi.results import queries
from hoithi.results.actions.approving import approve
from hoithi.results.actions.verifying import Finding, Parting, part_equals, verify
from hoithi.results.actions.watching import look_for_signs
from hoithi.results.models import Draft, Result, Verdict
from hoithi.results.queries.desk import undecided_people
from hoithi.results.queries.unit_ties import undecided_units
from hoithi.sittings import jobs as sitting_jobs

Due = Callable[[datetime], Iterable[Callable[[], object]]]
_WITNESSES = "Ban Tổ chức và Tổ thư ký"
_TIMES = 8
"""A part of the equals brings up others; so many rounds of it never come."""


def in_order(stories: Iterable[Iterator[datetime]]) -> None:
    """Tells stories that run side by side: whichever has the earliest next moment goes on."""
    waiting = [(moment, n, story) for n, story in enumerate(stories) for moment in _next(story)]
    heapq.heapify(waiting)
    while waiting:
        _, n, story = waiting[0]
        later = [(moment, n, story) for moment in _next(story)]
        heapq.heapreplace(waiting, later[0]) if later else heapq.heappop(waiting)


def _next(story: Iterator[datetime]) -> list[datetime]:
    return list(islice(story, 1))


def publish_week(round_: Round, *, organiser: Person, approver: Person) -> Iterator[datetime]:
    """What the officials and the worker do between closing and publication; before each of their
    deeds its moment, for the worker of one contest looks after all others too."""
    if round_.closes_at is None or round_.publishes_at is None:
        return
    closed = round_.closes_at + timedelta(minutes=2)
    for deeds, minutes in ((sitting_jobs.due, 0), (sitting_jobs.due, 6), (result_jobs.due, 7)):
        yield (at := closed + timedelta(minutes=minutes))
        _work(deeds, at)
    yield (at := closed + timedelta(minutes=30))
    for _ in range(_TIMES):
        draft = queries.newest_draft(round_.contest, round_)
        if draft is None:
            return
        if not settle(draft, by=organiser, at=at):
            yield (at := at + timedelta(hours=1))
            look_for_signs(draft, at=at)
            approve(draft, by=approver, at=at)
            break
        yield (at := at + timedelta(minutes=5))
        _work(result_jobs.due, at)
    yield round_.publishes_at
    _work(result_jobs.due, round_.publishes_at)
    result = Result.objects.filter(round=round_, preliminary=False).first()
    if result is not None:
        issue(result, by=organiser, at=round_.publishes_at + timedelta(minutes=5))


def settle(draft: Draft, *, by: Person, at: datetime) -> bool:
    """Parts equal people and units by lot, verifies candidates; whether anything was left to do."""
    units = [one.number for one in undecided_units(draft)]
    equals = {True: units, False: undecided_people(draft)}
    for of_units, order in equals.items():
        if order:
            parting = Parting(order=tuple(order), of_units=of_units, witnesses=_WITNESSES)
            part_equals(draft.contest, draft.round, parting, by=by, at=at)
    people = Entrant.objects.in_bulk(queries.unverified(draft))
    for entrant in people.values():
        found = Finding(verdict=Verdict.VERIFIED)
        verify(draft.contest, draft.round, entrant, found, by=by, at=at)
    return any(equals.values()) or bool(people)


def _work(due: Due, at: datetime) -> None:
    for deed in due(at):
        deed()
