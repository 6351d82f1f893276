"""Points of papers sat online, streamed to whoever ranks them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from hoithi.contests.models import Round
from hoithi.core.attempts import ranked_seconds
from hoithi.core.points import PartPoints
from hoithi.core.rulebook.parts import AttemptRules
from hoithi.core.rulebook.windows import attempts_for
from hoithi.sittings.facts.records import deadline_of
from hoithi.sittings.models import Mark, SittingDecision, SittingDecisionKind
from hoithi.sittings.queries.halls import rulebook

_AT_ONCE = 5_000
_FIELDS = (
    "pk",
    "points",
    "most",
    "right",
    "questions",
    "submission__submitted_at",
    "submission__prediction",
    "submission__sitting_id",
    "submission__sitting__entrant_id",
    "submission__sitting__version_id",
    "submission__sitting__started_at",
    "submission__sitting__deadline_at",
)


def points(round_: Round, part_key: str, *, key_state: str) -> Iterator[PartPoints]:
    """What every sitting of a part earned under one state of the keys; annulled ones left out.

    Read in pieces, so that a million sittings need little memory. Times are ranked at the
    precision of the rules that the sitting began under, capped at its deadline.
    """
    extensions, annulled = _decided(round_)
    rules: dict[int, AttemptRules] = {}
    for row in _rows(round_, part_key, key_state):
        _, earned, most, right, questions, submitted, prediction, sitting, *rest = row
        entrant, version, started, own_deadline = rest
        if sitting in annulled:
            continue
        if version not in rules:
            rules[version] = attempts_for(rulebook(version), round_.key)
        deadline = deadline_of(
            started,
            own_deadline,
            round_.closes_at,
            extension=extensions[sitting],
            finish_after_close=rules[version].finish_after_close,
        )
        yield PartPoints(
            entrant_id=entrant,
            round_key=round_.key,
            part_key=part_key,
            points=earned,
            most=most,
            sitting_id=sitting,
            right=right,
            questions=questions,
            seconds=ranked_seconds(started, submitted, deadline, rules[version].precision_seconds),
            started_at=started,
            submitted_at=submitted,
            prediction=prediction,
        )


def _rows(round_: Round, part_key: str, key_state: str) -> Iterator[tuple[Any, ...]]:
    """By ascending key of the mark: no cursor on the server, no list of everything here."""
    marks = Mark.objects.filter(
        key_state=key_state,
        submission__sitting__round=round_,
        submission__sitting__part_key=part_key,
    ).order_by("pk")
    last = 0
    while True:
        found = list(marks.filter(pk__gt=last).values_list(*_FIELDS)[:_AT_ONCE])
        yield from found
        if len(found) < _AT_ONCE:
            return
        last = found[-1][0]


def _decided(round_: Round) -> tuple[dict[int, timedelta], set[int]]:
    extensions: dict[int, timedelta] = defaultdict(timedelta)
    annulled: set[int] = set()
    decisions = SittingDecision.objects.filter(round=round_, sitting__isnull=False)
    for sitting, kind, seconds in decisions.values_list("sitting_id", "kind", "seconds"):
        if kind == SittingDecisionKind.EXTEND:
            extensions[sitting] += timedelta(seconds=seconds)
        elif kind == SittingDecisionKind.ANNUL:
            annulled.add(sitting)
    return extensions, annulled
