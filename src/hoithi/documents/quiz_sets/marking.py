"""From the steps of an attempt to its marks: one answer, or several tries with penalties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoithi.documents.quiz_sets.read import Attempt, Problem, SetUnreadable, Slot, Step
from hoithi.documents.quiz_sets.samples import Given, Part, Sample

_NOTHING, _ALL = Decimal(0), Decimal(1)
_RIGHT = Decimal("0.999999")
"""Three thirds of a question are not quite one."""


@dataclass(frozen=True)
class Marked:
    """What came of one place in one attempt."""

    question: str
    """What was drawn there; empty for a fixed question."""
    variant: int
    tries: tuple[Given, ...]
    """Submitted answers, the last of them the one that stands."""
    fraction: Decimal | None
    """Of the marks; None while it may still be answered."""
    mark: Decimal | None
    parts: tuple[tuple[Part, ...], ...]
    """Of each try."""
    said: tuple[str, ...]

    @property
    def state(self) -> str:
        """`todo`, or how it was graded."""
        if self.fraction is None:
            return "todo"
        if self.fraction <= 0:
            return "gradedwrong"
        right = _fraction(self.parts[-1]) if self.parts else _NOTHING
        return "gradedright" if right >= _RIGHT else "gradedpartial"


def marked(attempt: Attempt, slot: Slot, *, interactive: bool) -> Marked:
    """The marks of one place of an attempt. Refuses a question that its pool does not have."""
    drawn = attempt.drawn.get(slot.number, "") if slot.sample is None else ""
    sample = slot.sample or slot.pool.get(drawn)
    if sample is None:
        raise SetUnreadable(attempt.name, Problem.NOT_IN_POOL, drawn)
    variant = attempt.variants.get(slot.number, 1)
    steps = [step[slot.number] for step in attempt.steps if slot.number in step]
    most = slot.tries if interactive else 1
    tries, is_over = _tries(steps, sample, variant, most if interactive else 0)
    if not is_over and attempt.finished:
        tries, is_over = (
            _finished(steps, tries, waiting=interactive and _waits(steps, sample)),
            True,
        )
    parts = [sample.parts(given, variant) for given in tries]
    penalty = sample.penalty if slot.penalty is None else slot.penalty
    fraction = _graded(parts, sample, penalty) if is_over else None
    shown = tries or [step.given for step in steps[-1:]]
    return Marked(
        question=drawn,
        variant=variant,
        tries=tuple(tries),
        fraction=fraction,
        mark=None if fraction is None else fraction * slot.most,
        parts=tuple(map(tuple, parts)),
        said=tuple(sample.said(given) for given in shown),
    )


def _tries(
    steps: Sequence[Step], sample: Sample, variant: int, most: int
) -> tuple[list[Given], bool]:
    """Submitted answers, and whether the last ended the question: right, or no try left."""
    tries: list[Given] = []
    for step in steps:
        if not step.submitted or len(tries) >= most:
            continue
        if not sample.whole(step.given):
            continue
        tries.append(step.given)
        if _fraction(sample.parts(step.given, variant)) >= _RIGHT or len(tries) == most:
            return tries, True
    return tries, False


def _waits(steps: Sequence[Step], sample: Sample) -> bool:
    """Whether the last submitted answer was not followed by another try."""
    waits = False
    for step in steps:
        tried = step.submitted and sample.whole(step.given)
        waits = tried or (waits and not step.again)
    return waits


def _finished(steps: Sequence[Step], tries: list[Given], *, waiting: bool) -> list[Given]:
    """With the answer that stood when the attempt ended, unless it was the one submitted last."""
    if waiting or not steps:
        return tries
    return [*tries, steps[-1].given]


def _fraction(parts: Sequence[Part]) -> Decimal:
    return min(_ALL, max(_NOTHING, sum((one.share * one.earned for one in parts), _NOTHING)))


def _graded(tries: Sequence[Sequence[Part]], sample: Sample, penalty: Decimal) -> Decimal:
    """The share of the marks after penalties: of the whole, or of each part by itself."""
    if not tries:
        return _NOTHING
    if not sample.by_part:
        return max(_NOTHING, _fraction(tries[-1]) - penalty * (len(tries) - 1))
    total = _NOTHING
    for part in tries[-1]:
        wrong = _last_wrong(tries, part.number)
        total += part.share * part.earned * max(_NOTHING, _ALL - penalty * (wrong + 1))
    return min(_ALL, total)


def _last_wrong(tries: Sequence[Sequence[Part]], number: int) -> int:
    """The last try, from 0, in which the part was not right; −1 for none."""
    found = -1
    for place, parts in enumerate(tries):
        earned: Mapping[int, Decimal] = {one.number: one.earned for one in parts}
        if earned.get(number, _NOTHING) < _ALL:
            found = place
    return found
