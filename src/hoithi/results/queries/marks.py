"""Points of papers sat online, streamed for the reckoning of a result."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.attempts import ranked_seconds
from hoithi.core.points import PartPoints
from hoithi.core.rulebook.windows import attempts_for
from hoithi.sittings.models import Mark, Sitting, SittingDecision, SittingDecisionKind, Submission

_AT_ONCE = 5000


def key_state(round_: Round) -> str:
    """The state of the answer keys that the newest marks of a round were made under."""
    marks = Mark.objects.filter(submission__sitting__round=round_).order_by("-pk")
    return marks.values_list("key_state", flat=True).first() or ""


def sitting_points(round_: Round, *, at: datetime) -> Iterator[PartPoints]:
    """Points of every marked sitting of a round that was not annulled. Read in one pass."""
    precision = attempts_for(rules_of_round(round_, at=at), round_.key).precision_seconds
    annulled, extended = _decided(round_)
    rows = Mark.objects.filter(
        submission__sitting__round=round_, key_state=key_state(round_)
    ).values_list(
        "submission__sitting_id", "submission__sitting__entrant_id",
        "submission__sitting__part_key", "points", "most", "right", "questions",
        "submission__sitting__started_at", "submission__sitting__deadline_at",
        "submission__submitted_at", "submission__prediction",
    )  # fmt: skip
    for (
        sitting, entrant, part, points, most, right, questions, started, deadline, submitted, guess,
    ) in rows.iterator(chunk_size=_AT_ONCE):  # fmt: skip
        if sitting in annulled:
            continue
        until = deadline + extended.get(sitting, timedelta())
        yield PartPoints(
            entrant_id=entrant,
            round_key=round_.key,
            part_key=part,
            points=points,
            most=most,
            sitting_id=sitting,
            right=right,
            questions=questions,
            seconds=ranked_seconds(started, submitted, until, precision),
            started_at=started,
            submitted_at=submitted,
            prediction=guess,
        )


def _decided(round_: Round) -> tuple[set[int], dict[int, timedelta]]:
    rows = SittingDecision.objects.filter(round=round_, sitting__isnull=False)
    annulled: set[int] = set()
    extended: dict[int, timedelta] = {}
    for sitting, kind, seconds in rows.values_list("sitting_id", "kind", "seconds"):
        if kind == SittingDecisionKind.ANNUL:
            annulled.add(sitting)
        elif kind == SittingDecisionKind.EXTEND:
            extended[sitting] = extended.get(sitting, timedelta()) + timedelta(seconds=seconds)
    return annulled, extended


def is_settled(round_: Round) -> bool:
    """Whether every sitting of the round is handed in (or annulled) and marked."""
    annulled = _decided(round_)[0]
    open_ = Sitting.objects.filter(round=round_, submission__isnull=True).exclude(pk__in=annulled)
    if open_.exists():
        return False
    state = key_state(round_)
    handed_in = Submission.objects.filter(sitting__round=round_)
    return not handed_in.exclude(marks__key_state=state).exists()


def versions_used(round_: Round) -> list[tuple[int, str]]:
    """Number and hash of every version of the rules under which a sitting of the round began."""
    rows = Sitting.objects.filter(round=round_).values_list("version__number", "version__sha256")
    return sorted(set(rows.distinct()))
