"""Sittings with their submissions and marks, written straight to the tables."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count

from hoithi.contests.models import Round
from hoithi.entries.models import Entrant
from hoithi.kit.ids import new_code
from hoithi.people.models import OrganisingBody, Unit, UnitVersion
from hoithi.sittings.models import Mark, Paper, PaperPool, Sitting, Submission
from hoithi.sittings.queries.keys import keys_of
from tests.results.boards import OPENS

_ordinals = count(1)


@dataclass(frozen=True)
class Sat:
    """One sitting: points of 20 questions with 5 points each, seconds, and when it began."""

    points: int
    seconds: int = 100
    prediction: int | None = None
    after: timedelta = timedelta(hours=1)


def paper_of(round_: Round) -> Paper:
    """A paper of the round's pool."""
    pool, _ = PaperPool.objects.get_or_create(
        round=round_, part_key="paper", group="", number=1,
        defaults={"seed": "s", "draw_version": 1, "size": 1, "sha256": "x", "sealed_at": OPENS},
    )  # fmt: skip
    return Paper.objects.get_or_create(pool=pool, ordinal=1, defaults={"content": []})[0]


def sit(entrant: Entrant, round_: Round, sat: Sat, *, marked: bool = True) -> Submission:
    """The rows of a sitting that was handed in, and marked."""
    started = (round_.opens_at or OPENS) + sat.after
    sitting = Sitting.objects.create(
        entrant=entrant, ordinal=next(_ordinals), round=round_, part_key="paper",
        paper=paper_of(round_), version=round_.version or round_.contest.versions.latest("number"),
        started_at=started, deadline_at=started + timedelta(minutes=15),
    )  # fmt: skip
    submission = Submission.objects.create(
        sitting=sitting, kind="contestant", holder=1, revision=1, answers={},
        prediction=sat.prediction, submitted_at=started + timedelta(seconds=sat.seconds),
        receipt=new_code(),
    )  # fmt: skip
    if marked:
        mark(submission, sat.points, at=submission.submitted_at)
    return submission


def mark(submission: Submission, points: int, *, at: datetime) -> Mark:
    """A mark under the keys of now."""
    state = keys_of(submission.sitting.round_id).state
    return Mark.objects.create(
        submission=submission, key_state=state, points=Decimal(points), most=Decimal(100),
        right=points // 5, questions=20, marked_at=at,
    )  # fmt: skip


def unit(body: OrganisingBody, name: str, kind: str = "ward") -> UnitVersion:
    """A unit of the body with its version."""
    row = Unit.objects.create(body=body, code=f"don-vi-{next(_ordinals)}")
    return UnitVersion.objects.create(
        unit=row, kind=kind, name=name, search=name.lower(), valid_from=OPENS.date()
    )
