"""Brings a week of the demonstration to its result, as its officials and the worker would."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from hoithi.awards.actions import issue
from hoithi.contests.models import Round
from hoithi.entries.models import Entrant
from hoithi.people.models import Person
from hoithi.results import jobs as result_jobs
from hoithi.results import queries
from hoithi.results.actions.approving import approve
from hoithi.results.actions.verifying import Finding, Parting, part_equals, verify
from hoithi.results.models import Draft, Result, Verdict
from hoithi.sittings import jobs as sitting_jobs

Due = Callable[[datetime], Iterable[Callable[[], object]]]
_TIMES = 8
"""A part of the equals brings up others; so many rounds of it never come."""


def publish_week(round_: Round, *, organiser: Person, approver: Person) -> Result | None:
    """What the officials and the worker do between closing and publication, at its moments."""
    if round_.closes_at is None or round_.publishes_at is None:
        return None
    closed = round_.closes_at + timedelta(minutes=2)
    _work(sitting_jobs.due, closed)
    _work(sitting_jobs.due, closed + timedelta(minutes=6))
    _work(result_jobs.due, closed + timedelta(minutes=7))
    at = closed + timedelta(minutes=30)
    for _ in range(_TIMES):
        draft = queries.newest_draft(round_.contest, round_)
        if draft is None:
            return None
        if not _settle(draft, by=organiser, at=at):
            approve(draft, by=approver, at=at + timedelta(hours=1))
            break
        _work(result_jobs.due, at + timedelta(minutes=1))
        at += timedelta(minutes=5)
    _work(result_jobs.due, round_.publishes_at)
    result = Result.objects.filter(round=round_, preliminary=False).first()
    if result is not None:
        issue(result, by=organiser, at=round_.publishes_at + timedelta(minutes=5))
    return result


def _settle(draft: Draft, *, by: Person, at: datetime) -> bool:
    """Parts equals by lot and verifies the candidates; whether anything was left to do."""
    equals = queries.undecided(draft)
    if equals:
        parting = Parting(order=tuple(equals), witnesses="Ban Tổ chức và Tổ thư ký")
        part_equals(draft.contest, draft.round, parting, by=by, at=at)
    people = Entrant.objects.in_bulk(queries.unverified(draft))
    for entrant in people.values():
        found = Finding(verdict=Verdict.VERIFIED)
        verify(draft.contest, draft.round, entrant, found, by=by, at=at)
    return bool(equals or people)


def _work(due: Due, at: datetime) -> None:
    for deed in due(at):
        deed()
