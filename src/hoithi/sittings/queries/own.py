"""Sittings as the person who sat them may see them: receipts, points, and answers in their time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.cache import caches

from hoithi.contests.models import Contest
from hoithi.core.papers.records import decode
from hoithi.entries.models import Entrant
from hoithi.sittings.models import (
    Mark,
    Sitting,
    SittingDecision,
    SittingDecisionKind,
    Submission,
)
from hoithi.sittings.queries.own_lines import OwnLine, own_lines
from hoithi.sittings.queries.own_parts import part_title
from hoithi.sittings.queries.showing import Showing

_COUNTED_FOR = timedelta(seconds=60)


@dataclass(frozen=True)
class Figures:
    """People and attempts, never one for the other."""

    people: int
    sittings: int


@dataclass(frozen=True)
class OwnSitting:
    """A sitting as its person sees it; points only when they may be shown."""

    token: str
    round_title: str
    part_title: str
    """Of its paper, where the round has several; else empty."""
    started_at: datetime
    submitted_at: datetime | None
    receipt: str
    kind: str
    running: bool
    round_cancelled: bool
    """The whole round counts for nothing."""
    annulled_because: str
    points: Decimal | None
    most: Decimal | None
    shows_answers: bool
    lines: tuple[OwnLine, ...] = ()


def figures(contest: Contest) -> Figures:
    """People entered and papers begun, counted at most once a minute."""
    key = f"figures:{contest.pk}"
    cache = caches["memory"]
    kept: Figures | None = cache.get(key)
    if kept is None:
        people = Entrant.objects.filter(contest=contest).count()
        sittings = Sitting.objects.filter(round__in=contest.rounds.all()).count()
        kept = Figures(people, sittings)
        cache.set(key, kept, _COUNTED_FOR.total_seconds())
    return kept


def own_sittings(
    entrant: Entrant, showing: Showing, *, running: int | None = None
) -> list[OwnSitting]:
    """All sittings of one entrant, the newest first; `running` is the one that is open."""
    rows = list(_rows(entrant))
    marks = _marks(rows)
    annulled = _annulled(entrant)
    return [_own(row, marks, annulled, showing, running) for row in rows]


def own_sitting(
    entrant: Entrant, token: str, showing: Showing, *, running: int | None = None
) -> OwnSitting:
    """One sitting with its answers once they are shown. Raises DoesNotExist for another's."""
    row = _rows(entrant).select_related("paper").get(token=token)
    shown = _own(row, _marks([row]), _annulled(entrant), showing, running)
    submission = _submission(row)
    if not shown.shows_answers or submission is None:
        return shown
    lines = own_lines(decode(row.paper.content), submission.answers)
    return OwnSitting(**{**vars(shown), "lines": lines})


def _rows(entrant: Entrant) -> Any:
    related = Sitting.objects.filter(entrant=entrant).select_related("round__contest", "submission")
    return related.order_by("-ordinal")


def _submission(row: Sitting) -> Submission | None:
    return getattr(row, "submission", None)


def _marks(rows: list[Sitting]) -> dict[int, Mark]:
    """The newest mark of each submission."""
    ids = [one.pk for row in rows if (one := _submission(row))]
    marks = Mark.objects.filter(submission__in=ids).order_by("marked_at")
    return {mark.submission_id: mark for mark in marks}


def _annulled(entrant: Entrant) -> dict[int | None, str]:
    decisions = SittingDecision.objects.filter(entrant=entrant, kind=SittingDecisionKind.ANNUL)
    return dict(decisions.values_list("sitting_id", "reason"))


def _own(
    row: Sitting,
    marks: Mapping[int, Mark],
    annulled: Mapping[int | None, str],
    showing: Showing,
    running: int | None,
) -> OwnSitting:
    submission = _submission(row)
    kept = marks.get(submission.pk) if submission else None
    shown = kept if showing.points(row.round_id) else None
    return OwnSitting(
        token=row.token,
        round_title=row.round.title,
        part_title=part_title(row),
        started_at=row.started_at,
        submitted_at=submission.submitted_at if submission else None,
        receipt=submission.receipt if submission else "",
        kind=submission.kind if submission else "",
        running=row.pk == running,
        round_cancelled=row.round.cancelled_at is not None,
        annulled_because=annulled.get(row.pk, ""),
        points=shown.points if shown else None,
        most=shown.most if shown else None,
        shows_answers=submission is not None and showing.answers(row.round_id),
    )
