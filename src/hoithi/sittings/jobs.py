"""What the exam room needs by the clock: closing, marking, counting, hashing."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from django.db.models import Q

from hoithi.contests.models import ContestState, Round
from hoithi.sittings.actions.closing import PATIENCE, Sweep, close_overdue
from hoithi.sittings.actions.counting import count
from hoithi.sittings.actions.marking import CHUNK, mark_new
from hoithi.sittings.actions.sealing import is_sealed, seal_sheets
from hoithi.sittings.models import Figure

COUNTED_EVERY = timedelta(seconds=60)
_PIECES = 10
"""Pieces marked at one tick, so that other deeds get their turn."""
_LONGEST_GRACE = timedelta(minutes=5)
_LATELY = timedelta(days=2)

_sweep = Sweep()


def due(at: datetime) -> Iterable[Callable[[], object]]:
    """Deeds derived from rows: done twice or late, they come to the same."""
    yield partial(close_overdue, at, _sweep)
    for round_ in _running(at):
        yield partial(_mark, round_, at)
        yield partial(_count, round_, at)
    for round_ in _closed(at):
        yield partial(_seal, round_, at)


def _running(at: datetime) -> Iterable[Round]:
    """Rounds that are open, or closed so lately that something may still be handed in."""
    return Round.objects.filter(
        Q(closes_at__gt=at - _LATELY), opens_at__lte=at, contest__state=ContestState.ANNOUNCED
    ).select_related("contest")


def _closed(at: datetime) -> Iterable[Round]:
    """Rounds of the last days whose sittings are all handed in."""
    over = at - _LONGEST_GRACE - PATIENCE
    return Round.objects.filter(
        closes_at__lte=over, closes_at__gt=at - _LATELY, contest__state=ContestState.ANNOUNCED
    ).select_related("contest")


def _mark(round_: Round, at: datetime) -> None:
    for _ in range(_PIECES):
        if mark_new(round_, at=at) < CHUNK:
            return


def _count(round_: Round, at: datetime) -> None:
    last = Figure.objects.filter(round=round_, kind="all").values_list("counted_at", flat=True)
    counted_at = last.first()
    if counted_at is None or at - counted_at >= COUNTED_EVERY:
        count(round_, at=at)


def _seal(round_: Round, at: datetime) -> None:
    if round_.sittings.filter(submission__isnull=True).exists() or is_sealed(round_):
        return
    seal_sheets(round_, at=at)
