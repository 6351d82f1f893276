"""Signs of irregularity (dấu hiệu cần xác minh): evidence for people to judge, never a verdict."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from hashlib import blake2b
from itertools import pairwise
from statistics import median

from msgspec import Struct

from hoithi.core.points import Number

_FOLLOWS = timedelta(minutes=10)
Facts = Mapping[str, Number | str | datetime]


class SignKind(StrEnum):
    """What was noticed."""

    IMPOSSIBLE_SPEED = "impossible_speed"
    SHARED_DEVICE = "shared_device"
    SAME_WRONG_ANSWERS = "same_wrong_answers"
    MANY_SITTINGS = "many_sittings"


class Trace(Struct, frozen=True, kw_only=True, gc=False):
    """What a handed-in sitting left behind, without any answer in the clear."""

    sitting_id: int
    entrant_id: int
    round_key: str
    seconds: int
    submitted_at: datetime
    device: str | None = None
    """A hash; none where it is not known."""
    cut_short: bool = False
    """Closed by the system, not handed in: its time says nothing of how quick the person was."""
    assisted: bool = False
    """Sat at an assisted place, where many people share a device as they should."""
    wrong: int = 0
    """How many answered questions are wrong."""
    pattern: bytes = b""
    """Which ones and how, from `wrong_pattern`."""


@dataclass(frozen=True)
class Thresholds:
    """From where on something is noticed; the committee may set its own."""

    least_seconds: int = 0
    """The rulebook's least time of a sitting; nothing means none is stated."""
    share_of_median: Decimal = Decimal("0.1")
    """Quicker than this share of the median time of all."""
    people_on_a_device: int = 3
    """As many may share one without being noticed: a family."""
    least_wrong: int = 3
    """Fewer equal mistakes are chance."""
    within: timedelta = _FOLLOWS
    """How soon equal mistakes must follow one another."""
    sittings_of_one: int = 100


@dataclass(frozen=True)
class Sign:
    """Something a person should look at."""

    kind: SignKind
    entrants: tuple[int, ...]
    sittings: tuple[int, ...]
    facts: Facts = field(default_factory=dict)


def wrong_pattern(answers: Iterable[tuple[int, Sequence[int] | str]]) -> bytes:
    """A short hash of wrong answers: question versions with options of the bank or the text."""
    plain = sorted((question, str(answer)) for question, answer in answers)
    return blake2b(repr(plain).encode(), digest_size=12).digest()


def signs(traces: Sequence[Trace], thresholds: Thresholds = Thresholds()) -> list[Sign]:
    """Every sign in the sittings of one round, or of several, by kind and then by entrant."""
    found = [sign for look in _LOOKS for sign in look(traces, thresholds)]
    kinds = list(SignKind)
    return sorted(found, key=lambda one: (kinds.index(one.kind), one.entrants, one.sittings))


def impossible_speed(traces: Sequence[Trace], thresholds: Thresholds) -> Iterator[Sign]:
    """People who sat quicker than the stated least time, or than a share of what half of all took.

    One sign for each person, of the quickest sitting: whoever was too quick twice is one question.
    A paper that the system closed, as when a round is closed early, was not finished that quickly.
    """
    finished = [trace for trace in traces if not trace.cut_short]
    if not finished:
        return
    middle = Decimal(str(median(trace.seconds for trace in finished)))
    limit = max(Decimal(thresholds.least_seconds), middle * thresholds.share_of_median)
    by_entrant: dict[int, list[Trace]] = {}
    for trace in finished:
        if trace.seconds < limit:
            by_entrant.setdefault(trace.entrant_id, []).append(trace)
    for entrant, quick in by_entrant.items():
        quickest = min(trace.seconds for trace in quick)
        facts: Facts = {"seconds": quickest, "limit": limit, "median": middle, **_extent(quick)}
        yield Sign(SignKind.IMPOSSIBLE_SPEED, (entrant,), _sittings(quick), facts)


def shared_devices(traces: Sequence[Trace], thresholds: Thresholds) -> Iterator[Sign]:
    """Devices on which many people sat; assisted places are as they should be."""
    by_device: dict[str, list[Trace]] = {}
    for trace in traces:
        if trace.device and not trace.assisted:
            by_device.setdefault(trace.device, []).append(trace)
    for device, here in by_device.items():
        people = _people(here)
        if len(people) > thresholds.people_on_a_device:
            facts: Facts = {"device": device, "people": len(people), **_extent(here)}
            yield Sign(SignKind.SHARED_DEVICE, people, _sittings(here), facts)


def same_wrong_answers(traces: Sequence[Trace], thresholds: Thresholds) -> Iterator[Sign]:
    """Different people who made the same several mistakes shortly one after another."""
    alike: dict[tuple[str, bytes], list[Trace]] = {}
    for trace in traces:
        if trace.wrong >= thresholds.least_wrong:
            alike.setdefault((trace.round_key, trace.pattern), []).append(trace)
    for group in alike.values():
        for run in _runs(sorted(group, key=_handed_in), thresholds.within):
            people = _people(run)
            if len(people) > 1:
                facts: Facts = {"wrong": run[0].wrong, "people": len(people), **_extent(run)}
                yield Sign(SignKind.SAME_WRONG_ANSWERS, people, _sittings(run), facts)


def many_sittings(traces: Sequence[Trace], thresholds: Thresholds) -> Iterator[Sign]:
    """People with more sittings than one reasonably has (13,000 were seen in one month)."""
    counts = Counter(trace.entrant_id for trace in traces)
    often = {who: n for who, n in counts.items() if n > thresholds.sittings_of_one}
    theirs: dict[int, list[Trace]] = {who: [] for who in often}
    for trace in traces:
        if trace.entrant_id in theirs:
            theirs[trace.entrant_id].append(trace)
    for entrant_id, sat in theirs.items():
        yield Sign(SignKind.MANY_SITTINGS, (entrant_id,), (), _extent(sat))


_LOOKS: tuple[Callable[[Sequence[Trace], Thresholds], Iterator[Sign]], ...] = (
    impossible_speed,
    shared_devices,
    same_wrong_answers,
    many_sittings,
)


def _handed_in(trace: Trace) -> tuple[datetime, int]:
    return trace.submitted_at, trace.sitting_id


def _runs(traces: list[Trace], within: timedelta) -> Iterator[list[Trace]]:
    """Sittings of which each was handed in soon after the one before."""
    run = traces[:1]
    for before, after in pairwise(traces):
        if after.submitted_at - before.submitted_at > within:
            yield run
            run = []
        run.append(after)
    yield run


def _extent(traces: Sequence[Trace]) -> dict[str, Number | str | datetime]:
    """How many sittings, and when the first and the last of them were handed in."""
    handed_in = [trace.submitted_at for trace in traces]
    return {"sittings": len(traces), "from": min(handed_in), "to": max(handed_in)}


def _people(traces: Iterable[Trace]) -> tuple[int, ...]:
    return tuple(sorted({trace.entrant_id for trace in traces}))


def _sittings(traces: Iterable[Trace]) -> tuple[int, ...]:
    return tuple(sorted(trace.sitting_id for trace in traces))
