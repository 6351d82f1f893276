"""What rehearsals and deleted drafts need by the clock: to be begun, begun again, cleared."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Q

from hoithi.contests.actions import has_cleared
from hoithi.contests.models import Contest, ContestState, Rehearsal, RehearsalState
from hoithi.core.rehearsing import CLEAR_BEFORE
from hoithi.rehearsals.clearing import clear_some, delete_some
from hoithi.rehearsals.holding import hold_rehearsal

SILENT = timedelta(minutes=1)
"""A run that gives no sign of life for so long has died."""
_PIECES = 40
"""Transactions of clearing at one tick, so that other deeds get their turn."""


def due(at: datetime) -> Iterable[Callable[[], object]]:
    """Deeds derived from rows: done twice or late, they come to the same."""
    uncleared = Rehearsal.objects.filter(cleared_at=None)
    alive = Q(state=RehearsalState.PLAYING, beat_at__gt=at - SILENT)
    opening = Q(contest__rounds__opens_at__lte=at + CLEAR_BEFORE)
    over = Q(ended_at__isnull=False) | Q(clear_at__lte=at) | opening
    for rehearsal in uncleared.filter(over).exclude(alive).select_related("contest").distinct():
        yield partial(_clear, rehearsal, at)
    deleted = Contest.objects.filter(state=ContestState.DELETED)
    playing = uncleared.filter(alive).values("contest")
    for contest in deleted.exclude(pk__in=playing):
        yield partial(delete_some, contest, _PIECES)
    for rehearsal in uncleared.filter(ended_at=None, clear_at__gt=at):
        if rehearsal.state == RehearsalState.ASKED or _has_died(rehearsal, at):
            yield partial(_begin, rehearsal, at)


def _has_died(rehearsal: Rehearsal, at: datetime) -> bool:
    return rehearsal.state == RehearsalState.PLAYING and rehearsal.beat_at <= at - SILENT


@transaction.atomic
def _begin(rehearsal: Rehearsal, at: datetime) -> None:
    """Puts the rehearsal among the worker's tasks, once however many tick."""
    unchanged = Rehearsal.objects.filter(pk=rehearsal.pk, state=rehearsal.state, ended_at=None)
    if unchanged.filter(beat_at=rehearsal.beat_at).update(state=RehearsalState.QUEUED, beat_at=at):
        hold_rehearsal.enqueue(rehearsal.pk)


def _clear(rehearsal: Rehearsal, at: datetime) -> None:
    if clear_some(rehearsal.contest, _PIECES):
        has_cleared(rehearsal, at=at)
