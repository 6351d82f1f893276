"""Points of papers sat online, streamed to whoever ranks them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from hoithi.contests.models import Round
from hoithi.contests.queries import stops
from hoithi.core.attempts import Stop, ranked_seconds
from hoithi.core.points import PartPoints
from hoithi.core.rulebook.parts import AttemptRules
from hoithi.core.rulebook.windows import attempts_for
from hoithi.kit.plain_rows import decimal_of, plain_rows
from hoithi.sittings.facts.records import deadline_of
from hoithi.sittings.models import Mark, Sitting, SittingDecision, SittingDecisionKind
from hoithi.sittings.queries.halls import rulebook

_AT_ONCE = 5_000
_NONE = timedelta()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIELDS = (
    "points",
    "most",
    "right",
    "questions",
    "submission__prediction",
    "submission__sitting_id",
    "submission__sitting__entrant_id",
    "submission__sitting__version_id",
)
_MOMENTS = (
    "submission__submitted_at",
    "submission__sitting__started_at",
    "submission__sitting__deadline_at",
)


def points(round_: Round, part_key: str, *, key_state: str) -> Iterator[PartPoints]:
    """What every sitting of a part earned under one state of the keys; annulled ones left out.

    Read in pieces, so that a million sittings need little memory. Times are ranked at the
    precision of the rules that the sitting began under, capped at its deadline.
    """
    times = _Times.of(round_)
    for row in _rows(round_, part_key, key_state):
        earned, most, right, questions, prediction, sitting, entrant, version, *moments = row
        if sitting in times.annulled:
            continue
        submitted, started, _own_deadline = moments
        yield PartPoints(
            entrant_id=entrant,
            round_key=round_.key,
            part_key=part_key,
            points=decimal_of(earned),
            most=decimal_of(most),
            sitting_id=sitting,
            right=right,
            questions=questions,
            seconds=times.seconds(sitting, version, moments),
            started_at=started,
            submitted_at=submitted,
            prediction=prediction,
        )


@dataclass(frozen=True)
class _Times:
    """What decides how long a sitting of a round took, and which sittings do not count."""

    round: Round
    extensions: Mapping[int, timedelta]
    annulled: Collection[int]
    stopped: Sequence[Stop]
    rules: dict[int, AttemptRules]
    """By version of the rulebook, as sittings under it turn up."""

    @classmethod
    def of(cls, round_: Round) -> Self:
        """As it was decided until now."""
        extensions, annulled = _decided(round_)
        # A round is ranked when it is over: no stop lasts any more.
        stopped = stops([round_.pk], at=_EPOCH).get(round_.pk, ())
        return cls(round_, extensions, annulled, stopped, {})

    def seconds(self, sitting: int, version: int, moments: Sequence[datetime]) -> int:
        """From the start to handing in or the deadline; `moments` are those of `_MOMENTS`."""
        submitted, started, own_deadline = moments
        rules = self.rules.get(version)
        if rules is None:
            rules = self.rules[version] = attempts_for(rulebook(version), self.round.key)
        deadline = deadline_of(
            started,
            own_deadline,
            self.round.closes_at,
            extension=self.extensions.get(sitting, _NONE),
            finish_after_close=rules.finish_after_close,
            stops=self.stopped,
        )
        return ranked_seconds(started, submitted, deadline, rules.precision_seconds, self.stopped)


def _rows(round_: Round, part_key: str, key_state: str) -> Iterator[tuple[Any, ...]]:
    """By the sittings of the round, some thousands at once: no cursor on the server, no list of
    everything here. A condition on the round in each piece would make SQLite sort all of them."""
    sittings = list(
        Sitting.objects.filter(round=round_, part_key=part_key)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    marks = Mark.objects.filter(key_state=key_state)
    for start in range(0, len(sittings), _AT_ONCE):
        piece = marks.filter(submission__sitting__in=sittings[start : start + _AT_ONCE])
        yield from plain_rows(piece, *_FIELDS, moments=_MOMENTS)


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
